"""Names and kinds that are abbreviated, as in notes of a session: "Šk. Loka, OS, 28. red. seja"."""

import pytest

from rinsearch import tag
from rinsearch.records import Passage, PassageKind


def tags(text: str, label: str) -> list[str]:
    passage = Passage("d.1", "d", PassageKind.PARAGRAPH, (), text)
    return [each.value for each in tag.tag([passage])[0].tags if each.label == label]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("OS Obč. Šk. Loka seznanjen, 24:0", ["122"]),
        ("V Sl. Konjicah in v Slov. Bistrici so načrt potrdili.", ["114", "113"]),
        ("Žiri, Železniki in Gor. vas-Poljane: soglasje", ["147", "146", "027"]),
        ("Ob št. Loka je parkirišče.", []),
    ],
)
def test_an_abbreviated_name_is_that_of_the_municipality(text: str, codes: list[str]) -> None:
    assert tags(text, "municipality") == codes


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("28. red. seja, 19. 10. 17", ["28/redna"]),
        ("Zapisnik 5. izr. seje", ["5/izredna"]),
        ("na 3. dop. seji", ["3/dopisna"]),
        ("Pravilnik o red. sejalnikih, 5. redni popravek", []),
    ],
)
def test_an_abbreviated_kind_is_that_of_the_session(text: str, session: list[str]) -> None:
    assert tags(text, "session") == session
