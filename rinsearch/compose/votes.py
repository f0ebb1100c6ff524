"""Votes and results of votes, as tags and sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rinsearch.records import Tag, Vote, VoteForm
from rinsearch.sieve import Sieve
from rinsearch.taxonomy import toml
from rinsearch.taxonomy.numerals import number_of, numbers
from rinsearch.taxonomy.phrases import phrase
from rinsearch.taxonomy.wordings import Outcome, outcomes

_WORD = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"(for|against|abstained|present)=(\d+)")


def parse_vote(value: str) -> Vote:
    """A vote from a tag's value.

    >>> parse_vote("for=25 against=0 abstained= present=")
    Vote(form=<VoteForm.COUNTED: 'counted'>, for_=25, against=0, abstained=None, present=None)
    >>> parse_vote("unanimous").form.value
    'unanimous'
    """
    counts = {name: int(number) for name, number in _COUNT.findall(value)}
    if "without_vote" in value:
        form = VoteForm.WITHOUT_VOTE
    elif "unanimous" in value:
        form = VoteForm.UNANIMOUS
    else:
        form = VoteForm.COUNTED
    return Vote(form, counts.get("for"), counts.get("against"), counts.get("abstained"), counts.get("present"))


def join_votes(tags: tuple[Tag, ...]) -> Vote | None:
    """One vote from neighbouring tags ("soglasno" and "za 12" are the same vote)."""
    if not tags:
        return None
    votes = [parse_vote(tag.value) for tag in tags]
    counted = [vote for vote in votes if vote.form == VoteForm.COUNTED]
    whole = (vote for vote in counted if vote.for_ is not None)  # "brez glasu proti sprejet (ZA: 12, PROTI: 0)"
    return next(whole, None) or next(iter(counted), votes[0])


def is_counted(tag: Tag) -> bool:
    """Whether a tag gives the counts of a vote."""
    return parse_vote(tag.value).form == VoteForm.COUNTED


def carried(vote: Vote) -> bool | None:
    """Whether the vote passed; ``None`` where the counts do not say.

    >>> carried(Vote(VoteForm.COUNTED, 3, 9))
    False
    """
    if vote.form == VoteForm.UNANIMOUS:
        return True
    if vote.for_ is None or vote.form == VoteForm.WITHOUT_VOTE:
        return None
    return vote.for_ > (vote.against or 0)


def is_other_vote(text: str) -> bool:
    """Whether a vote is about procedure, an amendment or a counter-proposal, not about the resolution itself.

    >>> is_other_vote("Glasovanje o proceduralnem predlogu: 9 za, 3 proti."), is_other_vote("Za sklep je glasovalo 12.")
    (True, False)
    """
    return bool(phrase("other-vote").search(text))


def about_others(statements: Sequence[str]) -> list[bool]:
    """For each sentence whether its vote is another one's: by its own words, else by those of its neighbours.

    >>> about_others(["Podan je proceduralni predlog.", "Za 6, proti 12.", "Za sklep je glasovalo 12."])
    [True, True, False]
    """
    others = [is_other_vote(text) for text in statements]
    own = [bool(phrase("own-vote").search(text) or phrase("own-vote-in-whole").match(text)) for text in statements]
    beside = [any(others[max(0, at - 1) : at + 2]) for at in range(len(others))]
    return [other or (near and not mine) for other, near, mine in zip(others, beside, own, strict=True)]


def is_repeated(text: str) -> bool:
    """Whether a vote was taken again, so that the one before it does not count.

    >>> is_repeated("Ponovljeno glasovanje: ZA 23"), is_repeated("Glasovanje: ZA 23")
    (True, False)
    """
    return bool(phrase("vote-repeated").search(text))


def tells_only_votes(text: str) -> bool:
    """Whether a sentence has no words but those of voting, and names: it is about what stands right before it.

    >>> tells_only_votes("Proti je glasoval le svetnik Perne, ostalih 19 je bilo za.")
    True
    >>> tells_only_votes("Za odlok o cestah je glasovalo 9 svetnikov.")
    False
    """
    first, *others = _WORD.findall(text) or [""]
    return all(word.lower() in _voting_words() for word in (first, *(each for each in others if each[0].islower())))


@cache
def _voting_words() -> frozenset[str]:
    words = toml("votes.toml")
    keys = (word for key in words["keys"].values() if isinstance(key, list) for word in key)
    listed = (word for name in ("fill", "glue", "none") for word in words[name]["words"])
    return frozenset((*keys, *listed, *numbers(), *words["signs"]["rest"]))


def outcome_in(text: str) -> str | None:
    """What became of a proposal, if the text says so: accepted or rejected.

    >>> outcome_in("Sklep je bil sprejet."), outcome_in("Razprave ni bilo.")
    ('accepted', None)
    """
    known = _outcomes().kept(text)
    lower = text.lower() if known else text
    return next((each.outcome for each in known if each.pattern.search(lower)), None)


@cache
def _outcomes() -> Sieve[Outcome]:
    return Sieve((each, each.pattern) for each in outcomes())


def is_voted_for(words: str) -> bool:
    """Whether words before a clause with "da" say that a majority was for it.

    >>> [is_voted_for(f"Od enajstih navzočih je bilo {number} za to, ") for number in ("šest", "pet")]
    [True, False]
    """
    voted = phrase("voted-for-that").search(words)
    if voted and phrase("another-body-voted").search(words):
        return False
    if voted is None or voted["won"] is None:
        return voted is not None
    won, present = number_of(voted["won"]), number_of(voted["present"])
    return won is not None and present is not None and 2 * won > present
