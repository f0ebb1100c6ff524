"""Items of business whose text stands in the line of their announcement; titles that look like one stay whole."""

import pytest

from rinsearch.library.understanding import understand_text
from rinsearch.passages.announced import announced
from rinsearch.passages.pieces import Piece

AROUND = ("Člani sveta so se zbrali v sejni sobi občine, kjer jih je pozdravil župan Občine Vuzenica in povabil", "")


def passages(*lines: str) -> list[tuple[str, str]]:
    """The kind and the text of what stands between lines that tell the width of the page."""
    text = "\n".join([*AROUND * 4, *lines, "", *AROUND * 4])
    found = [(passage.kind.value, passage.text) for passage in understand_text(text, "paper.txt").passages]
    return [each for each in found if not each[1].startswith("Člani sveta")]


def test_a_sentence_behind_its_announcement_keeps_its_second_line() -> None:
    lines = (
        "K 3. točki: Direktorica CSD Radlje ob Dravi je povedala, da gre za štiri ukrepe. Svet Občine",
        "Muta in svet Občine Podvelka sta načrt že vzela na znanje, na Ribnici na Pohorju ga še bodo.",
    )
    assert passages(*lines) == [("heading", "K 3. točki:"), ("paragraph", " ".join(lines)[len("K 3. točki: ") :])]


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("K 1. točki: Zapisnik je bil potrjen.", "K 1. točki:", "Zapisnik je bil potrjen."),
        ("Ad 4) Razno. Župan je povabil svetnike.", "Ad 4) Razno.", "Župan je povabil svetnike."),
        ("AD 5/ Sklep se sprejme soglasno.", "AD 5/", "Sklep se sprejme soglasno."),
        ("Ad2. Odbor se je seznanil z mrežo.", "Ad2.", "Odbor se je seznanil z mrežo."),
        ("2. TOČKA: Odlok o odpadkih. Sprejet z 21 glasovi.", "2. TOČKA: Odlok o odpadkih.", "Sprejet z 21 glasovi."),
        ("Točka 6a: Spor s podjetjem. Seja je zaprta.", "Točka 6a: Spor s podjetjem.", "Seja je zaprta."),
        ("K točki 2: Svet se je seznanil z načrtom.", "K točki 2:", "Svet se je seznanil z načrtom."),
        ("ad 3) Miklavc poroča, da je bil na seji.", "ad 3)", "Miklavc poroča, da je bil na seji."),
    ],
)
def test_an_announcement_and_what_is_told_of_its_item_are_two_passages(line: str, heading: str, text: str) -> None:
    assert passages(line) == [("heading", heading), ("paragraph", text)]


@pytest.mark.parametrize(
    "line",
    [
        "K 3. točki: Cena storitve pomoč na domu",
        "AD 4) REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA",
        "Ad 4) Koliko je narejenega",
        "3. točka – Odlok o sv. Roku",
        "IV. Kar smo obravnavali, pa v načrt ni prišlo",
        "VIII. Izrazi",
    ],
)
def test_a_title_behind_its_number_is_one_heading(line: str) -> None:
    assert passages(line, "", "Svetniki so razpravljali.")[0] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "Točka 4 je bila umaknjena na predlog župana.",
        "K 4. točki je vabljena Tadeja Renko.",
        "5. točka se umakne z dnevnega reda.",
        "Točka 3) je bila umaknjena na predlog župana.",
        "II. Svet bo o načrtu ponovno odločal.",
    ],
)
def test_a_sentence_that_begins_with_an_item_is_no_heading(line: str) -> None:
    assert passages(line) == [("paragraph", line)]
    assert announced(Piece(line)) is None


def test_a_title_goes_on_with_its_years_in_the_next_line() -> None:
    first = "AD 2) Seznanitev z Regijskim izvedbenim načrtom na področju socialnega varstva v jugovzhodni regiji"
    assert passages(first, "2017-2020")[0] == ("heading", f"{first} 2017-2020")
    behind = passages(first, "2017-2020. Strokovna delavka je povedala, kaj bo prevzel center.")
    assert behind[0] == ("heading", f"{first} 2017-2020.")
    assert passages("K 2. točki", "2017 je bilo leto poplav.")[0] == ("heading", "K 2. točki")


def test_each_announcement_begins_anew() -> None:
    first = "ad 2) Občina je za odsek v letošnjem proračunu zagotovila 18.000 €, zato naj se dela začnejo (5 za)"
    found = passages(first, "", "ad 3) Miklavc poroča, da je bil na seji.")
    assert [kind for kind, _ in found] == ["heading", "paragraph"] * 2


def test_a_title_may_end_with_its_line() -> None:
    lines = (
        "5. točka: Lokalna akcijska skupina za razvoj podeželja, pristop Občine Vuzenica k partnerstvu za",
        "Koroško. Potrjen je bil z osmimi glasovi.",
    )
    assert passages(*lines)[0][1].startswith("5. točka: Lokalna akcijska skupina")
