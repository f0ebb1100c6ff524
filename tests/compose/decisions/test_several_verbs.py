"""A sentence in which a council does several things: each verb has its own object."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva podravske regije 2017–2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")
NEWS = "OBČINA KIDRIČEVO\nNovice z 22. seje občinskega sveta, 28. 9. 2017\n\n{told}\n"


def shown(told: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(NEWS.format(told=told))).decisions
    return {each.status.value for each in found if each.plan}


@pytest.mark.parametrize(
    "told",
    [
        f"Svet je obravnaval rebalans, potrdil cenik in se seznanil z {WITH}.",
        f"Svetniki so sprejeli rebalans ter se seznanili z {WITH}.",
        f"Svetniki so sprejeli rebalans in soglasje k ceni vrtca ter se seznanili z {WITH}.",
        f"Svetniki so potrdili rebalans, cenik in se seznanili z {WITH}, nato pa zavrnili vlogo društva.",
        f"Svet je najprej potrdil rebalans, nato se je seznanil z {WITH}, na koncu pa zavrnil vlogo društva.",
        f"Svetniki so zavrnili vlogo društva, z {WITH} pa so se seznanili.",
        f"Svetniki so potrdili zapisnik, {NAME} vzeli na znanje in sprejeli odlok.",
    ],
)
def test_what_a_neighbouring_verb_is_about_is_not_the_plan(told: str) -> None:
    assert shown(told) == {"acknowledged"}


def test_verbs_without_an_object_of_their_own_share_one() -> None:
    assert shown(f"Svetniki so obravnavali in vzeli na znanje {NAME}.") == {"acknowledged"}
    assert shown(f"Svet je zavrnil {NAME} in ga vrnil pripravljavcu.") == {"rejected"}
