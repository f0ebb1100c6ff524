"""What a council adopts, refuses or names beside the plan in the same item is not what becomes of the plan."""

import pytest

import rinsearch

HEAD = "OBČINA METLIKA\nObčinski svet\n\nZAPISNIK 20. redne seje, 12. 10. 2017\n\n"
PLAN = "Regijski izvedbeni načrt na področju socialnega varstva jugovzhodne regije 2017-2020"
NOTED = "SKLEP: Občinski svet se je seznanil z načrtom. 13 za, 0 proti."


def statuses(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}{text}\n\n6. Razno\nNič.\n")).decisions
    return {each.status.value for each in found if each.plan}


@pytest.mark.parametrize(
    "told",
    [
        "Sklep: Svet je načrt obravnaval in je z njim seznanjen; kot mnenje sprejema pripombe iz 2. točke. 13 za.",
        "Sklep: Svet se seznani z načrtom in sprejme pripombe odbora. 13 za.",
        "Sklep: Svet se je seznanil z načrtom ter potrjuje stališča odbora. 13 za.",
        "Sklep: Svet se seznanja z načrtom. V njem podpira zlasti stanovanja za mlade matere. 13 za.",
        f"Svetnik Kos je predlagal, da svet dokument zavrne. Glasovanje o predlogu svetnika Kosa: 4 za, 9 proti; "
        f"predlog ni bil izglasovan.\n{NOTED}",
        "Predlog A: svet se seznani. Predlog B (svetnika Kosa): svet ga ne obravnava.\nGlasovanje o predlogu B: ZA 4, "
        f"PROTI 9. Predlog B ni sprejet.\nGlasovanje o predlogu A: ZA 12, PROTI 1.\n{NOTED}",
    ],
)
def test_a_taking_note_stays_one(told: str) -> None:
    assert statuses(f"5. {PLAN}\n\n{told}") == {"acknowledged"}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Sklep: Svet se seznani z načrtom in sprejme načrt brez pripomb. 13 za.", "adopted"),
        ("Sklep: Svet odobrava, kar je v njem za občino napisano. 13 za.", "adopted"),
        ("Sklep: Občinski svet načrta ne obravnava in ga vrača pošiljateljem. 13 za.", "rejected"),
        ("Sklep: Svet načrta ne bo obravnaval. 9 za, 4 proti.", "rejected"),
        ("Predlog sklepa: Svet se seznani z načrtom. Predlog ni bil sprejet (4 za, 9 proti).", "rejected"),
    ],
)
def test_what_is_said_of_the_plan_itself_counts(told: str, status: str) -> None:
    assert statuses(f"5. {PLAN}\n\n{told}") == {status}


def test_what_will_not_be_done_today_is_not_refused() -> None:
    assert "rejected" not in statuses(f"5. {PLAN}\n\nSvet načrta danes ne bo obravnaval.")
    assert "rejected" not in statuses(f"5. {PLAN}\n\nSvet načrta ne bo obravnaval, dokler ga ne dobi.")


def test_numbered_paragraphs_that_tell_are_no_agenda() -> None:
    told = (
        "DNEVNI RED, kot je bil potrjen s 13 ZA:\n1) realizacija sklepov, 2) regijski načrt\n\n"
        "1) Župan je poročal o realizaciji. Poročilo se vzame na znanje.\n\n"
        f"2) Župan je povedal, da mora vsaka občina obravnavati {PLAN}. Svetniki so menili, da je predolg.\n"
        "Župan je dal na glasovanje sklep: »Občinski svet se seznani z načrtom.«\nZA 4, PROTI 8.\n"
    )
    assert statuses(told) == {"rejected"}


def test_what_a_council_would_not_do_is_told_of_the_past() -> None:
    told = "Svetnik Kos je dejal, da se svet v Semiču z načrtom ni hotel seznaniti."
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}5. {PLAN}\n\n{told}\n{NOTED}\n")).decisions
    assert {(each.municipality.name, each.status.value) for each in found if each.plan and each.municipality} == {
        ("Semič", "rejected"),
        ("Metlika", "acknowledged"),
    }
