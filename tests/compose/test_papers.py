"""What is understood of a whole paper: kind, issuer, date, session, plans, measures, priorities."""

from datetime import date

import pytest

import rinsearch
from rinsearch.records import Analysis


def read(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(text))


MINUTES = """MESTNA OBČINA SLOVENJ GRADEC
Občinski svet

Z A P I S N I K
27. seje Občinskega sveta Mestne občine Slovenj Gradec z dne 4. 10. 2017

Številka: 032-0007/2017-4

Navzočih je bilo 25 svetnikov.

Ad 1
Potrditev zapisnika 26. redne seje

Zapisnik 26. redne seje se potrdi. (za 24, proti 0, vzdržan 1)

Ad 2
Regijski izvedbeni načrt na področju socialnega varstva za koroško regijo 2017-2020

Občinski svet se je seznanil z načrtom. O točki se ni glasovalo.
"""


def test_minutes_give_kind_issuer_session_date_and_number() -> None:
    found = read(MINUTES)
    assert found.kind == "minutes"
    assert found.issuer is not None
    assert found.issuer.name == "Slovenj Gradec"
    assert found.session is not None
    assert (found.session.number, found.session.date) == (27, date(2017, 10, 4))
    assert found.date == date(2017, 10, 4)
    assert found.case_numbers == ("032-0007/2017-4",)


def test_a_decision_without_a_vote_says_so() -> None:
    decision = next(each for each in read(MINUTES).decisions if each.plan)
    assert decision.vote is not None
    assert decision.vote.form == "without_vote"
    assert decision.date == date(2017, 10, 4)


def test_the_vote_of_another_item_is_not_taken() -> None:
    minutes = next(each for each in read(MINUTES).decisions if not each.plan)
    assert minutes.vote is not None
    assert (minutes.vote.for_, minutes.vote.abstained) == (24, 1)


def test_a_committee_s_minutes_hold_no_decision_of_the_council() -> None:
    text = MINUTES.replace("27. seje Občinskega sveta", "9. seje Odbora za družbene zadeve Občinskega sveta")
    assert [each for each in read(text).decisions if each.plan] == []


def test_a_letter_to_a_municipality_is_not_the_municipality_s() -> None:
    found = read(
        "CENTER ZA SOCIALNO DELO MARIBOR\n\nOBČINA DUPLEK\n\nZadeva: Regijski izvedbeni načrt za podravsko regijo "
        "2017-2020\n\nSpoštovani, prosimo, da načrt obravnavate na seji.\n\nLep pozdrav!"
    )
    assert found.kind == "letter"
    assert found.issuer is None
    assert found.author == "CENTER ZA SOCIALNO DELO MARIBOR"


def test_a_title_of_a_plan_over_several_lines_is_no_author() -> None:
    lines = "REGIJSKI IZVEDBENI NAČRT NA", "PODROČJU SOCIALNEGA VARSTVA ZA", "POSAVSKO REGIJO ZA OBDOBJE 2017–", "2020"
    found = rinsearch.analyse(
        rinsearch.Text("\n".join(lines) + "\n\nKrško, junij 2017\n\n1. Uvod\n\nNačrt je skupen.\n")
    )
    assert found.author is None
    assert [plan.id for plan in found.plans] == ["rin-sv/posavska/2017-2020"]


def test_a_municipality_s_letter_to_a_centre_is_its_own() -> None:
    found = read(
        "OBČINA DUPLEK\n\nCENTER ZA SOCIALNO DELO MARIBOR\n\nZadeva: Regijski izvedbeni načrt za podravsko regijo "
        "2017-2020\n\nSpoštovani,\n\nobveščamo vas, da se je Občinski svet Občine Duplek na 19. redni seji dne "
        "4. 10. 2017 seznanil z načrtom.\n\nLep pozdrav!"
    )
    assert found.issuer is not None
    assert found.issuer.name == "Duplek"
    (decision,) = found.decisions
    assert (decision.status, decision.reported) == ("acknowledged", False)
    assert decision.session is not None
    assert (decision.session.number, decision.date) == (19, date(2017, 10, 4))


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("Regijski izvedbeni načrt na področju socialnega varstva za JV regijo 2017 – 2020", "jugovzhodna/2017-2020"),
        ("RIN za obalno-kraško regijo 2017-2020", "obalno-kraska/2017-2020"),
        (
            "Regijki izvedbeni načrt s področja socialnega varstva savinjske regije za obdobje 2014–2016",
            "savinjska/2014-2016",
        ),
        ("Regijski izvedbeni načrt socialnega varstva za pomursko statistično regijo 2013-2016", "pomurska/2014-2016"),
    ],
)
def test_every_way_of_naming_a_plan_leads_to_its_id(name: str, plan: str) -> None:
    assert [mention.id for mention in read(f"Zadeva: {name}\n\nGradivo je priloženo.").plans] == [f"rin-sv/{plan}"]


@pytest.mark.parametrize(
    "name",
    [
        "Nacionalni izvedbeni načrt na področju socialnega varstva 2017-2018",
        "Regionalni razvojni program za pomursko regijo 2014-2020",
        "Občinski program varstva okolja 2017-2020",
        "Načrt razvojnih programov 2017-2020",
    ],
)
def test_what_only_looks_like_a_plan_is_none(name: str) -> None:
    assert read(f"Zadeva: {name}\n\nGradivo za pomursko regijo je priloženo.").plans == ()


def test_a_plan_that_is_not_named_in_full_is_inferred_and_says_so() -> None:
    text = MINUTES.replace(" za koroško regijo 2017-2020", "")
    decision = next(each for each in read(text).decisions if each.plan)
    assert (decision.plan, decision.inferred) == ("rin-sv/koroska/2017-2020", True)


def test_an_old_and_a_new_plan_are_kept_apart() -> None:
    text = MINUTES.replace(
        "Občinski svet se je seznanil z načrtom.",
        "Občinski svet se je seznanil z Regijskim izvedbenim načrtom za koroško regijo za obdobje 2014-2016.",
    )
    assert [each.plan for each in read(text).decisions if each.plan] == ["rin-sv/koroska/2014-2016"]


PLAN = """KOROŠKA REGIJA

REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA ZA KOROŠKO REGIJO 2017-2020

Prioriteta 1: Pomoč starejšim v domačem okolju

Ukrep 1.1: Prevozi k zdravniku
Komu: starejšim, ki živijo sami
Izvaja: Društvo Sopotnik
Do kdaj: 31. 12. 2018
Denar: občine, 12.500,00 EUR
Kazalnik: 40 prevozov na mesec

V letu 2016 je bilo v regiji 812 uporabnikov pomoči na domu.

Prioriteta 2: Programi za Rome

Ukrep 2.1: Predšolske urice
Izvaja: Vrtec Slovenj Gradec
Do kdaj: konec leta 2020
"""


def test_a_measure_has_its_fields_each_with_its_place() -> None:
    first, second = read(PLAN).measures
    assert (first.number, first.text, first.priority) == ("1.1", "Prevozi k zdravniku", "1")
    assert first.target_groups == ("starejsi",)
    assert first.providers == ("Društvo Sopotnik",)
    assert (first.deadline, first.until, first.amount) == ("31. 12. 2018", date(2018, 12, 31), 12500.0)
    assert first.fields["deadline"].quote == "31. 12. 2018"
    assert (second.until, second.target_groups, second.inherited) == (date(2020, 12, 31), (), ("romi",))


def test_priorities_carry_their_groups() -> None:
    found = read(PLAN).priorities
    assert [(each.number, each.target_groups) for each in found] == [("1", ("starejsi",)), ("2", ("romi",))]


def test_a_measure_in_brackets_is_read_from_prose() -> None:
    found = read(
        "OBČINA DUPLEK\n\nZadeva: Regijski izvedbeni načrt za podravsko regijo 2017-2020\n\nObčina bo sodelovala pri "
        "varstvu dementnih na domu (izvajalec: Dom Hrast, rok 30. 6. 2018)."
    )
    (measure,) = found.measures
    assert (measure.target_groups, measure.providers, measure.deadline) == (("demenca",), ("Dom Hrast",), "30. 6. 2018")


def test_a_report_of_what_was_done_has_no_measures() -> None:
    text = "LETNO POROČILO o izvajanju regijskega izvedbenega načrta za koroško regijo 2017-2020\n\n" + PLAN
    assert read(text).measures == ()


@pytest.mark.parametrize("text", ["", " ", "Ukrep 1:", "PREDLOG SKLEPA:", "1.", "Ad 4", "a" * 5000, "ZA PROTI", "\x00"])
def test_odd_papers_are_understood_as_nothing(text: str) -> None:
    found = read(text)
    assert (found.decisions, found.measures, found.plans) == ((), (), ())


@pytest.mark.parametrize(
    ("told", "plans"),
    [
        ("Prejšnjega, za obdobje 2014-2016, svet ni obravnaval.", {"2014-2016", "2017-2020"}),
        ("Svet je bil s prejšnjim načrtom (2014-2016) seznanjen maja 2014.", {"2014-2016", "2017-2020"}),
        ("Prvi je veljal v letih 2014-2016, drugi je pred nami.", {"2014-2016", "2017-2020"}),
        ("Prejšnji program, sprejet za obdobje 2014-2020, velja.", {"2017-2020"}),
        ("V letih 2014-2016 je bilo v občini 40 uporabnikov.", {"2017-2020"}),
    ],
)
def test_an_earlier_plan_may_be_named_by_its_time_alone(told: str, plans: set[str]) -> None:
    text = f"OBČINA DUPLEK\n\nZadeva: Regijski izvedbeni načrt za podravsko regijo 2017-2020\n\n{told}"
    assert {mention.period for mention in read(text).plans} == plans


def test_a_regional_plan_needs_its_region_and_its_field_where_its_name_is_not_full() -> None:
    said = "OBČINA DUPLEK\n\nPrihodnji mesec bo na vrsti regijski načrt za podravsko regijo."
    assert read(said).plans == ()
    assert [each.region for each in read(f"{said} Spremlja ga program socialnega varstva.").plans] == ["podravska"]


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("Regijski izvedbeni načrt na področju socialnega varstva za koroško regijo 2022-2026", "2022-2026"),
        ("Regijski izvedbeni načrt socialnega varstva za koroško regijo v obdobju 2021–2025", "2021-2025"),
        ("Regijski izvedbeni načrt socialnega varstva za koroško regijo, podlaga je program 2013–2020", None),
    ],
)
def test_a_plan_of_other_years_has_these_and_a_programme_of_the_state_gives_none(name: str, period: str | None) -> None:
    text = f"Občina Muta\nZADEVA: {name}\n\nObčinskemu svetu predlagamo, da se z načrtom seznani."
    assert {mention.period for mention in read(text).plans} == {period}
