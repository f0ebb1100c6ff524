"""Who acts where a sentence does not say: news that goes on of the same council, lines that name one, lists."""

import pytest

import rinsearch

NAME = "Regijski izvedbeni načrt na področju socialnega varstva za obalno-kraško regijo za obdobje 2017–2020"
WITH = NAME.replace("Regijski izvedbeni načrt", "Regijskim izvedbenim načrtom")


def shown(text: str) -> list[str]:
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    return [f"{each.municipality.name} {each.status}" for each in found if each.plan and each.municipality]


NEWS = f"""Domov > Novice

Z oktobrske seje sveta
Objavljeno: 19. 10. 2017

{{before}}

Brez razprave so se seznanili tudi z {WITH}.

Kontakt: Občina Komen, Komen 86, 6223 Komen
"""


@pytest.mark.parametrize(
    "before",
    [
        "Svetnice in svetniki Občine Komen so se 18. oktobra sestali na 20. redni seji.",
        "Svetniki Občine Komen so se sestali na 20. seji. Potrdili so zapisnik in obravnavali devet točk.",
    ],
)
def test_news_goes_on_of_the_council_that_it_named(before: str) -> None:
    assert shown(NEWS.format(before=before)) == ["Komen acknowledged"]


@pytest.mark.parametrize(
    "before",
    [
        "Svetniki Občine Komen so se sestali na 20. seji. Nato so v dvorano prišli člani društva upokojencev.",
        "Na predstavitvi v knjižnici so se zbrali izvajalci programov.",
        "V Sežani svetniki na načrt še čakajo.",
    ],
)
def test_news_of_somebody_else_is_no_council_s(before: str) -> None:
    assert not shown(NEWS.format(before=before))


SEVERAL = f"""OBALNI OBČINSKI KURIR, november 2017, stran 6

Iz občinskih svetov: kaj so sklenili v oktobru

Skupna tema je bil {NAME}.

KOMEN (seja 19. oktobra)
Svet je sprejel odlok o pokopališkem redu. Člani so načrt brez glasovanja vzeli na znanje.

DIVAČA (seja 24. oktobra)
O načrtu je govoril direktor centra. Svet se je z načrtom seznanil.

PIRAN (seja 25. oktobra)
Odbor za družbene dejavnosti se je z njim seznanil, občinski svet pa bo o njem razpravljal novembra.
"""


def test_a_line_that_names_a_council_holds_for_what_is_told_below_it() -> None:
    assert [each for each in shown(SEVERAL) if "scheduled" not in each] == ["Komen acknowledged", "Divača acknowledged"]


def test_an_address_is_no_such_line() -> None:
    text = f"Društvo upokojencev\n\nObčina Komen\n\nSpoštovani, v društvu smo se z {WITH} seznanili. Sprejeli smo ga.\n"
    assert not shown(text)


@pytest.mark.parametrize(
    "entry",
    [
        "213/24 Svet seznanjen z regijskim izvedbenim načrtom (Obala 2017–2020)\n– potrdilo o tem odposlano.",
        f"- sklep št. 213: seznanitev občinskega sveta z {WITH} – izpisek sklepa poslan CSD, realizirano",
        f"| 22-4 | Seznanil se je z {WITH}. | Oddelek za družbene dejavnosti, obvestilo CSD |",
    ],
)
def test_a_list_of_resolutions_carried_out_tells_of_the_council(entry: str) -> None:
    head = "OBČINA KOMEN\n\nPregled izvršitve sklepov 24. redne seje občinskega sveta\npripravila: uprava, 22. 1. 2018"
    found = shown(f"{head}\n\n212/24 Potrjen letni program športa\n– razpis je bil objavljen.\n\n{entry}\n")
    assert found == ["Komen acknowledged"]


LETTER = f"Center za socialno delo\nDatum: 20. 12. 2017\n\nZadeva: {NAME}\n\nSpoštovani,\n\n{{text}}\n\nLep pozdrav!\n"


def test_behind_a_row_that_is_at_its_end_another_clause_begins() -> None:
    text = "Sklepov še nimata Komen in Divača, Sežana pa je svojega poslala. Manjkata Izola in Piran, v Ankaranu so se"
    assert shown(LETTER.format(text=f"{text} z načrtom že seznanili.")) == ["Ankaran acknowledged"]


def test_all_councils_but_one_are_nobody_s() -> None:
    text = "Delavnica je bila v Komnu. V prejšnjem letu so se z načrtom seznanili vsi sveti razen enega."
    assert not shown(LETTER.format(text=text))


def test_what_is_said_itself_is_not_done_likewise() -> None:
    text = "V Komnu so točko prestavili. Divaški svet je obravnavo opravil in načrt prav tako vzel na znanje."
    assert shown(LETTER.format(text=text)) == ["Komen postponed", "Divača acknowledged"]


MINUTES = (
    f"OBČINA KOMEN\nObčinski svet\n\nZAPISNIK\n20. seje Občinskega sveta Občine Komen, 18. 10. 2017\n\nAd 2\n{NAME}\n\n"
)


def test_a_proposal_in_an_annex_is_a_proposal() -> None:
    text = f"{MINUTES}Razprava.\n\nPriloga: predlog sklepa k 2. točki – »Občinski svet se je seznanil z {WITH}.«\n"
    assert "Komen acknowledged" not in shown(text)
    assert "Komen acknowledged" in shown(text.replace("Priloga: predlog sklepa k", "Sklep k"))


@pytest.mark.parametrize("relative", ["ki velja do leta 2020", "ki ga je pripravil center", "ki zajema leta do 2020"])
def test_a_main_clause_goes_on_behind_a_relative_one(relative: str) -> None:
    assert shown(f"{MINUTES}Z načrtom, {relative}, se je svet seznanil.\n") == ["Komen acknowledged"]


def test_who_had_taken_note_in_a_relative_clause_is_no_council() -> None:
    assert "Komen acknowledged" not in shown(f"{MINUTES}Odbor, ki se je z njim seznanil, je gradivo pohvalil.\n")


def test_a_question_on_a_ballot_is_settled_by_its_votes() -> None:
    question = f"1. vprašanje na glasovnici:\nNaj se Občinski svet Občine Komen seznani z {WITH}?\n"
    assert shown(f"{MINUTES}{question}ZA – 9      PROTI – 1      NEVELJAVNA – 1\n") == ["Komen acknowledged"]
    assert "Komen acknowledged" not in shown(f"{MINUTES}{question}")


def test_what_who_presides_finds_is_of_the_vote_before() -> None:
    text = f"""{MINUTES}ŽUPAN: Glasujemo. Sedemnajst za, šest proti. Ugotavljam, da se svet z načrtom ni seznanil in ga
vrača.
PREDSEDUJOČI: Soglasje k ceni vrtca. Glasujemo. Dvaindvajset za, nihče proti. Sprejeto.
"""
    found = next(each for each in rinsearch.analyse(rinsearch.Text(text)).decisions if each.status == "rejected")
    assert found.vote is not None
    assert (found.vote.for_, found.vote.against) == (17, 6)


def test_a_vote_in_the_cell_of_the_result_is_the_council_s() -> None:
    text = LETTER.format(
        text="Občina | Seja | Izid | Dokazilo\nKomen | 28. 9. 2017 | seznanjen, 13 : 1 | zapisnik\n"
        "Divača | 5. 10. 2017 | seznanjen | 18:00"
    )
    found = {
        each.municipality.name: each.vote
        for each in rinsearch.analyse(rinsearch.Text(text)).decisions
        if each.municipality
    }
    komen = found["Komen"]
    assert komen is not None
    assert (komen.for_, komen.against) == (13, 1)


def test_a_table_of_several_councils_with_votes_tells_of_the_plan_above_it() -> None:
    text = f"""KOORDINACIJSKA SKUPINA ZA PRIPRAVO RIN
Preglednica obravnav na občinskih svetih (stanje na dan 8. 11. 2017)

Predmet: {NAME}

Občina | datum seje | izid | dokazilo
Komen | 28. 9. 2017 | seznanjen, 13 : 0 | 900-0015/2017-4
Divača | 4. 10. | odloženo | /
Sežana | / | župan seznanjen, svet še ne | dopis župana
"""
    found = rinsearch.analyse(rinsearch.Text(text)).decisions
    noted = [each for each in found if each.status == "acknowledged"]
    assert [(each.municipality.name if each.municipality else "", bool(each.plan)) for each in noted] == [
        ("Komen", True)
    ]
