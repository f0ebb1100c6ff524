"""Plans of a municipality or of the state, which are no region's, however they are called and however badly read."""

import pytest

import rinsearch

PAPER = """OBČINA LITIJA
Občinski svet
ZAPISNIK 13. redne seje, 20. 6. 2016

Točka 8: Socialno varstvo
{said}
Sklep: Občinski svet Občine Litija se je seznanil {noted}. ZA 21 PROTI 0
"""
NAMED = (
    "Program se navezuje na Regijski izvedbeni načrt na področju socialnega varstva osrednjeslovenske regije za "
    "obdobje 2014-2016, ki ga svet še ni obravnaval."
)
FIELD = "na področju socialnega varstva"


def noted(words: str, said: str) -> bool:
    found = rinsearch.analyse(rinsearch.Text(PAPER.format(noted=words, said=said))).decisions
    return any(each.plan and each.status in ("acknowledged", "adopted") for each in found)


@pytest.mark.parametrize("said", ["Predstavitev je bila kratka.", NAMED])
@pytest.mark.parametrize(
    "words",
    [
        f"z Lokalnim izvedbenim načrtom {FIELD} Občine Litija za obdobje 2016-2019",
        f"z Lokainim izvedbenim načrtom {FIELD}",
        f"z L0kalnim izvedbenirn načrtom {FIELD}",
        f"z Lo kalnim izvedbenim načrtom {FIELD}",
        f"z »Občinskim izvedbenim načrtom {FIELD}«",
        f"z našim (lokalnim) izvedbenim načrtom {FIELD}",
        f"z Lokalnim in akcijskim izvedbenim načrtom {FIELD}",
        f"z Lokalnim štiriletnim izvedbenim načrtom {FIELD}",
        f"z Medobčinskim izvedbenim načrtom {FIELD} občin Litija in Šmartno pri Litiji",
        f"z državnim izvedbenim načrtom {FIELD}",
        f"s krajevnim izvedbenim načrtom {FIELD}",
        f"z Letnim izvedbenim načrtom {FIELD}",
        f"s finančnim načrtom {FIELD} za osrednjeslovensko regijo",
        f"z izvedbenim načrtom Občine Litija {FIELD}",
        f"z izvedbenim načrtom občine {FIELD} za leti 2016 in 2017",
        f"z Izvedbenim načrtom {FIELD} v Občini Litija za leto 2016",
        f"z izvedbenim načrtom {FIELD} naše občine",
        f"z izvedbenim načrtom {FIELD}, ki ga je občina pripravila za svoje občane",
        f"z načrtom {FIELD} Republike Slovenije",
        f"z načrtom na lokalni ravni {FIELD}",
        f"z občinskim večletnim načrtom {FIELD}",
        "z Načrtom socialnega varstva Občine Litija za obdobje 2016-2019",
        "s programom in z načrtom občine",
        "z Regijskim načrtom za mlade osrednjeslovenske regije",
        "z Regijskim načrtom javnega zdravja",
    ],
)
def test_the_plan_of_another_level_is_no_plan_of_the_region(words: str, said: str) -> None:
    assert not noted(words, said)


@pytest.mark.parametrize(
    "words",
    [
        f"z izvedbenim načrtom {FIELD} osrednjeslovenske regije 2014-2016",
        f"z novim izvedbenim načrtom {FIELD}",
        f"s predloženim izvedbenim načrtom {FIELD} občin osrednjeslovenske regije",
        f"z osrednjeslovenskim izvedbenim načrtom {FIELD} v občini Litija",
        f"z Reglskim izvedbenim načrtom {FIELD}",
        f"z Regijskim (štiriletnim) izvedbenim načrtom {FIELD}",
        f"z lokalnim programom in z Regijskim izvedbenim načrtom {FIELD}",
        f"z izvedbenim načrtom {FIELD}, ki velja tudi v Občini Litija",
        "z načrtom občine in regije",
    ],
)
def test_the_plan_of_the_region_stays_one_whatever_else_stands_beside_its_name(words: str) -> None:
    assert noted(words, NAMED.replace(", ki ga svet še ni obravnaval", ""))
