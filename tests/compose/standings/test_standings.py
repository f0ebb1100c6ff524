"""Lists and tables of several councils: what each entry shows, when, with which vote, and where it is written."""

from datetime import date

import pytest

import rinsearch
from rinsearch.compose.standings.values import status_of
from rinsearch.records import Decision, Status
from tests.compose.decisions.test_told import PAPERS

TABLE = """| Občina | Seja | Datum | Odločitev občinskega sveta |
|---|---|---|---|
| Kočevje | 21. redna | 5. 10. 2017 | seznanitev |
| Metlika | 3. dopisna | 12. 10. 2017 | enako |
| Kostel | 18. | 19. 10. 2017 | seznanitev (6 za, 1 proti) |
| Straža | 19. | 9. 1. 2018 | seznanitev |
"""


def listed(text: str, paper: str = "letter") -> dict[str, Decision]:
    found = rinsearch.analyse(rinsearch.Text(PAPERS[paper].format(text=text))).decisions
    return {each.municipality.name: each for each in found if each.municipality and each.reported}


def test_each_row_has_its_session_and_day() -> None:
    found = listed(TABLE)
    sessions = {name: each.session and (each.session.number, each.session.kind) for name, each in found.items()}
    assert sessions["Kočevje"] == (21, "redna")
    assert sessions["Metlika"] == (3, "dopisna")
    assert sessions["Kostel"] == (18, None)
    assert found["Metlika"].date == date(2017, 10, 12)


def test_a_row_has_its_own_vote_and_its_own_words_as_evidence() -> None:
    found = listed(TABLE)
    assert found["Kostel"].vote is not None
    assert (found["Kostel"].vote.for_, found["Kostel"].vote.against) == (6, 1)
    assert found["Kočevje"].vote is None
    assert found["Metlika"].evidence.quote.startswith("Metlika")


def test_a_day_behind_that_of_the_paper_is_still_to_come() -> None:
    assert listed(TABLE)["Straža"].status == Status.SCHEDULED


def test_a_day_without_a_year_is_the_last_one_before_the_paper() -> None:
    found = listed("Odločitve občinskih svetov:\n\nKočevje – na znanje 26. 10.\nMetlika – na znanje 28. 12.")
    assert found["Kočevje"].date == date(2017, 10, 26)
    assert found["Metlika"].date == date(2016, 12, 28)


def test_a_vote_that_was_lost_is_no_acknowledgement() -> None:
    found = listed("Odločitve občinskih svetov:\n\nKočevje – seznanitev (2 za, 5 proti)\nMetlika – seznanitev (9 za)")
    assert (found["Kočevje"].status, found["Metlika"].status) == (Status.REJECTED, Status.ACKNOWLEDGED)


def test_a_title_with_a_session_is_no_entry() -> None:
    titled = "KOČEVJE (seja 5. oktobra)\n\nBilo je burno.\n\nMETLIKA (seja 6. oktobra)\n\nTudi tam."
    assert not listed(f"Seznanitev občinskih svetov\n\n{titled}", "news")


def test_one_name_alone_is_no_list() -> None:
    assert not listed("Odločitve občinskih svetov:\n\nKočevje – 5. 10. 2017")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("seznanjeni 26. 10.", Status.ACKNOWLEDGED),
        ("vzeto na znanje, brez pripomb", Status.ACKNOWLEDGED),
        ("svet seznanjen; na predlog odbora dodana pripomba", Status.ACKNOWLEDGED),
        ("najprej preloženo, 12. 10. seznanitev", Status.ACKNOWLEDGED),
        ("obravnavano; svet še ni seznanjen", None),
        ("seznanjen odbor", None),
        ("samo odbor (seznanil se je 3. 6. 2014)", None),
        ("sklep o seznanitvi v pripravi", None),
        ("seznanitev predvidena decembra", Status.SCHEDULED),
        ("svet se bo seznanil januarja", Status.SCHEDULED),
        ("točka ni bila umaknjena", None),
        ("preloženo na zahtevo odbora", Status.POSTPONED),
        ("umik na predlog župana", Status.WITHDRAWN),
        ("niso podprli", Status.REJECTED),
        ("ne bo uvrščeno", None),
        ("prejem potrjen 6. 9.", None),
        ("", None),
    ],
)
def test_the_words_beside_a_name_are_judged_part_by_part(words: str, status: Status | None) -> None:
    assert status_of(words) == status


RIN = "RIN JV Slovenija 2017–2020"
FIELDS = """Metlika
  seja: 26. redna
  izid: sprejet sklep o seznanitvi
Semič
  seja: 22. redna
  izid: točka prestavljena
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RIN}\n\nMetlika: OS 21. 9. seznanjeni\nSemič: OS 26. 9. prestavljeno na nov.\n", "Metlika Semič-"),
        (f"{RIN}, občinski sveti – Metlika: seznanjen (1/17), Semič: preloženo, Mirna: ni odgovora.", "Metlika Semič-"),
        (f"{RIN}, odbori – Metlika: seznanjen, Semič: seznanjen.", ""),
        (f"Obravnava {RIN} na občinskih svetih\n\n{FIELDS}", "Metlika Semič-"),
        (
            f"Sklepi o seznanitvi z {RIN}:\n\n- Metlika, sklep OS z dne 21. 9.\n- Semič, sklep OS 1. 10.\n",
            "Metlika Semič",
        ),
        (f"Občinski sveti – {RIN}\n\nOBČ. MIRNA – OS 14. 6.: seznanjeni\nOBČ. SEMIČ: vzeli na znanje\n", "Mirna Semič"),
        (
            f"O seznanitvi občinskih svetov z {RIN} sta nas obvestili občini: Metlika (29. 6.) in Semič.",
            "Metlika Semič",
        ),
        (f"O seznanitvi svojih zaposlenih z {RIN} sta nas obvestili občini: Metlika in Semič.", ""),
    ],
)
def test_lists_without_a_table_tell_of_each_council(text: str, expected: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    signs = {Status.ACKNOWLEDGED: "", Status.POSTPONED: "-"}
    told = [each for each in found if each.municipality and each.status in signs]
    names = sorted(f"{each.municipality.name}{signs[each.status]}" for each in told if each.municipality)
    assert " ".join(names) == expected
