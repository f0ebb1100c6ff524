"""What letters, e-mails, news and memos tell of their own council: at its session, and nowhere else."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za gorenjsko regijo 2017–2020"
PAPERS = {
    "letter": f"OBČINA BLED\nDatum: 20. 12. 2017\n\nCenter za socialno delo Radovljica\n\nZadeva: {NAME} – odgovor\n\n"
    "Spoštovani,\n\n{text}\n\nLep pozdrav,\n\nJanez Novak\nžupan\n",
    "e-mail": f"Od: Ana Kovač <ana.kovac@posta.example>\nZa: CSD Radovljica\nDatum: 20. 12. 2017\nZadeva: {NAME}\n\n"
    "Pozdravljeni,\n\n{text}\n\nLp, Občina Bled\n",
    "news": f"Občina Bled – Novice\n20. 12. 2017\n\nS seje sveta\n\nNa vrsti je bil tudi {NAME}.\n\n{{text}}\n",
    "memo": f"OBČINA BLED\nObčinska uprava\n\nDatum: 20. 12. 2017\n\nZADEVA: {NAME} – poročilo o izvajanju\n\n"
    "Obrazložitev:\nNačrt je pripravila koordinacijska skupina.\n\n{text}\n",
}
CERTIFICATE = (
    "OBČINA BLED\nObčinska uprava\n\nDatum: 20. 12. 2017\n\nPOTRDILO\n\n"
    f"Za potrebe priprave poročila o načrtu »{NAME}« sporočamo:\n\n{{text}}\n\nDirektorica občinske uprave\n"
)
ENCLOSED = "V prilogi pošiljamo sklep občinskega sveta o seznanitvi "


def noted(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return {
        each.municipality.name for each in found if each.municipality and each.plan and each.status == "acknowledged"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Seznanitev z načrtom je bila opravljena na 24. seji občinskega sveta 17. 10. 2017.",
        "Načrt je bil na 24. redni seji občinskega sveta dne 17. 10. 2017 vzet na znanje.",
        "Na 24. seji občinskega sveta 17. 10. 2017 je bil sprejet sklep o seznanitvi z načrtom.",
        f"{ENCLOSED}z načrtom, sprejet na 24. seji 17. 10. 2017.",
        "V prilogi pošiljamo sklep o seznanitvi z načrtom, ki ga je občinski svet sprejel na 24. seji 17. 10. 2017.",
    ],
)
@pytest.mark.parametrize("paper", PAPERS)
def test_what_was_done_at_its_session_is_the_councils(paper: str, text: str) -> None:
    assert noted(PAPERS[paper].format(text=text)) == {"Bled"}


@pytest.mark.parametrize(
    "text",
    [
        "Seznanitev z načrtom je bila opravljena na 20. seji Občinskega sveta Občine Bohinj 9. 11. 2017.",
        "V prilogi je sklep Občinskega sveta Občine Bohinj o seznanitvi z načrtom, sprejet na 20. seji 9. 11. 2017.",
    ],
)
def test_what_was_done_at_the_session_of_another_council_is_that_ones(text: str) -> None:
    assert noted(PAPERS["letter"].format(text=text)) == {"Bohinj"}


@pytest.mark.parametrize(
    "text",
    [
        "Člani občinskega sveta so načrt prejeli v vednost.",
        "Svetniki so se z načrtom seznanili na predstavitvi, na seji pa bo obravnavan januarja.",
        "Seznanitev z načrtom je bila opravljena na seji odbora 17. 10. 2017.",
        "Na seji občinskega sveta 17. 10. 2017 je bilo vzeto na znanje poročilo centra, načrta pa ni bilo na vrsti.",
        "Na seji občinskega sveta naj bi bil načrt vzet na znanje.",
        "Menimo, da se je občinski svet z načrtom seznanil že s tem, ko je prejel gradivo.",
        "Svetniki so z načrtom seznanjeni, formalno pa ga bodo obravnavali februarja.",
        "Občinski svet se je 17. 10. 2017 seznanil z osnutkom programa, načrt pa ga še čaka.",
        "V prilogi pošiljamo predlog sklepa o seznanitvi z načrtom, sprejet na odboru 17. 10. 2017.",
        "V prilogi pošiljamo sklep o seznanitvi z načrtom, ki ga bo občinski svet sprejel na 25. seji.",
        "V prilogi pošiljamo sklep o seznanitvi z načrtom, ki ga je sprejel odbor za šolstvo 17. 10. 2017.",
        f"{ENCLOSED}s pripombami na načrt, ki ga je sprejel na 24. seji 17. 10. 2017.",
        f"{ENCLOSED}s poročilom o izvajanju načrta, sprejet na 24. seji 17. 10. 2017.",
    ],
)
@pytest.mark.parametrize("paper", PAPERS)
def test_what_only_looks_so_is_none(paper: str, text: str) -> None:
    assert not noted(PAPERS[paper].format(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Z načrtom smo seznanjeni.",
        "Načrt smo prejeli in se z njim seznanili.",
        "Člani občinskega sveta so načrt prejeli v vednost.",
    ],
)
def test_those_who_write_a_certificate_are_no_council(text: str) -> None:
    assert not noted(CERTIFICATE.format(text=text))


GROUP = (
    f"ZAPISNIK\n3. seje koordinacijske skupine za pripravo: {NAME}, 12. 12. 2017\n\n2. Obravnava načrta v občinah\n\n"
)
BOTH = "Občinski svet Občine Bled se je z načrtom seznanil na 24. redni seji, "


def test_the_minutes_of_a_group_are_no_municipalitys() -> None:
    found = rinsearch.analyse(rinsearch.Text(f"{GROUP}Občinski svet Občine Bled je točko preložil.\n\n3. Razno\n"))
    assert found.issuer is None
    assert [(each.status.value, each.reported) for each in found.decisions] == [("postponed", True)]


@pytest.mark.parametrize(
    ("rest", "also"),
    [
        ("prav tako tudi Občinski svet Občine Bohinj na 20. redni seji", True),
        ("enako tudi svet Občine Bohinj 9. 11. 2017", True),
        ("enako kot svet Občine Bohinj", True),
        ("prav tako naj bi to storil Občinski svet Občine Bohinj na 20. redni seji", False),
        ("prav tako odbor Občine Bohinj", False),
        ("prav tako Občinski svet Občine Bohinj s poročilom", False),
        ("kot svet Občine Bohinj prosi v dopisu", False),
    ],
)
def test_a_council_of_which_prav_tako_is_said_did_the_same(rest: str, also: bool) -> None:
    assert noted(f"{GROUP}{BOTH}{rest}.\n\n3. Razno\n") == ({"Bled", "Bohinj"} if also else {"Bled"})


REPORT = (
    f"Regionalna razvojna agencija\n\nPOROČILO o obravnavi: {NAME}\n\n12. 12. 2017\n\nNačrt smo poslali.\n\n{{text}}\n"
)
THEIRS = "se je Občinski svet Občine Bled z načrtom seznanil."


@pytest.mark.parametrize(
    "text",
    [
        "Ali se je občinski svet z načrtom seznanil? DA, na 24. redni seji 17. 10. 2017.",
        "1. Ali se je občinski svet z načrtom seznanil?\n\nDA\n\n2. Kdaj?\n\n17. 10. 2017",
    ],
)
def test_a_question_answered_with_yes_is_told(text: str) -> None:
    assert noted(PAPERS["letter"].format(text=text)) == {"Bled"}


@pytest.mark.parametrize(
    "text",
    [
        "Ali se je občinski svet z načrtom seznanil? DA / NE",
        "Ali se je občinski svet z načrtom seznanil? Da, po e-pošti.",
        "Ali se je občinski svet z načrtom seznanil? Da, predvidoma januarja.",
        "Ali se bo občinski svet z načrtom seznanil? DA",
        "Ali se je odbor z načrtom seznanil? DA",
        "Ali ste se z načrtom seznanili? DA",
    ],
)
def test_a_yes_to_another_question_is_none(text: str) -> None:
    assert not noted(PAPERS["letter"].format(text=text))


@pytest.mark.parametrize(
    ("question", "noted_it"),
    [
        ("Ali se je občinski svet z načrtom seznanil?", True),
        ("Ali se bo občinski svet z načrtom seznanil?", False),
        ("Ali je bil načrt poslan svetu v seznanitev?", False),
        ("Ali se je z načrtom seznanil župan?", False),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "{q} Bohinj: da, 12. 10. 2017. Tržič: ne.",
        "{q} Bohinj da, Tržič ne.",
        "Občina | {q} | Datum seje\nBohinj | DA | 17. 10. 2017\nTržič | NE | –",
        "Bohinj\n{q} DA\nKdaj? 17. 10. 2017\n\nTržič\n{q} NE",
    ],
)
def test_a_yes_affirms_what_is_asked_of_each(form: str, question: str, noted_it: bool) -> None:
    assert noted(REPORT.format(text=form.format(q=question))) == ({"Bohinj"} if noted_it else set())


@pytest.mark.parametrize(
    "source",
    [
        "Po podatkih Občine Bled ",
        "Kot so zapisali z Občine Bled, ",
        "Od Občine Bled smo 20. 10. 2017 prejeli izpis sklepa, iz katerega izhaja, da ",
        "Iz dopisa Občine Bled izhaja, da ",
    ],
)
@pytest.mark.parametrize(
    ("told", "noted_it"),
    [
        ("se je občinski svet z načrtom seznanil 17. 10. 2017.", True),
        ("se občinski svet z načrtom še ni seznanil.", False),
        ("se je z načrtom seznanil odbor.", False),
        ("se je občinski svet seznanil s poročilom o izvajanju načrta.", False),
    ],
)
def test_a_council_is_that_of_the_municipality_from_which_it_is_known(source: str, told: str, noted_it: bool) -> None:
    assert noted(REPORT.format(text=source + told)) == ({"Bled"} if noted_it else set())


@pytest.mark.parametrize(
    "doubt",
    [
        "Iz dopisa ne izhaja, da ",
        "Iz zapisnika ni mogoče razbrati, da ",
        "Nimamo podatka, da ",
        "Nismo prejeli potrdila, da ",
        "Ne vemo zagotovo, da ",
        "Domnevamo, da ",
        "Napaka: v prejšnjem poročilu smo navedli, da ",
        "Občina mora dokazati, da ",
        "Čakamo na izpis, iz katerega bo razvidno, da ",
    ],
)
def test_what_a_paper_does_not_show_is_not_told(doubt: str) -> None:
    assert not noted(REPORT.format(text=doubt + THEIRS))


@pytest.mark.parametrize(
    "said",
    ["Ni skrivnost, da ", "Pripomb nismo prejeli, izpis pa kaže, da ", "Dodatnih podatkov nimamo, znano je, da "],
)
def test_a_denial_of_something_else_is_no_doubt(said: str) -> None:
    assert noted(REPORT.format(text=said + THEIRS)) == {"Bled"}


def test_a_proposal_that_is_sent_is_no_resolution() -> None:
    text = "Občina Bled je 15. 11. 2017 poslala predlog sklepa, da se občinski svet z načrtom seznani."
    assert not noted(REPORT.format(text=text))


def test_a_resolution_may_be_quoted_behind_its_day() -> None:
    words = "»Občinski svet Občine Bled se seznanja z načrtom.«"
    assert noted(PAPERS["letter"].format(text=f"Sklep občinskega sveta z dne 17. 10. 2017 se glasi: {words}")) == {
        "Bled"
    }


def test_the_minutes_of_a_meeting_of_several_are_no_municipalitys() -> None:
    head = "ZAPISNIK\nsestanka koordinacijske skupine za RIN Gorenjske 2017-2020, 18. 1. 2018\n\n2. Poročanje občin\n\n"
    found = rinsearch.analyse(
        rinsearch.Text(f"{head}Občinski svet Občine Bled se je z načrtom seznanil.\n\n3. Razno\n")
    )
    assert found.issuer is None
    assert [(each.status.value, each.reported) for each in found.decisions] == [("acknowledged", True)]
