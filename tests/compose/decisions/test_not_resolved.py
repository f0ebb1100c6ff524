"""Words of a taking note that no council resolved, beside those alike that it did: each rule from both sides."""

import pytest

import rinsearch

PLAN = "Regijskim izvedbenim načrtom na področju socialnega varstva za jugovzhodno regijo 2017-2020"
ITEM = "3. Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020"
COUNCIL = "OBČINA SEMIČ\nObčinski svet\n\n"
HEAD = f"{COUNCIL}ZAPISNIK\n12. redne seje Občinskega sveta Občine Semič, 14. 9. 2017\n\n"
NOTED = f"Občinski svet Občine Semič se je seznanil z {PLAN}."
ENDED = "4. Razno\nPobud ni bilo.\nSeja je bila zaključena ob 20.10.\nZapisala: Ana Kos\n\n"


def taken(text: str) -> set[str]:
    """The councils that took note of a plan and did not revoke it."""
    found = [each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.plan and each.municipality]
    revoked = {each.municipality for each in found if each.revokes}
    noted = [each for each in found if each.status.value in ("acknowledged", "adopted") and not each.revokes]
    return {each.municipality.name for each in noted if each.municipality and each.municipality not in revoked}


@pytest.mark.parametrize(
    ("none", "noted"),
    [
        (
            f"{HEAD}{ENDED}Priloga 1: predlog sklepa za 13. sejo\n{NOTED}",
            f"{HEAD}{ITEM}\n{NOTED}\n\n{ENDED}Priloga: lista",
        ),
        (
            f"{HEAD}{ITEM}\nPredlog župana: »{NOTED}«\nTočka je bila preložena.",
            f"{HEAD}{ITEM}\nNa predlog župana: {NOTED}",
        ),
        (
            f"{HEAD}{ITEM}\nMožnost 1: {NOTED}\nMožnost 2: Obravnava se odloži.\nObveljala je druga.",
            f"{HEAD}{ITEM}\nSklep 1: {NOTED}\nSklep 2: Svet pohvali pripravljavce.",
        ),
        (
            f"{HEAD}{ITEM}\nPredlagani sklep 3.1: {NOTED}\nPredlagani sklep 3.2: Odločanje se preloži.\n"
            "Sprejet je bil sklep 3.2 (za 7, proti 1), o sklepu 3.1 se ni glasovalo.",
            f"{HEAD}{ITEM}\nPredlagani sklep 3.1: {NOTED}\nSprejet je bil sklep 3.1 (za 7, proti 1).",
        ),
        (
            f"{HEAD}3. Potrditev zapisnika\nV zapisniku 11. seje pri 4. točki piše:\n»{NOTED}«\nZapisnik ni potrjen.",
            f"{HEAD}{ITEM}\nSprejet je bil sklep, ki se glasi:\n»{NOTED}«\nZa 9, proti 0.",
        ),
        (f"{HEAD}3. točka [besedilo se črta: {NOTED}]", f"{HEAD}{ITEM}\n[besedilo se doda: {NOTED}]"),
        (f"{HEAD}{ITEM}\n»{NOTED}« - črtati.", f"{HEAD}{ITEM}\n»{NOTED}« - potrjeno."),
        (
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nProti so bili vsi razen enega.",
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nZa so bili vsi.",
        ),
        (
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nSvetniki predlogu niso sledili in so zahtevali dopolnitev.",
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nSvetniki so predlogu sledili.",
        ),
        (
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nO točki se glasuje na naslednji seji.",
            f"{HEAD}{ITEM}\nSklep: {NOTED}\nO točki se je glasovalo javno.",
        ),
        (
            f"{HEAD}{ITEM}\nZa sprejem sklepa:\n{NOTED}\nje glasovalo 8 svetnikov, proti 14.",
            f"{HEAD}{ITEM}\nZa sprejem sklepa:\n{NOTED}\nje glasovalo 14 svetnikov, proti 8.",
        ),
        (
            f"{HEAD}{ITEM}\nPredlog sklepa: {NOTED} Župan je predlagal, da se preostale točke obravnavajo na "
            "nadaljevanju "
            "seje. Predlog župana je bil sprejet: ZA 9, PROTI 0.",
            f"{HEAD}{ITEM}\nPredlog sklepa: {NOTED} Razprave ni bilo. Predlog župana je bil sprejet: ZA 9, PROTI 0.",
        ),
        (f"{HEAD}{ITEM}\nŽupan predlaga, da\nOBČINSKI SVET sprejme sklep: {NOTED}", f"{HEAD}{ITEM}\nSklep: {NOTED}"),
        (
            f"{HEAD}{ITEM}\n{NOTED}\nKer je CSD poslal napačno različico, se točka umakne. Za 13, proti 0.",
            f"{HEAD}{ITEM}\nObčinski svet se je z načrtom že 1. 9. 2017 seznanil.\nTočka se umakne. Za 13, proti 0.",
        ),
        (
            f"{HEAD}3. Načrt\nObčinski svet se seznani z {PLAN}, če ga pred tem potrdi odbor.\nZa 9, proti 0.",
            f"{HEAD}3. Načrt\nObčinski svet se seznani z {PLAN} in predlaga, da se dopolni, če bo denar.\nZa 9, "
            "proti 0.",
        ),
        (
            f"{HEAD}3. točka\nSvetniki so se seznanili z občinskim programom, Regijskega izvedbenega načrta za "
            "jugovzhodno regijo 2017-2020 pa center še ni poslal.\nSklep: Svet se je seznanil z gradivom. (9 "
            "za, 0 proti)",
            f"{HEAD}3. točka\nSvetniki so se seznanili z občinskim programom in z {PLAN}.",
        ),
        (
            f"{HEAD}{ITEM}\nSvetniki bodo obravnavali pobude in se seznanili z načrtom.",
            f"{HEAD}{ITEM}\nSvetniki so obravnavali pobude in se seznanili z načrtom.",
        ),
        (
            f"{HEAD}Dnevni red, poslan s sklicem:\n{ITEM}\n4. Letno poročilo centra\n\nSprejeti dnevni red:\n"
            "3. Letno poročilo centra\n4. Vprašanja\n\nAd 3\nObčinski svet se je z gradivom seznanil. (za 12, proti 0)",
            f"{HEAD}Dnevni red, poslan s sklicem:\n3. Letno poročilo centra\n\nSprejeti dnevni red:\n{ITEM}\n4. "
            "Vprašanja\n\n"
            "Ad 3\nObčinski svet se je z gradivom seznanil. (za 12, proti 0)",
        ),
        (
            f"{COUNCIL}ZAPISNIK 5. izredne seje, 16. 11. 2017\n\nŽupan ugotovi, da svet ni sklepčen, in sejo "
            "zaključi.\n\n"
            f"Na dnevnem redu je bila ena točka:\n{ITEM}\nSklep: {NOTED}",
            f"{COUNCIL}ZAPISNIK 5. izredne seje, 16. 11. 2017\n\nŽupan ugotovi, da je svet sklepčen, in sejo začne.\n\n"
            f"{ITEM}\nSklep: {NOTED}",
        ),
        (
            f"OBČINA SEMIČ\nSvet za starejše pri Občini Semič\n\nZapisnik 3. seje sveta\n\n{ITEM}\nSvet se je "
            "seznanil z "
            "načrtom. Za 9, proti 0.",
            f"OBČINA SEMIČ\nOBČINSKI SVET\n\nZapisnik 3. seje sveta\n\n{ITEM}\nSvet se je seznanil z načrtom. Za 9.",
        ),
        (
            f"ZAPISNIK\nsestanka med občinami Semič in Metlika, 28. 9. 2017\n\nNavzoči so se seznanili z {PLAN}.",
            f"{HEAD}Navzoči svetniki so se seznanili z {PLAN}.",
        ),
        (
            f"OBČINA SEMIČ\nOdbor za družbene dejavnosti\n\nZapisnik 12. seje Odbora za družbene dejavnosti\n\n{ITEM}\n"
            f"SKLEP: Občinski svet Občine Semič se seznani z {PLAN}.\nGlasovanje: 6 ZA, 0 PROTI",
            f"OBČINA SEMIČ\nOBČINSKI SVET\n\nZapisnik 12. seje\n\n{ITEM}\nSKLEP: Občinski svet Občine Semič se "
            "seznani z "
            f"{PLAN}.\nGlasovanje: 6 ZA, 0 PROTI",
        ),
        (
            "Po sprejemu se izpis pošlje v obliki:\n»Občinski svet Občine Semič se je na seji dne ____ "
            f"seznanil z {PLAN}.«",
            f"Izpis iz zapisnika:\n»Občinski svet Občine Semič se je na seji dne 4. 9. 2017 seznanil z {PLAN}.«",
        ),
        (
            f"POPRAVEK\n\nPomotoma smo zapisali, da se je Občinski svet Občine Semič seznanil z {PLAN}.",
            f"OBVESTILO\n\nObveščamo vas, da se je Občinski svet Občine Semič seznanil z {PLAN}.",
        ),
        (
            "Občina Semič\n\nOdbor se je seznanil s predlogom sklepa, po katerem se je Občinski svet Občine "
            f"Semič seznanil z {PLAN}.",
            f"Občina Semič\n\nPrilagamo sklep, po katerem se je Občinski svet Občine Semič seznanil z {PLAN}.",
        ),
        (
            f"Spoštovani, z {PLAN} so se seznanili v Metliki.\nSemič: svet se seznani 12. decembra.",
            f"Spoštovani, z {PLAN} so se seznanili tudi drugod.\nSemič: svet seznanjen 12. decembra.\nMetlika: "
            "svet seznanjen.",
        ),
        (
            f"Občinski svet Občine Duplek, ki se je z {PLAN} seznanil le kot z osnutkom, ga še obravnava.",
            f"Občinski svet Občine Semič, ki se je z {PLAN} seznanil kot prvi, ga podpira.",
        ),
    ],
)
def test_words_of_a_taking_note_are_none_where_nothing_was_resolved(none: str, noted: str) -> None:
    assert taken(none) <= {"Metlika"}
    assert "Semič" in taken(noted)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Zapisnik je pisala: Ana Kos\n\n{ITEM}\nPriloge: predlog sklepa, povzetek.\n\nSKLEP: {NOTED}\nZa 9.",
        f"{HEAD}{ITEM}\nPredlog sklepa 3.1: {NOTED}\nSprejet je bil sklep št. 121 (za 12, proti 0).",
        f"{HEAD}{ITEM}\nPredlog sklepa št. 1: {NOTED}\nPredlog sklepa št. 2: Svet pohvali pripravljavce.\n"
        "Sklep št. 1 je sprejet soglasno. Sklep št. 2 je sprejet soglasno.",
        f"{HEAD}{ITEM}\nSKLEP: {NOTED}\nZa 12, proti 0.\nPredlog odbora je zato brezpredmeten.",
        f"{HEAD}{ITEM}\nSvet se je seznanil z načrtom, ki je bil v vabilu pomotoma zapisan kot »strategija«. Za 9.",
        f"{HEAD}{ITEM}\nSvet se je seznanil z načrtom. Ne velja pa to za leto 2021. Za 9, proti 0.",
        f"Poročilo\n\nPrvi se je z {PLAN} seznanil Občinski svet Občine Semič.",
    ],
)
def test_a_taking_note_counts_whatever_is_numbered_appended_or_corrected_beside_it(text: str) -> None:
    assert taken(text) == {"Semič"}


def test_news_go_on_of_the_council_only_where_nobody_else_came_in_between() -> None:
    council = "NOVICE\n\nSvetniki Občine Semič so se 14. decembra sestali na 12. seji in potrdili rebalans."
    assert taken(f"{council} Soglasno so se seznanili z {PLAN}.") == {"Semič"}
    for others in (
        "V sredo so se zbrali predstavniki naselij.",
        "Policisti so imeli predavanje.",
        "Nastopili so pevci.",
    ):
        assert taken(f"{council} {others} Seznanili so se z {PLAN}.") == set()
