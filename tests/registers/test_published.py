"""What is built on the council table: corrections, days past, coverage, gaps, comparisons, changes."""

from dataclasses import fields, replace
from datetime import date

import pytest

from rinsearch.records import (
    Basis,
    CitedMeasure,
    CitedPriority,
    Correction,
    CouncilRow,
    DocumentKind,
    Evidence,
    Fate,
    GroupCount,
    Measure,
    Municipality,
    PlanMention,
    Priority,
    Reason,
    Session,
    SessionKind,
    Status,
    Vote,
    VoteForm,
)
from rinsearch.registers import (
    Narrowing,
    Understood,
    changes,
    compare,
    corrected,
    councils,
    coverage,
    gaps,
    narrowed,
    unknown_rows,
)
from rinsearch.taxonomy.overlay import Overlay, using
from tests.made import EVIDENCE, PAPER, measure
from tests.registers.test_councils import ACKNOWLEDGED, DECEMBER, OCTOBER, PLAN, SEMIC, SEPTEMBER, paper

EARLIER = "rin-sv/jugovzhodna/2014-2016"


def word(standing: Status | None, found: Status | None, **changes: object) -> Correction:
    made = Correction(
        PLAN, SEMIC, standing, OCTOBER, "21. redna", "A. Vzorec", date(2018, 1, 5), "po zapisniku", None, found
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def semic(papers: list[Understood], *words: Correction) -> CouncilRow:
    table = corrected(councils(PLAN, papers), words)
    return next(row for row in table.councils if row.municipality == SEMIC)


# --- a person's word --------------------------------------------------------------------------------------------------


def test_a_correction_gives_the_row_and_says_so() -> None:
    row = semic([paper("a", (Status.PROPOSED, SEPTEMBER))], word(Status.ACKNOWLEDGED, Status.PROPOSED))
    assert (row.standing, row.basis, row.took_note, row.date) == (Status.ACKNOWLEDGED, Basis.CORRECTED, True, OCTOBER)
    assert row.correction
    assert row.decisions[0].status == Status.PROPOSED, "what the papers show stays to be seen"
    assert not row.conflict


def test_totals_follow_corrections() -> None:
    table = corrected(councils(PLAN, []), [word(Status.ADOPTED, None)])
    assert (table.took_note, table.standings) == (1, {"adopted": 1})


def test_the_latest_word_counts() -> None:
    later = word(Status.REJECTED, None, on=date(2018, 2, 1))
    assert semic([], later, word(Status.ADOPTED, None)).standing == Status.REJECTED


def test_a_word_on_another_plan_changes_nothing() -> None:
    assert semic([], word(Status.ADOPTED, None, plan=EARLIER)).standing is None


def test_new_papers_never_overwrite_a_word_but_flag_it() -> None:
    row = semic([paper("a", (Status.REJECTED, DECEMBER))], word(Status.ACKNOWLEDGED, Status.PROPOSED))
    assert (row.standing, row.conflict) == (Status.ACKNOWLEDGED, True)


def test_a_request_found_later_contradicts_nobody() -> None:
    assert not semic([paper("a", (Status.REQUESTED, SEPTEMBER))], word(Status.ACKNOWLEDGED, None)).conflict


def test_papers_that_come_to_agree_are_no_contradiction() -> None:
    assert not semic([paper("a", ACKNOWLEDGED)], word(Status.ACKNOWLEDGED, Status.PROPOSED)).conflict


def test_procedure_and_earlier_sessions_contradict_no_word_of_substance() -> None:
    said = word(Status.ACKNOWLEDGED, None, date=OCTOBER)
    for status, day in ((Status.POSTPONED, DECEMBER), (Status.WITHDRAWN, SEPTEMBER), (Status.REJECTED, SEPTEMBER)):
        assert not semic([paper("a", (status, day))], said).conflict, status
    row = semic([paper("a", (Status.REJECTED, DECEMBER))], said)
    assert (row.conflict, row.contrary) == (True, row.decisions[0].id), "with what, is told"
    assert semic([paper("a", ACKNOWLEDGED)], word(Status.POSTPONED, None)).conflict


def test_a_person_can_say_that_nothing_is_there_and_that_it_was_revoked() -> None:
    row = semic([paper("a", ACKNOWLEDGED)], word(None, Status.ACKNOWLEDGED, nothing=True, date=None))
    assert (row.standing, row.took_note, row.basis, row.conflict) == (None, False, Basis.CORRECTED, False)
    row = semic([paper("a", ACKNOWLEDGED)], word(Status.WITHDRAWN, Status.ACKNOWLEDGED, revoked=True))
    assert (row.revoked, row.took_note) == (True, False)
    assert corrected(councils(PLAN, []), [word(Status.WITHDRAWN, None, revoked=True)]).revoked == 1


def test_a_confirmed_request_that_is_put_on_an_agenda_is_no_contradiction() -> None:
    assert not semic([paper("a", (Status.SCHEDULED, OCTOBER))], word(None, Status.REQUESTED)).conflict
    assert semic([paper("a", ACKNOWLEDGED)], word(None, Status.PROPOSED)).conflict


def test_a_confirmation_keeps_the_row_and_flags_what_changes_later() -> None:
    confirmed = word(None, Status.ACKNOWLEDGED)
    row = semic([paper("a", ACKNOWLEDGED)], confirmed)
    assert (row.standing, row.basis, row.conflict, row.correction) == (*ACKNOWLEDGED[:1], Basis.OWN, False, confirmed)
    assert semic([paper("a", (Status.REJECTED, DECEMBER))], confirmed).conflict


def test_a_word_on_a_municipality_of_another_region_is_told() -> None:
    astray = word(Status.ADOPTED, None, municipality=Municipality("002", "Beltinci"))
    assert unknown_rows(councils(PLAN, []), [astray, word(None, None)]) == (astray,)


# --- as the documents stood -------------------------------------------------------------------------------------------


def dated(each: Understood, day: date | None) -> Understood:
    return replace(each, info=replace(each.info, date=day))


def test_a_table_of_a_day_past_knows_nothing_of_later_papers() -> None:
    papers = [
        dated(paper("a", (Status.PROPOSED, SEPTEMBER)), SEPTEMBER),
        dated(paper("b", ACKNOWLEDGED), date(2017, 11, 9)),
        dated(paper("c", (Status.REJECTED, SEPTEMBER)), None),
    ]
    assert councils(PLAN, papers, OCTOBER).standings == {"proposed": 1}
    assert councils(PLAN, papers, date(2017, 11, 9)).standings == {"acknowledged": 1}


# --- coverage ---------------------------------------------------------------------------------------------------------


def sitting(name: str, number: int, day: date, kind: SessionKind | None = SessionKind.REDNA) -> Understood:
    made = paper(name)
    analysis = replace(made.analysis, session=Session(number, kind, day))
    return Understood(replace(made.info, date=day), analysis)


def test_the_sessions_between_those_seen_are_missing() -> None:
    papers = [
        paper("r", (Status.REQUESTED, SEPTEMBER)),
        sitting("early", 17, date(2017, 6, 1)),
        sitting("a", 19, date(2017, 9, 28)),
        sitting("b", 22, date(2017, 12, 14)),
        sitting("b2", 22, date(2017, 12, 14)),
        sitting("c", 5, date(2017, 11, 2), SessionKind.IZREDNA),
    ]
    row = next(each for each in coverage(councils(PLAN, papers), papers) if each.municipality == SEMIC)
    assert [each.number for each in row.sessions] == [19, 5, 22]
    assert row.missing == (20, 21)
    assert (row.since, row.until) == (SEPTEMBER, date(2017, 12, 14))


def test_a_session_of_unknown_kind_fills_a_gap_and_spans_none() -> None:
    papers = [sitting("a", 3, date(2017, 10, 1), None), sitting("b", 18, date(2017, 10, 9))]
    papers += [sitting("c", 19, date(2017, 11, 1), None), sitting("d", 21, date(2017, 12, 1))]
    row = next(each for each in coverage(councils(PLAN, papers), papers) if each.municipality == SEMIC)
    assert row.missing == (20,)


@pytest.mark.parametrize(("day", "seen"), [(None, [22]), (date(2017, 11, 28), [22]), (date(2021, 11, 28), [22, 22])])
def test_a_memo_for_a_session_is_no_second_session(day: date | None, seen: list[int]) -> None:
    memo = sitting("m", 22, date(2017, 11, 28), None)
    memo = Understood(replace(memo.info, date=day), replace(memo.analysis, session=Session(22, None, None)))
    papers = [memo, sitting("a", 22, date(2017, 12, 14))]
    row = next(each for each in coverage(councils(PLAN, papers), papers) if each.municipality == SEMIC)
    assert [each.number for each in row.sessions] == seen


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("ZAPISNIK 19. seje Odbora za družbene dejavnosti", (19,)),
        ("Vabilo na 19. sejo Komisije za mandatna vprašanja", (19,)),
        ("Vabilo na 19. redno sejo Statutarno-pravne komisije", (19,)),
        ("Zapisnik 19. seje Sveta za preventivo v prometu", (19,)),
        ("ZAPISNIK 19. seje Občinskega sveta Občine Semič", ()),
        (None, ()),
    ],
)
def test_a_committees_session_is_none_of_the_councils(title: str | None, missing: tuple[int, ...]) -> None:
    committee = sitting("o", 19, date(2017, 10, 10), None)
    committee = replace(committee, info=replace(committee.info, title=title))
    papers = [sitting("a", 18, date(2017, 10, 1)), committee, sitting("b", 20, date(2017, 12, 1))]
    row = next(each for each in coverage(councils(PLAN, papers), papers) if each.municipality == SEMIC)
    assert row.missing == missing
    assert row.papers == 3, "it is one of the municipality's papers all the same"


def test_a_new_term_of_office_begins_to_count_anew() -> None:
    papers = [sitting("a", 31, date(2018, 9, 20)), sitting("b", 2, date(2019, 1, 17))]
    row = next(each for each in coverage(councils(PLAN, papers), papers) if each.municipality == SEMIC)
    assert row.missing == ()


def test_a_council_without_papers_has_no_sessions() -> None:
    rows = coverage(councils(PLAN, []), [])
    assert len(rows) == 21
    assert not any(each.sessions or each.missing or each.papers for each in rows)


# --- gaps and comparisons ---------------------------------------------------------------------------------------------


def plain(cited: CitedMeasure, id: str, plan: str) -> Measure:
    values = {field.name: getattr(cited, field.name) for field in fields(Measure)}
    return Measure(**{**values, "id": id, "plan": plan})


def plan_paper(plan: str, *measures: CitedMeasure, groups: tuple[str, ...] = ()) -> Understood:
    name = plan.replace("/", "")
    made = paper(name)
    own = tuple(plain(each, f"{name}.m{number}", plan) for number, each in enumerate(measures, 1))
    titles = (("1", "Starejši", ("starejsi",)), ("2", "Brezdomci", ("brezdomci",)))
    analysis = replace(
        made.analysis,
        kind=DocumentKind.PLAN,
        plans=(PlanMention(plan, "jugovzhodna", plan[-9:]),),
        measures=own,
        priorities=tuple(Priority(plan, number, title, each, EVIDENCE) for number, title, each in titles),
        target_groups=tuple(GroupCount(each, 2) for each in groups),
    )
    return Understood(replace(made.info, kind=DocumentKind.PLAN), analysis)


def test_groups_and_priorities_without_a_measure_are_gaps() -> None:
    papers = [plan_paper(PLAN, measure(("demenca",), "1"), groups=("starejsi", "demenca", "romi", "ranljive-skupine"))]
    asked: list[tuple[str, str]] = []

    def find(document: str, group: str) -> Evidence | None:
        asked.append((document, group))
        return EVIDENCE

    found = gaps(councils(PLAN, papers), papers, find)
    assert [each.id for each in found.target_groups] == ["brezdomci", "romi"]
    assert found.target_groups[0].priorities == ("Brezdomci",)
    assert [group for _, group in asked] == ["brezdomci", "romi"]
    assert [each.title for each in found.priorities] == ["Brezdomci"]
    assert len(found.municipalities) == 21


def test_a_measure_under_a_priority_of_one_group_serves_it_whomever_it_names_too() -> None:
    papers = [plan_paper(PLAN, measure(("mladi",), "2"), groups=("brezdomci", "starejsi"))]
    found = gaps(councils(PLAN, papers), papers, lambda document, group: None)
    assert [each.id for each in found.target_groups] == ["starejsi"]


def test_without_the_plan_no_group_is_said_to_be_missing() -> None:
    found = gaps(councils(PLAN, []), [], lambda document, group: None)
    assert (found.document, found.target_groups, found.measures) == (None, (), 0)


def measures_of(*texts: str, groups: tuple[str, ...] = ("starejsi",)) -> list[CitedMeasure]:
    return [replace(measure(groups, "1"), text=text) for text in texts]


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [
        ("Širitev mreže pomoči na domu", "Širitev mreže pomoči na domu", Fate.KEPT),
        ("Širitev mreže pomoči na domu", "Mrežo pomoči na domu širimo", Fate.KEPT),
        ("Širitev mreže pomoči na domu za starejše", "Pomoč na domu za starejše ob koncu tedna", Fate.CHANGED),
    ],
)
def test_a_measure_is_known_again(before: str, after: str, fate: Fate) -> None:
    papers = [plan_paper(EARLIER, *measures_of(before)), plan_paper(PLAN, *measures_of(after))]
    found = compare(EARLIER, PLAN, papers)
    assert [each.fate for each in found.pairs] == [fate]
    assert found.pairs[0].before
    assert found.pairs[0].after


def test_what_has_nothing_in_common_is_dropped_and_new() -> None:
    papers = [
        plan_paper(EARLIER, *measures_of("Varna hiša za ženske", groups=("zenske",))),
        plan_paper(PLAN, *measures_of("Zavetišče za brezdomce", groups=("brezdomci",))),
    ]
    found = compare(EARLIER, PLAN, papers)
    assert [each.fate for each in found.pairs] == [Fate.DROPPED, Fate.NEW]
    assert (found.kept, found.changed, found.new, found.dropped) == (0, 0, 1, 1)


def test_a_measure_is_the_successor_of_one_only() -> None:
    papers = [
        plan_paper(EARLIER, *measures_of("Pomoč na domu", "Pomoč na domu za starejše")),
        plan_paper(PLAN, *measures_of("Pomoč na domu za starejše")),
    ]
    fates = {each.before.text: each.fate for each in compare(EARLIER, PLAN, papers).pairs if each.before}
    assert fates == {"Pomoč na domu": Fate.DROPPED, "Pomoč na domu za starejše": Fate.KEPT}


# --- changes ----------------------------------------------------------------------------------------------------------


def test_a_table_differs_from_itself_in_nothing() -> None:
    table = councils(PLAN, [paper("a", ACKNOWLEDGED)])
    assert changes(table, table, {"a"}, {"a"}) == ()


def test_a_new_paper_is_why_a_row_differs() -> None:
    before = councils(PLAN, [paper("a", (Status.PROPOSED, OCTOBER))])
    now = councils(PLAN, [paper("a", (Status.PROPOSED, OCTOBER)), paper("b", ACKNOWLEDGED)])
    found = changes(before, now, {"a"}, {"a", "b"})
    assert [(each.what, each.before, each.now) for each in found] == [
        ("standing", "proposed", "acknowledged"),
        ("took_note", "false", "true"),
        ("took_note", "0", "1"),
    ]
    assert (found[0].why, found[0].cause) == (Reason.NEW_PAPER, "b.txt, str. 1"), "which one"
    assert found[-1].municipality is None


def test_a_gone_paper_other_rules_and_a_word_are_told_apart() -> None:
    acknowledged, proposed = councils(PLAN, [paper("a", ACKNOWLEDGED)]), councils(PLAN, [])
    assert changes(acknowledged, proposed, {"a"}, set())[0].why == Reason.GONE_PAPER
    assert changes(acknowledged, proposed, {"a"}, {"a"})[0].why == Reason.OTHER_READING
    by_hand = corrected(acknowledged, [word(Status.REJECTED, Status.ACKNOWLEDGED)])
    by_hand_now = changes(acknowledged, by_hand, {"a"}, {"a"})[0]
    assert (by_hand_now.why, by_hand_now.cause) == (Reason.WORD, "A. Vzorec, 2018-01-05")


def test_a_confirmation_is_told_and_is_not_why_a_paper_changed_the_row() -> None:
    before = councils(PLAN, [paper("a", (Status.PROPOSED, OCTOBER))])
    confirmed = word(None, Status.PROPOSED)
    only = changes(before, corrected(before, [confirmed]), {"a"}, {"a"})
    assert [(each.what, each.now, each.why) for each in only] == [("word", "A. Vzorec, 2018-01-05", Reason.WORD)]
    now = corrected(councils(PLAN, [paper("a", (Status.PROPOSED, OCTOBER)), paper("b", ACKNOWLEDGED)]), [confirmed])
    assert {each.why for each in changes(before, now, {"a"}, {"a", "b"}) if each.municipality} == {Reason.NEW_PAPER}


def test_an_earlier_snapshot_of_what_was_revoked_is_no_change() -> None:
    now = councils(PLAN, [paper("a", (Status.WITHDRAWN, OCTOBER), revokes="sklep")])
    rows = tuple(replace(row, revoked=False, contrary=None) for row in now.councils)
    assert changes(replace(now, councils=rows), now, {"a"}, {"a"}) == ()


def test_the_same_standing_by_another_page_is_a_change_of_evidence() -> None:
    before, now = councils(PLAN, [paper("a", ACKNOWLEDGED)]), councils(PLAN, [paper("b", ACKNOWLEDGED)])
    found = changes(before, now, {"a"}, {"b"})
    assert [each.what for each in found] == ["evidence"]
    assert (found[0].before, found[0].now) == ("a.txt, str. 1: a", "b.txt, str. 1: a")


def test_another_vote_session_or_case_number_is_told() -> None:
    session, vote = Session(21, SessionKind.REDNA, OCTOBER), Vote(VoteForm.COUNTED, 19, 0)
    before = councils(PLAN, [paper("a", ACKNOWLEDGED, session=session, vote=vote)])
    other = councils(PLAN, [paper("a", ACKNOWLEDGED, session=None, vote=Vote(VoteForm.UNANIMOUS))])
    now = replace(other, councils=tuple(replace(row, case_number="122-1/2017") for row in other.councils[:1]))
    found = {each.what: (each.before, each.now) for each in changes(before, other, {"a"}, {"a"})}
    assert found == {
        "session": ("21/redna", None),
        "vote": ("for=19 against=0 abstained= present=", "unanimous"),
    }
    assert ("case_number", None, "122-1/2017") in {
        (each.what, each.before, each.now) for each in changes(other, now, {"a"}, {"a"})
    }


# --- narrowing measures -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "left"),
    [
        (Narrowing(), 2),
        (Narrowing(until=date(2018, 12, 31)), 1),
        (Narrowing(until=date(2018, 12, 30)), 0),
        (Narrowing(since=date(2019, 1, 1)), 0),
        (Narrowing(priority="1"), 1),
        (Narrowing(priority="brezdom"), 1),
        (Narrowing(priority="3"), 0),
        (Narrowing(provider="csd vzorcni"), 2),
        (Narrowing(provider="center za socialno delo vzorčni"), 2),
        (Narrowing(provider="Center za socialno delo"), 2),
        (Narrowing(provider="Zavod za zaposlovanje"), 0),
        (Narrowing(provider="občina"), 0),
        (Narrowing(without="deadline"), 0),
        (Narrowing(without="indicator"), 2),
        (Narrowing(own={PLAN: PAPER.id}), 2),
        (Narrowing(own={PLAN: "another"}), 0),
        (Narrowing(own={EARLIER: "another"}), 2),
    ],
)
def test_measures_are_narrowed_by_deadline_priority_and_provider(by: Narrowing, left: int) -> None:
    found = [measure(("romi",), "1"), replace(measure(("romi",), "2"), until=None, deadline="sproti")]
    named = (("1", "Starejši"), ("2", "Brezdomci"))
    titles = [CitedPriority(PLAN, number, title, (), EVIDENCE, PAPER) for number, title in named]
    assert len(narrowed(found, titles, by)) == left


@pytest.mark.parametrize(
    ("asked", "named", "found"),
    [
        ("ZRSZ", "Zavod RS za zaposlovanje, Območna služba Kočevje", True),
        ("zavod za zaposlovanje", "ZRSZ", True),
        ("center za socialno delo", "CSD Trebnje", True),
        ("CSD", "Centru Sonce Dobrova", False),
        ("župnijska karitas", "Škofijska karitas Novo mesto", False),
        ("karitas", "Škofijska karitas Novo mesto", True),
        ("zavod RS", "Zavod RS za zaposlovanje", True),
        ("skupnost CS", "Skupnost CSD", True),
        ("zavod RS", "Zavod za gozdove", False),
    ],
)
def test_a_provider_is_found_by_its_abbreviation_and_by_its_name(asked: str, named: str, found: bool) -> None:
    carried = replace(measure(("romi",), "1"), providers=(named,))
    assert bool(narrowed([carried], [], Narrowing(provider=asked))) == found


def test_a_provider_of_ones_own_terms_is_found_by_its_abbreviation_while_they_hold() -> None:
    carried = replace(measure(("romi",), "1"), providers=("Tihožitje Dolnji Vrh",))
    entry = {"name": "Tihožitje Dolnji Vrh", "kind": "society", "abbreviations": ["TDV"]}
    proof = {"example": "Izvaja Tihožitje Dolnji Vrh.", "counterexample": "Slikali so tihožitje."}
    own = Overlay("one's own", entries={"organisations.toml": {"name": ({**entry, **proof},)}})
    assert not narrowed([carried], [], Narrowing(provider="TDV"))
    with using(own):
        assert narrowed([carried], [], Narrowing(provider="TDV"))
    assert not narrowed([carried], [], Narrowing(provider="TDV"))
