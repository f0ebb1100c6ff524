"""Lists that say above each part, or in the head of a table, what the councils below it did."""

import pytest

import rinsearch
from rinsearch.records import Decision

PLAN = "Regijski izvedbeni načrt na področju socialnega varstva za pomursko regijo 2017-2020"
REPORT = f"""Center za socialno delo Murska Sobota

POROČILO
o tem, kako so se občinski sveti odzvali na {PLAN}
(stanje 8. decembra 2017)

"""


def told(text: str) -> dict[str, str]:
    found = rinsearch.analyse(rinsearch.Text(f"{REPORT}{text}\n")).decisions
    return {each.municipality.name: _shown(each) for each in found if each.municipality and each.plan}


def _shown(each: Decision) -> str:
    vote = f" {each.vote.for_}:{each.vote.against or 0}" if each.vote and each.vote.for_ is not None else ""
    return f"{each.status}{vote}"


NOTED = """1. SVET JE NAČRT VZEL NA ZNANJE
   - Tišina (seja 5. 10., od 14 članov 14 za)
   - Beltinci (26. 10., brez glasovanja)
   - Cankova (28. 9.; 6 za)
   - Radenci (16. 11., s tem da je zahtevala več prevozov)

"""


def test_brackets_below_a_heading_give_the_day_and_the_vote() -> None:
    found = told(NOTED)
    assert set(found) == {"Tišina", "Beltinci", "Cankova", "Radenci"}
    assert found["Cankova"] == "acknowledged 6:0"
    assert all(each.startswith("acknowledged") for each in found.values())


def test_the_heading_of_a_list_says_nothing_of_the_next_list() -> None:
    found = told(f"{NOTED}2. NE ŠTEJEMO\n   - Turnišče (seja 6. 10.)\n   - Veržej (seja 9. 10.)\n")
    assert set(found) == {"Tišina", "Beltinci", "Cankova", "Radenci"}


def test_another_plan_that_is_named_later_is_not_that_of_the_list() -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{REPORT}{NOTED}Odziv je slabši kot pri načrtu 2014-2016.\n")).decisions
    assert {each.plan for each in found} == {"rin-sv/pomurska/2017-2020"}


TABLE = """| Občina    | Prejeto | Odgovor |
|-----------|---------|---------|
| Beltinci  | 9. 10.  | seznanjeni 5. 10. |
| Turnišče  | 12. 10. | {answer} |
| Veržej    | –       | ni odgovora |
"""


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("Svetniki so dokument vzeli na znanje, 22 za, nihče proti.", "acknowledged 22:0"),
        ("Da. 20. redna seja, brez razprave, le seznanitev.", "acknowledged"),
        ("MS je načrt sprejel, 23 : 4.", "adopted 23:4"),
        ("Na mizi bo na prvi seji v letu 2018.", "scheduled"),
        ("na vrsti 10. 4.", "scheduled"),
        ("pozvani 3. 3., odgovora ni", "requested"),
        ("svet načrta noče, 4 za, 7 proti", "rejected 4:7"),
        ("na znanje, ena pripomba (brezdomci niso omenjeni)", "acknowledged"),
        ("Župan je mislil, da se je svet že seznanil.", None),
        ("Seznanil se je odbor. Na svet ne pride.", None),
        ("ni odgovora", None),
    ],
)
def test_an_answer_in_a_table_says_what_was_done(answer: str, shown: str | None) -> None:
    assert told(TABLE.format(answer=answer)).get("Turnišče") == shown


def test_an_answer_about_an_earlier_plan_is_not_about_this_one() -> None:
    table = "| Občina | Odgovor |\n|---|---|\n| Beltinci | seznanjeni 5. 10. |\n| Turnišče | Imamo samo za 2014–2016: "
    found = rinsearch.analyse(
        rinsearch.Text(f"{REPORT}{table}z njim se je svet seznanil februarja 2015. |\n")
    ).decisions
    plans = {each.plan for each in found if each.municipality and each.municipality.name == "Turnišče"}
    assert plans == {"rin-sv/pomurska/2014-2016"}


def test_a_plan_is_of_the_years_below_its_title() -> None:
    text = """REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA
POSAVSKA STATISTIČNA REGIJA
2021 – 2025

5 KAKO SO NAČRT SPREJELI V OBČINAH

Do zaključka redakcije so nam sporočile:

   občina                seja           stanje
   Brežice               27. 9. 2021    seznanitev soglasna
   Krško                 14. 10. 2021   seznanjeni; zapisnik v prilogi
   Sevnica               13. 10. 2021   preloženo

Z načrtom za obdobje 2017-2020 se je svet v Radečah seznanil brez težav.
"""
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    shown = {each.municipality.name: each.plan for each in found if each.municipality}
    assert shown["Krško"] == shown["Brežice"] == shown["Sevnica"] == "rin-sv/posavska/2021-2025"
