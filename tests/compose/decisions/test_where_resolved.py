"""Where a resolution stands: below its lead-in, beside its vote, in a list of results, in the text of a joint one."""

import pytest

import rinsearch

NAME = "Regijskim izvedbenim načrtom na področju socialnega varstva"
HEAD = "OBČINA LITIJA\nObčinski svet\n\nZAPISNIK\n12. redne seje Občinskega sveta Občine Litija, 14. 9. 2017\n\n"
ITEM = "Pod točko tretjo\nPredloži se Regijski izvedbeni načrt na področju socialnega varstva za osrednjo Slovenijo.\n"
LETTER = (
    "OBČINA VUZENICA\nŽupan\n\nCenter za socialno delo Koroška\n\nDatum: 26. 10. 2017\n\nZadeva: Odgovor\n\n"
    "Obveščamo vas, da je občinski svet o Regijskem izvedbenem načrtu na področju socialnega varstva za koroško regijo "
    "razpravljal na 16. redni seji 23. 10. 2017.\n\n"
)
REPORT = (
    "CENTER ZA SOCIALNO DELO KOROŠKA\n\nPoročilo ministrstvu o obravnavi Regijskega izvedbenega načrta na področju "
    "socialnega varstva za koroško regijo 2017–2020 na občinskih svetih\n\nStanje na dan 15. 11. 2017\n\n"
)
JOINT = (
    "OBČINE BENEDIKT, CERKVENJAK IN LENART\n\nZAPISNIK\nskupne seje občinskih svetov, 12. oktobra 2017\n\n"
    "1. točka: Regijski izvedbeni načrt na področju socialnega varstva za podravsko regijo\n"
)


def shown(text: str) -> set[tuple[str, str]]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return {(each.municipality.name, each.status.value) for each in found if each.plan and each.municipality}


@pytest.mark.parametrize(
    "lead",
    ["Po tem svet sklene:", "Svet po razpravi sprejme:", "Občinski svet je nato sprejel naslednje:", "SKLEP:"],
)
def test_a_lead_in_is_no_new_item(lead: str) -> None:
    assert shown(f"{HEAD}{ITEM}\n{lead}\nNavedeni načrt se vzame na znanje. (5:0)\n") == {("Litija", "acknowledged")}


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("Sprejeto je bilo, kot sledi:", {("Vuzenica", "acknowledged")}),
        ("Po razpravi je bilo soglasno sklenjeno:", {("Vuzenica", "acknowledged")}),
        ("Sklenjeno bo, kot sledi:", set()),
        ("Na odboru je bilo sklenjeno:", set()),
    ],
)
def test_what_was_resolved_is_quoted_below_a_passive(lead: str, status: set[tuple[str, str]]) -> None:
    assert shown(f"{LETTER}{lead}\n»Občinski svet jemlje vsebino načrta na znanje.«\n") == status


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Svet je na vaš dopis z dne 1. 9. 2017 na 16. redni seji, 23. 10. 2017, dolgo razpravljal.", "2017-10-23"),
        ("Odbor je načrt obravnaval na 5. seji 3. 10. 2017.", "2017-10-26"),
        ("Občinski svet Občine Muta ga je obravnaval na 5. redni seji 3. 10. 2017.", "2017-10-26"),
        ("Svet ga bo obravnaval tudi na 17. redni seji, 30. 11. 2017.", "2017-10-26"),
        ("O tem ste nas vprašali 1. 9. 2017.", "2017-10-26"),
    ],
)
def test_a_letter_tells_the_day_of_the_session_before_it_tells_what_was_resolved(told: str, day: str) -> None:
    head = LETTER.partition("Obveščamo vas")[0]
    noted = f"Občinski svet se je seznanil z {NAME} za koroško regijo."
    (decision,) = rinsearch.analyse(rinsearch.Text(f"{head}{told} {noted}\n")).decisions
    assert (decision.status.value, str(decision.date)) == ("acknowledged", day)


@pytest.mark.parametrize("result", ["-> 11 za, 1 vzdržan, sprejeto", "– za 11, proti 1, potrjeno", "(11 za, sprejeto)"])
def test_the_result_of_the_vote_behind_a_taking_note_adopts_nothing_else(result: str) -> None:
    text = f"{HEAD}3 / RIN\n- glasovanje: svet se je seznanil z {NAME} za osrednjeslovensko regijo {result}\n"
    assert shown(text) == {("Litija", "acknowledged")}


def test_a_list_below_headings_of_columns_tells_of_the_plan_in_the_title() -> None:
    rows = (
        "OBČINA – DATUM SEJE – IZID\nDravograd – 28. 9. 2017 – občinski svet seznanjen, sklep prejet\n"
        "Mežica – 18. 10. 2017 – točka preložena\nMuta – ni podatka\n\n"
        "Pojasnilo: izid »seznanjen« pomeni, da je občinski svet sprejel sklep o seznanitvi z načrtom.\n"
    )
    assert shown(REPORT + rows) == {("Dravograd", "acknowledged"), ("Mežica", "postponed")}


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        (
            f"Sveti glasujejo ločeno o istem besedilu: »Občinski svet se seznani z {NAME} za podravsko regijo.«",
            {("Lenart", "acknowledged"), ("Benedikt", "acknowledged"), ("Cerkvenjak", "rejected")},
        ),
        (
            "Sveti glasujejo ločeno o istem besedilu: »Občinski svet sprejme Regijski izvedbeni načrt na področju "
            "socialnega varstva za podravsko regijo.«",
            {("Lenart", "adopted"), ("Benedikt", "adopted"), ("Cerkvenjak", "rejected")},
        ),
    ],
)
def test_of_one_text_voted_on_apart_each_council_did_what_it_says(text: str, votes: set[tuple[str, str]]) -> None:
    entries = (
        "Izid:\n- Občinski svet Občine Lenart: 16 za, sklep je sprejet;\n"
        "- Občinski svet Občine Benedikt: 7 za, 1 proti, sklep je sprejet;\n"
        "- Občinski svet Občine Cerkvenjak: 3 za, 6 proti, sklep ni sprejet.\n"
    )
    assert shown(f"{JOINT}\n{text}\n\n{entries}") == votes


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Svetnik Vzorec: »Čemu to obravnavamo, saj smo se z načrtom že seznanili!«", set()),
        ("Svetnica Primer: Z načrtom smo se že seznanili.", set()),
        ("Član Vzorec: »Ne vem. Saj smo se z načrtom seznanili.«", set()),
        ("Župan: Ugotavljam, da smo se z načrtom seznanili.", {("Litija", "acknowledged")}),
    ],
)
def test_what_a_member_says_decides_nothing(said: str, status: set[tuple[str, str]]) -> None:
    item = "3. točka: Regijski izvedbeni načrt na področju socialnega varstva za osrednjeslovensko regijo\n"
    assert shown(f"{HEAD}{item}{said}\n") == status


@pytest.mark.parametrize("when", ["aprila 2014", "spomladi 2014", "leta 2014", "14. 4. 2014"])
def test_a_memo_tells_of_an_earlier_plan_with_or_without_a_day(when: str) -> None:
    memo = (
        "OBČINA BLOKE\nŽupan\n\nDatum: 22. 8. 2017\n\nGRADIVO ZA 4. TOČKO 15. REDNE SEJE\n\n1. Ozadje\nObčinski svet "
        f"Občine Bloke se je z {NAME} primorsko-notranjske regije za obdobje 2014–2016 seznanil {when}.\n"
    )
    assert shown(memo) == {("Bloke", "acknowledged")}
    told = rinsearch.analyse(rinsearch.Text(memo)).decisions[0]
    assert str(told.date) == ("2014-04-14" if when[0].isdigit() else "None")


def test_a_row_with_information_on_something_else_is_not_about_the_plan_of_another_row() -> None:
    table = (
        "OBČINA MEDVODE, Občinski svet\n\nPREGLED SKLEPOV 19. SEJE z dne 4. 10. 2017\n\nZap. | Sklep | ZA | PROTI\n"
        "1 | Občinski svet sprejme Regijski izvedbeni načrt na področju socialnega varstva osrednjeslovenske regije "
        "2017–2020. | 19 | 2\n2 | Občinski svet se seznani z informacijo o poplavni varnosti. | 23 | 0\n"
    )
    assert shown(table) == {("Medvode", "adopted")}
