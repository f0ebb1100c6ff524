"""Proposals that were carried as they were made: "Predlog A: Svet se seznani … ZA: 27. Predlog A je izglasovan.".

What somebody proposes stays a proposal, whatever is voted on afterwards. It becomes the decision only where the words
right behind it say that this proposal was carried, or where it has a letter, and the item says so of that letter. What
who holds the chair or lays the paper before the council proposes is what is voted on, if a vote stands right behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rinsearch.clauses import sentences
from rinsearch.compose.acts.acts import Act
from rinsearch.compose.ballots.motions import Sentence
from rinsearch.compose.paper import COUNCIL, tags_between
from rinsearch.compose.plans.topics import item_number
from rinsearch.compose.verbs.verbs import DECIDING, SUBSTANCE, Context
from rinsearch.compose.votes import carried, is_other_vote, join_votes, outcome_in
from rinsearch.records import EventStatus, Tag
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.words import order_of

REACH = 10  # passages of an item: two texts, and a vote on each
LISTED_REACH = 24  # passages behind a proposal in a list: the others, a table of who voted how, and the results
LAST = 6  # the highest number by which a proposal is called
NEAR = 3  # sentences behind a proposal without a letter: "Glasovanje.", "Za 12.", "Predlog je sprejet."


def proposal_voted(context: Context, act: Act) -> Sentence | None:
    """The sentence that says what became of a proposal, with the votes on it; ``None`` where none does.

    What has a letter among others is only asked for where it was carried.
    """
    if act.status != EventStatus.PROPOSED or act.verb.says not in SUBSTANCE or act.reported:
        return None
    if context.paper.kind not in DECIDING or context.paper.body != COUNCIL:
        return None
    behind = list(_behind(context, act))
    if label := _label(context, act):
        return _of_label(label, behind)
    proposing = _proposing(act)
    if phrase("committee-proposes").search(proposing):
        return _put_to_council(act, behind)
    near = behind[:NEAR]
    put = phrase("chair-proposes").search(proposing) and not act.verb.is_past  # "…, ker se je svet že seznanil"
    return _right_behind(near) or (_voted_at_once(near) if put else None)


def _label(context: Context, act: Act) -> str | None:
    """The letter or number under which a proposal stands among others: "Predlog A:", "Različica 2:"."""
    verb = act.verb
    own = verb.passage.text[verb.sentence.start : verb.start].rpartition(":")  # "Predlog A: svet se seznani."
    lead = verb.sentence.lead or "".join(own[:2]) or context.above(verb.passage)
    lead = lead or next(iter(verb.passage.section[-1:]), "")
    found = phrase("proposal-labelled").search(lead)
    return found["label"].lower() if found else _number_in_list(context, act)


def _number_in_list(context: Context, act: Act) -> str | None:
    """The number of a proposal in a list of several: "Na glasovnici sta bila predloga: 1. … 2. …"."""
    passage = act.verb.passage
    return item_number(passage) if phrase("proposals-listed").search(context.above(passage)) else None


def _called(sentence: Sentence) -> list[str]:
    """The letters and numbers by which a sentence calls proposals: "Predlog A", "1. predlog", "prvi predlog"."""
    found = phrase("proposal-called").finditer(sentence.text)
    return [(each["label"] or each["number"] or str(order_of(each["order"], LAST))).lower() for each in found]


def is_called_by_label(context: Context, act: Act) -> bool:
    """Whether the votes behind a proposal say by its letter, or that of another, of which proposal each is."""
    if act.status != EventStatus.PROPOSED or _label(context, act) is None:
        return False
    called = (each for each in _behind(context, act) if phrase("proposal-called").search(each.text))
    return any(each.votes or _outcome(each) for each in called)


def _proposing(act: Act) -> str:
    return f"{act.verb.sentence.lead} {act.verb.passage.text[act.verb.sentence.start : act.verb.start]}"


def _of_label(label: str, behind: Sequence[Sentence]) -> Sentence | None:
    """What is said of the proposal with a letter, wherever it stands in the item."""
    before: tuple[Tag, ...] = ()
    for sentence in behind:
        named = _called(sentence)
        result = _result(sentence, before) if named == [label] else None
        if result is not None:
            return result if is_won(result) else None
        before = sentence.votes or before
        if named and named != [label]:
            before = ()
    return None


def _right_behind(behind: Sequence[Sentence]) -> Sentence | None:
    """What is said of a proposal in the next words: its vote, and that it was carried."""
    before: tuple[Tag, ...] = ()
    for sentence in behind:
        if phrase("proposal-result").match(sentence.text) or _ends_with_result(sentence):
            return _result(sentence, before)
        if not (sentence.votes or phrase("voting-opened").fullmatch(sentence.text)):
            return None
        before = sentence.votes or before
    return None


def _put_to_council(act: Act, behind: Sequence[Sentence]) -> Sentence | None:
    """The vote on what a committee proposes, where the council is said to vote on it, or a paragraph gives its result.

    As in "Odbor predlaga, da se svet seznani. Župan je dal predlog na glasovanje. Sklep je bil sprejet (11 za)."; what
    stands right behind in the same paragraph may be the committee's own vote.
    """
    for number, sentence in enumerate(behind[:NEAR]):
        resolves = tags_between(sentence.passage, "decision", sentence.start, sentence.end)
        if phrase("put-to-council").search(sentence.text) and not resolves:
            following = behind[number + 1 : number + 1 + NEAR]
            return _right_behind(following) or _voted_at_once(following)
        if is_other_vote(sentence.text) or phrase("committee-proposes").search(sentence.text):
            return None
        if _is_own_paragraph(act, sentence) and phrase("bare-result").match(sentence.text):
            return sentence if outcome_in(sentence.text) else None
        if resolves:
            return None
    return None


def _is_own_paragraph(act: Act, sentence: Sentence) -> bool:
    """Whether a sentence with a vote begins a paragraph behind a proposal in the present: "Odbor predlaga, da …"."""
    apart = sentence.passage.id != act.verb.passage.id and not sentence.start
    return apart and bool(sentence.votes) and not phrase("past").search(act.verb.governor)


def _voted_at_once(behind: Sequence[Sentence]) -> Sentence | None:
    """The vote on what the chair proposes, though nobody calls it a proposal: "Za 12, proti 1. Sklep je sprejet."."""
    before: Sentence | None = None
    for sentence in behind:
        if phrase("bare-result").match(sentence.text) and outcome_in(sentence.text):
            return sentence._replace(votes=sentence.votes or (before.votes if before else ()))
        if not (_only_votes(sentence) or phrase("voting-opened").fullmatch(sentence.text)):
            return before
        before = sentence if sentence.votes else before
    return before


def _only_votes(sentence: Sentence) -> bool:
    """Whether it tells how was voted, and of no matter: "Za je glasovalo 11 svetnikov, proti je bil 1."."""
    about = phrase("says-motion").search(sentence.text) or phrase("business").search(sentence.text)
    resolves = tags_between(sentence.passage, "decision", sentence.start, sentence.end)
    return bool(sentence.votes) and not (about or resolves or is_other_vote(sentence.text))


def _ends_with_result(sentence: Sentence) -> bool:
    """ "Za je bilo 9 članov, proti 4, zato je predlog sprejet." """
    said = phrase("says-motion").search(sentence.text) and not phrase("says-resolution").search(sentence.text)
    return bool(sentence.votes and said and outcome_in(sentence.text))


def _result(sentence: Sentence, before: tuple[Tag, ...]) -> Sentence | None:
    """A sentence that says what became of a proposal, with the votes in it or else those before it."""
    vote, settled = join_votes(sentence.votes), _outcome(sentence) is not None
    if vote and vote.against is None and not settled and phrase("votes-got-alone").search(sentence.text):
        return None  # "Njen predlog je dobil 6 glasov.": of how many?
    told = settled or bool(vote)
    return sentence._replace(votes=sentence.votes or before) if told else None


def is_won(result: Sentence) -> bool:
    """Whether a proposal was carried, by the words or the votes."""
    vote = join_votes(result.votes)
    won = carried(vote) if vote else None
    outcome = _outcome(result)
    return outcome != "rejected" and (won is True or (won is None and outcome == "accepted"))


def _outcome(sentence: Sentence) -> str | None:
    """What a sentence says of the proposal, whatever it calls it: "Različica B ni bila izglasovana"."""
    return outcome_in(phrase("proposal-called").sub("Predlog", sentence.text)) or outcome_in(sentence.text)


def _behind(context: Context, act: Act) -> Iterator[Sentence]:
    """The sentences of the item behind a proposal."""
    passage, end = act.verb.passage, act.verb.sentence.end
    heading, here = context.topics[passage.id].heading, context.position(passage)
    listed = _number_in_list(context, act) is not None  # "Na glasovnici sta bila predloga:" and below them "UGOTOVITEV"
    for each in context.paper.passages[here : here + 1 + (LISTED_REACH if listed else REACH)]:
        if context.topics[each.id].heading is not heading and not listed:
            return
        for part in sentences(each.text):
            if each.id == passage.id and part.start < end:
                continue
            yield Sentence(each, part.start, part.end, tags_between(each, "vote", part.start, part.end))
