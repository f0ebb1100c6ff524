"""Measures in lines and tables without a head, below the name of who does them; where their titles end."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)
TAIL = "\n\n5. SPREMLJANJE\n\nPoročilo pripravi koordinacijska skupina vsako leto do 31. marca.\n"
ROWS = (
    ("Varna pot domov", "mladi", "Društvo Pot", "stalno"),
    ("Topla hiša", "starejši", "Dom starejših Kranj", "31. 12. 2018"),
    ("Krizna soba", "žrtve nasilja", "CSD Kranj", "do konca leta 2019"),
)
ORDER = "Zapisani so v istem zaporedju: ime, komu, kdo, kdaj.\n"


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text + TAIL)).measures


def check(found: tuple[Measure, ...]) -> None:
    assert [each.text for each in found] == [row[0] for row in ROWS]
    assert [each.providers for each in found] == [(row[2],) for row in ROWS]
    assert [(each.deadline or "").removeprefix("do ") for each in found] == [row[3].removeprefix("do ") for row in ROWS]


@pytest.mark.parametrize("sign", ["; ", " – ", " | ", "\t", " / "])
@pytest.mark.parametrize("order", ["", f"{ORDER}\n"])
def test_lines_of_the_same_parts_need_no_head(sign: str, order: str) -> None:
    check(measures(order + "\n".join(sign.join(row) for row in ROWS)))


def test_lines_that_a_paragraph_joins_are_still_lines() -> None:
    rows = ["; ".join((f"{row[0]}", *row[1:])) for row in ROWS]
    check(measures(f"Spodnji ukrepi so bili dodani v maju. {ORDER}\n" + "\n".join(rows)))


@pytest.mark.parametrize(
    "lines",
    [
        "Kranj; 56.000; 402; 31\nBled; 8.000; 20; 3\nTržič; 15.000; 90; 7",
        "Ana Novak; CSD Kranj; vodja; članica\nJan Kos; Občina Bled; član; –\nEva Zupan; Občina Tržič; članica; –",
        "Pri pripravi so sodelovali:\nAna Kos; Društvo Pot; 2017\nJan Lah; Dom Sonce; 2017\nEva Bevk; Karitas; 2018",
        "V prejšnjem obdobju:\n\nKlop; Društvo Pot; 2014\nHiša; Dom Sonce; 2015\nSoba; CSD Bled; 2016",
        "hiša; vsi; CSD Kranj; že izvedeno 2016\nklop; vsi; CSD Bled; že izvedeno 2015\nsoba; vsi; CSD Tržič; že 2016",
    ],
)
def test_lines_of_numbers_members_and_the_past_are_no_measures(lines: str) -> None:
    assert measures(lines) == ()


@pytest.mark.parametrize("title", ["Nosilec: {}", "{}", "Izvajalec: {}"])
def test_who_stands_above_items_does_them_all(title: str) -> None:
    text = "\n".join(
        f"{title.format(name)}\n\n- Topla hiša {n} (do 31. 12. 2018)\n- Klop {n} (stalno)\n"
        for n, name in enumerate(("CSD Kranj", "Društvo Pot"), 1)
    )
    found = measures(text)
    assert [(each.text, each.providers) for each in found] == [
        ("Topla hiša 1", ("CSD Kranj",)),
        ("Klop 1", ("CSD Kranj",)),
        ("Topla hiša 2", ("Društvo Pot",)),
        ("Klop 2", ("Društvo Pot",)),
    ]


def test_the_last_label_of_a_form_is_no_title_of_the_next_one() -> None:
    text = "\n\n".join(f"{n}. {row[0]}\n   Rok: {row[3]}\n   Organizacija: {row[2]}" for n, row in enumerate(ROWS, 1))
    check(measures(text))


def test_a_time_of_one_word_before_a_stroke_belongs_to_no_label() -> None:
    (measure,) = measures("Ukrep 1: Klop / Rok: mesečno / Odgovorna ustanova: Društvo Pot / Viri: FIHO\n")
    assert (measure.deadline, measure.providers) == ("mesečno", ("Društvo Pot",))


def test_items_below_a_body_that_say_no_time_are_none() -> None:
    assert measures("CSD Kranj\n\n- vodja skupine\n- sedež v Kranju\n\nDruštvo Pot\n\n- 20 članov\n- tri sobe\n") == ()


@pytest.mark.parametrize(
    ("line", "title", "provider"),
    [
        ("- Klub staršev, izvaja Društvo Pot, rok: 2018.", "Klub staršev", "Društvo Pot"),
        ("- Topla hiša; pripravi jo Kralji ulice; rok: 2018.", "Topla hiša", "Kralji ulice"),
        ("- Klop (Komunala Kranj, d. o. o.; stalno)", "Klop", "Komunala Kranj, d. o. o."),
        ("- Storitev / program: Klop\n- Nosilec: Društvo Pot\n- Rok: 2018", "Klop", "Društvo Pot"),
    ],
)
def test_a_title_ends_before_what_tells_who(line: str, title: str, provider: str) -> None:
    (measure,) = measures(line)
    assert (measure.text, measure.providers) == (title, (provider,))
