"""Measures that running text counts, and what stands in place of a measure's title and is none."""

import pytest

import rinsearch
from rinsearch.records import Measure

HEAD = (
    "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n4. UKREPI\n\n"
)


def measures(text: str) -> tuple[Measure, ...]:
    return rinsearch.analyse(rinsearch.Text(HEAD + text)).measures


@pytest.mark.parametrize(
    ("sentence", "title", "provider", "deadline"),
    [
        (
            "Prvi ukrep je Jutranja skupina v naselju. Namenjen je otrokom in ga od 1. 9. 2018 izvaja Vrtec Kranj.",
            "Jutranja skupina v naselju",
            "Vrtec Kranj",
            "od 1. 9. 2018",
        ),
        (
            "Drugi ukrep, Potujoča pisarna, je za starejše. Nosilec je Center za socialno delo Kranj; pisarna bo "
            "začela delovati najkasneje do 31. marca 2019.",
            "Potujoča pisarna",
            "Center za socialno delo Kranj",
            "31. marca 2019",
        ),
        (
            "Tretji ukrep so mobilne ekipe za oskrbo, namenjene bolnim. Nosilka je Splošna bolnišnica Jesenice, ekipe "
            "bodo začele z delom v letu 2019.",
            "mobilne ekipe za oskrbo",
            "Splošna bolnišnica Jesenice",
            "2019",
        ),
        (
            "Četrti ukrep: Jutro brez alkohola, skupine za zdravljene odvisnike, izvaja jih Društvo Pot do konca 2020.",
            "Jutro brez alkohola",
            "Društvo Pot",
            "do konca 2020",
        ),
        (
            "Ukrep 4.16, Dan odprtih vrat, je namenjen prostovoljcem; pripravi ga Knjižnica Kranj vsako leto v maju.",
            "Dan odprtih vrat",
            "Knjižnica Kranj",
            "vsako leto v maju",
        ),
        (
            "Zadnji ukrep je krizni telefon za mladostnike; prevzame ga Mladinski center Kranj, deloval bo od 1. 1. "
            "2019.",
            "krizni telefon za mladostnike",
            "Mladinski center Kranj",
            "od 1. 1. 2019",
        ),
    ],
)
def test_a_counted_measure_has_what_is_told_of_it(sentence: str, title: str, provider: str, deadline: str) -> None:
    (measure,) = measures(sentence)
    assert (measure.text, measure.providers, measure.deadline) == (title, (provider,), deadline)


def test_ordinals_alone_count_measures_where_these_are_announced() -> None:
    text = (
        "K temu bomo prispevali s tremi ukrepi. Prvi je »Zvonec«, klicni sistem za starejše; vodil ga bo Zdravstveni "
        "dom Kranj do 30. junija 2018. Drugi so obiski na domu, vodi jih Karitas Kranj, stalno. Tretjič, Dom "
        "upokojencev Kranj bo odprl točko za svojce; to bo storil do konca leta 2019.\n"
    )
    found = measures(text)
    assert [each.providers for each in found] == [
        ("Zdravstveni dom Kranj",),
        ("Karitas Kranj",),
        ("Dom upokojencev Kranj",),
    ]
    assert [each.text for each in found][:2] == ["»Zvonec«", "obiski na domu"]


@pytest.mark.parametrize(
    "text",
    [
        "Prvi ukrep je bil izveden leta 2016, vodil ga je CSD Kranj.",
        "Prvi vtis je dober; CSD Kranj ima 20 zaposlenih, drugi jih nimajo toliko.",
        "Drugi odstavek ureja poročanje, ki ga pripravi CSD Kranj do 31. 3. 2018.",
        "K temu bomo prispevali s tremi ukrepi do konca leta 2020.",
        "Tretja seja skupine je bila v Kranju, sklical jo je CSD Kranj za 3. 3. 2018.",
    ],
)
def test_other_ordinals_count_no_measures(text: str) -> None:
    assert measures(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "- Krško: Občinski svet se je seznanil z načrtom (Občinski svet, do 24. 11. 2018)",
        "- Kolodvorska ulica 3/a, 6215 Divača; nosilec CSD Kranj, rok: 6. 9. 2018",
        "3) Finančne posledice (CSD Kranj, 2018)",
        "- Letni izvedbeni načrt za leto 2018; nosilec: CSD Kranj, rok: 30. 1. 2018",
        "- Kranj (CSD Kranj, 2018)",
    ],
)
def test_councils_addresses_chapters_and_the_plan_itself_are_no_measures(line: str) -> None:
    assert measures(line) == ()


def test_a_list_of_what_concerns_the_own_municipality_is_one_of_measures() -> None:
    text = (
        "OBČINA KRANJ\n\nZadeva: Regijski izvedbeni načrt za gorenjsko regijo 2017-2020\n\nII. Kaj načrt prinaša\n\n"
        "Za našo občino sta pomembna dva:\n1) Hiša bo zatočišče ženskam. Nosilka je Župnijska Karitas Kranj, odprtje "
        "je predvideno 15. 9. 2019.\n2) Za brezdomce bo Društvo Pot do leta 2020 uredilo sobo.\n"
    )
    first, second = rinsearch.analyse(rinsearch.Text(text)).measures
    assert (first.providers, first.deadline) == (("Župnijska Karitas Kranj",), "15. 9. 2019")
    assert (second.providers, second.deadline) == (("Društvo Pot",), "2020")


def test_goals_with_ordinals_above_tables_are_priorities_where_nothing_else_is() -> None:
    table = "Ukrep | Komu | Nosilec | Rok\nKlop {0} | mladi | Društvo Pot | 2018\nHiša {0} | vsi | Dom Sonce | 2019\n\n"
    text = "".join(
        f"4.{n} {word} cilj: {title}\n\nPričakovani učinek: boljše življenje v regiji.\n\n{table.format(n)}"
        for n, word, title in ((1, "Prvi", "manj revščine"), (2, "Drugi", "boljša dostopnost"))
    )
    found = rinsearch.analyse(rinsearch.Text(HEAD + text))
    assert [(each.number, each.title) for each in found.priorities] == [
        ("1", "manj revščine"),
        ("2", "boljša dostopnost"),
    ]
    assert [each.priority for each in found.measures] == ["1", "1", "2", "2"]
