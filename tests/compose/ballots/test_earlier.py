"""What was resolved on a day before has no vote of this session."""

import rinsearch

MINUTES = """OBČINA MORAVSKE TOPLICE
Občinski svet

ZAPISNIK 22. redne seje, Moravske Toplice, 12. december 2017

Točka 2. Razveljavitev sklepa št. 171
{told} Statutarna komisija svetuje, da se odločitev odpravi.
SKLEP 179: {words} 13 za, 0 proti, 1 vzdržan.
"""
PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva za pomursko regijo 2017–2020"


def votes(told: str, words: str) -> dict[str, int | None]:
    """Of each day on which the council took note, how many were for it."""
    found = rinsearch.analyse(rinsearch.Text(MINUTES.format(told=told, words=words))).decisions
    noted = [each for each in found if each.plan and each.status == "acknowledged"]
    return {str(each.date): each.vote.for_ if each.vote else None for each in noted}


def test_the_vote_below_is_on_what_is_resolved_now() -> None:
    told = f"Svet je 7. novembra 2017 s sklepom št. 171 odločil, da se je seznanil z {PLAN}."
    assert votes(told, "Sklep št. 171 z dne 7. novembra 2017 se razveljavi.") == {"2017-11-07": None}


def test_a_vote_that_is_told_with_it_is_its_own() -> None:
    told = f"Svet se je 7. novembra 2017 z 11 glasovi za in 2 proti seznanil z {PLAN}."
    assert votes(told, "Točka se zaključi.") == {"2017-11-07": 11}


def test_what_is_resolved_today_has_the_vote() -> None:
    assert votes("Gradivo je bilo poslano 7. novembra 2017.", f"Svet se je seznanil z {PLAN}.") == {"2017-12-12": 13}
