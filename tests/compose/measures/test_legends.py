"""A line says what stands in the brackets behind each measure, and in which order."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(f"{HEAD}4. UKREPI\n{text}")).measures


@pytest.mark.parametrize(
    ("legend", "inside"),
    [
        ("(v oklepaju: kdo dela / do kdaj / kdo plača)", "[Zveza potrošnikov / 4 delavnice letno / občine]"),
        ("V oklepaju so navedeni nosilec, rok in vir.", "(Zveza potrošnikov; 4 delavnice letno; občine)"),
        ("V oglatem oklepaju so po vrsti izvajalec, rok, denar.", "[Zveza potrošnikov, 4 delavnice letno, občine]"),
    ],
)
def test_the_parts_are_read_in_the_order_of_the_legend(legend: str, inside: str) -> None:
    (found,) = measures(f"{legend}\n\n• Finančno opismenjevanje zadolženih {inside}\n")
    assert (found.providers, found.deadline, found.funding) == (("Zveza potrošnikov",), "4 delavnice letno", "občine")


def test_a_part_that_is_not_known_is_left_out() -> None:
    (found,) = measures("(v oklepaju: kdo / do kdaj / denar)\n\n• Zagovornik v šoli [? / konec 2019 / ?]\n")
    assert (found.providers, found.deadline, found.funding) == ((), "konec 2019", None)


@pytest.mark.parametrize(
    "line",
    [
        "(v oklepaju: kdo dela / do kdaj / kdo plača)\n\n• Nadzor nad izvajalci [inšpekcija]",
        "V oklepaju je navedena občina.\n\n• Nadzor nad izvajalci (Kranj, Naklo, Tržič)",
        "Kratica v oklepaju pomeni nosilca, rok in vir.\n\n• Srečanje (ena, dve, tri)",
    ],
)
def test_other_brackets_are_none(line: str) -> None:
    assert not any(each.providers or each.deadline for each in measures(line + "\n"))
