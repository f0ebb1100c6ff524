"""A user's own terms: read, checked, proved, tagged with, and remembered by the index."""

import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rinsearch
from rinsearch import Library, Text
from rinsearch.errors import RinsearchError, TaxonomyError, UsageError
from rinsearch.library import owning
from rinsearch.library.understanding import rules_fingerprint
from rinsearch.taxonomy import find_group, find_municipality, overlay, target_groups
from rinsearch.taxonomy.own import own_terms
from tests.cli.running import ask
from tests.papers import write

pytestmark = pytest.mark.once

TERMS = """
[[group]]
id = "gozdni-delavci"
parent = "brezposelni"
label = "gozdni delavci"
example = "Tečaj za sekače."

[[wording]]
group = "gozdni-delavci"
text = "poklicni sekač"
example = "Tečaj za poklicne sekače."
counterexample = "Tečaj za poklicne kuharje."

[[wording]]
group = "starejsi"
text = "člani kluba Zlata jesen"
example = "Izlet s člani kluba Zlata jesen."

[[heading]]
field = "provider"
heading = "Kdo bo to speljal"
example = "Kdo bo to speljal"

[[alias]]
municipality = "Semič"
alias = "Semiška pokrajina"
example = "Občinski svet Semiška pokrajina se je sestal."
"""
CSV = """entry,id,parent,label,group,text,example,counterexample
group,gozdni-delavci,brezposelni,gozdni delavci,,,Tečaj za sekače.,
wording,,,,gozdni-delavci,poklicni sekač,Tečaj za poklicne sekače.,Tečaj za poklicne kuharje.
"""
PAPER = """# Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

## Prednostno področje 1: Delo

| Št. | Ukrep | Ciljna skupina | Kdo bo to speljal | Rok |
|---|---|---|---|---|
| 1.1 | Tečaji za varno delo v gozdu | poklicni sekači | Gozdarska šola | 31. 12. 2018 |
| 1.2 | Topli obroki za starejše | starejši | Dom starejših | 31. 12. 2018 |
"""


@pytest.fixture(autouse=True)
def _only_the_package() -> Iterator[None]:
    yield
    overlay.activate(overlay.NONE)


def groups_in(text: str, **more: str | Path) -> set[str]:
    return {each.id for each in rinsearch.analyse(Text(text), **more).target_groups}  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "text"), [("own.toml", TERMS), ("own.csv", CSV)])
def test_own_groups_and_wordings_are_found_in_every_form(name: str, text: str, tmp_path: Path) -> None:
    write(tmp_path / name, text)
    words = "Ukrep je namenjen poklicnim sekačem."
    assert groups_in(words) == set()
    assert groups_in(words, taxonomy=tmp_path / name) == {"gozdni-delavci"}
    assert find_group("gozdni delavci") == "gozdni-delavci"
    assert groups_in(words) == set(), "without the file the package holds alone"
    assert "gozdni-delavci" not in target_groups()


def test_wordings_of_known_groups_headings_and_aliases_are_found(tmp_path: Path) -> None:
    own = write(tmp_path / "own.toml", TERMS)
    assert "starejsi" in groups_in("Klub: člani kluba Zlata jesen", taxonomy=own)
    paper = write(tmp_path / "nacrt.md", PAPER)
    plain, known = rinsearch.analyse(paper), rinsearch.analyse(paper, taxonomy=own)
    assert [each.providers for each in known.measures] == [("Gozdarska šola",), ("Dom starejših",)]
    assert known.measures[0].target_groups == ("gozdni-delavci",)
    assert all("gozdni-delavci" not in each.target_groups for each in plain.measures)
    rinsearch.analyse(Text("a"), taxonomy=own)
    assert find_municipality("Semiška pokrajina").name == "Semič"


def test_an_organisation_of_ones_own_is_found(tmp_path: Path) -> None:
    entry = (
        '[[organisation]]\nname = "Tihožitje Dolnji Vrh"\nkind = "society"\n'
        'example = "Izvaja Tihožitje Dolnji Vrh."\ncounterexample = "Slikali so tihožitje."\n'
    )
    own = write(tmp_path / "own.toml", entry)
    text = Text("Izvajalec je Tihožitje Dolnji Vrh.")
    labels = {tag.label for each in rinsearch.analyse(text, passages=True, taxonomy=own).passages for tag in each.tags}
    assert "organisation" in labels


def test_the_examples_of_the_readme_are_terms(tmp_path: Path) -> None:
    readme = Path(rinsearch.__file__).parent / "taxonomy" / "README.md"
    blocks = re.findall(r"^```(toml|csv)\n(.*?)^```$", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [kind for kind, _ in blocks] == ["toml", "csv"]
    for kind, text in blocks:
        own = write(tmp_path / f"taxonomy.{kind}", text)
        assert groups_in("Za gospodinje na kmetijah in krajane v zlatih letih.", taxonomy=own)


WRONG = {
    "no TOML": ("own.toml", "[[group\n", "TOML"),
    "no kind": ("own.toml", '[[skupina]]\nid = "a"\n', "no entries 'skupina'"),
    "no list": ("own.toml", 'group = "a"\n', "no entries 'group'"),
    "no text": ("own.toml", '[[group]]\nid = 5\nlabel = "a"\nexample = "a"\n', "id is no text"),
    "missing": ("own.toml", '[[wording]]\ngroup = "romi"\ntext = "a"\n', "example is missing"),
    "unknown key": ("own.toml", '[[wording]]\ngroup = "romi"\ntext = "a"\nexample = "a"\nbarva = "b"\n', "'barva'"),
    "no id": ("own.toml", '[[group]]\nid = "Črni Vrh"\nlabel = "a"\nexample = "a"\n', "is no id"),
    "unknown group": ("own.toml", '[[wording]]\ngroup = "nihče"\ntext = "abc"\nexample = "abc"\n', "'nihče'"),
    "unknown parent": ("own.toml", '[[group]]\nid = "a"\nparent = "b"\nlabel = "a"\nexample = "a"\n', "no group 'b'"),
    "known group": ("own.toml", '[[group]]\nid = "romi"\nlabel = "Romi"\nexample = "Romi."\n', "already"),
    "known wording": (
        "own.toml",
        '[[wording]]\ngroup = "romi"\ntext = "Romi"\nkind = "people"\nexample = "Romi."\n',
        "",
    ),
    "twice": ("own.toml", '[[wording]]\ngroup = "romi"\ntext = "abc"\nexample = "abc"\n' * 2, "already"),
    "unknown kind": ("own.toml", '[[wording]]\ngroup = "romi"\ntext = "abc"\nkind = "x"\nexample = "abc"\n', "kind"),
    "example": (
        "own.toml",
        '[[wording]]\ngroup = "romi"\ntext = "modri ljudje"\nexample = "Zeleni."\n',
        "not found in its",
    ),
    "counterexample": (
        "own.toml",
        '[[wording]]\ngroup = "romi"\ntext = "modri kdo"\nexample = "Modri kdo."\ncounterexample = "Modri kdo"\n',
        "its counterexample",
    ),
    "field": ("own.toml", '[[heading]]\nfield = "barva"\nheading = "Barva"\nexample = "Barva"\n', "no field 'barva'"),
    "municipality": ("own.toml", '[[alias]]\nmunicipality = "Nikjer"\nalias = "N"\nexample = "N"\n', "'Nikjer'"),
    "csv without entry": ("own.csv", "group,text\nromi,a\n", "no column 'entry'"),
    "csv cells": ("own.csv", "entry,group\nwording,romi,a\n", "3 cells"),
    "csv kind": ("own.csv", "entry,group\nskupina,romi\n", "no entries 'skupina'"),
    "neither": ("own.txt", "a", "neither .toml nor .csv"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_file_is_named_with_its_place(name: str, tmp_path: Path) -> None:
    file, text, message = WRONG[name]
    own = write(tmp_path / file, "\n" + text if file.endswith("toml") else text)
    with pytest.raises(TaxonomyError) as error:
        rinsearch.analyse(Text("Romi."), taxonomy=own)
    assert message in error.value.message
    assert (error.value.place or "").startswith(file)
    assert error.value.advice
    assert overlay.active() == overlay.NONE, "a wrong file leaves everything as it was"
    assert groups_in("Ukrepi za Rome.") == {"romi"}


def test_the_line_of_a_mistake_is_told() -> None:
    with pytest.raises(TaxonomyError) as error:
        own_terms("own.toml", TERMS + '\n[[wording]]\ngroup = "romi"\ntext = "a"\n')
    assert error.value.place == f"own.toml, line {len(TERMS.splitlines()) + 2}, wording"


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(["a.toml", "a.csv"]), text=st.text(max_size=200) | st.sampled_from([TERMS, CSV, "entry\n"]))
def test_any_text_is_terms_or_an_error_of_ours(name: str, text: str) -> None:
    try:
        found = own_terms(name, text)
    except RinsearchError:
        return
    assert bool(found.terms) == bool(found.added.digest)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "a.toml", tmp_path / "b.toml", tmp_path):
        with pytest.raises(UsageError):
            rinsearch.analyse(Text("a"), taxonomy=path)


def test_terms_travel_to_other_processes_and_hold_for_a_while() -> None:
    own = own_terms("own.toml", TERMS).added
    assert pickle.loads(pickle.dumps(own)) == own
    before = rules_fingerprint()
    with overlay.using(own):
        assert "gozdni-delavci" in target_groups()
        assert rules_fingerprint() == f"{before}-{own.digest}"
        with overlay.using(overlay.NONE):
            assert "gozdni-delavci" not in target_groups()
        assert "gozdni-delavci" in target_groups()
    assert rules_fingerprint() == before


def test_an_index_is_tagged_anew_when_the_terms_change(tmp_path: Path) -> None:
    papers, own = write(tmp_path / "papers" / "nacrt.md", PAPER).parent, write(tmp_path / "own.toml", TERMS)
    with Library(tmp_path / "index") as library:
        library.ingest(papers)
        assert len(library.measures()) == 2
        (papers / "nacrt.md").unlink()  # what was read is kept: it is tagged again without its file
        report = library.rebuild(taxonomy=own)
        assert (report.failed, report.documents) == (0, 1)
        assert [each.number for each in library.measures(target_group="gozdni-delavci")] == ["1.1"]
        assert [each.number for each in library.measures(target_group="brezposelni")] == ["1.1"]
        assert {each["id"] for each in library.groups()} >= {"gozdni-delavci"}
        assert "gozdni delavci" in library.measures()._repr_html_()
        place = library.search("sekači").hits[0].passage.id
        assert "gozdni-delavci" in {tag.value for tag in library.explain(place).passages[0].tags}
    with Library(tmp_path / "index") as again:
        assert find_group("romi") == "romi"
        assert len(again.measures(target_group="gozdni-delavci")) == 1, "the index remembers its terms"
        again.rebuild()
        assert len(again.measures(target_group="gozdni-delavci")) == 1, "what was given last still holds"
        again.rebuild(taxonomy="none")
        assert "gozdni-delavci" not in {each["id"] for each in again.groups()}
    assert owning.of_index(tmp_path / "index") is None


def test_the_file_beside_the_papers_or_in_the_index_is_found(tmp_path: Path) -> None:
    papers, index = write(tmp_path / "papers" / "nacrt.md", PAPER).parent, tmp_path / "index"
    beside = write(papers / "taxonomy.toml", TERMS)
    assert ask("ingest", papers, "--index", index)["added"] == 1, "the file is no paper"
    assert ask("measures", "--target-group", "gozdni-delavci", "--index", index)["total"] == 1
    assert ask("ingest", papers, "--index", index)["unchanged"] == 1
    beside.write_text(TERMS.replace("poklicni sekač", "gozdni mojster").replace("poklicne sekače", "gozdne mojstre"))
    ask("ingest", papers, "--index", index)
    assert ask("measures", "--target-group", "gozdni-delavci", "--index", index)["total"] == 0
    write(index / "taxonomy.toml", TERMS)
    ask("rebuild", "--index", index)
    assert ask("measures", "--target-group", "gozdni-delavci", "--index", index)["total"] == 1
    (index / "taxonomy.toml").unlink()
    beside.unlink()
    ask("ingest", papers, "--index", index)
    assert (
        ask("measures", "--target-group", "gozdni-delavci", "--index", index, code=2)["error"]["code"] == "unknown-name"
    )
    wrong = write(tmp_path / "wrong.toml", "[[barva]]\n")
    assert ask("ingest", papers, "--index", index, "--taxonomy", wrong, code=5)["error"]["code"] == "taxonomy"


def test_two_files_of_own_terms_need_a_choice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name / "nacrt.md", PAPER)
        write(tmp_path / name / "taxonomy.toml", TERMS)
    with Library(tmp_path / "index") as library:
        with pytest.raises(UsageError, match="2 files of own terms"):
            library.ingest(tmp_path / "a", tmp_path / "b")
        assert library.ingest(tmp_path / "a", tmp_path / "b", taxonomy=tmp_path / "a" / "taxonomy.toml").failed == 0


def test_a_broken_copy_of_the_terms_does_not_stop_questions(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers" / "nacrt.md", PAPER).parent
    with Library(tmp_path / "index") as library:
        library.ingest(papers, taxonomy=write(tmp_path / "own.toml", TERMS))
    write(tmp_path / "index" / owning.KEPT, "{")
    with Library(tmp_path / "index") as library:
        assert library.measures()[0].target_groups == ("gozdni-delavci",)
        assert "gozdni-delavci" in library.measures()._repr_html_(), "without its label the id is shown"
