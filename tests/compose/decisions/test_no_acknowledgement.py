"""What looks like a taking note of the plan and is none: void, broken off, another text's, another body's, unfilled."""

import pytest

import rinsearch

HEAD = "OBČINA SEMIČ\nObčinski svet\n\nZAPISNIK\n12. redne seje Občinskega sveta Občine Semič, 14. 9. 2017\n\n"
ITEM = "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020\n\n"
NOTED = "Občinski svet se seznani z Regijskim izvedbenim načrtom."


def taken(text: str) -> set[tuple[str, str]]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    noted = (each for each in found if each.plan and each.status.value in ("acknowledged", "adopted"))
    return {(each.municipality.name if each.municipality else "", str(each.plan)) for each in noted}


@pytest.mark.parametrize(
    "below",
    [
        f"Sklep: {NOTED}\nZa 5, proti 0. Ker je bilo navzočih le pet članov, sklep ni veljaven.",
        f"Sklep: {NOTED}\nZa 15, proti 2. Potrebna večina ni bila dosežena.",
        f"Sklep: {NOTED}\nZa 6, proti 5. Ker so glasovali tudi nečlani, se glasovanje razveljavi.",
        f"Sklep: {NOTED}\nPredlagateljica je po razpravi točko umaknila z dnevnega reda.",
        f"Sklep: {NOTED}\nŽupan je sejo prekinil; nadaljevala se bo 28. septembra.",
        f"Sklep: {NOTED}\nDva svetnika sta odšla, zato svet ni bil več sklepčen.",
        f"Sklep: {NOTED}\nGlasovanje: nihče ni glasoval.",
        f"Tajnica je prebrala: Sklep: {NOTED}\nSvetnik je vprašal, zakaj gradivo ni bilo poslano.",
        f"Predlog sklepa: {NOTED}\nSvetnik Lah je predlagal drugačen sklep: Gradivo se vrne pripravljavcu.\n"
        "Za Lahov predlog je glasovalo 12 svetnikov, proti 2, zato se o prvotnem predlogu ni glasovalo.",
        f"Predlog sklepa: {NOTED}\nSvetnik predlaga prekinitev točke. Glasovanje o prekinitvi: 9 za, 3 proti. "
        "Predlog je bil sprejet.",
        "Mestni svet se z Regijskim izvedbenim načrtom n i seznanil.\nZa 14, proti 2.",
        "Razprava: pri sosedih so se z načrtom že seznanili, soglasno. Sklepa ni bilo.",
        "V sosednji občini je svet načrt že vzel na znanje, je povedal župan.",
        "Svetnik izjavi: »Jaz sem se z načrtom seznanil in sem zanj.« Točka se umakne.",
        "Sklep: Z Regijskim izvedbenim načrtom se seznanijo javni zavodi v občini. 14 za, 0 proti.",
        "Zapisnik se popravi tako, da se črta sklep »Občinski svet se je seznanil z Regijskim izvedbenim načrtom«.",
        "Svetnik: V časniku je pisalo, da se je svet seznanil z Regijskim izvedbenim načrtom. Župan: To ni res.",
        "Otroški občinski svet se je seznanil z Regijskim izvedbenim načrtom.",
        "Svetnica je dejala, da se je svet z načrtom »praktično že seznanil«. Točka se umakne.",
        f"Sklep: {NOTED}\n\nZavrnjeno.",
        f"Sklep: {NOTED} Večina svetnikov je glasovala proti.",
        f"Sklep: {NOTED} Sklep ni potrjen.",
        f"Sklep: {NOTED} Izid: neodločeno.",
        f"Sklep: {NOTED} Nihče ni bil za.",
        f"Sklep: {NOTED} Svet je sklep zavrnil.",
        f"Sklep: {NOTED} Župan je predlog sklepa umaknil.",
        f"Sklep: {NOTED} O sklepu bodo svetniki glasovali po e-pošti.",
        f"Sklep: {NOTED} Soglasno zavrnjen.",
        f"Sklep: {NOTED}\nSklep pade: 4 za, 9 proti.",
        f"Sklep: {NOTED} Svetniki sklepa niso podprli.",
        f"Sklep: {NOTED} Vsi so glasovali proti.",
        f"Sklep: {NOTED} Vsi navzoči so se glasovanja vzdržali.",
        f"Sklep: {NOTED} Izid glasovanja: 40 % za, 60 % proti.",
        "Svet se je seznanil z vsemi dokumenti razen z Regijskim izvedbenim načrtom. 20 za.",
        "Namesto z Regijskim izvedbenim načrtom se je svet seznanil z oceno stanja. 20 za.",
        "Sklep: Občinski svet se z načrtom seznani na 14. redni seji. 12 za, 0 proti.",
        "Sklep: Občinski svet se z načrtom seznani po prejemu mnenja odbora. 12 za.",
        "Sklep: Sprejme se sklep, da se seznanitev z načrtom uvrsti na naslednjo sejo. 12 za.",
        "Predsednik odbora: Odbor je točko obravnaval. Seznanili smo se z načrtom, soglasno.",
        "Svetnik meni, da je treba gradivo najprej obravnavati na odboru. S tem se strinjajo vsi.",
        "Županja predlaga, da se glasovanje opravi, ko bodo vsi prejeli gradivo. Vsi se strinjajo.",
        "Svet se je s sklepom Občine Črnomelj seznanil.",
        "Svet se je seznanil s tem, da načrt še ni usklajen.",
        "V skladu s poslovnikom se svet z dokumentom seznani, če ga predhodno obravnava odbor. Odbor se še ni sestal.",
        "Svetnica: »Če glasujem za to, da se je svet seznanil z Regijskim izvedbenim načrtom, potem lažem.«",
        "Na klop je prišel zapisnik iz Kopra. V njem je na 4. strani: »Občinski svet se seznani z načrtom.«",
        "Svetnica pripomni, da je v zapisniku pod 8. točko navedeno, da se je svet seznanil z načrtom, a glasovanja ni "
        "bilo.",
        "Svet ugotovi, da je bil sklep o seznanitvi z načrtom, sprejet na 11. seji, sprejet brez sklepčnosti. 12 za.",
        "Občinski svet Občine Semič se je seznanil z Regijskim izvedbenim načrtom, so v glasilu zapisali pomotoma.",
        "Svet ustanoviteljev se je seznanil z Regijskim izvedbenim načrtom.",
        f"Predlog sklepa: {NOTED}\n\nSprejeti sklep: Točka se umakne z dnevnega reda. 12 za.",
        f"Besedilo sklepa, kot ga je pripravil CSD: {NOTED}\n\nSvetniki želijo, da ga umakne.\n\nSklep: Točka se "
        "vrne predlagatelju. 12 za.",
        "Predlog župana je, da se razprava o načrtu združi s proračunom. Člani sveta predlog podprejo.",
        "Uprava je v zapisniku 11. seje zapisala, da se je svet seznanil z načrtom. Zapisnik se popravi.",
        "Svetnica da pobudo, da svet sprejme stališče, da se z Regijskim izvedbenim načrtom seznanja z zamudo.",
        "Sklep: Svet se seznani z Analizo izvajanja Regijskega izvedbenega načrta 2014-2016. 12 za.",
        "Sklep: Člani sveta se z načrtom seznanijo do naslednje seje. 12 za.",
        "Zapisnik se potrdi s tem, da je bil sklep, po katerem svet jemlje na znanje načrt, sprejet brez vabila in se "
        "zato črta. 12 za.",
        "Besedilo, ki bi ga svet po mnenju komisije lahko sprejel: »Občinski svet se je seznanil z načrtom.«",
        "Direktorica: »Pripravljali smo tudi načrt, s katerim ste se seznanili tisti, ki ste bili na predstavitvi.«",
        "V Metliki se je občinski svet z načrtom predvidoma seznanil junija, uradnega podatka ni.",
        "Delovna telesa so se z načrtom seznanila.",
        "Občinski svet sprejme program dela:\n- januar: proračun;\n- februar: svet se seznani z regijskim načrtom.",
    ],
)
def test_what_came_to_nothing_or_was_anothers_is_no_acknowledgement(below: str) -> None:
    assert taken(f"{HEAD}{ITEM}{below}\n") == set()


@pytest.mark.parametrize(
    "below",
    [
        f"Sklep: {NOTED}\nZa 12, proti 0. Sklep je veljaven in začne veljati takoj.",
        f"Sklep: {NOTED}\nZa 15, proti 2. Potrebna večina je bila dosežena.",
        f"Sklep: {NOTED}\nPredlog, da se točka umakne, ni bil sprejet.",
        f"Sklep: {NOTED}\nŽupan je nato odredil odmor in sejo prekinil za 10 minut.",
        f"Predlog sklepa: {NOTED}\nPredlog je bil sprejet soglasno.",
        f"Tajnica je prebrala: Sklep: {NOTED}\nSklep je bil sprejet z 12 glasovi za.",
        f"Pri sosedih točke še niso obravnavali. Sklep: {NOTED} Za 12, proti 0.",
        "Zapisnik se popravi tako, da se doda sklep. Sklep: Svet se je seznanil z načrtom. Za 12, proti 0.",
        f"Sklep: {NOTED} Izid glasovanja: 60 % za, 40 % proti.",
        f"Sklep: {NOTED} Vsi so glasovali za.",
        f"Sklep: {NOTED} Večina svetnikov je glasovala za.",
        f"Sklep: {NOTED} Nihče ni bil proti.",
        f"Sklep: {NOTED} Predlog za odmor je padel, sklep je bil sprejet z 12 glasovi za.",
        f"Sklep: {NOTED} Za 12.\nSvetnik Kos je povedal, da je načrt doma večkrat prebral.",
        "Župan predlaga, da se svet z načrtom seznani. S tem se strinjajo vsi.",
        "Župan je načrt predstavil. Svetniki so se strinjali.",
        f"Predlog sklepa: {NOTED}\n\nSprejet sklep: soglasno.",
        f"Predlog sklepa: {NOTED}\n\nSklep: 12 za, 0 proti.",
        "Svetniki so se z načrtom seznanili, imenovanje v svet vrtca pa preložili.",
        "Svet se je seznanil z Regijskim izvedbenim načrtom, s tem da se pošljejo pripombe.",
        "Svetniki so se z Regijskim izvedbenim načrtom seznanili, slišali so predstavitev.",
        "S tem je bil svet z načrtom seznanjen.",
    ],
)
def test_what_stands_beside_it_takes_no_acknowledgement_away(below: str) -> None:
    assert taken(f"{HEAD}{ITEM}{below}\n") == {("Semič", "rin-sv/jugovzhodna/2017-2020")}


@pytest.mark.parametrize(
    "text",
    [
        "OBČINA SEMIČ\nOdbor za družbene dejavnosti\n\nZAPISNIK 7. seje z dne 4. 9. 2017\n\n"
        f"{ITEM}SKLEP: {NOTED} Za 5, proti 0.\n",
        f"PREDLOG\n\nObčinski svet Občine Semič je na 12. redni seji dne 4. 10. 2017 sprejel\n\nSKLEP\n\n{NOTED}\n",
        "OBČINA SEMIČ\nObčinski svet\n\nNa podlagi statuta je Občinski svet Občine Semič na ___ redni seji dne ___ "
        f"sprejel naslednji\n\nSKLEP\n\n{NOTED}\n",
        "OBČINA SEMIČ\nObčinski svet\n\nZAPISNIK 12. redne seje z dne 4. 10. 2017\n\nNavzočih je bilo 5 od 15 članov, "
        f"seja ni bila sklepčna in se je po pol ure zaključila.\n\n{ITEM}Sklep: {NOTED}\n",
        "REGIJSKI IZVEDBENI NAČRT PODRAVJA 2022-2025\n\nNačrt sprejme koordinacijska skupina, občinski sveti "
        "Maribora, Ptuja in Ormoža pa se z njim seznanijo.\n",
        f"{HEAD}5. Pomoč na domu\n\nRegijski izvedbeni načrt za jugovzhodno regijo 2017-2020 je sprejet in objavljen.\n"
        "Sklep: Cena pomoči na domu se potrdi. 20 za.\n",
        f"{HEAD}Župan ugotovi, da svet ni sklepčen.\n\n{ITEM}Navzoči so se z načrtom seznanili.\n",
        f"{HEAD}6. Informacije župana\n\nPrispel je regijski izvedbeni načrt. Svet je informacije vzel na znanje.\n",
        f"{HEAD}3. Regijski izvedbeni načrt SKLEP: Svet se seznani z načrtom, ko bo usklajen. Soglasno sprejeto.\n",
        f"{HEAD}4. RIN 2017-2020\nSKLEP\nObčinski svet pooblašča župana, da se seznani z Regijskim izvedbenim "
        "načrtom na področju socialnega varstva.\nSklep je bil sprejet soglasno.\n",
        f"{HEAD}8. Mnenje k Lokalnemu programu socialnega varstva\n\nProgram izhaja iz Regijskega izvedbenega načrta "
        "2017-2020.\n\nSklep: Občinski svet se je z njim seznanil in daje pozitivno mnenje k Lokalnemu programu.\n",
        "OBČINA SEMIČ\n12. 10. 2017\n\nCSD Trebnje\n\nV dopisu z dne 2. 10. 2017 smo vas obvestili, da se je Občinski "
        "svet Občine Semič seznanil z Regijskim izvedbenim načrtom 2017-2020. Dopis je bil poslan pomotoma.\n",
        "OBČINA SEMIČ\n\nZapisnik 5. skupne seje delovnih teles, 4. 10. 2017\n\nSprejet je bil sklep: Z Regijskim "
        "izvedbenim načrtom 2017-2020 se seznani.\n",
        "OBČINA SEMIČ\n12. 10. 2017\n\nOdgovor na zahtevo\n\nZahtevali ste zapisnik seje, na kateri se je občinski "
        "svet seznanil z regijskim izvedbenim načrtom 2017-2020. Takega zapisnika nimamo.\n",
        f"{HEAD}5. Zavetišče\n\nSklep: Občinski svet sprejme ukrep iz Regijskega izvedbenega načrta 2017-2020.\n",
    ],
)
def test_a_paper_that_only_looks_like_the_councils_acknowledges_nothing(text: str) -> None:
    assert taken(text) == set()


def test_a_resolution_that_a_lead_in_gives_to_another_council_is_that_councils() -> None:
    lead = "V vednost: Sklep Občinskega sveta Občine Kanal ob Soči: svet se je seznanil z "
    text = f"{HEAD}5. Razno\n\n{lead}Regijskim izvedbenim načrtom Goriške 2022-2025.\n"
    assert taken(text) == {("Kanal", "rin-sv/goriska/2022-2025")}


def test_the_plan_of_the_verbs_own_clause_is_the_one_that_was_noted() -> None:
    text = (
        f"{HEAD}5. Razno\n\nLeta 2014 se je občinski svet z Regijskim izvedbenim načrtom 2014-2016 seznanil; z novim "
        "Regijskim izvedbenim načrtom za jugovzhodno regijo 2017-2020 pa še ne.\n"
    )
    assert taken(text) <= {("Semič", "rin-sv/jugovzhodna/2014-2016")}


@pytest.mark.parametrize("plan", ["načrtom zapore Stare ceste", "načrtom zaščite in reševanja", "načrtom obnove šole"])
def test_a_plan_of_something_is_another_than_the_one_struck_from_the_agenda(plan: str) -> None:
    struck = "1. Dnevni red\n\nIz predloga se črta 6. točka, Seznanitev z Regijskim izvedbenim načrtom na področju "
    text = f"{HEAD}{struck}socialnega varstva 2017-2020.\n\n5. Razno\n\nObčinski svet se je seznanil z {plan}."
    assert not taken(text)
    assert taken(f"{HEAD}{ITEM}Občinski svet se je seznanil z načrtom občine in regije.")


def test_who_certifies_a_copy_confirms_no_plan() -> None:
    rrp = "Svet se seznani z Regionalnim razvojnim programom. O regijskem načrtu socialnega varstva ni razpravljal."
    assert not taken(f"{HEAD}{rrp}\n\nDa je izpis enak izvirniku, potrjuje:\nVodja kabineta")


def test_a_text_that_will_be_voted_on_is_a_proposal() -> None:
    head = "OBČINA SEMIČ\nObčinska uprava\n\n2. 10. 2017\n\nČlanom občinskega sveta, v vednost pred sejo\n\n"
    words = "»Občinski svet Občine Semič potrjuje, da je seznanjen z Regijskim izvedbenim načrtom 2017-2020.«"
    assert not taken(f"{head}{ITEM}Svet bo na 22. redni seji odločal o tem besedilu sklepa:\n{words}")


def test_an_entry_is_about_what_stands_before_its_colon() -> None:
    entries = "Svet je bil z Regijskim izvedbenim načrtom seznanjen.\n\nStatut: točka je prestavljena na 20. sejo."
    found = rinsearch.analyse(rinsearch.Text(f"{HEAD}Sprejete odločitve\n\n{entries}")).decisions
    assert [bool(each.plan) for each in found if each.status.value == "postponed"] == [False]


@pytest.mark.parametrize(
    "who",
    ["Župan soglaša s tem", "Vodje svetniških skupin so se dogovorili", "Županja je presodila", "Direktor CSD meni"],
)
def test_what_somebody_else_wishes_the_council_has_not_done(who: str) -> None:
    assert not taken(f"{HEAD}{ITEM}{who}, da se občinski svet seznani z Regijskim izvedbenim načrtom.")
    assert taken(f"{HEAD}{ITEM}Občinski svet soglaša s tem, da je z Regijskim izvedbenim načrtom seznanjen.")
