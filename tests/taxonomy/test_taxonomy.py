"""The word lists hold what they promise, and the loader says where they do not."""

import datetime
from collections import Counter

import pytest

from rinsearch import taxonomy
from rinsearch.errors import TaxonomyError, UnknownName
from rinsearch.taxonomy import groups, municipality_table
from rinsearch.taxonomy.tables import once, parse_csv, require


def test_there_are_212_municipalities_in_12_regions() -> None:
    assert len(taxonomy.municipalities()) == 212
    assert len(taxonomy.regions()) == 12
    assert {entry.region for entry in taxonomy.municipalities().values()} == set(taxonomy.regions())


def test_centroids_lie_in_slovenia() -> None:
    outside = [
        entry.name
        for entry in taxonomy.municipalities().values()
        if not (45.4 < entry.lat < 46.9 and 13.3 < entry.lon < 16.7)
    ]
    assert not outside


def test_every_form_of_every_name_is_found_also_without_carons_and_in_any_case() -> None:
    for entry in taxonomy.municipalities().values():
        for form in (*entry.cases, *entry.aliases):
            for written in (form, form.upper(), taxonomy.fold(form), f"Občina {form}", f"mestni občini {form}"):
                assert taxonomy.find_municipality(written) == entry.ref, written


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("109", "109"),
        ("1", "001"),
        ("MONM", "085"),
        ("Mokronog – Trebelno", "199"),
        ("Občina Zagorje", "142"),
        ("semiška občina", "109"),
        ("  Novo   mesto, ", "085"),
        ("Capodistria", "050"),
    ],
)
def test_municipalities_are_found_as_people_write_them(written: str, code: str) -> None:
    assert taxonomy.find_municipality(written).code == code


def test_an_unknown_name_comes_back_with_at_most_three_near_ones() -> None:
    with pytest.raises(UnknownName) as caught:
        taxonomy.find_municipality("Semitsch")
    assert "Semič" in caught.value.nearest
    assert len(caught.value.nearest) <= 3
    with pytest.raises(UnknownName, match="target group"):
        taxonomy.find_group("žabe")
    with pytest.raises(UnknownName, match="region"):
        taxonomy.find_region("Istra")
    with pytest.raises(UnknownName):
        taxonomy.find_municipality("")


def test_a_name_that_two_share_is_not_guessed() -> None:
    with pytest.raises(UnknownName):
        taxonomy.find_municipality("šmarska občina")


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("JV", "jugovzhodna"),
        ("JV statistična regija", "jugovzhodna"),
        ("Jugovzhodna Slovenija", "jugovzhodna"),
        ("jugovzhodne statistične regije", "jugovzhodna"),
        ("obalno-kraška", "obalno-kraska"),
        ("Goriško", "goriska"),
        ("SI034", "savinjska"),
        ("notranjsko-kraška regija", "primorsko-notranjska"),
    ],
)
def test_regions_are_found_as_people_write_them(written: str, region: str) -> None:
    assert taxonomy.find_region(written) == region


@pytest.mark.parametrize(
    ("written", "group"),
    [("romi", "romi"), ("Older people", "starejsi"), ("motnje v duševnem razvoju", "motnje-v-dusevnem-razvoju")],
)
def test_groups_are_found_as_people_write_them(written: str, group: str) -> None:
    assert taxonomy.find_group(written) == group


def test_every_wording_that_counts_and_means_one_group_finds_it() -> None:
    wordings = [each for each in taxonomy.group_variants() if each.counts and "/" not in each.text]
    owners = Counter(taxonomy.fold(each.text) for each in wordings)
    for each in wordings:
        if owners[taxonomy.fold(each.text)] == 1:
            assert taxonomy.find_group(each.text) in taxonomy.target_groups()


def test_a_region_had_other_members_before_2015() -> None:
    before, after = datetime.date(2014, 12, 31), datetime.date(2015, 1, 1)
    names = [{each.name for each in taxonomy.members("posavska", day)} for day in (before, after)]
    assert names[1] - names[0] == {"Radeče", "Bistrica ob Sotli"}
    assert "Litija" in {each.name for each in taxonomy.members("osrednjeslovenska", before)}
    assert "Ankaran" not in {each.name for each in taxonomy.members("obalno-kraska", before)}
    assert sum(len(taxonomy.members(region, before)) for region in taxonomy.regions()) == 211
    assert sum(len(taxonomy.members(region)) for region in taxonomy.regions()) == 212


def test_members_stand_in_the_order_of_the_slovene_alphabet() -> None:
    names = [each.name for each in taxonomy.members("jugovzhodna")]
    assert len(names) == 21
    assert names[0] == "Črnomelj"
    assert names.index("Straža") < names.index("Šentjernej") < names.index("Trebnje") < names.index("Žužemberk")


def test_descendants_are_the_group_and_its_children() -> None:
    assert taxonomy.descendants("invalidi") >= {"invalidi", "slepi-slabovidni", "gluhi-naglusni"}
    assert taxonomy.descendants("romi") == {"romi"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Zap. št.", "number"),
        ("Rok izvedbe", "deadline"),
        ("ROK IZVEDBE:", "deadline"),
        ("Vrednost (v EUR)", "amount"),
        ("Finančna sredstva v EUR", "amount"),
        ("ciljna  skupina", "target_group"),
        ("Nosilec", "provider"),
        ("Barva", None),
        ("", None),
    ],
)
def test_columns_are_known_by_their_headings(heading: str, field: str | None) -> None:
    assert taxonomy.column_field(heading) == field


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2017-2020", "2017-2020"),
        ("2017 – 2020", "2017-2020"),
        ("2017/2020", "2017-2020"),
        ("od leta 2017 do leta 2020", "2017-2020"),
        ("od 2014 do 2016", "2014-2016"),
        ("med letoma 2017 in 2020", "2017-2020"),
        ("2020-2017", None),
        ("12017-2020", None),
        ("2017-20201", None),
        ("leta 2017", None),
    ],
)
def test_periods_are_read_in_all_their_forms(text: str, period: str | None) -> None:
    assert taxonomy.period_of(text) == period


def test_every_kind_of_session_is_found_in_its_example() -> None:
    known = taxonomy.session_kinds()
    for kind in taxonomy.toml("sessions.toml")["kinds"]:
        words = taxonomy.fold(kind["example"]).replace("(", " ").replace(")", " ").split()
        assert kind["id"] in {known.get(word) for word in words}


def test_an_adjective_has_its_ten_forms() -> None:
    entry = taxonomy.municipalities()["109"]
    assert entry.adjective == "semiški"
    assert {"semiške", "semiškega", "semiško", "semiškimi"} <= set(entry.adjective_forms)


# --- mistakes in the files --------------------------------------------------------------------------------------------


def test_a_line_with_a_cell_too_many_is_named() -> None:
    with pytest.raises(TaxonomyError, match=r"groups\.csv, line 3"):
        tuple(parse_csv("groups.csv", "id,label\na,A\nb,B,C\n"))


def test_an_empty_file_is_an_error() -> None:
    with pytest.raises(TaxonomyError, match="empty"):
        tuple(parse_csv("groups.csv", ""))


def test_a_code_that_stands_twice_is_named_with_both_lines() -> None:
    table = tuple(parse_csv("names.csv", "code,name\n1,A\n1,B\n"))
    with pytest.raises(TaxonomyError, match=r"names\.csv, line 3: '1' stands in line 2 already"):
        once(table, "code")


def test_a_missing_example_is_named() -> None:
    (row,) = parse_csv("names.csv", "code,example\n1,\n")
    with pytest.raises(TaxonomyError, match=r"line 2: The column 'example' is empty"):
        require(row, "code", "example")


def broken(monkeypatch: pytest.MonkeyPatch, module: object, text: str) -> None:
    monkeypatch.setattr(module, "rows", lambda file: tuple(parse_csv(file, text)))


def test_an_unknown_parent_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, groups, "id,parent,label_sl,label_en,example\na,b,A,A,A\n")
    with pytest.raises(TaxonomyError, match=r"target_groups\.csv, line 2: There is no group 'b'"):
        groups.target_groups.__wrapped__()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nobody,mladi,yes,phrase,,Mladi,", "no target group 'nobody'"),
        ("mladi,mladi,yes,phrase,nobody,Mladi,", "no target group 'nobody'"),
        ("mladi,mladi,yes,mask,,Mladi,", "does not fit"),
        ("mladi,mladi,no,phrase,,Mladi,", "does not fit"),
        ("mladi,mladi,yes,word,,Mladi,", "does not fit"),
        ("mladi,mladi,yes,phrase,,,", "'example' is empty"),
    ],
)
def test_a_wrong_wording_is_named(monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    assert taxonomy.target_groups()  # kept before the tables are broken
    broken(monkeypatch, groups, f"group,text,counts,kind,also,example,note\n{line}\n")
    with pytest.raises(TaxonomyError, match=message):
        groups.group_variants.__wrapped__()


def test_a_municipality_in_no_region_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    heading = (
        "code,name,region,urban,urban_since,lat,lon,genitive,dative,accusative,locative,instrumental,other_forms,"
        "adjectives,short,aliases,example,counterexample"
    )
    line = "999,A,atlantska,0,,46,15,A,A,A,A,A,,a,,,Občina A,"
    broken(monkeypatch, municipality_table, f"{heading}\n{line}\n")
    with pytest.raises(TaxonomyError, match=r"municipalities\.csv, line 2: There is no region 'atlantska'"):
        municipality_table.municipalities.__wrapped__()
