"""What a council had done before it put the item off; the council of news that begin with a place."""

import pytest

import rinsearch

PLAN = "rin-sv/posavska/2017-2020"
MINUTES = """OBČINA SEVNICA
Občinski svet

ZAPISNIK 24. redne seje Občinskega sveta Občine Sevnica, 13. decembra 2017

7. točka: Regijski izvedbeni načrt na področju socialnega varstva za Posavje 2017-2020
{text}

8. točka: Odlok o oglaševanju
Sklep: Odlok se sprejme. (Za 17, proti 1)
"""
NEWS = """Posavski glasnik, 8. novembra 2017, stran 6

V dobri uri do konca

{text}
"""
NOTED = "vzeli na znanje regijski izvedbeni načrt socialnega varstva za Posavje od leta 2017 do 2020."


def noted(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    taken = [each for each in found if each.status in ("acknowledged", "adopted") and each.plan == PLAN]
    return [each.municipality.name for each in taken if each.municipality]


@pytest.mark.parametrize(
    "text",
    [
        "Točka se umakne, ker se je svet z načrtom seznanil že na prejšnji seji (19. oktobra).",
        "Svet se je z istim načrtom že seznanil na 23. seji, zato se točka umakne z dnevnega reda.",
        "Občinski svet se je z načrtom seznanil že oktobra, zato je bila točka umaknjena.",
        "Točka je bila umaknjena, saj je občinski svet načrt vzel na znanje že na 23. redni seji.",
        "Točka se preloži, čeprav se je svet s samim načrtom že seznanil na 23. seji.",
    ],
)
def test_what_was_done_before_holds_though_the_item_is_put_off(text: str) -> None:
    assert noted(MINUTES.format(text=text)) == ["Sevnica"]


@pytest.mark.parametrize(
    "text",
    [
        "Točka se umakne, ker se svet z načrtom še ni seznanil.",
        "Točka se umakne, da se svet z načrtom seznani na naslednji seji.",
        "Točka se umakne, ker se je z načrtom že seznanil odbor.",
        "Točka se umakne, saj se je župan z načrtom že seznanil na posvetu.",
        "Točka se umakne, ker naj bi se svet z načrtom že seznanil.",
        "Točka se umakne, ker se je svet že seznanil s poročilom o varnosti.",
        "Svetnica je vprašala, ali se je svet z načrtom že seznanil, zato se točka umakne.",
        "Točka se umakne; če bi se svet z načrtom že seznanil, bi bilo drugače.",
        "Točka se preloži, ker se bo svet z načrtom seznanil že januarja.",
        "Svet zavoda se je z načrtom že seznanil, zato se točka umakne.",
    ],
)
def test_what_was_not_done_before_does_not(text: str) -> None:
    assert noted(MINUTES.format(text=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"BISTRICA OB SOTLI – Na 25. redni seji so se zbrali vsi.\n\nMirno je minila razprava. Svetniki so {NOTED}",
        f"BISTRICA OB SOTLI – Seja je minila hitro. Svetnice in svetniki so brez glasu proti {NOTED}",
        f"BISTRICA OB SOTLI – Za vodo je bilo pet glasov.\n\nSvetniki so po krajšem premisleku {NOTED}",
    ],
)
def test_councillors_in_news_are_those_of_the_place_with_which_they_begin(text: str) -> None:
    assert noted(NEWS.format(text=text)) == ["Bistrica ob Sotli"]


@pytest.mark.parametrize(
    "text",
    [
        f"BISTRICA OB SOTLI – Srečali so se upokojenci.\n\nČlani odbora so {NOTED}",
        f"BISTRICA OB SOTLI – Na posvetu so bili izvajalci. Udeleženci so {NOTED}",
        f"BISTRICA OB SOTLI – Seja je minila hitro.\n\nV Radečah je bila seja daljša. Svetniki so {NOTED}",
        f"V Posavju je bilo živahno.\n\nSvetniki so {NOTED}",
        f"BISTRICA OB SOTLI – Seja je odpadla.\n\nRADEČE – Seje je konec. Svetniki so {NOTED}",
    ],
)
def test_others_in_news_are_not(text: str) -> None:
    assert "Bistrica ob Sotli" not in noted(NEWS.format(text=text))
