"""Items that all end in brackets with who and until when, some of them in words that nobody knows by themselves."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "Primorsko-notranjska regija\nRIN 2017-2020, III. del\n\n5 UKREPI PO CILJNIH SKUPINAH\n\n"
ITEMS = [
    ("sedežni kotiček v Pivki", "Občina Pivka", "2018"),
    ("prodajalna na kolesih za vasi brez trgovine", "KZ Pivka skupaj z občino", "poskusno v drugi polovici 2018"),
    ("tečaj za gospodinjske pomočnice", "Ljudska univerza Postojna", "do 30. 4. 2019"),
    ("jahanje za odrasle po poškodbi glave", "kobilarna Prestranek", "od pomladi do jeseni"),
    ("snemalnica novic", "Notranjski radio", "v roku 18 mesecev"),
    ("klub »Slišim glasove«", "Šent, enota Postojna", "jeseni 2018"),
    ("slikovni slovar", "Zdravstveni dom Ilirska Bistrica", ""),
    ("babičin dom – nadomestne babice", "Društvo Krpan Cerknica", "rok ni znan"),
]
NAMES = [name for name, _, _ in ITEMS]
TITLES = ["STAREJŠI LJUDJE", "OTROCI IN DRUŽINE"]


def text(mark: str, sign: str, end: str, lead: str) -> str:
    lines = [
        f"{mark.format(letter='abcd'[at % 4], number=at + 1)} {name} ({sign.join(filter(None, (who, when)))}){end}"
        for at, (name, who, when) in enumerate(ITEMS)
    ]
    halves = ["\n".join(lines[:4]), "\n".join(lines[4:])]
    return HEAD + "\n\n".join(f"{title}\n\n{lead}\n{half}" for title, half in zip(TITLES, halves, strict=True)) + "\n"


def found(words: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(words)).measures


@pytest.mark.parametrize("mark", ["{letter})", "-", "{number}.", "•"])
@pytest.mark.parametrize(("sign", "end"), [(", ", ","), ("; ", ";"), (", ", "."), ("; ", "")])
@pytest.mark.parametrize("lead", ["Načrtujemo:", "Do leta 2020 bomo uresničili:", "Sledi:"])
def test_the_form_tells_who_and_until_when(mark: str, sign: str, end: str, lead: str) -> None:
    measures = found(text(mark, sign, end, lead))
    assert [each.text for each in measures] == NAMES
    assert [each.providers[0].split()[0].strip(",") for each in measures] == [
        who.split()[0].strip(",") for _, who, _ in ITEMS
    ]


def test_what_is_not_known_is_no_time() -> None:
    times = ["2018", "poskusno v drugi polovici 2018", "30. 4. 2019", "od pomladi do jeseni", "roku 18 mesecev"]
    assert [each.deadline for each in found(text("-", "; ", ",", "Načrtujemo:"))] == [*times, "jeseni 2018", None, None]


def test_the_titles_above_the_lists_are_the_priorities() -> None:
    paper = rinsearch.analyse(rinsearch.Text(text("-", "; ", ",", "Načrtujemo:")))
    assert [each.title for each in paper.priorities] == TITLES
    assert paper.kind == "plan"


PEOPLE = "- Ana Novak (CSD Kranj, 2018)\n- Eva Hribar (Dom Naklo, 2019)\n- Jan Kos (OŠ Bled, 2018)\n- Ida Zor (2018)\n"
PAST = "- tečaj (CSD Kranj, 2014)\n- klub (Dom Naklo, 2015)\n- vrt (Občina Bled, 2015)\n- tabor (Karitas Kranj, 2016)\n"


@pytest.mark.parametrize(
    "words",
    [
        f"Člani skupine so:\n{PEOPLE}",
        f"Med drugim so bili izvedeni:\n{PAST}",
        f"4 KAJ JE BILO NAREJENO\n\n{PAST}",
        f"6 SPREMLJANJE\n\n{PAST.replace('201', '202')}",
    ],
)
def test_people_sources_and_what_was_done_are_none(words: str) -> None:
    assert found(HEAD.replace("5 UKREPI PO CILJNIH SKUPINAH\n\n", "") + words) == ()
