"""Which of two plans, and which of several documents, a decision is about."""

import pytest

import rinsearch

OLD = "Regijski izvedbeni načrt na področju socialnega varstva za goriško regijo za obdobje 2014-2016"
NEW = OLD.replace("2014-2016", "2017-2020")
WITH_OLD, WITH_NEW = (each.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom") for each in (OLD, NEW))
HEAD = "OBČINA TOLMIN\nObčinski svet\n\n"
MINUTES = f"{HEAD}ZAPISNIK\n21. redne seje Občinskega sveta Občine Tolmin z dne 12. 10. 2017\n\n"
MEMO = (
    "OBČINA TOLMIN\nŽupan\n\nDatum: 2. 10. 2017\n\nZADEVA: Gradivo za 21. redno sejo Občinskega sveta Občine Tolmin\n\n"
)
LETTER = (
    f"OBČINA TOLMIN\n\nDatum: 14. 10. 2017\n\nCenter za socialno delo Nova Gorica\n\nZadeva: {NEW}\n\nSpoštovani,\n\n"
)
TABLE = (
    f"{HEAD}SKLEPI 21. REDNE SEJE OBČINSKEGA SVETA OBČINE TOLMIN z dne 12. 10. 2017\n\n| Št. | Točka "
    "| Odločitev |\n|---|---|---|\n"
)


def read(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    of_plans = (each for each in found if each.plan and each.status != "scheduled")
    return sorted(
        f"{each.municipality and each.municipality.name} {each.status} {(each.plan or '')[7:]}" for each in of_plans
    )


PERIODS = {
    "all years of a plan": (
        f"{MINUTES}SKLEP: Občinski svet se seznani z Regijskim izvedbenim načrtom na področju socialnega "
        "varstva za goriško "
        f"regijo za leta 2017, 2018, 2019 in 2020. {OLD} v preteklem mandatu ni bil obravnavan.\n",
        ["Tolmin acknowledged goriska/2017-2020"],
    ),
    "the subject of a memo names the plan, and a section another one": (
        f"{MEMO}NASLOV: {NEW}\n\n1. Razlogi\nKoordinator regijskega načrta je gradivo poslal vsem. Svet "
        "Občine Bovec se je z "
        f"načrtom seznanil 5. 9. 2017. Regijskega izvedbenega načrta za obdobje 2014-2016 svet ni obravnaval.\n",
        ["Bovec acknowledged goriska/2017-2020"],
    ),
    "two items with a plan each": (
        f"{MINUTES}3. točka: {OLD}\n\nGovora je bilo tudi o novem regijskem načrtu za obdobje 2017-2020.\n"
        "Sklep: Občinski svet se seznani z regijskim izvedbenim načrtom. (za 9)\n\n"
        f"4. točka: {NEW}\n\nSvetnik je vprašal po načrtu za obdobje 2014-2016.\n"
        "Sklep: Občinski svet jemlje na znanje regijski izvedbeni načrt. (za 8, proti 1)\n",
        ["Tolmin acknowledged goriska/2014-2016", "Tolmin acknowledged goriska/2017-2020"],
    ),
    "the item after the agenda gives a number alone": (
        f"{MINUTES}Dnevni red:\n1. {NEW}\n2. {OLD} – ponovna obravnava\n\nK 1\nSvet se je z načrtom "
        "seznanil (9 za).\n\n"
        "K 2\nSvet regijskega načrta ne potrdi (7 za).\n",
        ["Tolmin acknowledged goriska/2017-2020", "Tolmin rejected goriska/2014-2016"],
    ),
    "the former plan without years": (
        f"{LETTER}svet Občine Bovec se je s prejšnjim načrtom seznanil leta 2014, svet Občine Kobarid pa "
        "z novim načrtom še ne.\n",
        ["Bovec acknowledged goriska/2014-2016"],
    ),
    "the former regional plan without years": (
        f"{LETTER}svet Občine Bovec se je s prejšnjim regijskim izvedbenim načrtom seznanil leta 2014.\n",
        ["Bovec acknowledged goriska/2014-2016"],
    ),
    "the period stands before the name": (
        f"{MINUTES}Goriška 2014-2016: regijski izvedbeni načrt na področju socialnega varstva\n\n"
        "Sklep: Občinski svet se seznani z načrtom. (za 9)\n",
        ["Tolmin acknowledged goriska/2014-2016"],
    ),
    "a row of a table that goes on in the next one": (
        f"{TABLE}| 3 | Socialno varstvo | Svet jemlje na znanje Regijski izvedbeni načrt |\n"
        "|  |  | na področju socialnega varstva za goriško regijo 2014-2016 |\n",
        ["Tolmin acknowledged goriska/2014-2016"],
    ),
}
JOINED = {
    "another item in the same sentence": (
        f"{LETTER}svet se je z načrtom seznanil. Hkrati je na isti seji pod 9. točko sprejel Odlok o "
        "taksah, pri 10. točki pa "
        "se je seznanil s poročilom nadzornega odbora in soglašal z imenovanjem ravnateljice.\n",
        ["Tolmin acknowledged goriska/2017-2020"],
    ),
    "a report and not the plan": (
        f"{LETTER}svet Občine Bovec se je 5. 9. 2017 seznanil s poročilom o delu centra, ne pa tudi z načrtom. "
        "Svet Občine Kobarid je vzel na znanje letno poročilo, ne načrta.\n",
        [],
    ),
    "a plan and not the report": (
        f"{LETTER}svet Občine Bovec se je 5. 9. 2017 seznanil z načrtom, ne pa tudi s poročilom o delu centra.\n",
        ["Bovec acknowledged goriska/2017-2020"],
    ),
    "what a pronoun stands for": (
        f"{LETTER}svet Občine Bovec je obravnaval poročilo centra in se z njim seznanil.\n",
        [],
    ),
    "a pronoun behind a source": (
        f"{LETTER}iz poročila skupine izhaja, da so ga dobile vse občine in da se je svet Občine Bovec z "
        "njim seznanil.\n",
        ["Bovec acknowledged goriska/2017-2020"],
    ),
    "rows of a table are items of their own": (
        f"{TABLE}| 177 | Zapisnik | Zapisnik se potrdi. |\n| 178 | Socialno varstvo | Svet se seznani z {WITH_NEW}. |\n"
        "| 179 | Poročilo nadzornega odbora | Točka je bila zaradi bolezni prestavljena. |\n"
        "| 180 | Elaborat | Sklep je bil umaknjen. |\n",
        ["Tolmin acknowledged goriska/2017-2020"],
    ),
    "an item called by another document": (
        f"{MINUTES}3. {NEW}\n\nSklep: Občinski svet se seznani z načrtom. (za 9)\n\n"
        "Obravnava letnega programa športa se prestavi na decembrsko sejo.\n\nTočka »Cenik grobov« se "
        "umakne z dnevnega reda.\n",
        ["Tolmin acknowledged goriska/2017-2020"],
    ),
    "an item about another document, in which the plan is spoken of": (
        f"{MINUTES}Dnevni red:\n1. Odlok o taksah\n2. Rebalans proračuna\n3. {NEW}\n\n"
        "K 1\n\nSvetnik je vprašal, ali je to povezano z regijskim načrtom.\n\nSklep je bil sprejet (za "
        "10, proti 2).\n\n"
        "K 2\n\nSvetnica je spomnila na regijski načrt.\n\nObčinski svet ga je vzel na znanje (12 za).\n\n"
        "K 3\n\nSvetnik je vprašal po proračunu.\n\nSklep je bil sprejet (za 9, proti 3).\n",
        ["Tolmin adopted goriska/2017-2020"],
    ),
    "an item about another document, in which the council turns to the plan": (
        f"{MINUTES}4. Poročilo centra za socialno delo\n\nDirektorica je predstavila tudi {NEW}.\n\n"
        "Občinski svet se je z načrtom seznanil (12 za).\n",
        ["Tolmin acknowledged goriska/2017-2020"],
    ),
    "a committee whose name stands right before the plan": (
        f"{LETTER}v Šempetru - Vrtojbi je odbor za družbene dejavnosti načrt že potrdil, svet pa še ni odločal.\n",
        [],
    ),
    "a plan of space is another plan": (
        f"{LETTER}svet je na isti seji odložil odločanje o občinskem prostorskem načrtu.\n",
        [],
    ),
    "a development programme named in between": (
        f"{LETTER}svet se je seznanil z Regionalnim razvojnim programom. Svet Občine Bovec se je z "
        "načrtom seznanil 5. 9. 2017.\n",
        ["Bovec acknowledged goriska/2017-2020"],
    ),
    "the day tells which of two plans a letter means": (
        f"{LETTER}z {WITH_OLD} se je svet Občine Brda seznanil 5. 9. 2014. Svet Občine Bovec se je z "
        "načrtom seznanil 5. 9. "
        "2017.\n",
        ["Bovec acknowledged goriska/2017-2020", "Brda acknowledged goriska/2014-2016"],
    ),
    "the number of the item stands with the name": (
        f"{MINUTES}Župan je predlagal, da se umakne 5. točka ({NEW}), ker je nepopolna.\n\n"
        "Predlog je bil sprejet (15 za), s čimer se 5. točka umakne.\n\nNato se umakne še 7. točka.\n",
        ["Tolmin withdrawn goriska/2017-2020"],
    ),
    "the item of the plan is put off for want of a report": (
        f"{MINUTES}3. {NEW}\n\nObravnava načrta se prestavi na decembrsko sejo, ker ni poročila odbora.\n",
        ["Tolmin postponed goriska/2017-2020"],
    ),
}


@pytest.mark.parametrize(("text", "shows"), PERIODS.values(), ids=PERIODS)
def test_a_decision_is_about_the_plan_of_its_sentence_or_item(text: str, shows: list[str]) -> None:
    assert read(text) == shows


@pytest.mark.parametrize(("text", "shows"), JOINED.values(), ids=JOINED)
def test_a_decision_about_another_document_is_not_joined_to_the_plan(text: str, shows: list[str]) -> None:
    assert read(text) == shows


@pytest.mark.parametrize(
    ("years", "period"), [("za leta 2017 do 2020", "2017-2020"), ("za obdobje 2017-2020 ali 2014-2016", None)]
)
def test_the_only_period_of_a_paper_without_a_day_is_the_plan_s(years: str, period: str | None) -> None:
    told = f"O tem, kar {years} pripravljajo vse občine primorsko-notranjske regije, je govoril direktor centra."
    noted = "Svetniki so se z regijskim izvedbenim načrtom na področju socialnega varstva seznanili."
    news = f"Z ZADNJE SEJE\n\nCerkniški svetniki so se sestali.\n\n{told}\n\n{noted}"
    found = rinsearch.analyse(rinsearch.Text(news)).decisions
    ended = f"/{period}" if period else "rin-sv/primorsko-notranjska"
    assert [str(each.plan).endswith(ended) for each in found] == [True]
