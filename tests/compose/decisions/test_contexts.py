"""What a sentence shows by what stands around it in its paper: items, points, motions, places, numbered resolutions."""

import pytest

import rinsearch
from tests.compose.decisions.test_decisions import PLAN, shown

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")
MINUTES = "OBČINA SEMIČ\nObčinski svet\n\nZAPISNIK\n21. redne seje Občinskega sveta Občine Semič z dne 12. 10. 2017\n\n"
LETTER = f"CENTER ZA SOCIALNO DELO NOVO MESTO\n\nDatum: 8. 12. 2017\n\nZadeva: {NAME}\n\nSpoštovani,\n\n"
MEMO = f"OBČINA SEMIČ\nObčinska uprava\n\nDatum: 2. 10. 2017\n\nZadeva: {NAME}\n\nObrazložitev:\n"
NEWS = f"CSD Novo mesto – Novice\n12. 12. 2017\n\n{NAME} potuje po občinah\n\n"


def read(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return sorted(shown(each) for each in found if each.plan == PLAN and each.status != "scheduled")


ITEMS = {
    "a bare number takes its name from the agenda": (
        f"Dnevni red:\n1. Zapisnik\n2. Seznanitev z načrtom: {NAME}\n3. Razno\n\nTč. 1\nZapisnik je potrjen.\n\n"
        "Tč. 2\nRazprave ni bilo. Soglasno sprejeto.\n\nTč. 3\nVprašanj ni bilo.\n",
        ["Semič acknowledged"],
    ),
    "an agenda that is adopted and not listed": (
        f"Sprejem dnevnega reda\nDnevni red se sprejme. (za 10)\n\n1. Zapisnik\nZapisnik se potrdi. (za 9)\n\n"
        f"2. {NAME}\nSklep: Občinski svet se seznani z načrtom. (za 10)\n\n3. Razno\nVprašanj ni bilo.\n",
        ["Semič acknowledged"],
    ),
    "an agenda without stops, and an item with its speaker": (
        f"Dnevni red:\n1 Zapisnik\n2 {NAME} – seznanitev\n3 Razno\n\nK1. Zapisnik je potrjen (11/0).\n\n"
        "K2. Uvod: direktorica centra. Brez razprave.\nSklep (11/0) je bil sprejet.\n\nK3. Pobud ni bilo.\n",
        ["Semič acknowledged"],
    ),
    "points below an item of the agenda": (
        f"Dnevni red:\n1. Zapisnik\n2. Informacije\n2.1 {NAME}\n2.2 Poročilo redarstva\n3. Razno\n\n"
        "Ad 1\nZapisnik je potrjen.\n\n"
        "Ad 2\nSklep: Občinski svet se je seznanil z gradivi pod točkama 2.1 in 2.2.\n\nAd 3\nNi bilo vprašanj.\n",
        ["Semič acknowledged"],
    ),
    "a resolution in numbered points": (
        f"Ad 3\n{NAME}\n\nSprejeta sta bila sklepa:\n1. Občinski svet poziva center, da odgovori na vprašanja.\n"
        "2. Načrta v tej obliki občinski svet ne podpira.\n",
        ["Semič rejected"],
    ),
    "another plan in a numbered point": (
        f"Ad 3\n{NAME}\n\nSprejeta sta bila sklepa:\n1. Občinski svet poziva center, da odgovori na vprašanja.\n"
        "2. Načrt prodaje zemljišč se sprejme.\n",
        [],
    ),
    "a speaker moves on": (
        f"ŽUPAN: Prehajamo na šesto točko, to je {NAME}.\n\nDIREKTORICA: Načrta ne potrjujete, samo seznanite se.\n\n"
        "ŽUPAN: Glasujemo o sklepu, da se svet seznani z načrtom. Za 12, proti nihče. Sklep je sprejet.\n\n"
        "ŽUPAN: Sedma točka. Prodaja zemljišča. Predlagam, da jo umaknemo. Točka je umaknjena.\n",
        ["Semič acknowledged"],
    ),
    "a motion that was carried": (
        f"Ad 3\n{NAME}\n\nSvetnica Hribar: Predlagam, da obravnavo načrta preložimo.\n"
        "Predlog svetnice Hribar je bil sprejet (8 za, 4 proti).\n",
        ["Semič postponed"],
    ),
    "a motion that was lost": (
        f"Ad 3\n{NAME}\n\nSvetnica Hribar: Predlagam, da obravnavo načrta preložimo.\n"
        "Predlog je bil zavrnjen (4 za, 8 proti).\n",
        [],
    ),
    "a motion on which nobody voted": (
        f"Ad 3\n{NAME}\n\nSvetnica Hribar: Predlagam, da točko umaknemo.\nŽupan je odgovoril, da to ni potrebno.\n",
        [],
    ),
    "what was refused and what was then resolved": (
        f"Ad 3\n{NAME}\n\nŽupan je predlagal sklep: »Točka se vrne na dnevni red decembra.« "
        "Sklep je bil sprejet (za 6, proti 3).\n",
        ["Semič postponed"],
    ),
    "what was proposed and got no majority": (
        f"Ad 3\n{NAME}\n\nŽupan je predlagal sklep: »Točka se vrne na dnevni red decembra.« "
        "Sklep ni bil sprejet (za 3, proti 6).\n",
        [],
    ),
    "a resolution behind words that name the item": (
        f"Pri 3. točki dnevnega reda ({NAME}) je bil z 9 glasovi za sprejet naslednji sklep:\n\n"
        "Občinski svet prekine obravnavo načrta in jo nadaljuje na novembrski seji.\n",
        ["Semič postponed"],
    ),
    "a pronoun behind the plan": (
        f"Ad 3\nKot zadnje gradivo so svetniki dobili dokument: {NAME}.\n\nPo krajši razpravi so ga vzeli na znanje.\n",
        ["Semič acknowledged"],
    ),
    "another paper is what the sentence is about": (
        f"Ad 3\n{NAME}\n\nSvet: zapisnik se popravi tako, da se črta sklep 4, in se v popravljeni obliki potrdi.\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "shows"), ITEMS.values(), ids=ITEMS)
def test_items_of_minutes_show_what_is_about_their_plan(text: str, shows: list[str]) -> None:
    assert read(MINUTES + text) == shows


TOLD = {
    "resolutions that municipalities sent": (
        LETTER + "Sklep o seznanitvi z načrtom so nam poslale občine Metlika, Semič in Straža.",
        ["Metlika acknowledged reported", "Semič acknowledged reported", "Straža acknowledged reported"],
    ),
    "resolutions that are waited for": (
        LETTER + "Sklepa o seznanitvi z načrtom občine Metlika, Semič in Straža niso poslale.",
        [],
    ),
    "in brackets, and where": (
        MEMO
        + "Točko so dali na dnevni red v Metliki (umaknjeno) in v Straži, kjer je občinski svet seznanitev opravil "
        "7. 9. 2017.",
        ["Metlika withdrawn reported", "Straža acknowledged reported"],
    ),
    "a place in the sentence before": (
        NEWS + "Na občinskem svetu v Metliki je bila razprava dolga. Svetniki so načrt zavrnili.",
        ["Metlika rejected reported"],
    ),
    "a place that is not meant": (
        LETTER + "Občinski sveti so načrt že obravnavali: v Metliki je bil potrjen, v Semiču in Straži pa še ne.",
        ["Metlika adopted reported"],
    ),
    "a place that is of no municipality": (
        LETTER + "V Metliki so točko umaknili, v Vavti vasi so se z načrtom seznanili.",
        ["Metlika withdrawn reported"],
    ),
    "what follows if something happens": (
        LETTER + "Če se bo izkazalo drugače, bo Občinski svet Občine Metlika načrt potrdil.",
        [],
    ),
    "councils that did the same, without a verb": (
        LETTER
        + "Svet Občine Metlika se je z načrtom seznanil 7. 9. 2017, svet Občine Semič 14. 9. 2017 in svet Občine "
        "Straža 20. 9. 2017.",
        ["Metlika acknowledged reported", "Semič acknowledged reported", "Straža acknowledged reported"],
    ),
    "a council that is only named behind": (
        LETTER + "Svet Občine Metlika se je z načrtom seznanil 7. 9. 2017, svetovalka Občine Semič pa 14. 9. 2017.",
        ["Metlika acknowledged reported"],
    ),
    "a place in brackets": (
        LETTER + "Ker so podatki (o naseljih v Semiču) stari, je bila točka v Metliki umaknjena.",
        ["Metlika withdrawn reported"],
    ),
    "somebody found out where": (
        MINUTES + f"Ad 3\n{NAME}\n\nSvetnica Horvat je ugotovila, da so se v Metliki in Straži z načrtom že seznanili.",
        ["Metlika acknowledged reported", "Straža acknowledged reported"],
    ),
    "two councils in the dual": (
        LETTER + "Sveta Metlike in Straže sta se z načrtom seznanila jeseni.",
        ["Metlika acknowledged reported", "Straža acknowledged reported"],
    ),
    "resolutions received from places": (
        LETTER + "Sklep o seznanitvi z načrtom smo dobili iz Metlike (12. 10.) in iz Straže (19. 10. 2017).",
        ["Metlika acknowledged reported", "Straža acknowledged reported"],
    ),
    "what another council adopted, told in an item of taking note": (
        f"{MINUTES}Ad 3\nSeznanitev: {NAME}\n\nDirektorica je povedala: V Metliki so načrt sprejeli.\n",
        ["Metlika adopted reported"],
    ),
    "a committee tells of its council": (
        "OBČINA SEMIČ\nOdbor za družbene dejavnosti\n\nZAPISNIK\n6. seje Odbora za družbene dejavnosti z dne 5. 9. 2017"
        "\n\n"
        f"Ad 2\n{NAME}\n\nSvetovalka je povedala, da je Občinski svet Občine Semič načrt že vzel na znanje.\n",
        ["Semič acknowledged reported"],
    ),
}


@pytest.mark.parametrize(("text", "shows"), TOLD.values(), ids=TOLD)
def test_what_is_told_of_councils_is_told_of_the_right_ones(text: str, shows: list[str]) -> None:
    assert read(text) == shows


def test_a_municipality_that_reports_of_itself_is_on_the_way() -> None:
    found = rinsearch.analyse(
        rinsearch.Text(LETTER + "Občina Kostel sporoča, da bo načrt obravnavala na decembrski seji.")
    )
    assert [shown(each) for each in found.decisions] == ["Kostel scheduled reported"]


def test_below_an_agenda_that_is_only_adopted_no_item_is_listed() -> None:
    text, _ = ITEMS["an agenda that is adopted and not listed"]
    assert not [
        each for each in rinsearch.analyse(rinsearch.Text(MINUTES + text)).decisions if each.status == "scheduled"
    ]
