"""Measures in layouts that no list of headings knows: parts side by side, labels of the paper's own, steps between."""

from collections.abc import Callable
from itertools import groupby

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
TAIL = "\n\n5. SPREMLJANJE\n\nPoročilo pripravi koordinacijska skupina vsako leto do 31. marca.\n"
MEASURES = (
    ("Topla hiša ob reki", "starejši nad 70 let", "Dom starejših občanov Kranj", "31. 12. 2018", "1"),
    ("Ekipa na kolesih", "brezdomci", "CSD Kranj", "konca leta 2019", "1"),
    ("Krizna soba v Tržiču", "žrtve nasilja", "Varna hiša Gorenjske", "1. 3. 2018", "2"),
    ("Prevozi na rob doline", "invalidi", "Občina Bohinj", "junija 2018", "2"),
)
TITLES = {"1": "Starost in streha", "2": "Varnost in gibanje"}
Measure = tuple[str, str, str, str, str]
Line = Callable[[Measure], str]


def paper(line: Line, marks: str = "– ", between: str = "\n") -> str:
    """Two priorities, each with its measures."""
    parts = [
        f"Prioriteta {number}: {TITLES[number]}\n\n" + between.join(f"{marks}{line(each)}" for each in measures)
        for number, measures in groupby(MEASURES, key=lambda each: each[4])
    ]
    return f"{HEAD}4. UKREPI\n\n" + "\n\n".join(parts) + TAIL


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(text))


def check(found: Analysis) -> None:
    assert [measure.text for measure in found.measures] == [title for title, *_ in MEASURES]
    for measure, (_, _, provider, deadline, number) in zip(found.measures, MEASURES, strict=True):
        assert measure.providers == (provider,)
        assert (measure.deadline or "").lower().removeprefix("do ") == deadline
        assert measure.priority == number


PARTS: dict[str, Line] = {
    "brackets": lambda m: f"{m[0]} ({m[2]}; do {m[3]})",
    "square brackets": lambda m: f"{m[0]} [{m[2]}, do {m[3]}]",
    "labels in square brackets": lambda m: f"{m[0]} [nosilec: {m[2]}; rok: do {m[3]}]",
    "who in brackets": lambda m: f"{m[0]} ({m[2]}), do {m[3]}",
    "when in brackets": lambda m: f"{m[0]} – {m[2]} (do {m[3]})",
    "when in brackets before who": lambda m: f"{m[0]} (do {m[3]}) – {m[2]}",
    "dash and comma": lambda m: f"{m[0]} – {m[2]}, do {m[3]}",
    "dash and semicolon": lambda m: f"{m[0]} – {m[2]}; do {m[3]}",
    "commas": lambda m: f"{m[0]}, {m[2]}, do {m[3]}",
    "semicolons": lambda m: f"{m[0]}; {m[2]}; do {m[3]}",
    "for whom, too": lambda m: f"{m[0]}; {m[1]}; {m[2]}; do {m[3]}",
    "colon": lambda m: f"{m[0]}: {m[2]}, do {m[3]}",
    "strokes": lambda m: f"{m[0]} | nosilec: {m[2]} | rok: do {m[3]}",
    "when before the name": lambda m: f"Do {m[3]}: {m[0]} ({m[2]})",
}
LINES: dict[str, Line] = {
    "bullets": lambda m: f"{m[0]}\n  • prejemniki: {m[1]}\n  • izvede: {m[2]}\n  • rok: do {m[3]}",
    "labels that no table knows": lambda m: f"{m[0]}\nGonilna sila: {m[2]}\nMejnik: {m[3]}\nKdo pride: {m[1]}",
    "labels of other things": lambda m: f"{m[0]}\nIzhodišče: park\nNosilec: {m[2]}\nLega prostorov: mesto\nRok: {m[3]}",
    "text before the labels": lambda m: f"{m[0]}\nSrečajo se v dvorani. Vstop je prost.\nNosilec: {m[2]}\nRok: {m[3]}",
    "labels without a mark": lambda m: f"{m[0]}\n  nosilec   {m[2]}\n  rok   do {m[3]}",
    "strokes on one line": lambda m: f"{m[0]}\n  Nosilec: {m[2]} | Rok: {m[3]} | Za koga: {m[1]}",
}
STEPS: Line = lambda m: f"{m[0]}\n- korak 1: nakup opreme (VDC Kranj, 2017)\n- korak 2: vaje\nKdo: {m[2]}\nKdaj: {m[3]}"  # noqa: E731


@pytest.mark.parametrize("layout", PARTS)
def test_parts_side_by_side_are_told_by_what_they_are(layout: str) -> None:
    check(understood(paper(PARTS[layout])))


@pytest.mark.parametrize("layout", [each for each in PARTS if each != "when before the name"])
def test_parts_behind_the_number_of_a_measure_are_told_by_what_they_are(layout: str) -> None:
    check(understood(paper(PARTS[layout], marks="Ukrep 1: ", between="\n\n")))


@pytest.mark.parametrize("layout", LINES)
@pytest.mark.parametrize("marks", ["– ", "1. ", "a) "])
def test_lines_below_a_title_are_read_whatever_stands_between(layout: str, marks: str) -> None:
    check(understood(paper(LINES[layout], marks, "\n\n")))


def test_the_steps_of_a_measure_with_a_number_are_none_themselves() -> None:
    for marks in ("1.1. ", "Ukrep 1.1: "):
        check(understood(paper(STEPS, marks, "\n\n")))


@pytest.mark.parametrize("marks", ["Ukrep 1: ", "U1 ", "A1. ", "M1 – ", "Ukrep: "])
def test_lines_that_begin_alike_are_measures_of_their_own(marks: str) -> None:
    check(understood(paper(lambda m: f"{m[0]}; nosilec: {m[2]}; rok: do {m[3]}", marks)))


@pytest.mark.parametrize(
    "items",
    [
        "– CSD Kranj, Občina Bled, Zavod Sonce\n– Ljudska univerza Kranj, 2017",
        "– odprta je bila hiša (CSD Kranj, 2016)\n– zaključen je bil tečaj, CSD Kranj, 2016",
        "– Pripravil: CSD Kranj, 2017",
        "1. BRŽKONE NAJVEČJA NALOGA REGIJE – NUJNO",
        "1. Je občina letos že pomagala?\nOdgovorna oseba: Občina Bled\nRok: 2018",
    ],
)
def test_parts_that_name_no_measure_are_none(items: str) -> None:
    assert understood(f"{HEAD}4. AKCIJSKI NAČRT\n\n{items}{TAIL}").measures == ()


def test_rows_of_a_table_that_came_apart_are_read_or_left_when_a_cell_is_empty() -> None:
    rows = [f"| {rok} | {nosilec} | {ime} | {komu} | 1.000 |" for ime, komu, nosilec, rok, _ in MEASURES]
    rows[1] = rows[1].replace(MEASURES[1][3], "").replace("|  |", "| |")
    assert isinstance(understood(f"{HEAD}4. UKREPI\n\n" + "\n\n".join(rows) + TAIL).measures, tuple)


def test_a_label_is_not_learned_beside_a_known_one_of_its_kind() -> None:
    known = "Ukrep 1: Topla hiša\nNosilec: CSD Kranj\nPoroča: Občina Bled\n\nUkrep 2: Klop\nPoroča: Občina Bled\n"
    found = understood(f"{HEAD}4. UKREPI\n\n{known}{TAIL}").measures
    assert [measure.providers for measure in found] == [("CSD Kranj",), ()]


BELOW = {"•": "•••", "–": "–––", "*": "***", "a)": ("a)", "b)", "c)"), "1.": ("1.", "2.", "3.")}


LEVELS = [(title, each) for title in ("•", "–", "1.", "a)", "1.1.", "Ukrep 1:") for each in BELOW if title != each]


@pytest.mark.parametrize(("title", "below"), LEVELS)
def test_an_item_marked_as_the_labelled_ones_below_a_title_describes_the_measure(title: str, below: str) -> None:
    def line(measure: Measure) -> str:
        words = ("pomoč tam, kjer ni nikogar", f"vodi: {measure[2]}", f"na nogah do: {measure[3]}")
        return f"{measure[0]}\n" + "\n".join(f"  {m} {each}" for m, each in zip(BELOW[below], words, strict=True))

    check(understood(paper(line, f"{title} ", "\n\n")))


@pytest.mark.parametrize(
    "items",
    [
        "• Pomoč\n– dnevni center\n– vodi: CSD Kranj\n– rok: 2018\n– prevozi\n– vodi: CSD Bled\n– rok: 2019",
        "• Pomoč\n– Dnevni center\n– vodi: CSD Kranj\n– rok: 2018\n\n• Pot\n– Prevozi\n– vodi: CSD Bled\n– rok: 2019",
        "• Pomoč\n– Ukrep 1: dnevni center\n– Vodi: CSD Kranj\n– Rok: 2018\n\n"
        "• Pot\n– Ukrep 2: prevozi\n– Vodi: CSD Bled\n– Rok: 2019",
    ],
)
def test_an_item_below_a_title_of_several_measures_is_one_itself(items: str) -> None:
    found = [each for each in understood(f"{HEAD}4. UKREPI\n\n{items}{TAIL}").measures if each.deadline]
    assert [measure.text.casefold() for measure in found] == ["dnevni center", "prevozi"]
    assert [measure.deadline for measure in found] == ["2018", "2019"]


MONEY = "Država bo v letu 2018 prispevala 45 odstotkov, Mestna občina Kranj 20 odstotkov."
SHARES = "Občina Bled bo do leta 2018 pokrila 60 % stroškov, Mestna občina Kranj pa 40 %."
CENTRE = "Dom starejših občanov Kranj bo do 31. 12. 2018 odprl dnevni center; občina bo prispevala 40 odstotkov."


@pytest.mark.parametrize(("sentence", "count"), [(MONEY, 0), (SHARES, 0), (CENTRE, 1)])
def test_who_pays_which_part_is_no_measure(sentence: str, count: int) -> None:
    assert len(understood(f"{HEAD}4. UKREPI\n\n{sentence}{TAIL}").measures) == count


@pytest.mark.parametrize(
    ("cell", "amount", "funding"),
    [
        ("12.500,00 EUR", 12500.0, None),
        ("12.500", 12500.0, None),
        ("40 tisoč evrov", 40000.0, None),
        ("cca 5.000 EUR letno", 5000.0, None),
        ("proračun občine; MDDSZ", None, "proračun občine; MDDSZ"),
        ("občina Kranj (2.000 EUR)", 2000.0, "občina Kranj (2.000 EUR)"),
        ("ni določeno", None, None),
        ("/", None, None),
    ],
)
def test_words_in_the_column_of_amounts_tell_who_pays(cell: str, amount: float | None, funding: str | None) -> None:
    rows = (
        f"1.1 | Topla hiša | starejši | CSD Kranj | 2018 | {cell}\n1.2 | Klub | mladi | CSD Jesenice | 2019 | 800 EUR\n"
    )
    heads = "Št. | Ukrep | Ciljna skupina | Nosilec | Rok | Finančna sredstva\n"
    first, second = understood(f"{HEAD}4. UKREPI\n\n{heads}{rows}").measures
    assert (first.amount, first.funding) == (amount, funding)
    assert (second.amount, second.funding) == (800.0, None)


def names_in(text: str) -> list[str]:
    return [each.text for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).measures]


def test_titles_without_numbers_and_with_indented_text_below_are_measures() -> None:
    text = (
        "Topli obroki\n\n   Otroci bodo dobili kosilo v šolah. Izvajalec je Rdeči križ Kranj, začne se julija 2017.\n\n"
        "Učna pomoč\n\n   Študenti bodo obiskovali otroke. Odgovorno je Društvo Sonce, rok je konec leta 2018.\n\n"
        "Sosedska mreža\n\n   Prostovoljci bodo obiskovali starejše. Nosilec: Občina Bled. Rok: jesen 2018.\n\n"
        "Varna soba\n\n   Soba za žrtve nasilja. CSD Kranj jo bo opremil do pomladi 2019.\n\n"
        "4. Kaj je bilo narejeno\n\nDnevni center\n\n   Leta 2015 je bil odprt center, ki ga vodi Zavod Socio.\n"
    )
    assert names_in(text) == ["Topli obroki", "Učna pomoč", "Sosedska mreža", "Varna soba"]


def test_times_stand_before_the_names_below_who_does_it() -> None:
    text = (
        "ZAVEZE\n\nCSD Kranj\n   do 30. 6. 2018    krizna soba za ženske\n"
        "   trajno            svetovanje po izgubi doma\n\n"
        "Dom Bled\n   do 1. 3. 2019     oskrba ob nedeljah\n\nSestanki\n   15. 3. 2017       ustanovni sestanek\n"
    )
    assert names_in(text) == ["krizna soba za ženske", "svetovanje po izgubi doma", "oskrba ob nedeljah"]


def test_headings_with_a_description_and_marked_labels_are_measures() -> None:
    text = (
        "Katalog\n\nBIVALNICA\nBivalna skupina za mlade.\n» izvajalec VDC Kranj\n» začetek 1. 9. 2018\n\n"
        "NOČNI SPREHOD\nUlično delo z mladimi.\n» izvajalec Mladinski center Kranj\n» začetek poletje 2018\n"
    )
    assert names_in(text) == ["BIVALNICA", "NOČNI SPREHOD"]


@pytest.mark.parametrize("title", ["6. UPRAVLJANJE", "5.3 Ukrepi, ki se ne nadaljujejo"])
def test_points_of_a_closed_chapter_are_none(title: str) -> None:
    text = (
        "(1) Odbor skupine\nSestane se do 31. 3. 2018.\n(2) Sekretariat\nNaloge opravlja Občina Kranj do leta 2018.\n"
    )
    assert not names_in(f"{title}\n\n{text}")


def test_a_plan_tells_in_its_own_voice_what_there_will_be() -> None:
    text = "KAJ BOMO NAREDILI\n\nNajprej bomo v Kranju do konca leta 2019 vzpostavili službo za prevoz.\n"
    assert len(names_in(text)) == 1
    assert not names_in("KAJ BOMO NAREDILI\n\nDo konca leta 2019 bomo pripravili poročilo o načrtu.\n")


def test_what_is_told_of_the_sentence_before_begins_another_measure() -> None:
    text = (
        "KAJ BOMO NAREDILI\n\nMladinski svet Kranj bo od januarja 2018 vodil klepetalnico. "
        "V Žireh nastaja zadruga mladih. "
        "Pripravlja jo Dom Sonce in jo bo predvidoma odprl leta 2020.\n"
    )
    assert [name.split()[-1] for name in names_in(text)] == ["klepetalnico", "mladih"]
