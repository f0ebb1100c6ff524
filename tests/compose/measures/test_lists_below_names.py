"""Lists below headings most of which are names or times: "CSD Kranj", "JANUAR – MAREC", and numbers that run on."""

import pytest

import rinsearch
from rinsearch.compose.fields.numbering import going_on
from rinsearch.records import Measure, Passage, PassageKind
from rinsearch.taxonomy.phrases import phrase

TITLE = "Regijski izvedbeni načrt socialnega varstva za gorenjsko regijo 2017–2020\n\n"
Told = list[tuple[str, tuple[str, ...], str | None]]


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(TITLE + text)).measures


def told(text: str) -> Told:
    return [(each.text, each.providers, each.deadline) for each in measures(text)]


BY_NAMES: list[tuple[str, Told]] = [
    (
        "NALOGE PO NOSILCIH\n\nCSD Kranj\n  1. skupina za mlade matere; P1; jesen 2017\n"
        "  2. svetovalnica za starše; P1; vsak torek\n\nDom starejših občanov Preddvor\n"
        "  3. počitnice za svojce oseb z demenco; P2; do 30. 6. 2018\n\nOŠ Šenčur\n"
        "  4. kosilo za revne učence; P3; ves čas\n\nKaritas Škofja Loka\n"
        "  5. zbiralnik pohištva; P3; ko bo prostor\n  6. javna kuhinja; P3; od 1. 11. 2017\n",
        [
            ("skupina za mlade matere", ("CSD Kranj",), "jesen 2017"),
            ("svetovalnica za starše", ("CSD Kranj",), "vsak torek"),
            ("počitnice za svojce oseb z demenco", ("Dom starejših občanov Preddvor",), "30. 6. 2018"),
            ("kosilo za revne učence", ("OŠ Šenčur",), "ves čas"),
            ("zbiralnik pohištva", ("Karitas Škofja Loka",), "ko bo prostor"),
            ("javna kuhinja", ("Karitas Škofja Loka",), "od 1. 11. 2017"),
        ],
    ),
    (
        "Kdo bo kaj naredil\n\nZavod Vita Jesenice\n\n1) prehodna stanovanja za zapornike (2018)\n"
        "2) klub staršev (2019)\n\nDruštvo upokojencev Tržič\n\n3) obiski pri osamljenih\n4) telefon (stalno)\n\n"
        "Mestna občina Kranj\n\n5) najemna stanovanja (2020)\n\nZdravstveni dom Bled\n\n6) patronaža v naselju\n",
        [
            ("prehodna stanovanja za zapornike", ("Zavod Vita Jesenice",), "2018"),
            ("klub staršev", ("Zavod Vita Jesenice",), "2019"),
            ("obiski pri osamljenih", ("Društvo upokojencev Tržič",), None),
            ("telefon", ("Društvo upokojencev Tržič",), "stalno"),
            ("najemna stanovanja", ("Mestna občina Kranj",), "2020"),
            ("patronaža v naselju", ("Zdravstveni dom Bled",), None),
        ],
    ),
    (
        "IZVEDBA PO NOSILCIH\n\nCSD Tržič:\n1. Terensko delo na ulici, 2018\n2. Skupina za očete, 2019\n\n"
        "Varstveno delovni center Kranj:\n3. Podporno bivanje, do 2020\n\n"
        "Šole:\n4. Učna pomoč otrokom, vsak dan\n5. Delo v koordinacijski skupini\n",
        [
            ("Terensko delo na ulici", ("CSD Tržič",), "2018"),
            ("Skupina za očete", ("CSD Tržič",), "2019"),
            ("Podporno bivanje", ("Varstveno delovni center Kranj",), "2020"),
            ("Učna pomoč otrokom", ("Šole",), "vsak dan"),
        ],
    ),
    (
        "SEZNAM NALOG\n\nCSD Bled\n1) večerna šola; P1; oktober 2018\n2) delo v skupini za spremljanje programa\n\n"
        "Društvo Pot\n3) krožek; P2; v času pouka\n4) priprava poročila\n\n"
        "Društva\n5) društvo Žarek: tabor za dečke; P1; vsak maj\n6) društvo gluhih: telefon; P2; sproti\n",
        [
            ("večerna šola", ("CSD Bled",), "oktober 2018"),
            ("krožek", ("Društvo Pot",), "v času pouka"),
            ("tabor za dečke", ("društvo Žarek",), "vsak maj"),
            ("telefon", ("društvo gluhih",), "sproti"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_NAMES)
def test_a_list_whose_numbers_run_on_below_names_is_one_of_measures(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_the_code_between_the_parts_is_the_priority() -> None:
    assert [each.priority for each in measures(BY_NAMES[0][0])] == ["P1", "P1", "P2", "P3", "P3", "P3"]


BY_TIMES: list[tuple[str, Told]] = [
    (
        "Časovni načrt\n\nPRVO ČETRTLETJE 2018\n\n• delavnice za starše – izvede CSD Kranj;\n"
        "• pravna pomoč (Karitas Kranj, Kranj);\n\nDRUGO ČETRTLETJE 2018\n\n"
        "• »Most«: klub za brezposelne, izvede Zavod Most, enota\n  Jesenice;\n• tabor (ZPM Kranj).\n\n"
        "BREZ ROKA\n\n• stanovanja za mlade (Občina Bled).\n",
        [
            ("delavnice za starše", ("CSD Kranj",), "PRVO ČETRTLETJE 2018"),
            ("pravna pomoč", ("Karitas Kranj",), "PRVO ČETRTLETJE 2018"),
            ("»Most«: klub za brezposelne", ("Zavod Most, enota Jesenice",), "DRUGO ČETRTLETJE 2018"),
            ("tabor", ("ZPM Kranj",), "DRUGO ČETRTLETJE 2018"),
            ("stanovanja za mlade", ("Občina Bled",), None),
        ],
    ),
    (
        "Januar–junij 2018\n- kopalnica (Društvo Kralji ulice, Kranj)\n- šola za starše, izvaja CSD Škofja Loka\n"
        "- obiski družin – Občina Šenčur\n\nJulij–december 2018\n- počitnice (izvajata društvi Sožitje)\n"
        "- mobilna knjižnica: Knjižnica Kranj, najkasneje 1. oktobra\n",
        [
            ("kopalnica", ("Društvo Kralji ulice",), "Januar–junij 2018"),
            ("šola za starše", ("CSD Škofja Loka",), "Januar–junij 2018"),
            ("obiski družin", ("Občina Šenčur",), "Januar–junij 2018"),
            ("počitnice", ("društvi Sožitje",), "Julij–december 2018"),
            ("mobilna knjižnica", ("Knjižnica Kranj",), "1. oktobra"),
        ],
    ),
    (
        "LETO 2018\n\n* kuhinja v Radovljici (Dom dr. Janka Benedika, Radovljica);\n"
        "* telefon za mlade – vodi Zavod Mladi;\n\nLETO 2019\n\n* varna hiša – CSD Jesenice;\n\n"
        "KASNEJE, ČE BO DENAR\n\n* dvigalo v domu kulture (Občina Tržič).\n",
        [
            ("kuhinja v Radovljici", ("Dom dr. Janka Benedika",), "LETO 2018"),
            ("telefon za mlade", ("Zavod Mladi",), "LETO 2018"),
            ("varna hiša", ("CSD Jesenice",), "LETO 2019"),
            ("dvigalo v domu kulture", ("Občina Tržič",), None),
        ],
    ),
    (
        "MAREC\n• čistilna akcija, Rdeči križ Tržič;\n• mediatorka v vrtcu – izvede Vrtec Kranj.\n\n"
        "MAJ\n• dan odprtih vrat (Društvo gluhih, Kranj);\n• podpis dogovora, podpišejo vsi CSD.\n\n"
        "SEPTEMBER\n• klub bralcev – izvede Mestna knjižnica Kranj;\n• prevoz oviranih: Občina Bled.\n",
        [
            ("čistilna akcija", ("Rdeči križ Tržič",), "MAREC"),
            ("mediatorka v vrtcu", ("Vrtec Kranj",), "MAREC"),
            ("dan odprtih vrat", ("Društvo gluhih",), "MAJ"),
            ("podpis dogovora, podpišejo vsi CSD", (), "MAJ"),
            ("klub bralcev", ("Mestna knjižnica Kranj",), "SEPTEMBER"),
            ("prevoz oviranih", ("Občina Bled",), "SEPTEMBER"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BY_TIMES)
def test_items_below_times_are_one_list_whatever_names_who_does_them(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Člani skupin po ustanovah\n\nCSD Kranj\n1. Ana Novak; predsednica; 2017\n2. Marko Kos; član; 2018\n\n"
        "Društvo Žarek\n3. Irena Zupan; članica; 2017\n\nKaritas Kranj\n4. Peter Bizjak; član; do 2018\n\n"
        "Dom Preddvor\n5. Jana Pirc; članica; 2019\n",
        "Podatki po izvajalcih\n\nCSD Kranj\n1. število družin; 120; 2016\n2. število rejencev; 43; 2016\n\n"
        "Dom Preddvor\n3. število stanovalcev; 180; 2016\n4. čakalna vrsta; 55 oseb; 2016\n\n"
        "Karitas Kranj\n5. paketi hrane; 900; 2016\n6. prejemniki pomoči; 320; 2016\n",
        "Sodelovali so\n\nCSD Kranj\n1) vodja skupine\n2) strokovna delavka\n\nDruštvo Žarek\n3) predsednica\n\n"
        "Občina Bled\n4) svetovalec za družbene dejavnosti\n5) podžupan\n",
        "Analiza stanja po občinah\n\nObčina Bled\n1) premalo stanovanj\n2) ni prevozov\n\nObčina Tržič\n"
        "3) brezposelnost mladih\n\nObčina Kranj\n4) brezdomci na postaji\n5) zasvojenost\n",
        "Kaj je bilo narejeno v letu 2016\n\nJANUAR – MAREC\n• prenova zavetišča (Javni zavod Socio, Kranj);\n\n"
        "APRIL – JUNIJ\n• tabor za otroke – Društvo Žarek;\n• obiski (Rdeči križ Tržič).\n",
        "PROGRAM KONFERENCE\n\nMAREC\n• okrogla miza o brezdomstvu (Društvo Kralji ulice, Ljubljana).\n\n"
        "MAJ\n• predavanje o nasilju, CSD Kranj;\n• Romi in šola – Vrtec Kranj.\n",
    ],
)
def test_members_figures_needs_the_past_and_conferences_are_none(text: str) -> None:
    assert measures(text) == ()


def listed(*lines: str) -> list[Passage]:
    kinds = [PassageKind.ITEM if line[0].isdigit() else PassageKind.PARAGRAPH for line in lines]
    return [Passage(f"d.{n}", "d", kind, (), line, ()) for n, (kind, line) in enumerate(zip(kinds, lines, strict=True))]


def test_numbers_that_begin_again_or_leave_one_out_do_not_run_on() -> None:
    on = listed("CSD", "1) a", "2) b", "Dom", "3) c", "Zavod", "4) d", "5) e")
    assert {each.id for each in on if each.kind is PassageKind.ITEM} == going_on(on)
    assert not going_on(listed("CSD", "1) a", "2) b", "Dom", "1) c", "Zavod", "2) d", "3) e"))
    assert not going_on(listed("CSD", "1) a", "2) b", "Dom", "4) c", "Zavod", "5) d", "6) e"))
    assert not going_on(listed("CSD", "1) a", "2) b", "Dom", "Zavod", "3) c", "4) d", "5) e"))


def test_an_item_in_small_letters_is_no_chapter_on_the_plan() -> None:
    text = "Ukrepi\n\n1) klub, Društvo Pot, 2018\n2) delo v skupini za spremljanje\n3) tabor, ZPM Kranj, 2019\n"
    assert {each.text for each in measures(text)} >= {"klub", "tabor"}


@pytest.mark.parametrize("words", ["Brez roka", "KASNEJE", "Rok še ni določen", "Brez datuma (če bo denar)"])
def test_headings_without_a_time_say_so(words: str) -> None:
    assert phrase("undated-heading").fullmatch(words)


@pytest.mark.parametrize("words", ["Brez doma", "Brez roka ni ukrepa", "Kasneje se je skupina sestala"])
def test_other_headings_say_another_thing(words: str) -> None:
    assert not phrase("undated-heading").fullmatch(words)
