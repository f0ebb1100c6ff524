"""Pictures: well-formed, with a word for each colour, nothing lost, nothing that a paper can put into the SVG."""

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from rinsearch.picture import map_of, matrix_of, timeline_of
from rinsearch.picture.looks import LOOKS, Look, look_of
from rinsearch.picture.svg import cut, wrapped
from rinsearch.records import Basis, CitedPriority, Correction, Status
from rinsearch.taxonomy import municipalities, target_groups
from tests.made import EVIDENCE, EVIL, PAPER, PLAN, council_table, decision, measure, row


def words(svg: str) -> list[str]:
    root = etree.fromstring(svg.encode())
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_map_names_every_municipality_and_its_standing() -> None:
    svg = map_of(council_table())
    said = " ".join(words(svg)).replace("- ", "-")
    for each in council_table().councils:
        assert each.municipality.name.replace(" - ", "-") in said
    assert {"seznanjen", "sprejeto", "zavrnjeno", "preloženo", "umaknjeno", "predlagano"} <= set(words(svg))
    assert said.count("ni dokumenta") == 21 - len(Status) + 1, "each of them, and the legend"


def test_a_tile_of_hearsay_says_so() -> None:
    reported = replace(
        council_table(), councils=(row(municipalities()["109"].ref, Status.ACKNOWLEDGED, Basis.REPORTED),)
    )
    assert "posredno" in words(map_of(reported))


def test_a_contradiction_has_a_sign_a_place_in_the_legend_and_a_tip() -> None:
    found = row(municipalities()["109"].ref, Status.ACKNOWLEDGED)
    flagged = replace(found, conflict=True, contrary=found.decisions[0].id)
    svg = map_of(replace(council_table(), councils=(flagged,)))
    assert words(svg).count("!") == 2
    assert "dokumenti si nasprotujejo: 1" in words(svg)
    assert "nasprotuje: seznanjen, 12. 10. 2017" in svg
    assert "!" not in words(map_of(council_table()))


def test_a_corrected_tile_says_so_and_names_who_said_it() -> None:
    word = Correction(
        PLAN,
        municipalities()["109"].ref,
        Status.ADOPTED,
        None,
        None,
        "A. Vzorec",
        date(2018, 1, 5),
        "sklep",
        None,
        None,
    )
    by_hand = replace(row(word.municipality, None), standing=Status.ADOPTED, basis=Basis.CORRECTED, correction=word)
    svg = map_of(replace(council_table(), councils=(by_hand,)))
    assert "sprejeto, ročno" in " ".join(words(svg))
    assert "A. Vzorec, 5. 1. 2018" in svg


def test_tiles_and_cells_lead_where_they_are_told_to() -> None:
    assert 'href="#m109"' in map_of(council_table(), lambda row: f"#m{row.municipality.code}")
    assert 'href="#romi-1"' in matrix_of([measure(("romi",), "1")], href=lambda group, number: f"#{group}-{number}")
    assert "<a " not in map_of(council_table())


def test_every_count_of_a_picture_leads_where_it_is_told_to() -> None:
    table = replace(council_table(), councils=tuple(replace(each, conflict=True) for each in council_table().councils))
    svgs = (
        map_of(table, lambda row: "#row", lambda words: f"#{words}"),
        matrix_of([measure((), None), measure(("romi",), "1")], href=lambda group, number: f"#{group}-{number}"),
        timeline_of([decision(Status.ADOPTED, None)], undated="#undated"),
    )
    for svg in svgs:
        for each in etree.fromstring(svg.encode()).iterfind(".//{*}text"):
            led = next(each.iterancestors("{*}a"), None) is not None
            assert led or not re.search(r"(?:^|: )\d+$|\d od \d", each.text or ""), each.text


def test_a_measure_for_no_group_has_a_row_so_that_rows_and_sums_agree() -> None:
    svg = matrix_of([measure((), "1"), measure(("romi",), "1")], href=lambda group, number: f"#{group}-{number}")
    assert "brez navedene ciljne skupine" in words(svg)
    assert 'href="#None-1"' in svg
    assert words(svg)[-2:] == ["2", "2"]


@pytest.mark.parametrize("group", ["migranti", "zaporniki", "romi"])
def test_no_name_of_a_group_is_cut(group: str) -> None:
    said = words(matrix_of([measure((group,), "1")]))
    assert target_groups()[group].label_sl in " ".join(said)


def test_a_timeline_without_a_day_says_so_and_one_of_a_day_has_its_month() -> None:
    assert "Med dokumenti ni nobenega dogodka o tem načrtu." in words(timeline_of([]))
    assert not any("2000" in each for each in words(timeline_of([])))
    said = words(timeline_of([decision(Status.ADOPTED, date(2014, 5, 27))]))
    assert {"5. 2014", "6. 2014"} <= set(said)


def test_a_plan_whose_years_are_not_known_is_drawn_by_the_name_of_its_region() -> None:
    acts = [replace(decision(Status.PROPOSED), plan="rin-sv/goriska")]
    assert "Goriška" in words(timeline_of(acts))
    measures = [replace(measure(("romi",), "1"), plan="rin-sv/goriska")]
    assert any(each.startswith("Goriška · ukrepov: 1") for each in words(matrix_of(measures)))


def test_links_of_a_picture_are_read_out_by_their_names() -> None:
    svg = etree.fromstring(map_of(council_table(), lambda row: f"#m{row.municipality.code}"))
    names = [each.get("aria-label") for each in svg.iter("{*}a")]
    assert svg.get("role") == "group"
    assert len(names) == len(council_table().councils)
    assert all(names)


def test_a_picture_without_links_is_one_image() -> None:
    assert etree.fromstring(map_of(council_table())).get("role") == "img"


def test_marks_of_the_timeline_lead_where_they_are_told_to() -> None:
    acts = [decision(Status.PROPOSED), decision(Status.ADOPTED)]
    svg = timeline_of(acts, lambda act: f"papir.pdf#{act.status}")
    assert 'href="papir.pdf#proposed"' in svg
    assert 'href="papir.pdf#adopted"' in svg
    assert "<a " not in timeline_of(acts)


def test_acts_of_one_day_stand_in_the_order_in_which_a_paper_travels() -> None:
    svg = timeline_of([decision(Status.ACKNOWLEDGED), decision(Status.SCHEDULED), decision(Status.PROPOSED)])
    marks = [each for each in words(svg) if each in ("DR", "PR", "SE")]
    assert marks[:3] == ["DR", "PR", "SE"]


@pytest.mark.parametrize("basis", [Basis.REPORTED, Basis.CORRECTED])
def test_a_border_says_that_it_is_not_the_councils_own_paper(basis: Basis) -> None:
    semic = municipalities()["109"].ref
    own, other = (look_of(row(semic, Status.ACKNOWLEDGED, each)) for each in (Basis.OWN, basis))
    assert own.fill == other.fill
    assert own.border != other.border


def test_a_path_that_holds_markup_stays_words() -> None:
    for svg in (map_of(council_table()), timeline_of([decision(Status.ADOPTED)])):
        assert "<script" not in svg
        root = etree.fromstring(svg.encode())
        assert any(EVIL in (title.text or "") for title in root.iter("{http://www.w3.org/2000/svg}title"))


def test_the_matrix_counts_a_measure_for_each_of_its_groups_and_once_in_the_sum() -> None:
    found = [measure(("romi", "otroci"), "1"), measure(("romi",), "1", ("mladi",)), measure(("romi",), None)]
    svg = matrix_of(found, [CitedPriority(PLAN, "1", "Otroci in mladi", (), EVIDENCE, PAPER)])
    tips = re.findall(r"<title>([^<]*: \d+)</title>", svg)
    assert sorted(tips) == [
        "1 Otroci in mladi: 2",
        "Romi: 1 Otroci in mladi: 2",
        "Romi: 3",
        "Romi: brez področja: 1",
        "brez področja: 1",
        "mladi: 1",
        "mladi: 1 Otroci in mladi: 1",
        "otroci: 1",
        "otroci: 1 Otroci in mladi: 1",
        "skupaj: 3",
        "ukrepov: 3",
    ]
    assert words(svg)[-3:] == ["2", "1", "3"]


def test_the_lanes_have_one_mark_for_each_status_and_day() -> None:
    acts = [decision(Status.ACKNOWLEDGED), decision(Status.ACKNOWLEDGED), decision(Status.PROPOSED, date(2017, 9, 1))]
    said = words(timeline_of([*acts, decision(Status.ADOPTED, None)]))
    assert said.count("SE") == 2, "its mark, and the legend"
    assert said.count("PR") == 2
    assert "Brez znanega dne: 1" in said


def test_hearsay_on_a_lane_says_so_and_gives_way_to_the_councils_own_paper() -> None:
    told = replace(decision(Status.ACKNOWLEDGED), reported=True)
    svg = timeline_of([told])
    assert "seznanjen, posredno" in words(svg)
    assert "12. 10. 2017 seznanjen, posredno" in svg
    assert svg.count("stroke-dasharray") == 2, "its mark, and the legend"
    for acts in ([told, decision(Status.ACKNOWLEDGED)], [decision(Status.ACKNOWLEDGED), told]):
        assert "12. 10. 2017 seznanjen, posredno" not in timeline_of(acts)


def test_what_was_taken_back_is_marked_so() -> None:
    assert "RA" in words(timeline_of([decision(Status.WITHDRAWN, revokes="…")]))


def test_without_anything_there_is_still_a_picture() -> None:
    for svg in (map_of(replace(council_table(), councils=())), matrix_of([]), timeline_of([])):
        assert etree.QName(etree.fromstring(svg.encode())).localname == "svg"


@pytest.mark.parametrize("status", [status for status, look in LOOKS.items() if look.fill.startswith("#")])
def test_words_stand_out_from_their_tile(status: Status) -> None:
    look: Look = LOOKS[status]
    light = sorted((luminance(look.fill), luminance(look.ink)))
    assert (light[1] + 0.05) / (light[0] + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_numbers_stand_out_from_their_cell() -> None:
    measures = [
        measure((group,), "1") for number, group in enumerate(("romi", "mladi", "otroci") * 4) for _ in range(number)
    ]
    root = etree.fromstring(matrix_of(measures).encode())
    cells = [(each[1].get("fill", ""), each[2].get("fill", "")) for each in root.iter("{*}g") if len(each) == 3]
    assert len(cells) == 3
    for pair in cells:
        dark, light = sorted(map(luminance, pair))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, pair


def test_sums_of_a_matrix_lead_to_their_group_and_their_priority() -> None:
    found = [measure(("romi", "mladi"), "1"), measure(("romi",), "2"), measure(("romi",), None)]
    named = [CitedPriority(PLAN, "1", "Otroci in mladi", (), EVIDENCE, PAPER)]
    root = etree.fromstring(matrix_of(found, named, "#{}-{}".format).encode())
    links = [(each.get("href"), each.get("aria-label")) for each in root.iter("{*}a")]
    assert {("#romi-*", "Romi: 3"), ("#mladi-*", "mladi: 1"), ("#*-1", "1 Otroci in mladi: 1")} <= set(links)
    assert {("#*-2", "2: 1"), ("#*-None", "brez področja: 1"), ("#*-*", "skupaj: 3")} <= set(links)


def test_the_timeline_names_its_plan() -> None:
    assert "Jugovzhodna Slovenija, 2017–2020" in words(timeline_of([decision(Status.ADOPTED)]))


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_are_broken_and_cut_where_there_is_no_room() -> None:
    assert wrapped("Mokronog - Trebelno", 70, 12) == ("Mokronog-", "Trebelno")
    assert wrapped("", 70, 12) == ("",)
    assert cut("kratko", 200, 12) == "kratko"
    assert cut("Neskončnodolgabesedabrezpresledka", 60, 12).endswith("…")
