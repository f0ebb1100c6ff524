"""Items put off, taken off or refused: the words of the motion, of the vote on it and of the resolution."""

import pytest

import rinsearch

PAPER = """OBČINA DOBRNA
OBČINSKI SVET
ZAPISNIK
18. redne seje Občinskega sveta Občine Dobrna, ki je bila 14. 9. 2017

4. točka: Poročilo nadzornega odbora
Sklep: Občinski svet se seznani s poročilom nadzornega odbora. Za 9, proti 0.

5. točka: Regijski izvedbeni načrt na področju socialnega varstva za savinjsko regijo 2017-2020

Gradivo je predstavila direktorica centra za socialno delo.
{told}

6. točka: Pobude
Pobud ni bilo.
"""


def statuses(told: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(PAPER.format(told=told))).decisions
    return {each.status.value for each in found if each.plan}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Svet je odločitev preložil.", "postponed"),
        ("Sklepanje se odloži na eno naslednjih sej.", "postponed"),
        ("Na predlog svetnice so svetniki obravnavo prestavili na oktobrsko sejo.", "postponed"),
        ("Predlog, da se točka preloži na naslednjo sejo, je bil sprejet z 8 glasovi za.", "postponed"),
        ("Preložitev obravnave je bila potrjena z 8 glasovi za.", "postponed"),
        ("Svetniki so soglašali s preložitvijo točke.", "postponed"),
        ("Predlog, da se točka umakne, je bil sprejet.", "withdrawn"),
        ("Umik točke je bil potrjen z 8 glasovi za.", "withdrawn"),
        ("Soglasno je bil sprejet sklep o umiku točke z dnevnega reda.", "withdrawn"),
        ("Svet načrta ne vzame na znanje, dokler v njem ni stroškov po občinah.", "rejected"),
        ("Svet predloženega načrta ne jemlje v vednost.", "rejected"),
        ("Načrta svet ne obravnava in ga vrača centru za socialno delo.", "rejected"),
        ("Svet se s predloženim načrtom ne strinja.", "rejected"),
        ("Svet načrta ni želel vzeti na znanje.", "rejected"),
        ("Zaradi pozne ure se točka obravnava na nadaljevanju seje.", "postponed"),
        ("Svet je sklenil: Odloči se na prihodnji seji.", "postponed"),
        ("Svetniki so se odločili, da o načrtu odločajo na naslednji seji.", "postponed"),
        ("O predlogu bodo odločali na prihodnji seji.", "postponed"),
        ("Svet se z načrtom še ne seznani, ampak to stori na naslednji seji.", "postponed"),
        ("Točka se zadrži do dopolnitve gradiva.", "postponed"),
        ("Svet bo z načrtom počakal do jeseni.", "postponed"),
        ("Z načrtom počakamo do ogleda v Šentjurju, so se zedinili svetniki.", "postponed"),
        ("Točka se vrne v obravnavo na naslednji seji.", "postponed"),
        ("Točka se izvzame.", "withdrawn"),
        ("Točka se briše z dnevnega reda.", "withdrawn"),
        ("Svetniki so sprejeli predlog, da se točka umakne.", "withdrawn"),
        ("Predlog sklepa je propadel.", "rejected"),
        ("Občinski svet je podal negativno mnenje k načrtu.", "rejected"),
        ("5 za, 9 proti. Svet sklepa ni potrdil.", "rejected"),
        ("Svet izdaja soglasje k načrtu.", "adopted"),
        ("Sprejet je bil sklep: svet se seznani z gradivom.", "acknowledged"),
        ("Glasovanje o sklepu o seznanitvi: 9 za, 2 proti. Sklep je sprejet.", "acknowledged"),
        ("Pozneje so se z načrtom seznanili še svetniki, ki so zamudili začetek.", "acknowledged"),
    ],
)
def test_what_became_of_the_item(told: str, status: str) -> None:
    assert statuses(told) == {status}


@pytest.mark.parametrize(
    "told",
    [
        "Predlog, da se točka umakne, ni bil sprejet.",
        "Umik točke ni bil potrjen.",
        "Svetniki so po preložitvi točke o cenah potrdili zapisnik.",
        "O predlaganem sklepu, da se svet seznani z načrtom, se zato ni glasovalo.",
        "Svetnica je menila, naj se svet z načrtom vseeno seznani. Njen predlog je dobil 6 glasov.",
        "Sosednji sveti so se z načrtom seznanili.",
        "Upokojenci so se z načrtom seznanili na zboru.",
        "Svet Centra za socialno delo se je z načrtom seznanil maja.",
        "Svetniki so se seznanili z izvajanjem načrta v letu 2016.",
        "Svetniki so se seznanili z uresničevanjem ukrepov iz načrta.",
        "Svet se je seznanil s pripombami odbora na načrt.",
        "Po poslovniku se svet z gradivom seznani in o njem ne glasuje.",
        "Svetnik je dejal: »Mi smo se z načrtom že seznanili.«",
        "Sklep, da se svet seznani z načrtom, je župan zadržal.",
        "Svetniki so bili z načrtom že seznanjeni po elektronski pošti, kar ne šteje za obravnavo.",
        "Na junijski seji se je svet res seznanil, vendar s strategijo za mlade.",
    ],
)
def test_no_word_of_these_decides_on_the_plan(told: str) -> None:
    assert statuses(told) <= {"proposed"}


def test_what_was_sent_back_unread_was_not_taken_note_of() -> None:
    assert "acknowledged" not in statuses("Svet je načrt vrnil, ne da bi se z njim seznanil.")
    assert statuses("Ne da bi o njem razpravljal, je svet načrt vzel na znanje.") == {"acknowledged"}


LETTER = "OBČINA DOBRNA\nŽupan\n\nDatum: 20. 11. 2017\n\nCenter za socialno delo Celje\n\nSpoštovani,\n\n{told}\n"
TEXT = "Občinski svet Občine Dobrna je seznanjen z Regijskim izvedbenim načrtom na področju socialnega varstva"


@pytest.mark.parametrize(
    "told",
    [
        f'Predlog, ki ga bom svetu dal, se bo glasil:\n\n"{TEXT} savinjske regije 2017-2020."',
        f"v dopisu nas prosite za dokazilo, da {TEXT.replace(' je', ', je')} savinjske regije 2017-2020.",
        f"zahtevate potrdilo, da je {TEXT.replace(' je', '')} savinjske regije 2017-2020.",
    ],
)
def test_a_letter_that_quotes_what_is_asked_or_to_come_shows_no_acknowledgement(told: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(LETTER.format(told=told))).decisions
    assert not [each for each in found if each.status.value == "acknowledged"]


def test_texts_proposed_to_two_councils_are_proposals() -> None:
    text = (
        "OBČINI MUTA IN VUZENICA\nskupna občinska uprava\n9. 10. 2017\n\nGRADIVO ZA SEJI OBEH SVETOV\n\n"
        "Koroški regijski izvedbeni načrt na področju socialnega varstva 2017-2020\n\n"
        "Direktor uprave se je z načrtom seznanil na predstavitvi.\n\nPREDLOGA SKLEPOV\n"
        "Muta: Občinski svet Občine Muta se seznanja s Koroškim regijskim izvedbenim načrtom na področju socialnega "
        "varstva 2017-2020.\n"
        "Vuzenica: Občinski svet Občine Vuzenica se seznanja s Koroškim regijskim izvedbenim načrtom na področju "
        "socialnega varstva 2017-2020.\n"
    )
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    assert {each.status.value for each in found} == {"proposed"}
