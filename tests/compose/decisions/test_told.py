"""What papers tell of other councils, in sentences, lists and tables: cases/compose/told.toml."""

import tomllib
from pathlib import Path

import pytest

import rinsearch
from rinsearch.records import Decision
from tests.compose.decisions.test_decisions import PLAN

GROUPS = tomllib.loads((Path(__file__).parents[2] / "cases/compose/told.toml").read_text("utf-8"))["group"]
NAME = "Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")
OWN = "Semič"
PAPERS = {
    "letter": f"""CENTER ZA SOCIALNO DELO NOVO MESTO
Vzorčna ulica 1, 8000 Novo mesto

Datum: 20. 12. 2017

Zadeva: {NAME}

Spoštovani,

načrt smo septembra poslali vsem občinam v regiji in jih prosili za odgovor.

{{text}}

Lep pozdrav!
""",
    "minutes": f"""OBČINA SEMIČ
Občinski svet

ZAPISNIK
23. redne seje Občinskega sveta Občine Semič, ki je bila v četrtek, 21. 12. 2017

Ad 4
{NAME}

Načrt je predstavila direktorica centra, ki je odgovarjala tudi na vprašanja.

{{text}}

Ad 5
Razno

Pobud ni bilo.
""",
    "memo": f"""OBČINA SEMIČ
Občinska uprava

Datum: 20. 12. 2017

Zadeva: {NAME}

Obrazložitev:
Načrt je pripravila koordinacijska skupina, v kateri so bili predstavniki občin in centrov.

{{text}}
""",
    "plan": f"""{NAME.upper()}

Uvod

Načrt so pripravili izvajalci programov iz vse regije skupaj s predstavniki občin.

{{text}}

Ukrepi

Dnevni center za starejše. Izvajalec: Dom starejših. Rok: 31. 12. 2018.
""",
    "report": f"""POROČILO O OBRAVNAVI

{NAME}

Datum: 20. 12. 2017

Načrt je bil septembra poslan vsem občinam v regiji.

{{text}}
""",
    "news": f"""Center za socialno delo – Novice
20. 12. 2017

{NAME} potuje po občinah

Načrt so pripravili izvajalci programov iz vse regije.

{{text}}
""",
    "decision": f"""Občina Semič
Občinski svet

Datum: 21. 12. 2017

Občinski svet Občine Semič je na 23. redni seji 21. 12. 2017 sprejel

SKLEP

1. Občinski svet Občine Semič se je seznanil z {WITH}.

Obrazložitev
Načrt je pripravila koordinacijska skupina, v kateri so bili predstavniki občin in centrov.

{{text}}
""",
}
CASES = [
    (paper, text, tuple(group["shows"])) for group in GROUPS for paper in group["papers"] for text in group["texts"]
]


def told(paper: str, text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(PAPERS[paper].format(text=text))).decisions
    return sorted(
        _shown(each) for each in found if each.plan == PLAN and each.municipality and each.municipality.name != OWN
    )


def _shown(decision: Decision) -> str:
    assert decision.municipality is not None
    assert decision.reported
    return f"{decision.municipality.name} {decision.status}"


@pytest.mark.parametrize(("paper", "text", "shows"), CASES, ids=[f"{paper}: {text[:70]}" for paper, text, _ in CASES])
def test_what_is_told_of_other_councils_is_theirs(paper: str, text: str, shows: tuple[str, ...]) -> None:
    assert told(paper, text) == sorted(shows)


def test_look_alikes_are_among_the_cases() -> None:
    assert sum(not shows for _, _, shows in CASES) >= 40


REPORT = (
    "CENTER ZA SOCIALNO DELO TOLMIN\nPoročilo o delu za leto 2017\n\nTolmin, 26. 2. 2018\n\nSkupaj smo pripravili "
    "Regijski izvedbeni načrt na področju socialnega varstva za goriško regijo (2017-2020).\n\n"
)


@pytest.mark.parametrize(
    ("rest", "also"),
    [
        ("kobariški teden dni pozneje; v obeh primerih razprave ni bilo", True),
        ("kobariški pa 26. 10. 2017", True),
        ("kobariški čez teden dni", True),
        ("kobariški že dva tedna prej", True),
        ("kobariški z 9 glasovi za", True),
        ("kobariški istega dne", True),
        ("Občinski svet Občine Kobarid teden dni pozneje", True),
        ("v Kobaridu teden dni pozneje", True),
        ("kobariški ga še ni obravnaval", False),
        ("kobariški center pa je pripravil poročilo", False),
        ("kobariški župan teden dni pozneje", False),
        ("kobariški še ne", False),
        ("kobariški odbor teden dni pozneje", False),
        ("kobariški predvidoma teden dni pozneje", False),
        ("kobariški bo teden dni pozneje", False),
        ("kobariški prebivalci teden dni pozneje", False),
        ("tolminski center in kobariški novembra", False),
    ],
)
def test_a_council_without_a_verb_did_the_same_where_only_a_time_is_said(rest: str, also: bool) -> None:
    text = f"{REPORT}Bovški občinski svet se je z načrtom seznanil 19. oktobra, {rest}.\n"
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    noted = {each.municipality.name for each in found if each.municipality and each.status.value == "acknowledged"}
    assert noted == ({"Bovec", "Kobarid"} if also else {"Bovec"})


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Svet Občine Benedikt ni odločal; o točki bo sklepal novembra.", "scheduled"),
        ("Občinski svet Občine Benedikt načrta ni obravnaval; o točki bo glasoval po novem letu.", "scheduled"),
        ("Svet Občine Benedikt se je seznanil z načrtom; o točki so razpravljali dolgo.", "acknowledged"),
        ("Svet Občine Benedikt je razpravljal, o točki pa ni glasoval.", None),
        ("Svet Občine Benedikt je zasedal oktobra; o točki je odločal soglasno.", None),
    ],
)
def test_a_council_goes_on_acting_where_the_item_is_only_what_it_acts_on(told: str, status: str | None) -> None:
    head = "CSD MARIBOR\n\nPoročilo o obravnavi Regijskega izvedbenega načrta podravske regije 2017-2020\n"
    found = rinsearch.analyse(rinsearch.Text(f"{head}\nDatum: 20. 11. 2017\n\n{told}\n")).decisions
    of_it = [(each.municipality.name, each.status.value) for each in found if each.municipality]
    assert of_it == ([("Benedikt", status)] if status else [])
