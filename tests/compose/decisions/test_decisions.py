"""What sentences show, in the papers that hold them: cases/compose/decisions.toml."""

import tomllib
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Analysis, Decision, Event

CASES = tomllib.loads((Path(__file__).parents[2] / "cases/compose/decisions.toml").read_text("utf-8"))["case"]

FRAMES = {
    "minutes": """OBČINA SEMIČ
Občinski svet

ZAPISNIK
21. redne seje Občinskega sveta Občine Semič, ki je bila v četrtek, 12. 10. 2017

Navzočih je bilo 13 članov sveta.

Ad 4
Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

{text}

Ad 5
Razno

Seja je bila zaključena ob 19. uri.
""",
    "memo": """OBČINA SEMIČ
Občinska uprava

Datum: 20. 9. 2017

OBČINSKEMU SVETU OBČINE SEMIČ

Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

Obrazložitev:
Predlagatelj gradiva je županja.

{text}
""",
    "letter": """CENTER ZA SOCIALNO DELO NOVO MESTO
Vzorčna ulica 1, 8000 Novo mesto

Datum: 8. 9. 2017

Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

Spoštovani,

{text}

Lep pozdrav!
""",
    "letter-semic": """OBČINA SEMIČ
Vzorčna ulica 1, 8333 Semič

Datum: 8. 11. 2017

CENTER ZA SOCIALNO DELO NOVO MESTO

Zadeva: Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

Spoštovani,

{text}

Lep pozdrav!
""",
}
PLAN = "rin-sv/jugovzhodna/2017-2020"


def read(case: dict[str, str]) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(FRAMES[case["paper"]].format(text=case["text"].strip())))


def shown(decision: Decision) -> str:
    owner = decision.municipality.name if decision.municipality else "+".join(m.name for m in decision.addressees)
    return f"{owner} {decision.status}" + (" reported" if decision.reported else "")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_sentence_shows_what_a_reader_would_say(case: dict[str, str]) -> None:
    found = read(case)
    assert found.kind == case["paper"].split("-")[0]
    assert sorted(shown(each) for each in found.decisions if each.plan == PLAN) == sorted(case["shows"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_quote_stands_where_it_says(case: dict[str, str]) -> None:
    text = FRAMES[case["paper"]].format(text=case["text"].strip())
    found = rinsearch.analyse(rinsearch.Text(text), passages=True)
    passages = {passage.id: passage.text for passage in found.passages}
    acts: tuple[Decision | Event, ...] = (*found.decisions, *found.events)
    for act in acts:
        for place in (act.evidence, *act.grounds):
            assert passages[place.passage][place.start : place.end] == place.quote


def test_both_kinds_of_answers_are_among_the_cases() -> None:
    empty = [case for case in CASES if not case["shows"]]
    assert len(empty) >= 15
    assert len(CASES) - len(empty) >= 25
