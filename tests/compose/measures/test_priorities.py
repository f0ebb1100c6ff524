"""Priorities: titles with their word and number, series, columns, merged rows, lists inside sentences."""

import pytest

import rinsearch

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
END = "\n\nNaloga 1.1. Topla hiša. Odpre jo Dom Sonce do 30. 6. 2018.\n"


def titles(text: str) -> list[tuple[str | None, str]]:
    found = rinsearch.analyse(rinsearch.Text(HEAD + text)).priorities
    return [(priority.number, priority.title) for priority in found]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("PRIORITETA 1: STREHA NAD GLAVO", "1", "STREHA NAD GLAVO"),
        ("PREDNOSTNO PODROČJE I – STAROST DOMA", "I", "STAROST DOMA"),
        ("A. PRIORITETA: STAREJŠI IN BOLNI", "A", "STAREJŠI IN BOLNI"),
        ("USMERITEV 3. Nasilje in alkohol v družinah", "3", "Nasilje in alkohol v družinah"),
        ("Prioriteta C2. LJUDJE ZA ZIDOVI", "C2", "LJUDJE ZA ZIDOVI"),
        ("Prednostna naloga 2: Bivanje doma", "2", "Bivanje doma"),
        ("Steber II: Zdravje", "II", "Zdravje"),
        ("Področje B: Otroci in mladostniki", "B", "Otroci in mladostniki"),
        ("3.1 PREDNOSTNO PODROČJE »DOMA OSTATI«", "1", "»DOMA OSTATI«"),
        ("3.2 Druga prednostna naloga: zasvojeni in njihovi bližnji", "2", "zasvojeni in njihovi bližnji"),
        ("3.2 RAZVOJNA PRIORITETA 2: DUŠEVNO ZDRAVJE", "2", "DUŠEVNO ZDRAVJE"),
        ("5.1 Prednostna usmeritev: bolni in osamljeni", "1", "bolni in osamljeni"),
        ("Tretja prioriteta: krepiti skupnost", "3", "krepiti skupnost"),
        ("PRIORITETA DRUGA: LJUDJE NA ROBU", "2", "LJUDJE NA ROBU"),
        ("Prednostno področje prvo – starost na kmetiji", "1", "starost na kmetiji"),
        ("IV. Prioriteta A: Ohranjanje pomoči na domu", "A", "Ohranjanje pomoči na domu"),
    ],
)
def test_a_title_of_a_priority_is_known_by_its_word(line: str, number: str, title: str) -> None:
    assert titles(line + END) == [(number, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Prioriteta regije so starejši in bolni.",
        "Področje socialnega varstva",
        "Cilj 1: zmanjšati revščino",
        "Področje A ima 41 občin.",
        "Kazalo prioritet",
        "Prioriteta drugih: mladi in šport",
    ],
)
def test_other_lines_are_no_priorities(line: str) -> None:
    assert titles(line + END) == []


def test_titles_that_count_up_with_a_word_of_their_own_are_priorities() -> None:
    text = "ZAVEZA 1: romska skupnost\n\nZAVEZA 2: nevarnost doma\n\nZAVEZA 3: ljudje z ovirami"
    assert titles(text) == [("1", "romska skupnost"), ("2", "nevarnost doma"), ("3", "ljudje z ovirami")]


def test_titles_that_count_up_in_words_are_priorities() -> None:
    text = "Prvo težišče: mladi in droge\n\nDrugo težišče: delo in kruh\n\nTretje težišče: starost na kmetiji"
    assert titles(text) == [("1", "mladi in droge"), ("2", "delo in kruh"), ("3", "starost na kmetiji")]


@pytest.mark.parametrize("word", ["SKLOP {}I:", "Sklop {}i –", "Zaveza {}a.", "{}o težišče:", "{}I SKLOP:"])
def test_the_word_that_counts_up_a_title_stands_before_or_behind_its_noun(word: str) -> None:
    stems = ["prv", "drug", "tretj"] if not word.startswith(("SKLOP", "{")) else ["PRV", "DRUG", "TRETJ"]
    lines = (f"{word.format(stem)} {each}" for stem, each in zip(stems, ("Delo", "Starost", "Mladi"), strict=True))
    assert titles("\n\n".join(lines)) == [("1", "Delo"), ("2", "Starost"), ("3", "Mladi")]


@pytest.mark.parametrize("noun", ["Ukrep", "Korak", "Posvet", "Termin", "Cilj"])
def test_other_things_that_count_up_in_words_are_no_priorities(noun: str) -> None:
    lines = (f"{noun} {nth}: srečanje v {place}" for nth, place in (("prvi", "Kranju"), ("drugi", "Bohinju")))
    assert titles("\n\n".join([*lines, f"{noun} tretji: srečanje v Kropi"])) == []


def test_a_list_below_the_title_of_priorities_names_them() -> None:
    coded = "2. Kaj želimo – prednostna področja\n\nP1: Romska skupnost\nP2: Nasilje v družini\n\n3. Preglednica"
    assert titles(coded) == [("P1", "Romska skupnost"), ("P2", "Nasilje v družini")]
    bullets = "2. PRIORITETE\n\n• Oskrba starejših\n• Revščina otrok\n\n3. UKREPI\n"
    assert [title for _, title in titles(bullets)] == ["Oskrba starejših", "Revščina otrok"]


def test_chapters_below_the_title_of_priorities_name_them() -> None:
    chapters = (
        "4 PREDNOSTNA PODROČJA",
        "4.1 Varno odraščanje",
        "Je novo.",
        "4.2 Nihče naj ne bo sam",
        "Tudi.",
        "5 Potek",
    )
    text = "\n\n".join(chapters)
    assert titles(text) == [("1", "Varno odraščanje"), ("2", "Nihče naj ne bo sam")]


def test_titles_with_a_letter_that_count_up_are_priorities_where_the_paper_speaks_of_some() -> None:
    chapters = "\n\n".join(
        f"C{n} {title}\n\nBesedilo o tem." for n, title in enumerate(("Romi", "Starost", "Dolgovi"), 1)
    )
    assert titles(f"Izbrali smo tri prednostna področja.\n\n{chapters}") == [
        ("C1", "Romi"),
        ("C2", "Starost"),
        ("C3", "Dolgovi"),
    ]
    assert titles(f"Izbrali smo tri področja.\n\n{chapters}") == []


def test_goals_above_measures_are_the_priorities_of_a_plan_without_others() -> None:
    rows = "Ukrep | Nosilec | Rok\nKlop | CSD Kranj | 2018\nHiša | CSD Kranj | 2019"
    goals = f"CILJ 1: MANJ REVŠČINE\n\n{rows}\n\nCILJ 2: VEČ OSKRBE\n\n{rows}\n"
    assert titles(goals) == [("1", "MANJ REVŠČINE"), ("2", "VEČ OSKRBE")]
    assert titles("Cilj 1: manj revščine\n\nCilj 2: več oskrbe\n\nCilj 3: več druženja") == []


def test_goals_above_items_that_tell_who_and_until_when_are_priorities_too() -> None:
    item = "- Topel obrok (brezdomci; Rdeči križ Kranj; do 31. 12. 2018)"
    goals = f"CILJ I – manj revščine\n\n{item}\n\nCILJ II – več oskrbe\n\n{item}\n"
    assert titles(goals) == [("I", "manj revščine"), ("II", "več oskrbe")]
    assert titles(goals.replace(item, "- topel obrok za vse")) == []


def test_titles_right_above_goals_are_the_priorities_of_a_plan_without_others() -> None:
    rows = "Ukrep | Nosilec | Rok\nKlop | CSD Kranj | 2018\nHiša | CSD Kranj | 2019"
    text = f"A. STAREJŠI\n\nCilj A: daljše bivanje doma\n\n{rows}\n\nB. ROMI\n\nCilj B: končana šola\n\n{rows}\n"
    assert titles(text) == [("A", "STAREJŠI"), ("B", "ROMI")]


def test_measures_below_the_title_of_priorities_are_none() -> None:
    text = "4 PREDNOSTNA PODROČJA\n\n4.1 Topla soba\nNosilec: CSD Kranj\n\n4.2 Hladna soba\nNosilec: CSD Kranj\n"
    assert titles(text) == []


def test_what_else_counts_up_is_no_series_of_priorities() -> None:
    assert titles("Preglednica 1: starost\n\nPreglednica 2: nasilje\n\nPreglednica 3: promet") == []


@pytest.mark.parametrize("lead", ["V njem so tri prednostna", "Tri prednostna", "TRI PREDNOSTNA"])
def test_priorities_are_named_inside_a_sentence(lead: str) -> None:
    text = f"{lead} področja: pomoč na domu, duševno zdravje in odvisnosti, delo z mladimi."
    assert [title for _, title in titles(text)] == ["pomoč na domu", "duševno zdravje in odvisnosti", "delo z mladimi"]


def test_codes_in_a_list_are_the_numbers_of_priorities() -> None:
    text = "Prioritete regije so: (P1) nasilje, (P2) duševno zdravje, (P3) starejši."
    assert titles(text) == [("P1", "nasilje"), ("P2", "duševno zdravje"), ("P3", "starejši")]


def test_a_measure_stands_under_its_priority_and_inherits_its_groups() -> None:
    text = "Prioriteta 2: Romi\n\nCilj: končana šola.\n\nUkrep 2.1: Soba\nNosilec: CSD Kranj\nRok: 2018\n"
    (measure,) = rinsearch.analyse(rinsearch.Text(HEAD + text)).measures
    assert (measure.priority, measure.goal) == ("2", "končana šola")
    assert (measure.target_groups, measure.inherited) == ((), ("romi",))


def test_priorities_without_numbers_in_a_column_are_counted_each_once() -> None:
    rows = (
        ("Starejši", "Topla hiša"),
        ("Starejši", "Prevozi"),
        ("Ranljive skupine", "Klub"),
        ("Ranljive skupine", "Krog"),
    )
    table = "\n".join(f"{at} | {area} | {name} | CSD Kranj | 2018" for at, (area, name) in enumerate(rows, 1))
    head = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017-2020\n\n"
    found = rinsearch.analyse(
        rinsearch.Text(f"{head}Zap. št. | Prednostno področje | Ukrep | Nosilec | Rok\n{table}\n")
    )
    assert [(each.number, each.title) for each in found.priorities] == [("1", "Starejši"), ("2", "Ranljive skupine")]
    assert [measure.priority for measure in found.measures] == ["1", "1", "2", "2"]
    assert found.author is None, "an organisation in a row of the table is no author"


def test_titles_in_front_of_tables_and_counted_in_greek_are_priorities() -> None:
    text = "\n\n".join(
        f"C.{n} {lead} – prednostno področje {name}: {title}\n\nNaloga {n}.1. Topla hiša {n}. Odpre jo Dom Sonce."
        for n, lead, name, title in (
            (1, "Preglednica", "ALFA", "Starost doma"),
            (2, "Kartice", "BETA", "Otrok v središču"),
        )
    )
    assert titles(text) == [("ALFA", "Starost doma"), ("BETA", "Otrok v središču")]
    assert titles("Preglednica 3 – prednostno področje ima pet ukrepov.\n\n" + END) == []


def test_a_row_that_counts_in_its_first_cell_is_the_title_of_those_below() -> None:
    rows = "Šifra | Program | Kdo | Rok\n" + "".join(
        f"PREDNOST {n} | {title} | |\nP-{n}/1 | Vrt {n} | CSD Kranj | 2018\nP-{n}/2 | Klop {n} | CSD Bled | 2019\n"
        for n, title in ((1, "Revščina"), (2, "Vključevanje Romov"))
    )
    found = rinsearch.analyse(rinsearch.Text(HEAD + "4. UKREPI\n\n" + rows))
    assert [(each.number, each.title) for each in found.priorities] == [("1", "Revščina"), ("2", "Vključevanje Romov")]
    assert [each.priority for each in found.measures] == ["1", "1", "2", "2"]
    for each in found.priorities:
        assert each.evidence.quote == each.title


def test_a_goal_that_was_read_with_the_title_is_no_part_of_it() -> None:
    line = "Prednostna naloga 1: LJUDJE BREZ DOMA IN PO PRESTANI KAZNI, DRUŽINE IN MLADI\nSplošni cilj: manj selitev."
    found = rinsearch.analyse(rinsearch.Text(HEAD + line + END))
    assert [each.title for each in found.priorities] == ["LJUDJE BREZ DOMA IN PO PRESTANI KAZNI, DRUŽINE IN MLADI"]
    assert [each.title for each in found.goals] == ["manj selitev"]
    assert [(each.priority, each.goal) for each in found.measures] == [("1", "manj selitev")]


def test_goals_above_items_called_measures_are_priorities_where_none_is_called_so() -> None:
    goal = "3.{} {} CILJ: {}\n• Ukrep {} – Klub. Odgovoren: CSD Kranj.\n  Časovnica: 2018.\n\n"
    text = "3 CILJI IN UKREPI\n\n" + "".join(
        goal.format(at, nth, title, at) for at, nth, title in ((1, "PRVI", "DOLGO DOMA"), (2, "DRUGI", "NA NOGAH"))
    )
    assert titles(text) == [("1", "DOLGO DOMA"), ("2", "NA NOGAH")]
