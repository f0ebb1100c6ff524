"""What a council's own papers show of its own decisions, by items, motions, transcripts and lists of resolutions."""

import pytest

import rinsearch
from tests.compose.decisions.test_contexts import MEMO, MINUTES, NAME, WITH, read

OF = NAME.replace("Regijski izvedbeni načrt", "Regijskega izvedbenega načrta")
TRANSCRIPT = (
    "OBČINA SEMIČ\nOBČINSKI SVET\n\nMAGNETOGRAM 21. redne seje Občinskega sveta Občine Semič z dne 12. 10. 2017\n\n"
)
REPORT = (
    "OBČINA SEMIČ\nŽupan\n\nDatum: 4. 12. 2017\n"
    "Zadeva: POROČILO O URESNIČEVANJU SKLEPOV 21. REDNE SEJE OBČINSKEGA SVETA z dne 12. 10. 2017\n\n"
)
CALL = (
    "OBČINA SEMIČ\nŽupan\n\nDatum: 2. 10. 2017\n\nČlanicam in članom občinskega sveta\n\nSKLICUJEM\n"
    f"3. DOPISNO SEJO OBČINSKEGA SVETA OBČINE SEMIČ\n\nNa dnevnem redu je ena točka:\n{NAME}\n\n"
)

LETTER = (
    "OBČINA SEMIČ\nŠtefanov trg 9\n\nDatum: 20. 10. 2017\n\nCSD Črnomelj\n\n"
    f"Zadeva: {NAME} – odgovor\n\nNaš občinski svet je o njem razpravljal 12. oktobra. "
)

PAPERS = {
    "a motion to put the item off with which the councillors agreed": (
        f"{MINUTES}3. {NAME}\n\nKer poročevalke ni bilo, je župan predlagal, da se točka prestavi na decembrsko sejo. "
        "Svetniki so se s tem strinjali (14 ZA).\n\n4. Odlok o grbu\n\nOdlok je bil sprejet.\n",
        ["Semič postponed"],
    ),
    "a letter that tells how many were for taking note": (
        f"{LETTER}Od enajstih navzočih je bilo enajst za to, da se z načrtom seznanimo brez dodatkov.\n",
        ["Semič acknowledged"],
    ),
    "a letter that tells that too few were for taking note": (
        f"{LETTER}Od enajstih navzočih je bilo pet za to, da se z načrtom seznanimo brez dodatkov.\n",
        [],
    ),
    "a letter that tells that most were for taking note": (
        f"{LETTER}Večina navzočih je bila za to, da se z načrtom seznanimo.\n",
        ["Semič acknowledged"],
    ),
    "resolutions to adopt, worded as if taken, in the call of a session to come": (
        "OBČINA SEMIČ\nŽupan\n\nDatum: 2. 10. 2017\n\nNa podlagi 16. člena poslovnika sklicujem\n\n"
        "21. REDNO SEJO OBČINSKEGA SVETA OBČINE SEMIČ,\n\nki bo v četrtek, 12. oktobra 2017, ob 17. uri.\n"
        "K 1. točki: Občinski svet Občine Semič potrdi zapisnik 20. redne seje.\n"
        f"K 5. točki: Občinski svet Občine Semič je bil seznanjen z {WITH} (od leta 2017 do leta 2020).\n",
        ["Semič proposed"],
    ),
    "what an earlier session did, in the call of a session to come": (
        "OBČINA SEMIČ\nŽupan\n\nDatum: 2. 10. 2017\n\nSklicujem 21. redno sejo, v četrtek, 12. 10. 2017.\n\n"
        f"Dnevni red:\n1. Zapisnik\n2. {NAME}, ponovna obravnava\n\n"
        "Obrazložitev k 2. točki: Na 20. redni seji svet seznanitve ni izglasoval (4 ZA, 8 PROTI).\n",
        ["Semič rejected"],
    ),
    "a motion that got four votes and was not carried": (
        f"{MINUTES}1/ Dnevni red\nSvetnica je predlagala, da se 2. točka ({NAME}) črta. Predlog je dobil "
        "štiri glasove "
        "in ni bil sprejet. Dnevni red je bil sprejet.\n",
        [],
    ),
    "items numbered with strokes": (
        f"{MINUTES}1/ Zapisnik\nZapisnik se potrdi.\n\n2/ {NAME}\nSvet se je seznanil.\n\n3/ Odlok o "
        "taksi\nSe preloži.\n",
        ["Semič acknowledged"],
    ),
    "a motion whose vote is counted line by line": (
        f"{MINUTES}Ad 3\n{NAME}\n\nSvetnica je predlagala, da se gradivo vrne centru v dopolnitev. "
        "Najprej se je glasovalo "
        "o njenem predlogu.\n\nPRISOTNIH: 16\nZA: 9\nPROTI: 7\n\nPredlog svetnice je bil sprejet.\n",
        ["Semič postponed"],
    ),
    "what is said of the later session, before the item is put off": (
        f"{MINUTES}Ad 3\n{NAME}\n\nSvet se bo z načrtom seznanil, ko ga bo imel v rokah. Sklep: Točka se preloži.\n",
        ["Semič postponed"],
    ),
    "an item that the heading does not call a plan but an information": (
        f"{MINUTES}Svet je prešel na 3. točko, Informacija o načrtu: {NAME}. Gradivo so svetniki dobili po pošti.\n\n"
        "SKLEP št. 2\nInformacija se sprejme na znanje. Izid: 20 za, 1 proti.\n",
        ["Semič acknowledged"],
    ),
    "an information about something else": (
        f"{MINUTES}Ad 3\n{NAME}\n\nDirektorica je dala tudi informacijo o prevozih. Informacija se "
        "sprejme na znanje.\n",
        [],
    ),
    "speakers in lines of their own": (
        f"{TRANSCRIPT}Župan Anton Vzorec:\nTorej, šesta točka. {NAME}. Izvolite.\n\nMaja Vzorec Primer, "
        "CSD Novo mesto:\n"
        "Hvala. V načrtu so štirje cilji.\n\nSvetnik Kos:\nJaz ga nisem bral.\n\nŽupan:\nGremo "
        "glasovat. Kdo je za to, "
        "da se z njim seznanimo? Trinajst. Kdo je proti? Eden.\n\nSvetnik Kos:\nJaz.\n\nŽupan:\nDobro, sedma točka. "
        "Soglasje k zadolžitvi. Kdo je za? Pet. Proti? Osem. Soglasja nismo dali.\n",
        ["Semič acknowledged"],
    ),
    "a plan that is called by its region": (
        f"{MINUTES}Ad 3\n{NAME}\n\nŽupan: Nekateri imate v mapi posavskega. Kdo je za to, da se z "
        "jugovzhodnim seznanimo? "
        "Trinajst. Kdo je proti? Nihče.\n",
        ["Semič acknowledged"],
    ),
    "something of the region that is no plan": (
        f"{MINUTES}Ad 3\n{NAME}\n\nSvetniki so se na ogledu seznanili s posavskim muzejem.\n",
        [],
    ),
    "the plan of another region": (
        f"{MINUTES}Ad 3\n{NAME}\n\nSvetnik: S posavskim se je svet seznanil v prejšnjem mandatu.\n",
        [],
    ),
    "a list of resolutions, each under its number": (
        f"{REPORT}sklep 302\nVsebina: Občinski svet se je seznanil z načrtom: {WITH}.\nRealizacija: poslano.\n\n"
        "sklep 303\nVsebina: Točka »Cenik grobov« se umakne z dnevnega reda.\nRealizacija: jeseni.\n\n"
        "sklep 304\nVsebina: Gradivo se vrne v dopolnitev.\nRealizacija: vrnjeno.\n",
        ["Semič acknowledged reported"],
    ),
    "a proposal under its name, without a colon": (
        f"{CALL}Razlog\nRedna seja bo šele marca.\n\nPredlog sklepa\nObčinski svet Občine Semič se je "
        f"seznanil z načrtom: {WITH}.\n",
        ["Semič proposed"],
    ),
    "several proposals in a list": (
        f"{MEMO}Za to točko sta predlagana dva sklepa:\n1. Občinski svet jemlje na znanje poročilo o "
        "delu redarstva.\n"
        f"2. Občinski svet se seznani z načrtom: {WITH}.\n",
        ["Semič proposed"],
    ),
    "an item that is left out of the agenda, and is not said to be the plan's": (
        "OBČINA SEMIČ\nOBČINSKI SVET\n\nSKLEPI, sprejeti na 21. redni seji dne 12. 10. 2017\n\nSklep "
        "št. 187:\nObčinski svet "
        "sprejme dnevni red 21. redne seje, iz katerega se izloči 9. točka.\n\nSklep št. 188:\nObčinski "
        "svet ne sprejme "
        f"{OF} in ga vrača centru v dopolnitev.\n",
        ["Semič rejected"],
    ),
    "the council of a community of another nationality": (
        f"{MINUTES}Ad 3\n{NAME}\n\nSvet Italijanske samoupravne narodne skupnosti je sporočil, da se je "
        "z načrtom seznanil.\n",
        [],
    ),
    "a proposal in other words than those that were voted on": (
        f"{MINUTES}Ad 3\n{NAME}\n\nPredlog sklepa, ki ga je pripravila uprava, se je glasil »svet potrdi "
        "načrt«. Dopolnjeni predlog "
        "je prejel 14 glasov za in 2 proti, s čimer je bil sprejet naslednji sklep: Občinski svet se "
        "seznani z načrtom.\n",
        ["Semič acknowledged"],
    ),
    "a title above what the paper says of the plan before": (
        f"{MINUTES}5. točka: Regijski načrti na področju socialnega varstva\n\nPodžupan je povedal, da "
        "se je prejšnji svet z "
        "načrtom za obdobje 2014-2016 seznanil. Predlagal je sklep: Svet se seznani z "
        f"{WITH[:1].lower() + WITH[1:]}. "
        "Svetnica je predlagala, da se gradivo vrne v dopolnitev. Predlog svetnice je bil sprejet (9 za, 7 proti).\n",
        ["Semič postponed"],
    ),
}


@pytest.mark.parametrize(("text", "shows"), PAPERS.values(), ids=PAPERS)
def test_papers_of_a_council_show_what_it_did(text: str, shows: list[str]) -> None:
    assert read(text) == shows


def test_a_question_is_a_vote_with_its_answers() -> None:
    question = "Kdo je za to, da se z načrtom seznanimo? Trinajst. Kdo je proti? Eden. Kdo se je vzdržal? Dva."
    text = f"{MINUTES}Ad 3\n{NAME}\n\n{question}\n"
    vote = next(
        each.vote for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.status == "acknowledged"
    )
    assert vote is not None
    assert (vote.for_, vote.against, vote.abstained) == (13, 1, 2)
