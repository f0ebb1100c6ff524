"""Several who do several things in one sentence, signs between labels and values, parts in brackets of any kind."""

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
CHAPTER = "4. UKREPI\n\n"
BOTH = (("CSD Kranj", "2018-12-31"), ("Rdeči križ Kranj", "2019-12-31"))


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(HEAD + text))


@pytest.mark.parametrize(
    "words",
    [
        "CSD Kranj bo do 31. 12. 2018 odprl klub za starejše, Rdeči križ Kranj pa do konca leta 2019 tečaj za svojce.",
        "CSD Kranj do 31. 12. 2018 odpre klub za starejše, Rdeči križ Kranj bo leta 2019 pripravil tečaj za svojce.",
        "CSD Kranj bo do 31. 12. 2018 odprl klub, in Rdeči križ Kranj, ki ga podpira občina, bo leta 2019 začel tečaj.",
        "CSD Kranj jim bo do 31. 12. 2018 uredil klub; Rdeči križ Kranj pripravi tečaj za svojce do konca leta 2019.",
    ],
)
def test_each_who_does_something_in_a_sentence_has_a_measure(words: str) -> None:
    found = understood(CHAPTER + words).measures
    assert [(each.providers[0], str(each.until)) for each in found] == list(BOTH)


@pytest.mark.parametrize(
    "words",
    [
        "Klub bosta do 31. 12. 2018 odprla CSD Kranj in Rdeči križ Kranj.",
        "CSD Kranj bo do 31. 12. 2018 odprl klub v hiši, ki jo ima Rdeči križ Kranj.",
        "CSD Kranj bo do 31. 12. 2018 odprl klub; Občina Kranj ga sofinancira.",
    ],
)
def test_who_only_helps_has_none_of_its_own(words: str) -> None:
    assert len(understood(CHAPTER + words).measures) == 1


def test_chapters_are_priorities_where_a_sentence_says_so_and_as_many_as_it_counts() -> None:
    chapters = "".join(
        f"5.{n}  {title}\n\nCSD Kranj bo do konca leta 2018 odprl klub {n}.\n\n"
        for n, title in enumerate(("Otroci in starši", "Zaposlovanje", "Kar je skupno"), 1)
    )
    said = "Poglavje sledi dvema prednostnima področjema; zadnji razdelek je splošen."
    found = understood(f"5  Načrtovani koraki\n\n{said}\n\n{chapters}")
    assert [each.title for each in found.priorities] == ["Otroci in starši", "Zaposlovanje"]
    assert [each.priority for each in found.measures] == ["1", "2", None]


@pytest.mark.parametrize("sign", ["≡", "=", "»", "→", "▸", "~", "–"])
def test_any_sign_may_stand_between_a_label_and_its_value(sign: str) -> None:
    lines = (
        f"Naloga I/{{n}} {sign} {{t}}",
        f"Za koga {sign} starejši",
        f"Skrbnik {sign} CSD Kranj",
        f"Rok {sign} 2018",
    )
    text = "\n\n".join(
        "\n".join(lines).format(n=n, t=title) for n, title in enumerate(("Topla hiša", "Klop v parku"), 1)
    )
    found = understood(CHAPTER + text).measures
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Topla hiša", ("CSD Kranj",), "2018"),
        ("Klop v parku", ("CSD Kranj",), "2018"),
    ]


@pytest.mark.parametrize(
    "inside", ["[CSD Kranj / 2018 / ESS]", "[CSD Kranj | 2018 | občine 60 %]", "{CSD Kranj; 2018}"]
)
def test_parts_in_brackets_of_any_kind_are_told_by_what_they_are(inside: str) -> None:
    found = understood(f"{CHAPTER}• Topla hiša: kosila za starejše {inside}\n• Klop v parku {inside}\n").measures
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Topla hiša: kosila za starejše", ("CSD Kranj",), "2018"),
        ("Klop v parku", ("CSD Kranj",), "2018"),
    ]


GRID = """\
+-----+------------------+-------------+------------+
| Zap.| Kaj bomo naredili| Uporabniki  | Čas        |
+-----+------------------+-------------+------------+
| CILJ 1: MANJ REVŠČINE                             |
+-----+------------------+-------------+------------+
| 1.1 | Botrstvo za šol- | otroci      | marec      |
|     | ske potrebščine  |             | 2018       |
+-----+------------------+-------------+------------+
| CILJ 2: VEČ VARNOSTI                              |
+-----+------------------+-------------+------------+
| 2.1 | Krizna soba      | žrtve       | 2019       |
|     |                  | nasilja     |            |
+-----+------------------+-------------+------------+
"""


def test_a_line_over_a_frame_is_a_title_and_ends_no_table() -> None:
    found = understood(CHAPTER + GRID)
    assert [(each.number, each.text, each.deadline) for each in found.measures] == [
        ("1.1", "Botrstvo za šolske potrebščine", "marec 2018"),
        ("2.1", "Krizna soba", "2019"),
    ]
    assert [each.title for each in found.goals] == ["MANJ REVŠČINE", "VEČ VARNOSTI"]


def test_what_somebody_will_have_done_is_not_in_the_past() -> None:
    below = "\n- Topla hiša {n} {{mladi; 2018}}\n- Klop {n} za starejše {{mladi; do 1. 3. 2019}}\n\n"
    names = ("VII/1 CSD KRANJ", "VII/2 OBČINA BLED, OBČINA BOHINJ (skupaj)")
    text = "".join(name + below.format(n=n) for n, name in enumerate(names, 1))
    found = understood(f"Poglavje VII: KDO BO KAJ OPRAVIL\n\n{text}").measures
    assert [each.providers[0] for each in found] == ["CSD KRANJ", "CSD KRANJ", "OBČINA BLED", "OBČINA BLED"]
