"""Measures that memos and letters name in a few sentences, and that plans tell below titles.

Source: memos on regional plans, written anew. What is done already, or concerns the plan itself, is no measure.
"""

import pytest

import rinsearch
from rinsearch import Text

MEMO = (
    "Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za savinjsko regijo 2014-2016 – seznanitev\n\n"
    "Obrazložitev\n\n"
)
PLAN = "Regijski izvedbeni načrt na področju socialnega varstva za savinjsko regijo 2014-2016\n\n"


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(each.text, each.providers, each.deadline) for each in rinsearch.analyse(Text(text)).measures]


@pytest.mark.parametrize("lead", ["Na peti strani načrta je zapisano tudi, kaj nas čaka.", "Kaj nam načrt prinaša?"])
def test_a_sentence_behind_what_the_plan_holds_is_a_measure(lead: str) -> None:
    found = told(f"{MEMO}{lead} Društvo Žarek bo do konca leta 2015 postavilo delavnico za slepe.\n")
    assert [each[1:] for each in found] == [(("Društvo Žarek",), "do konca leta 2015")]


@pytest.mark.parametrize(
    "text",
    [
        "Kaj nam načrt prinaša? Društvo Žarek je leta 2013 postavilo delavnico za slepe.",
        "Kaj nam načrt prinaša? Koordinacijska skupina bo do 31. 3. 2015 pripravila poročilo.",
        "Občina je največja v dolini. Društvo Žarek bo do konca leta 2015 postavilo delavnico za slepe.",
        "V načrtu je zapisano, da je starejših 14 %. Delež se bo po oceni Zavoda Pot do leta 2016 povečal na 18 %.",
    ],
)
def test_the_past_the_plan_itself_and_other_news_are_none(text: str) -> None:
    assert told(f"{MEMO}{text}\n") == []


def test_a_sentence_that_refers_back_goes_on_with_the_measure_before_it() -> None:
    text = (
        "Najprej o ukrepu »Dolina brez pregrad«. Z njim bo Zavod Vrh do konca marca 2016 invalidom omogočil dostop. "
        "V načrt je vključena tudi pobuda upokojencev: skupna kuha za osamljene. "
        "Zanjo bo od 1. 1. 2015 skrbelo Društvo upokojencev Braslovče.\n"
    )
    found = told(f"{MEMO}Kaj načrt pomeni za nas?\n\n{text}")
    assert [each[1] for each in found] == [("Zavod Vrh",), ("Društvo upokojencev Braslovče",)]
    assert found[0][0].startswith("Najprej o ukrepu »Dolina")
    assert found[1][0].startswith("skupna kuha")


def test_who_stands_between_dashes_behind_the_name() -> None:
    text = (
        "Trije ukrepi se nanašajo na nas:\n"
        "1. prevozi za starejše – izvaja Dom Lendava, enota Odranci – rok 30. 6. 2015;\n"
        "2. tečaj za slepe – izvaja Medobčinsko društvo slepih – rok 2016;\n"
        "3. obleke – izvaja župnijska Karitas – letno.\n"
    )
    assert told(f"{MEMO}{text}")[:2] == [
        ("prevozi za starejše", ("Dom Lendava, enota Odranci",), "30. 6. 2015"),
        ("tečaj za slepe", ("Medobčinsko društvo slepih",), "2016"),
    ]


def test_proposals_that_were_accepted_into_the_plan_are_measures() -> None:
    text = (
        "Sprejeta sta bila dva predloga: da se v domu oglasi zdravnica za otroke (izvajalec ZD Litija, rok 1. 9. 2015) "
        "in da se plača prevoz (izvajalec Občina Litija, rok januar 2016).\n"
    )
    assert [each[1:] for each in told(f"{MEMO}{text}")] == [
        (("ZD Litija",), "1. 9. 2015"),
        (("Občina Litija",), "januar 2016"),
    ]
    assert told(f"{MEMO}Dokončana sta bila dva programa: klub (izvajalec ZD Litija, rok 1. 9. 2015).\n") == []


TITLED = (
    "Kaj prinaša za otroke?\n\n1. Nočno varstvo otrok\n\nStarši delajo ponoči. Vrtec Rod bo do septembra 2015 odprl "
    "skupino.\n\n2. Knjižnica igrač\n\nZaživela bo 1. 3. 2016, vodila jo bo Knjižnica Kamnik.\n\n"
    "3. Izhodni paket\n\nZavod Krog in CSD Litija ga pripravita do 30. 6. 2016.\n\n"
)


def test_titles_with_running_text_below_are_measures() -> None:
    assert [(name, who) for name, who, _ in told(PLAN + TITLED)] == [
        ("Nočno varstvo otrok", ("Vrtec Rod",)),
        ("Knjižnica igrač", ("Knjižnica Kamnik",)),
        ("Izhodni paket", ("Zavod Krog", "CSD Litija")),
    ]


def test_chapters_of_several_measures_are_none_themselves() -> None:
    below = (
        "Društvo Pot bo do 30. 6. 2015 odprlo klub. Dom Sonce bo do 31. 12. 2015 uredil sobo. "
        "CSD Žalec bo leta 2016 uvedel telefon.\n\n"
    )
    found = told(f"{PLAN}Ukrepi\n\n2. Mladi brez dela\n\n{below}3. Dom za vse\n\n{below.replace('klub', 'dom')}")
    assert not {name for name, _, _ in found} & {"Mladi brez dela", "Dom za vse"}


CHAPTER = "4. Ukrepi\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do konca leta 2015 bo Občina Žalec uredila kopalnico za Rome.", [(("Občina Žalec",), "konca leta 2015")]),
        (
            "Spremljanje po zaporu bo izvajala Karitas Žalec, in sicer od leta 2016 dalje.",
            [(("Karitas Žalec",), "od leta 2016 dalje")],
        ),
        ("Spremljanje načrta bo izvajala Karitas Žalec do 30. 6. 2016.", []),
    ],
)
def test_a_time_that_begins_a_sentence_is_no_label_and_spremljanje_may_be_help(
    text: str, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    found = [
        (who, (when or "").removeprefix("do ").removeprefix("Do ")) for _, who, when in told(PLAN + CHAPTER + text)
    ]
    assert found == expected
