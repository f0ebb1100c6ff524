"""What a report, minutes of a meeting, a letter or news tell of councils: which took note, and which did not."""

import pytest

import rinsearch

PLAN = "Regijskega izvedbenega načrta na področju socialnega varstva za gorenjsko regijo 2017–2020"
PAPERS = {
    "report": f"Regionalna agencija\n\nPOROČILO o obravnavi {PLAN}\n\n12. 12. 2017\n\n",
    "minutes": f"ZAPISNIK\n3. seje koordinacijske skupine za pripravo {PLAN}, 12. 12. 2017\n\n",
    "letter": f"Center za socialno delo\nDatum: 12. 12. 2017\n\nZadeva: obravnava {PLAN}\n\nSpoštovani,\n\n",
}
TOLD = (
    ("Z načrtom so se doslej seznanili občinski sveti občin Bled, Bohinj in Jesenice.", "Bled Bohinj Jesenice"),
    ("Občinski sveti Bleda in Bohinja so se z načrtom že seznanili, v Gorjah ga še niso obravnavali.", "Bled Bohinj"),
    ("Na Bledu so se svetniki z načrtom seznanili oktobra, v Bohinju novembra, v Kranju pa še ne.", "Bled Bohinj"),
    ("Načrt so vzeli na znanje sveti občin Naklo in Šenčur. Svet Občine Jezersko je točko preložil.", "Naklo Šenčur"),
    ("Seznanitev je bila opravljena v občinah Bled (17. 10. 2017) in Tržič (23. 11. 2017).", "Bled Tržič"),
    ("Blejski in bohinjski občinski svet sta se z načrtom seznanila, gorjanski ga je zavrnil.", "Bled Bohinj"),
    ("Iz Občine Tržič so sporočili, da so se svetniki z načrtom seznanili na novembrski seji.", "Tržič"),
    ("Prejeli smo sklepe o seznanitvi občinskih svetov Bled in Kranj. Ostale občine jih niso poslale.", "Bled Kranj"),
    ("Občini Bled in Bohinj sta sklepa o seznanitvi poslali, Gorje so zaprosile za podaljšanje.", "Bled Bohinj"),
    # lines that begin with a name that is a word, too
    (
        "Bled: svet seznanjen 17. 10. 2017.\nBohinj: svet seznanjen 9. 11. 2017.\nGorje: še ni obravnavano.",
        "Bled Bohinj",
    ),
    ("- Bled – seznanitev 17. 10. 2017\n- Bohinj – seznanitev 9. 11. 2017\n- Gorje – brez odgovora", "Bled Bohinj"),
    ("Bled     seznanjen (9. 11.)\nBohinj     preložil na januar", "Bled"),
    ("- Bled, seznanjen 9. 11.\n- Bohinj, seznanjen 14. 11.", "Bled Bohinj"),
    ("1. Bled – seznanjen\n2. Gorje – odbor seznanjen\n3. Bohinj – seznanjen", "Bled Bohinj"),
    # several names behind what their councils did
    ("Stanje po občinah:\nseznanjeni: Bohinj, Tržič\npreloženo: Gorje, Kranj\nbrez podatka: Naklo", "Bohinj Tržič"),
    ("Seznanjeni (3): Bohinj (17. 10. 2017), Tržič (23. 11. 2017) in Kranj.", "Bohinj Tržič Kranj"),
    ("Občine, ki so se seznanile: Bohinj, Tržič, Kranj", "Bohinj Tržič Kranj"),
    ("Občinski sveti so se seznanili: Bohinj, Kranj.\nOdložili: Cerklje na Gorenjskem.", "Bohinj Kranj"),
    # nobody
    ("Razen Gorij in Jezerskega so se z načrtom seznanili vsi občinski sveti v regiji.", ""),
    ("Z načrtom so se seznanili vsi občinski sveti v regiji, razen v Gorjah, Jezerskem in Žireh.", ""),
    ("Občinski sveti vseh občin razen Jezerskega so se z načrtom seznanili.", ""),
    ("Seznanjeni po elektronski pošti: Bohinj, Tržič", ""),
    ("Seznanjeni župani: Bohinj, Tržič", ""),
    ("Se bodo seznanili: Bohinj, Tržič", ""),
    ("Niso se seznanili: Bohinj, Tržič", ""),
    ("Z letnim poročilom seznanjeni: Bohinj, Tržič", ""),
    ("Občinska sveta v Kranju in Naklem se z načrtom še nista seznanila.", ""),
    ("Župan Občine Bled je povedal, da se je z načrtom seznanil in ga bo predložil občinskemu svetu.", ""),
    ("Na seji Občinskega sveta Občine Bled naj bi se svetniki z njim seznanili, a je seja odpadla.", ""),
    ("Občinski svet Občine Bled se je seznanil s poročilom o izvajanju načrta, načrta samega pa ni obravnaval.", ""),
    ("Ni res, da se je Občinski svet Občine Bled z načrtom seznanil; točka je bila preložena.", ""),
    ("Po nepreverjenih podatkih naj bi se z načrtom seznanil tudi Občinski svet Občine Naklo.", ""),
    ("Na Jesenicah so sklep o seznanitvi najprej sprejeli, nato pa ga na novembrski seji razveljavili.", ""),
    ("Pozivamo občine Bled, Bohinj in Gorje, da se njihovi občinski sveti z načrtom seznanijo.", ""),
)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("told", "noted"), TOLD)
def test_only_those_that_took_note_are_shown_to_have(told: str, noted: str, paper: str) -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{PAPERS[paper]}{told}\n")).decisions
    took = {
        each.municipality.name
        for each in found
        if each.municipality and each.plan and each.status in ("acknowledged", "adopted")
    }
    assert took == set(noted.split())


def test_each_name_in_a_line_has_its_own_day_and_shows_the_words_before_it() -> None:
    told = "Seznanjeni: Bohinj (17. 10. 2017), Tržič (23. 11. 2017)"
    found = rinsearch.analyse(rinsearch.Text(f"{PAPERS['report']}{told}\n")).decisions
    assert [str(each.date) for each in found] == ["2017-10-17", "2017-11-23"]
    assert [each.evidence.quote for each in found] == [told.partition(",")[0], told]
