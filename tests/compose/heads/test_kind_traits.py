"""Papers without a known title: what they are is told by several traits together, and by none alone."""

import pytest

import rinsearch
from rinsearch.taxonomy.kind_traits import before_traits, kind_traits

KINDS = {str(kind) for kind in rinsearch.records.DocumentKind}
PAPERS = {
    "minutes": "S 30. REDNE SEJE, 27. februarja 2014\n\nPRISOTNOST: Kobal, Bajec in devet drugih\n\n"
    "Bajec je vprašal po Podnanosu. Kobal je pohvalil pripravo.\n\nGlasovali so: 11 za. Sejo je vodil župan.\n",
    "agenda": "Članicam in članom Občinskega sveta Občine Tržič\n\nVabim vas, da pridete na\n\n22. REDNO SEJO\n\n"
    "ki bo v četrtek. Na mizi bodo te točke:\n\na) pregled zapisnika\n\nb) razno\n\nŽupan\n",
    "letter": "Draga gospa Jurca,\n\nvaš predlog sem prejel. Računajte na december, "
    "sporočite pa nam, ali vam ustreza.\n\n"
    "Z lepimi pozdravi, vaš Peter\n",
    "news": "Svet o socialnem načrtu\n\nNa včerajšnji seji so se tržiški svetniki z njim seznanili. "
    "»Lepo,« je dejal župan, »a pozno,« je dodal. Svetnice so molčale.\n\nDeli: Facebook\n",
    "plan": "Zasavje za ljudi\n\nVizija: nihče brez strehe\n\nCilj 1: starejši\n\n"
    "Ukrep: dnevni center. Izvajalec: Dom starejših. Rok: 2016.\n\n"
    "Ukrep: prevozi. Izvajalec: Zavod Sopotniki. Rok: stalno.\n",
    "report": "Kako daleč smo? Izvedba v letu 2017\n\nOd 41 ukrepov je v celoti uresničenih 17, delno 12. "
    "V primerjavi z letom 2016 je uporabnikov več za 6 %, vključenih je skupaj 310.\n\nLeta 2018 nadaljujemo.\n",
    "regulation": "Pravila o denarni pomoči\n\n1. člen\n\nS temi pravili se določajo upravičenci.\n\n2. člen\n\n"
    "Pravila začnejo veljati naslednji dan.\n",
}


@pytest.mark.parametrize("kind", PAPERS)
def test_several_traits_tell_what_a_paper_without_a_known_title_is(kind: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(PAPERS[kind]))
    assert found.kind == kind
    assert found.evidence["kind"]


@pytest.mark.parametrize(
    "text", ["", "Lep pozdrav\n", "Načrt\n", "Svetniki so prišli.\n", "V knjižnici je bila razstava.\n"]
)
def test_a_trait_alone_does_not_tell_that_a_paper_is_a_plan_or_news(text: str) -> None:
    assert rinsearch.analyse(rinsearch.Text(text)).kind not in ("plan", "news", "minutes")


def test_each_trait_has_a_name_of_its_own_and_weighs_for_known_kinds() -> None:
    assert len({trait.name for trait in kind_traits()}) == len(kind_traits()) > 50
    assert {trait.where for trait in kind_traits()} == {"head", "text"}
    assert all(trait.tenths and trait.tenths.keys() <= KINDS for trait in kind_traits())
    assert before_traits().keys() == KINDS


def test_each_kind_has_traits_that_speak_for_it() -> None:
    assert {kind for trait in kind_traits() for kind, weight in trait.tenths.items() if weight > 0} >= KINDS


def test_no_trait_settles_what_a_paper_is() -> None:
    assert max(weight for trait in kind_traits() for weight in trait.tenths.values()) < 50
