"""Whose act it is by what leads to it: the day of a resolution, a list's lead-in, the title of a joint session."""

import pytest

import rinsearch

PLAN = "Regijski izvedbeni načrt na področju socialnega varstva gorenjske regije 2017–2020"
WITH = "z Regijskim izvedbenim načrtom na področju socialnega varstva gorenjske regije 2017–2020"


def shown(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [f"{each.municipality.name} {each.status}" for each in found if each.plan and each.municipality]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Novice\n\nSklep OS Občine Bled z dne 19. 9. 2017: svet se seznani {WITH}.", ["Bled acknowledged"]),
        (f"Novice\n\nPredlog sklepa OS Občine Bled z dne 19. 9. 2017: svet se seznani {WITH}.", []),
        (f"Novice\n\nSklep odbora Občine Bled z dne 19. 9. 2017: svet se seznani {WITH}.", []),
        (f"{PLAN}: obravnave\n\nObčina Bled: seja 14. 11. 2017. Sklep: OS se seznani {WITH}.", ["Bled acknowledged"]),
        (f"{PLAN}: obravnave\n\nObčina Bled: seja 14. 11. 2017. Predlog sklepa: OS se seznani {WITH}.", []),
    ],
)
def test_a_resolution_of_a_day_is_that_of_the_council_named_before_it(text: str, expected: list[str]) -> None:
    acknowledged = [each for each in shown(text) if each.endswith("acknowledged")]
    assert acknowledged == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Občinski svet je v letu 2017:", ["Bled acknowledged"]),
        ("Na seji 22. junija so svetniki:", ["Bled acknowledged"]),
        ("Na oktobrski seji občinskega sveta smo med drugim:", ["Bled acknowledged"]),
        ("Na oktobrski seji nadzornega sveta smo med drugim:", []),
        ("Na seji 22. junija bodo svetniki:", []),
        ("Odbor za družbene dejavnosti je na seji:", []),
    ],
)
def test_a_list_of_participles_tells_what_its_lead_in_names(lead: str, expected: list[str]) -> None:
    text = f"OBČINA BLED\nNovice\n\n{lead}\n- sprejel proračun,\n- vzel na znanje {PLAN},\n- imenoval odbor.\n"
    assert shown(text) == expected


JOINT = """ZAPISNIK
skupne seje občinskih svetov Občine Bled in Občine Gorje, 5. 10. 2017

Točka 2: {plan}
{text}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Sklep: Občinska sveta se seznanita {WITH}.", ["Bled acknowledged", "Gorje acknowledged"]),
        (
            f"Sklep: Občinska sveta se seznanita {WITH}.\nObčina Bled: 10 za, 0 proti. Občina Gorje: 3 za, 8 proti.",
            ["Bled acknowledged", "Gorje rejected"],
        ),
        (f"Direktorica pove, da so se občinski sveti v regiji že seznanili {WITH}.", []),
        ("Občinska sveta bosta načrt obravnavala vsak zase.", []),
    ],
)
def test_two_councils_of_a_joint_session_are_those_of_its_title(text: str, expected: list[str]) -> None:
    assert shown(JOINT.format(plan=PLAN, text=text)) == expected


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        ("sprejeto, 17:0", f"3. {PLAN} – seznanitev, 18:0", ["acknowledged"]),
        ("2. obravnava", f"3. {PLAN} – seznanitev", []),
    ],
)
def test_an_agenda_with_the_results_written_in_tells_what_was_decided(
    second: str, third: str, expected: list[str]
) -> None:
    head = "OBČINA BLED\nDNEVNI RED 19. redne seje Občinskega sveta z dne 21. 9. 2017\n\n1. Potrditev zapisnika\n"
    assert shown(f"{head}2. Odlok o proračunu – {second}\n{third}\n") == [f"Bled {each}" for each in expected]


@pytest.mark.parametrize(("day", "status"), [("18. 5. 2017", "scheduled"), ("18. 4. 2017", "acknowledged")])
def test_a_letter_tells_no_session_behind_its_own_day_as_held(day: str, status: str) -> None:
    head = "OBČINA BLED\nDatum: 3. 5. 2017\n\nCenter za socialno delo Radovljica\n\nZadeva: odgovor\n\n"
    letter = f"{head}Spoštovani,\nsporočamo vam, da se je občinski svet na seji {day} seznanil {WITH}.\n"
    assert shown(letter) == [f"Bled {status}"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Na včerajšnji, 23. seji občinskega sveta je bila obravnavana tudi točka o načrtu. Poročala je", True),
        ("Na seji odbora je bila obravnavana tudi točka o načrtu. Poročala je", False),
    ],
)
def test_a_memo_goes_on_of_the_council_whose_session_it_tells_of(before: str, expected: bool) -> None:
    memo = f"OBČINA BLED\nInterna informacija za župana\n\n{PLAN}\n\n{before} direktorica centra. "
    assert ("Bled acknowledged" in shown(f"{memo}Po razpravi so sprejeli sklep o seznanitvi (15 za).")) is expected
