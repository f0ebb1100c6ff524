"""Misread, divided and glued words of councils are read as they were meant; good words, names and numbers stay."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rinsearch.misread import inner_hyphens, misread, put_right
from rinsearch.misread.divided import joined, parted
from rinsearch.misread.figures import letters_in_numbers
from rinsearch.misread.likeness import meant, nearest
from rinsearch.misread.signs import signs_inside, small_words
from rinsearch.misread.words import forms, good
from rinsearch.normalise import Damage, Edit, repair
from rinsearch.taxonomy import toml
from tests.corpus.source import Source, read_all


def read(text: str) -> str:
    found = misread(text.split("\n"))
    return repair(text, Damage(first=found.first, last=found.last) if found else Damage()).text


@pytest.mark.parametrize(
    ("printed", "meant_"),
    [
        ("Občinski svet vzarne na znanje", "Občinski svet vzame na znanje"),
        ("na področju sociainega varstva", "na področju socialnega varstva"),
        ("OBČlNSKl SVET, ZAPlSNlK", "OBČINSKI SVET, ZAPISNIK"),
        ("lzvedbeni načrt se sprejrne", "Izvedbeni načrt se sprejme"),
        (
            "Svet je točko prestauil in predlog zavrn!l",
            "Svet je točko prestavil in predlog zavrnil",
        ),
        ("Obč1nski svet se seznani z naértom", "Občinski svet se seznani z načrtom"),
        ("novernbra in decernbra", "novembra in decembra"),
        ("Sklep je bil sprejet sogIasno", "Sklep je bil sprejet soglasno"),
        ("razprava o socialnern varstuu", "razprava o socialnem varstvu"),
        ("zaradi nasi!ja je novo del0 zaupano p0možnim", "zaradi nasilja je novo delo zaupano pomožnim"),
        ("da občina nc sprejme načrta clo konca leta", "da občina ne sprejme načrta do konca leta"),
        ("Svet se seznam z načrtom", "Svet se seznani z načrtom"),
        ("Občina Šentjernei je v jugovzhodni regiji", "Občina Šentjernej je v jugovzhodni regiji"),
        ("Občini Metlika in Semic", "Občini Metlika in Semič"),
    ],
)
def test_a_misread_word_is_read_as_it_was_meant(printed: str, meant_: str) -> None:
    assert read(printed) == meant_


@pytest.mark.parametrize(
    ("printed", "meant_"),
    [
        ("seznanjen z na črtom", "seznanjen z načrtom"),
        ("je bil seznan jen z vsebi no", "je bil seznanjen z vsebino"),
        ("pod ravske regije, statist ično", "podravske regije, statistično"),
        ("Ob činski svet, Glaso vanje, Dnev ni red", "Občinski svet, Glasovanje, Dnevni red"),
        ("se je sez- nanil z izved- benim načrtom", "se je seznanil z izvedbenim načrtom"),
        ("na področ\nju socialnega varstva", "na področju socialnega varstva"),
        ("OB ČINSKI SVET", "OBČINSKI SVET"),
        ("se je sez-nanil z izvedbenim na-črtom", "se je seznanil z izvedbenim načrtom"),
        ("Občini Me tlika in Čr-nomelj", "Občini Metlika in Črnomelj"),
        (
            "Občin- ski svet v stanova- njih in zaveti-ščih s socialno-varstveno",
            "Občinski svet v stanovanjih in zavetiščih s socialno-varstveno",
        ),
        ("Občin- ski svet za javno- zasebno partnerstvo", "Občinski svet za javno- zasebno partnerstvo"),
    ],
)
def test_a_divided_word_is_put_together(printed: str, meant_: str) -> None:
    assert read(printed) == meant_


@pytest.mark.parametrize(
    ("printed", "meant_"),
    [
        ("Občinskisvet seseznani", "Občinski svet se seznani"),
        ("z izvedbenimnačrtom na", "z izvedbenim načrtom na"),
        ("z načrtomna področju", "z načrtom na področju"),
        ("svet ObčineSemič seje seznanil", "svet Občine Semič se je seznanil"),
        ("Svet s e s e z n a n i z načrtom", "Svet se seznani z načrtom"),
    ],
)
def test_a_lost_space_is_put_back(printed: str, meant_: str) -> None:
    assert read(printed) == meant_


@pytest.mark.parametrize(
    "text",
    [
        "Seznam članov in seznami društev; seznaniti, sprejeti, potrditi, izdati, preložiti, zavrniti.",
        "Občinski svet sprejema sklep o sprejemu; sprejem otrok v vrtec, sprejemni center.",
        "Urnik avtobusov na postajališču, stojišče za taksi, odtok vode, odtoki in kanalizacija.",
        "Na črti, na črto; se znani ljudje; red ni bil sprejet; svet je; na slednje; za dele; po trdi poti.",
        "Izvedbe na področju ni bilo, razvoj na podeželju, mest na parkirišču, let nega, znan je, župan je.",
        "Sosvet, nesoglasje, sporočilo, priporočilo, protipredlog, svetuje, dnevnik, načrtno, poletni, nasvet.",
        "Zupan, Zupanc, Sela, Elan, Marco, Julijo, Urača, Krošl, Clemenz, Vrečko, Načeva, Sklepič, Svetek, Regali.",
        "št. 122-08/2013-5, B1/2017, 1O1, K1, CO2, B2B, A1, 10 km, l. 2017, 5. l., m. p., 12 h, PE5",
        "obcina@kraj.si, www.sociainega.si, info@sezuani.si, http://naert.si/sklep-naert",
        "Predlog, predloga, podlaga, naloga, priloga, prilaga, odloga, odlaga, ostaja, ostala, poslala, postala.",
    ],
)
def test_good_words_names_and_numbers_are_left_alone(text: str) -> None:
    assert list(put_right(text)) == []
    assert misread([text]) is None


@pytest.mark.parametrize(
    ("printed", "meant_"),
    [
        ("Št. O32-OOO5/2017-3 z dne l5. lO. 2Ol7", "Št. 032-0005/2017-3 z dne 15. 10. 2017"),
        (
            "2l ZA, l2 PROTI, ll jih ni glasovalo; 2l. redna seja",
            "21 ZA, 12 PROTI, 11 jih ni glasovalo; 21. redna seja",
        ),
        ("dne l2. oktobra 2Ol7 in 3l. maja 2o18", "dne 12. oktobra 2017 in 31. maja 2018"),
        ("za obdobje 2017-2O2O, 20l4-2016, l999", "za obdobje 2017-2020, 2014-2016, 1999"),
    ],
)
def test_letters_in_numbers_are_figures(printed: str, meant_: str) -> None:
    assert read(printed) == meant_


@pytest.mark.parametrize(
    "text",
    [
        "12O 5l vode, I/1, II. točka, l. 2017",
        "2l. 5 l, 2OO vode, a2Ol7, 2Ol7/3a@b.si",
        "10 let, 100 l, 3 l, O-ena, 032-5/2017, 12. 10. 2017",
        "Dom d. o. o. 2017, Zavod d. o.o. 2017, l. o. 2017",
        "dne 12. II. 2017, 1. I. 2018 in 3.II.2019",
    ],
)
def test_figures_never_become_letters(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Župan je na začetku seje seznanil občinski svet z načrtom.",
        "Župan je pozdravil svet Občine Semič in na koncu seje seznanil člane z načrtom.",
        "Če občinski svet seje ne skliče, odloči župan.",
        "Ker svet seje zaradi nesklepčnosti ni končal, je prekinjena.",
        "Občinski svet Občine Semič seje redno sklicuje.",
        "Rok je od 1ega maja do 8ega junija, 5imi in 1imi.",
    ],
)
def test_a_session_is_no_lost_space_and_an_ordinal_no_misread_word(text: str) -> None:
    assert read(f"{text} Načrt sociainega varstva.") == f"{text} Načrt socialnega varstva."


def test_a_name_of_another_region_is_left_alone() -> None:
    assert read("Občini Metlika in Vuzenlca") == "Občini Metlika in Vuzenlca"


@pytest.mark.parametrize("word", ["ne", "ni", "niso", "nista", "nismo", "ne sprejme", "ni sprejel", "se ne seznani"])
def test_a_negation_is_never_lost(word: str) -> None:
    for text in (f"Svet {word} načrt", f"Svet {word} načrta", f"Občinskisvet {word} na črt"):
        assert word in read(text)


def test_no_paper_of_the_sample_is_touched() -> None:
    sources = [each for each in read_all() if isinstance(each, Source)]
    assert len(sources) > 40
    found = {
        each.file: [(each.text[edit.start : edit.end], edit.replacement) for edit in put_right(each.text)]
        for each in sources
    }
    assert {file: edits for file, edits in found.items() if edits} == {}


def test_words_of_the_list_and_good_ones_stay_what_they_are() -> None:
    assert len(forms()) > 1500
    assert len(good()) > 300
    for word in (*forms(), *good()):
        assert meant(word) is None, word
        assert parted(word) is None, word


def test_every_listed_look_alike_is_one() -> None:
    """A word that would not be misread needs no mention."""
    needless = [word for word in toml("misread.toml")["never"] if nearest(word) is None]
    assert needless == []


def test_two_words_of_every_sentence_stay_two() -> None:
    text = "Občinski svet se je na seji in po njej seznanil z načrtom, ki ga je občina na svoji strani objavila."
    words = re.findall(r"\w+", text.lower())
    assert [(left, right) for left, right in pairwise(words) if joined(left, right)] == []


@given(
    st.lists(
        st.sampled_from(["na črtom", "sociainega", "Občinskisvet", "sez-\nnanil", "seznam", "12. 10.", "?", "  "]),
        max_size=12,
    )
)
@settings(max_examples=100, deadline=None)
def test_every_character_leads_back_and_twice_equals_once(pieces: list[str]) -> None:
    text = " ".join(pieces)
    damage = Damage(first=(signs_inside, letters_in_numbers, small_words), last=(inner_hyphens, put_right))
    repaired = repair(text, damage)
    assert len(repaired.origins) == len(repaired.text)
    assert list(repaired.origins) == sorted(repaired.origins)
    assert repair(repaired.text, damage).text == repaired.text


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_left(text: str) -> None:
    for rule in (put_right, inner_hyphens, signs_inside, letters_in_numbers, small_words):
        edits = list(rule(text))
        in_order(text, edits)


def in_order(text: str, edits: list[Edit]) -> None:
    assert all(0 <= edit.start < edit.end <= len(text) for edit in edits)
    assert all(first.end <= second.start for first, second in pairwise(edits))


@pytest.mark.parametrize(
    "piece",
    ["a|", "rn", "na ", "1l", "sez- ", "občinski", "ıııı", "l" * 29 + " ", "napodročju ", "Odbo rpredloga ", "e "],
)
def test_time_grows_with_length_and_not_with_its_square(piece: str) -> None:
    start = time.process_time()
    misread([piece * 20_000])
    assert time.process_time() - start < 3


def test_the_people_of_whom_a_paper_speaks_are_read_through_its_damage() -> None:
    text = "brezdorncem, zenskah, žrtvarn v drnžini, 0trok, in validi in starej§ih; družim stepih in stavši svojih"
    found = {text[edit.start : edit.end]: edit.replacement for edit in (*signs_inside(text), *put_right(text))}
    assert found == {
        "brezdorncem": "brezdomcem",
        "zenskah": "ženskah",
        "žrtvarn": "žrtvam",
        "drnžini": "družini",
        "0trok": "otrok",
        "in validi": "invalidi",
        "starej§ih": "starejših",
    }


def test_a_paper_whose_spaces_went_astray_is_cut_anew_and_no_other() -> None:
    printed = (
        "Občinskisvet seje seznanils e načrtom napodročju socialnegavarstva. Županna koncu Odbo rpredloga niodločal."
    )
    meant_ = (
        "Občinski svet se je seznanil se načrtom na področju socialnega varstva. "
        "Župan na koncu Odbor predloga ni odločal."
    )
    assert read(printed) == meant_
    for word in ("nasvet", "samopomoč", "poslanec", "podelitev", "narodne", "nesklepčno", "Zapisuje"):
        assert word in read(f"{printed} {word}")
    one = "Občinski svet se je seznanil z načrtom. Odbo rpredloga ni odločal."
    assert read(one) == one


@pytest.mark.parametrize(
    "words", ["ne potrdi načrta", "nesklepčno glasovalo", "glasovalo nesklepčno", "ni odločal", "n e sprejme"]
)
def test_no_cut_loses_a_denial(words: str) -> None:
    printed = f"Občinskisvet napodročju socialnegavarstva Županna koncu {words}"
    assert re.search(r"\bn ?[ei]", read(printed))
