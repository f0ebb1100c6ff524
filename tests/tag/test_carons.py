"""Papers typed without carons are tagged like others, and others are left as they are."""

import pytest

from rinsearch import tag
from rinsearch.records import Passage, PassageKind
from rinsearch.tag.carons import lacks_carons, restore
from rinsearch.taxonomy import group_variants, municipalities

BARE = """Obcinski svet Obcine Semic se je na seji seznanil z nacrtom. V njem so ukrepi za osebe s tezavami v
dusevnem zdravju, za zrtve nasilja in za starejse obcane, ki zivijo sami. Svet predlaga, da se v
nacrt vkljuci se obcina Zuzemberk, ki je povedala, da na seji ni bila vprasana in da je za ukrepe
pripravljena prispevati svoj del."""
BARELY = str.maketrans("čšžČŠŽ", "cszCSZ")
CAREFUL = BARE.replace("Obcinski", "Občinski").replace("Obcine", "Občine").replace("tezavami", "težavami")


def values(text: str) -> set[str]:
    return {find.value for find in tag.find(text) if find.label in ("municipality", "target_group")}


def test_a_paper_typed_without_carons_is_tagged() -> None:
    assert lacks_carons([BARE])
    assert values(BARE) == {"109", "193", "dusevno-zdravje", "zrtve-nasilja", "starejsi"}


def test_quotes_are_as_they_were_typed() -> None:
    quotes = {BARE[find.start : find.end] for find in tag.find(BARE) if find.label == "municipality"}
    assert quotes == {"Obcine Semic", "obcina Zuzemberk"}


def test_a_carefully_typed_paper_is_left_alone() -> None:
    assert not lacks_carons([CAREFUL])
    assert values(CAREFUL).isdisjoint({"109", "193", "dusevno-zdravje"})


@pytest.mark.parametrize("text", ["Obcina Semic", "", "The municipality of Semic has acknowledged the plan. " * 9])
def test_a_short_text_or_another_language_shows_nothing(text: str) -> None:
    assert not lacks_carons([text])


def test_all_passages_of_a_paper_decide_together() -> None:
    texts = (*BARE.split(". "), "Zupan")
    passages = [Passage(f"d.{n}", "d", PassageKind.PARAGRAPH, (), text) for n, text in enumerate(texts)]
    found = {each.value for passage in tag.tag(passages) for each in passage.tags}
    assert {"109", "193", "zrtve-nasilja"} <= found
    alone = tag.tag([Passage("e.1", "e", PassageKind.PARAGRAPH, (), "Obcina Semic ima zrtve nasilja.")])
    assert "109" not in {each.value for each in alone[0].tags}


def test_every_name_of_a_municipality_comes_back() -> None:
    wrong = []
    for entry in municipalities().values():
        for form in entry.cases:
            typed = form.translate(BARELY)
            if restore(typed) != form:
                wrong.append((typed, restore(typed), form))
    assert len(wrong) <= 12, wrong  # "Store" and "store" and the like: a word without carons that the taxonomy has too


def test_most_wordings_of_groups_come_back() -> None:
    texts = [each.text for each in group_variants() if each.counts and "…" not in each.text]
    typed = [text.translate(BARELY) for text in texts]
    same = sum(restore(each) == text for each, text in zip(typed, texts, strict=True))
    assert same / len(texts) > 0.97
