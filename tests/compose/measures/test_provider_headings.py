"""Who does several measures: titles above them, sentences for all; and abbreviations that a paper explains."""

import pytest

import rinsearch
from rinsearch.records import Analysis
from rinsearch.taxonomy.phrases import phrase

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)
ITEMS = "- Topla hiša {n} (do 31. 12. 2018)\n- Klop {n} (2019)\n"


def understood(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(HEAD + text))


TITLES = {
    "A) {}": ("CSD Kranj", "Društvo Pot"),
    "{n}. {}": ("CSD Kranj", "Društvo Pot, enota Bled"),
    "D.{n} {}": ("Dom Sonce", "Društvo Pot"),
    "{n}) {} (skupna naloga)": ("Dom Sonce", "Društvo Pot"),
    "{}:": ("Dom Sonce", "Društvo Pot"),
}


@pytest.mark.parametrize("title", TITLES)
def test_a_name_above_items_does_them_whatever_is_around_it(title: str) -> None:
    names = TITLES[title]
    found = understood(
        "\n".join(f"{title.format(name, n=n)}\n\n{ITEMS.format(n=n)}" for n, name in enumerate(names, 1))
    )
    assert [each.providers for each in found.measures] == [(name,) for name in names for _ in range(2)]
    assert found.priorities == ()


def test_names_in_capitals_with_a_letter_are_those_who_do_it() -> None:
    names = ("CENTER ZA SOCIALNO DELO KRANJ", "DOMOVI ZA STAREJŠE")
    found = understood(
        "\n".join(f"{letter}) {name}\n{ITEMS.format(n=letter)}" for letter, name in zip("AB", names, strict=True))
    )
    assert [each.providers for each in found.measures] == [(name,) for name in names for _ in range(2)]


def test_names_in_capitals_alone_are_those_who_do_it_where_the_items_end_with_times() -> None:
    items = "a) mediacija za starše {n}; {day}\nb) klop {n}; stalna naloga\n\n"
    found = understood(
        "CENTER ZA SOCIALNO DELO KRANJ\n" + items.format(n="Kranj", day="31.12.2018")
        + "DOM STAROSTNIKOV BLED\n" + items.format(n="Bled", day="marec 2020")
    )  # fmt: skip
    assert [each.providers for each in found.measures] == [
        ("CENTER ZA SOCIALNO DELO KRANJ",), ("CENTER ZA SOCIALNO DELO KRANJ",),
        ("DOM STAROSTNIKOV BLED",), ("DOM STAROSTNIKOV BLED",),
    ]  # fmt: skip
    assert [each.deadline for each in found.measures] == ["31.12.2018", "stalna naloga", "marec 2020", "stalna naloga"]


def test_matters_in_capitals_above_such_items_are_no_names() -> None:
    items = "a) mediacija za starše {n}; 31.12.2018\nb) klop {n}; stalna naloga\n\n"
    found = understood("STAROST V DOLINI\n" + items.format(n="Kranj") + "ZDRAVJE IN DELO\n" + items.format(n="Bled"))
    assert {each.providers for each in found.measures} <= {()}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Sprejela regijska koordinacijska skupina na 9. sestanku, 11. januarja 2018, soglasno", 2),
        ("Koordinacijska skupina in njeni sestanki", 0),
    ],
)
def test_who_made_the_paper_is_no_title_of_a_chapter_about_the_plan(line: str, count: int) -> None:
    found = understood(
        f"{line}\n\nI. četrtletje 2018\n• topla hiša (Društvo Altra)\n\nII. četrtletje 2018\n• klop (Društvo Pot)\n"
    )
    assert len(found.measures) == count


def test_titles_of_people_and_matters_are_no_names() -> None:
    found = understood(
        "\n".join(f"{n}. {title}\n\n{ITEMS.format(n=n)}" for n, title in enumerate(("Starejši", "Dom in delo"), 1))
    )
    assert {each.providers for each in found.measures if each.number is None} == {()}


CHAPTER = (
    "Prednostno področje P1: Starost\n\n{}\n\nNaloge:\n1. topla hiša;\n2. klop v parku.\n\n"
    "Prednostno področje P2: Delo\n\nNaloge:\n1. vrtovi (CSD Bled, 2018).\n"
)
FOR_ALL = [
    "Nosilec vseh nalog tega področja: Ljudska univerza Kranj. Vse naloge trajajo do 30. novembra 2018.",
    "Vse naloge izvaja Ljudska univerza Kranj. Vsi navedeni ukrepi morajo biti končani do 30. novembra 2018.",
    "Za vse ukrepe skrbi Ljudska univerza Kranj. Rok za vse ukrepe je 30. novembra 2018.",
    "Za izvedbo vseh nalog je odgovorna Ljudska univerza Kranj, rok za vse naloge: 30. novembra 2018.",
]


@pytest.mark.parametrize("words", FOR_ALL)
def test_what_is_said_for_all_holds_up_to_the_end_of_the_chapter(words: str) -> None:
    found = understood(CHAPTER.format(words)).measures
    assert [each.text for each in found] == ["topla hiša", "klop v parku", "vrtovi"]
    assert [each.providers for each in found] == [("Ljudska univerza Kranj",)] * 2 + [("CSD Bled",)]
    assert [str(each.until) for each in found] == ["2018-11-30", "2018-11-30", "2018-12-31"]


@pytest.mark.parametrize(
    "words",
    [
        "Nosilec vseh nalog je bil CSD Kranj.",
        "Nosilci vseh nalog poročajo do 31. marca.",
        "Vse naloge izvajalcev so zapisane v prilogi.",
        "Za vse naloge je potreben denar.",
    ],
)
def test_other_sentences_about_all_measures_name_nobody(words: str) -> None:
    assert not phrase("provider-for-all").search(words)


LEGEND = "Kratice: S = začetek, K = konec, CS = ciljna skupina.\n\n"


def test_abbreviations_are_read_as_the_paper_explains_them() -> None:
    items = "- Topla hiša (CS: starejši; S: 1. 2. 2018; K: 31. 12. 2019; C1)\n- Klop (CS: mladi; K: 1. 9. 2018; C2)\n"
    found = understood(f"{LEGEND}A) CSD KRANJ\n{items}\nB) DRUŠTVO POT\n{items.replace('Topla hiša', 'Vrt')}").measures
    assert [(each.text, each.deadline) for each in found[:2]] == [
        ("Topla hiša", "31. 12. 2019"),
        ("Klop", "1. 9. 2018"),
    ]
    assert [each.target_groups for each in found[:2]] == [("starejsi",), ("mladi",)]


def test_below_a_name_a_time_in_brackets_is_enough_and_codes_are_nobody() -> None:
    items = "- Pisarna v Kranju (vsi občani; trajno; C2)\n- Klop {n} (mladi; 2019; C1)\n"
    found = understood(f"A) CSD KRANJ\n{items.format(n=1)}\nB) DRUŠTVO POT\n{items.format(n=2)}").measures
    assert (found[0].text, found[0].providers, found[0].deadline) == ("Pisarna v Kranju", ("CSD KRANJ",), "trajno")
    assert found[1].target_groups == ("mladi",)


def test_capitals_joined_by_small_words_and_two_of_a_kind_are_names() -> None:
    items = "• {} – začetek jeseni 2018\n• {} za starejše [do 30. VI. 2019]\n\n"
    text = f"1) DOM UPOKOJENCEV in DOM NA KLANCU (skupaj)\n\n{items.format('Topla soba', 'Klop')}"
    text += f"2) OBMOČNI ZDRUŽENJI RDEČEGA KRIŽA\n\n{items.format('Paketi', 'Vrt')}"
    found = understood(text).measures
    both = ("DOM UPOKOJENCEV", "DOM NA KLANCU")
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Topla soba", both, "jeseni 2018"),
        ("Klop za starejše", both, "30. VI. 2019"),
        ("Paketi", ("OBMOČNI ZDRUŽENJI RDEČEGA KRIŽA",), "jeseni 2018"),
        ("Vrt za starejše", ("OBMOČNI ZDRUŽENJI RDEČEGA KRIŽA",), "30. VI. 2019"),
    ]


def test_what_the_coordinator_does_for_the_plan_is_no_measure() -> None:
    text = "F) KOORDINATOR (CSD Kranj)\n- sklicuje skupino trikrat na leto,\n- do 31. marca zbere poročila.\n"
    assert understood(text).measures == ()


def test_times_in_brackets_without_a_year_and_names_of_several_municipalities() -> None:
    text = "Dom Sonce\n• uredi sobo za goste (I. polletje)\n• pripravi predavanja (oktober in november)\n\n"
    text += "Občine Gorenja vas - Poljane, Žiri, Železniki\n• sofinancirajo prevoze (celo leto)\n"
    found = understood(text)
    assert [(each.providers[0], each.deadline) for each in found.measures] == [
        ("Dom Sonce", "I. polletje"),
        ("Dom Sonce", "oktober in november"),
        ("Občine Gorenja vas - Poljane", "celo leto"),
    ]
    assert found.priorities == ()


@pytest.mark.parametrize(
    "titles",
    [("Brezdomci:", "Starejši:"), ("Za brezdomce:", "Za starejše:"), ("Ciljna skupina: brezdomci", "Komu: starejši")],
)
def test_those_for_whom_a_list_is_stand_above_it(titles: tuple[str, str]) -> None:
    text = f"{titles[0]}\n- topel obrok (Karitas Kranj, 2018);\n- postelja (Društvo Pot, 2019).\n"
    text += f"{titles[1]}\n- kombi (Občina Kranj, od 2018);\n- vrt za otroke (Dom Sonce, 2019).\n"
    assert [each.target_groups or each.inherited for each in understood(text).measures] == [
        ("brezdomci",),
        ("brezdomci",),
        ("starejsi",),
        ("otroci",),
    ]


def test_a_municipality_above_its_measures_is_no_priority() -> None:
    head = "| Kaj | Kdo | Kdaj |\n|---|---|---|\n"
    text = f"OBČINA HRASTNIK\n{head}| Vrt | Dom Sonce | 2019 |\n\nOBČINA TRBOVLJE\n{head}| Kuhinja | Karitas | 2020 |\n"
    assert understood(text).priorities == ()


def test_chapters_in_capitals_are_those_who_do_what_stands_in_them() -> None:
    text = "4.1 CENTER ZA SOCIALNO DELO KRANJ\n4.1.1 Terenska pisarna\n      Rok: pomlad 2018\n"
    text += "4.1.2 Mediacija med sosedi\n      Rok: stalno\n4.2 DOM SONCE\n4.2.1 Topla prha\n      Rok: 2019\n\n"
    text += "5. OCENA STROŠKOV\n5.1 CENTER ZA SOCIALNO DELO KRANJ\n    12.000 EUR\n5.2 DOM SONCE\n    31.500 EUR\n"
    found = understood(text).measures
    assert [(each.text, each.providers, each.deadline) for each in found] == [
        ("Terenska pisarna", ("CENTER ZA SOCIALNO DELO KRANJ",), "pomlad 2018"),
        ("Mediacija med sosedi", ("CENTER ZA SOCIALNO DELO KRANJ",), "stalno"),
        ("Topla prha", ("DOM SONCE",), "2019"),
    ]


def test_who_stands_once_in_the_first_column_does_the_rows_below_too() -> None:
    text = (
        "Izvajalec\tUkrepi\tRok\nCSD Kranj\tsvetovanje\t2018\n\ttabor\t2019\nDom Sonce\tobiski\tstalno\n\tkombi\t2018\n"
    )
    assert [each.providers[0] for each in understood(text).measures] == [
        "CSD Kranj",
        "CSD Kranj",
        "Dom Sonce",
        "Dom Sonce",
    ]
