"""Whose paper it is, and the dates, sessions and file numbers of its head."""

from datetime import date

import pytest

import rinsearch
from rinsearch.records import Analysis

HEAD = "OBČINA TRŽIČ\nObčinski svet\n\n"


def read(text: str) -> Analysis:
    return rinsearch.analyse(rinsearch.Text(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Zapisnik 12. redne seje, ki jo je župan vodil v torek, 24. oktobra 2017, od 17.00 do 18.50",
            date(2017, 10, 24),
        ),
        ("Zapisnik 12. redne seje z dne 24. 10. 2017\n\nTržič, 7. 11. 2017", date(2017, 11, 7)),
        (
            "Na 12. redni seji 24. oktobra 2017 je svet sprejel\n\nSKLEP\n\nV Tržiču, dne 25. 10. 2017",
            date(2017, 10, 25),
        ),
        ("SKLEPI 12. redne seje z dne 24. 10. 2017\n\nPripravila uprava, Tržič, 26. oktobra 2017", date(2017, 10, 26)),
        ("Objavljeno: 6. november 2017\n\nVabilo na 12. redno sejo, ki bo 14. novembra 2017", date(2017, 11, 6)),
        ("Zapisnik 12. redne seje\n\nTorek, 24. 10. 2017, ob 17. uri", date(2017, 10, 24)),
        ("ZAPISNIK 12. REDNE SEJE\n24. oktober 2017, dvorana gasilskega doma", date(2017, 10, 24)),
        ("26. oktober 2017, dok. 122-40/2017\n\nŽupani\n\nSpoštovani, pošiljamo vam načrt.", date(2017, 10, 26)),
        ("PREGLED STANJA PO OBČINAH\n(stanje na dan 15. 1. 2018)\n\nBled: še ni odločal", date(2018, 1, 15)),
    ],
)
def test_a_paper_is_of_the_day_on_which_it_was_signed_else_of_the_session(text: str, day: date) -> None:
    assert read(HEAD + text).date == day


@pytest.mark.parametrize(
    "text",
    [
        "TRŽIŠKI LIST, letnik 14, št. 142, 30. 10. 2017\n\nNa 12. redni seji 24. oktobra 2017 je bil sprejet rebalans.",
        "Novice\n\nTržič, 30. oktobra 2017. Svetniki so se zadnjič sestali 24. oktobra 2017.",
    ],
)
def test_a_newspaper_is_of_the_day_in_its_head_or_behind_its_place(text: str) -> None:
    assert read(text).date == date(2017, 10, 30)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Zapisnik 5. izredne seje občinskega sveta\n\nSvet se je na 23. redni seji seznanil z načrtom.", 5),
        ("ZAPISNIK 28. seje\n\nAD 2) ZAPISNIK 27. SEJE", 28),
        ("Skrajšan zapisnik XII. redne seje", 12),
        ("Izvleček iz zapisnika štiriindvajsete redne seje", 24),
        ("1. Zapisnik 11. redne seje\n\nVABILO na 12. redno sejo", 12),
    ],
)
def test_the_session_is_that_of_the_title(text: str, number: int) -> None:
    session = read(HEAD + text).session
    assert session is not None
    assert session.number == number


@pytest.mark.parametrize(
    "text",
    [
        "NACIONALNI IZVEDBENI NAČRT\n\nVlada je na 126. redni seji sprejela načrt.",
        "CSD TRŽIČ\n\nZadeva: načrt\n\nSpoštovani, na 12. seji ste se seznanili z načrtom.\n\nLep pozdrav!",
    ],
)
def test_a_session_that_is_only_told_of_is_not_the_paper_s(text: str) -> None:
    assert read(text).session is None


def test_a_society_s_letter_is_not_the_addressed_municipality_s() -> None:
    found = read("Društvo upokojencev Kal\n\nObčina Tržič\nžupanu in občinskemu svetu\n\nOdprto pismo\n\nSpoštovani,")
    assert (found.issuer, found.author, found.kind) == (None, "Društvo upokojencev Kal", "letter")


def test_a_reference_line_is_no_letterhead_of_a_society() -> None:
    found = read("OBČINA TRŽIČ\n\nZveza: vaš dopis št. 122-4/2017-3\n\nSpoštovani,")
    assert found.issuer is not None
    assert found.author is None


def test_the_issuer_is_found_by_its_council_where_the_name_has_two_words() -> None:
    found = read(
        "Pregled sklepov 30. seje Mestnega sveta Mestne občine Novo mesto\n\nSKLEP št. 408\n\nSvet potrdi zapisnik."
    )
    assert found.issuer is not None
    assert found.issuer.name == "Novo mesto"


def test_own_file_numbers_come_before_cited_ones() -> None:
    found = read("OBČINA TRŽIČ\n\nVaš dopis: 122-2/2017-8\n\nNaš znak: 0320-8-2017-41\n\nSpoštovani,")
    assert found.case_numbers == ("0320-8-2017-41", "122-2/2017-8")
    [place] = found.evidence["case_number"]
    assert place.quote == "0320-8-2017-41", "only own numbers have a place"


def test_a_running_header_with_the_session_does_not_hide_its_day() -> None:
    header = "Občina Tržič, 21. redna seja\n\n"
    found = read(
        f"{header}{HEAD}ZAPISNIK\n\nsestavljen na 21. redni seji Občinskega sveta, v sredo, 29. 11. 2017, v dvorani."
    )
    assert found.session is not None
    assert (found.session.number, found.session.date) == (21, date(2017, 11, 29))


def test_the_day_of_another_session_is_not_taken_for_that_of_the_header() -> None:
    header = "Občina Tržič, 21. redna seja\n\n"
    found = read(f"{header}{HEAD}ZAPISNIK\n\nPotrdi se zapisnik 20. redne seje z dne 25. 10. 2017.")
    assert found.session is not None
    assert (found.session.number, found.session.date) == (21, None)


def test_the_head_of_an_electronic_letter_gives_its_date() -> None:
    paper = "Od: tajnistvo\nDatum: Fri, 24 Nov 2017 10:58:12 +0100\nZadeva: Zapisnik\n\nSpoštovani, prilagam zapisnik."
    assert str(rinsearch.analyse(rinsearch.Text(paper)).date) == "2017-11-24"
    assert rinsearch.analyse(rinsearch.Text("Spoštovani, 24 Nov 2017 kosov je poslanih.")).date is None


def test_a_form_is_of_the_day_on_which_it_was_signed() -> None:
    form = "PRILOGA – OBRAZEC\n\n1. Seja (številka, datum): 19. redna, 30. 11. 2017\n\n2. Načrt: potrjen\n\n"
    assert read(f"{form}Kraj in datum: Tržič, 4. 12. 2017\nOdgovorna oseba:").date == date(2017, 12, 4)


def test_an_electronic_letter_is_of_the_day_on_which_it_was_sent() -> None:
    text = "Zadeva: sklep\n\nSpoštovani, svet Občine Tržič je na 24. redni seji, 3. 4. 2014, sprejel sklep."
    assert read(f"Od: tajnistvo\nPoslano: 8. april 2014 9:14\n{text}").date == date(2014, 4, 8)


PLAN = "REGIJSKI IZVEDBENI NAČRT NA PODROČJU SOCIALNEGA VARSTVA\nza gorenjsko regijo za obdobje 2017–2020\n\n"


@pytest.mark.parametrize(
    "measures",
    [
        "UKREP: Topla hiša\nNOSILEC: CSD Kranj\nROK: 1. 9. 2019\n",
        "- Topla hiša (starejši in njihovi svojci iz vseh krajev ob reki Savi; Dom Kranj;\n  1. 10. 2019)\n",
        "| 1.1 | Topla hiša | starejši | Dom Kranj | 31. 12. 2018 |\n| 1.2 | Klop | mladi | CSD Kranj | 1. 3. 2018 |\n",
    ],
)
def test_a_deadline_is_no_date_of_a_plan(measures: str) -> None:
    assert read(f"{PLAN}Ukrepi\n\n{measures}").date is None
    assert read(f"{PLAN}Kranj, 12. 4. 2017\n\nUkrepi\n\n{measures}").date == date(2017, 4, 12)


TOLD = "Občinski svet Občine Tržič je na 14. redni seji 6. 4. 2017 sprejel sklep o načrtu."


def test_a_session_that_a_memo_tells_of_is_not_its_own() -> None:
    assert read(f"{HEAD}Zadeva: Predlog za spremembo sklepa\n\nObrazložitev\n\n{TOLD}\n").session is None
    found = read(f"{HEAD}Zadeva: Gradivo za 19. redno sejo\n\nObrazložitev\n\n{TOLD}\n").session
    assert found is not None
    assert found.number == 19


def test_a_report_of_others_decisions_has_no_session() -> None:
    text = "POROČILO O SEZNANITVI OBČINSKIH SVETOV\n\nTržič: svet je načrt vzel na znanje na 22. seji.\n"
    assert read(f"CENTER ZA SOCIALNO DELO TRŽIČ\n\n{text}").session is None


def test_the_day_of_its_session_is_no_date_of_an_invitation() -> None:
    text = f"{HEAD}VABILO\n\nSklicujem 21. redno sejo Občinskega sveta Občine Tržič, ki bo 9. novembra 2017 ob 18. uri."
    assert read(text).date is None
    assert read(f"{HEAD}Datum: 2. 11. 2017\n\n{text}").date == date(2017, 11, 2)


def test_the_number_of_a_session_may_stand_below_a_title_without_one() -> None:
    found = read(f"{HEAD}SKLIC IZREDNE SEJE\n\nsklicujem\n\n5. IZREDNO SEJO OBČINSKEGA SVETA, ki bo 17. 6. 2014.")
    assert found.session is not None
    assert found.session.number == 5
    other = read(f"{HEAD}SKLIC IZREDNE SEJE\n\nZapisnik 4. redne seje je priložen.")
    assert other.session is None or other.session.number is None


def test_news_are_of_the_place_with_which_they_begin_and_mails_of_their_sender() -> None:
    news = read("PIRAN – Torkova seja sveta se je zavlekla v noč.\n\nV Izoli o načrtu še niso govorili.")
    assert news.issuer is not None
    assert news.issuer.name == "Piran"
    mail = read("Od: tajništvo Občine Rečica ob Savinji\nZa: CSD Mozirje\nZadeva: RIN\n\nOdgovor Občine Nazarje sledi.")
    assert mail.issuer is not None
    assert mail.issuer.name == "Rečica ob Savinji"
    both = read("PIRAN – Seja sveta se je zavlekla v noč.\n\nŽALEC – Svetniki so se razšli ob osmih.")
    assert both.issuer is None
