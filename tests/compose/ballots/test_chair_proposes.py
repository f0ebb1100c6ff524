"""What the chair, or who lays the paper before the council, proposes is what is voted on right behind."""

import pytest

import rinsearch

MINUTES = """ZAPISNIK
20. redne seje Občinskega sveta Občine Ruše, dne 4. 12. 2017

3. Regijski izvedbeni načrt podravske regije 2017–2020

{text}

4. Razno
Sprejme se cenik. ZA: 9, PROTI: 0.
"""
NOTE = "da se svet seznani z Regijskim izvedbenim načrtom podravske regije 2017–2020."
CHAIR = ("Župan predlaga,", "Predsedujoča je predlagala,", "Predlagatelj predlaga,", "Občinska uprava predlaga,")


def decided(text: str) -> list[tuple[str, int | None]]:
    """The statuses of the plan, each with the votes for it."""
    found = rinsearch.analyse(rinsearch.Text(MINUTES.format(text=text))).decisions
    return [(each.status.value, each.vote.for_ if each.vote else None) for each in found if each.plan]


@pytest.mark.parametrize("chair", CHAIR)
@pytest.mark.parametrize(
    "behind",
    [
        " Sklep je bil sprejet (11 za).",
        "\n\nSklep je bil sprejet z 11 glasovi za.",
        "\n\nZA: 11, PROTI: 1.",
        " Razprave ni bilo. Za je glasovalo 11 svetnikov, proti 1.",
        "\nGlasovanje: 11 ZA, 1 PROTI.\nSklep je sprejet.",
    ],
)
def test_the_vote_right_behind_carries_it(chair: str, behind: str) -> None:
    assert decided(f"{chair} {NOTE}{behind}") == [("acknowledged", 11)]


@pytest.mark.parametrize("chair", CHAIR)
@pytest.mark.parametrize("behind", [" Sklep ni bil sprejet (3 za, 8 proti).", "\n\nZA: 3, PROTI: 8."])
def test_a_lost_vote_rejects_it(chair: str, behind: str) -> None:
    assert decided(f"{chair} {NOTE}{behind}") == [("rejected", 3)]


@pytest.mark.parametrize(
    "text",
    [
        f"Župan predlaga, {NOTE} Razprave ni bilo.",
        f"Župan predlaga, {NOTE} Svetnica Novak predlaga, da se točka preloži. ZA: 11, PROTI: 1.",
        f"Župan predlaga, {NOTE} Svetnik Novak nasprotuje. Predlog svetnika je dobil 11 glasov.",
        f"Župan predlaga, {NOTE} SKLEP: Načrt se vrne pripravljavcu. ZA: 11, PROTI: 1.",
        f"Župan predlaga, {NOTE} Za odlok o cestah je glasovalo 11 svetnikov.",
        f"Župan predlaga, {NOTE} Prisotnih je 11 svetnikov.",
        f"Župan predlaga, {NOTE} Amandma je bil sprejet (11 za).",
        f"Župan predlaga, {NOTE} Sklep 25/1: Točka se umakne z dnevnega reda. (za 14, proti 0)",
        "Župan je predlagal, da se točka umakne, ker se je svet z načrtom že seznanil. ZA: 14, PROTI: 0.",
        f"Odbor predlaga, {NOTE} ZA: 4, PROTI: 1.",
        f"Svetnik Novak predlaga, {NOTE} Svetnica Kos predlaga preložitev. ZA: 11.",
        f"Župan ne predlaga, {NOTE} ZA: 11, PROTI: 1.",
    ],
)
def test_what_is_voted_on_between_or_besides_carries_nothing(text: str) -> None:
    assert "acknowledged" not in {status for status, _ in decided(text)}


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            " Ker razprave ni bilo, je župan dal predlog na glasovanje. Sklep je bil sprejet (11 za).",
            ("acknowledged", 11),
        ),
        (" Županja da na glasovanje predlog odbora. ZA: 3, PROTI: 9. Sklep ni sprejet.", ("rejected", 3)),
        ("\n\nSklep je bil sprejet (11 za).", ("acknowledged", 11)),
        (" Sklep je bil sprejet (5 za).", ("proposed", None)),
        (" Župan da na glasovanje predlog, da se sprejme odlok. Sklep je bil sprejet (9 za).", ("proposed", None)),
        (" Predsednik odbora je dal predlog na glasovanje. Sklep je bil sprejet (5 za).", ("proposed", None)),
    ],
)
def test_what_a_committee_proposes_is_carried_where_the_council_votes_on_it(
    behind: str, expected: tuple[str, int | None]
) -> None:
    assert decided(f"Odbor predlaga, {NOTE}{behind}") == [expected]
