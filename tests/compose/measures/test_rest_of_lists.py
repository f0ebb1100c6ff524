"""Items among measures that name no time or no known organisation are measures, too; what says it is none stays out."""

import pytest

import rinsearch

HEAD = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"
LIST = """3. KAJ BOMO NAREDILI

1. Klub za starejše. Nosilec: CSD Kranj. Rok: 30. 6. 2018.

2. Topla hiša za brezdomce. Nosilec: Dom Sonce. Rok: 31. 12. 2018.

{item}

4. Šola za starše. Nosilec: Ljudska univerza Kranj. Rok: 1. 3. 2019.

5. Prevozi na podeželju. Nosilec: Rdeči križ Kranj. Rok: trajno.
"""


def measures(text: str) -> list[str]:
    return [each.text for each in rinsearch.analyse(rinsearch.Text(HEAD + text)).measures]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("3. Brezplačni obroki za šolarje. Pripravlja jih Dom Sonce.", "Brezplačni obroki za šolarje"),
        ("3. Pogovori za žalujoče. Psihološki dispanzer, po potrebi.", "Pogovori za žalujoče"),
        ("3. Varna točka za ženske; odprta bo vse dni, tudi ponoči.", "Varna točka za ženske"),
    ],
)
def test_an_item_between_measures_is_one_though_it_lacks_a_field(item: str, text: str) -> None:
    found = measures(LIST.format(item=item))
    assert len(found) == 5
    assert found[2].startswith(text)


@pytest.mark.parametrize(
    "item",
    [
        "3. Nadzor nad izvajalci – ni ukrep, izvaja se po zakonu.",
        "3. Bazen v Kranju – opuščeno.",
        "3. Nova varna hiša (samo pobuda).",
        "3. Kosila v šolah že potekajo.",
        "3. Poročilo o izvajanju pripravi skupina.",
    ],
)
def test_an_item_that_says_it_is_none_is_no_measure(item: str) -> None:
    assert len(measures(LIST.format(item=item))) == 4


def test_items_below_few_measures_are_none() -> None:
    one = "1. Klub za starejše. Nosilec: CSD Kranj. Rok: 30. 6. 2018."
    text = f"3. KAJ BOMO NAREDILI\n\n{one}\n\n2. Delo v skupini\n\n3. Odmori\n"
    assert len(measures(text)) == 1


def test_bullets_below_another_heading_are_none() -> None:
    text = LIST.format(item="3. Varna točka. Nosilec: CSD Kranj. Rok: 2019.") + "\n4. SODELUJOČI\n\n6. Dom Sonce\n"
    assert len(measures(text)) == 5


@pytest.mark.parametrize(
    ("item", "text", "provider"),
    [
        ("3. Varovanje na daljavo (Občina Kranj), priključkov: 80.", "Varovanje na daljavo", "Občina Kranj"),
        ("3. Igrala za otroke – Občina Kranj; izvede se poleti.", "Igrala za otroke", "Občina Kranj"),
        (
            "3. Prilagojena igrala in stezice za gibalno ovirane otroke v mestu – Občina\nKranjska Gora; poleti.",
            "Prilagojena igrala in stezice za gibalno ovirane otroke v mestu",
            "Občina Kranjska Gora",
        ),
    ],
)
def test_what_stands_behind_the_name_of_an_item_says_who(item: str, text: str, provider: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(HEAD + LIST.format(item=item))).measures[2]
    assert (found.text, found.providers) == (text, (provider,))
