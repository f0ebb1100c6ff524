"""What a paper is at first sight: calls with drafts, extracts with an introduction, lists of neighbours."""

from rinsearch.library.understanding import understand_text

CALL = """OBČINA METLIKA
Župan

SKLIC 22. redne seje Občinskega sveta Občine Metlika, torek, 24. oktobra 2017, ob 17. uri

DNEVNI RED:
1. Rebalans II
2. RIN socialnega varstva, jugovzhodna Slovenija, 2017-2020

Gradivo k 2. točki
Predlog sklepa: Občinski svet se seznani z RIN 2017-2020.
Kratka vsebina: varna soba za ženske.
"""
EXTRACT = """OBČINA VUZENICA

IZPIS IZ ZAPISNIKA
25. redne seje Občinskega sveta Občine Vuzenica, ki je bila 11. 7. 2017

AD 6 Regijski izvedbeni načrt
{}SKLEP 6/25: Občinski svet Občine Vuzenica se je seznanil z Regijskim izvedbenim načrtom.
"""


def test_a_call_encloses_the_drafts_of_its_items() -> None:
    found = understand_text(CALL, "paper.txt").analysis
    assert (found.kind, found.date) == ("agenda", None)


def test_an_extract_that_tells_who_introduced_the_item_is_of_minutes() -> None:
    told = understand_text(EXTRACT.format("Uvod v točko je podala direktorica centra.\n"), "paper.txt").analysis
    bare = understand_text(EXTRACT.format(""), "paper.txt").analysis
    assert (told.kind, bare.kind) == ("minutes", "decision")


def test_neighbours_in_a_line_of_their_own_are_not_meant_but_in_a_sentence() -> None:
    def named(text: str) -> set[str]:
        return {each.name for each in understand_text(text, "paper.txt").analysis.municipalities}

    assert named("Sosednje občine: Beltinci, Kobilje, Moravske Toplice, Lendava") == set()
    assert "Beltinci" in named("Sosednje občine: Občina Beltinci je načrt sprejela, Občina Kobilje ne.")
    assert named("Župani Občin Šk. Loka in Žiri.") == {"Škofja Loka", "Žiri"}
