"""Random and malicious queries: an answer or an error of ours to each, within a second.

    python -m tests.index.fuzzing [queries] [seed] [index]

Without an index, the examples are asked.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rinsearch.errors import RinsearchError
from rinsearch.index.base import Engine
from rinsearch.index.engines import open_engine
from rinsearch.index.search import Options, search
from tests.index.examples import engine_in, everything

SECONDS = 1.0  # of processor time for each query
WORDS = (  # noqa: SIM905
    "duševno zdravje občina Semiču načrt seja svet Romi starejši v na in 2017 12.10.2017 122-08/2013-5 RIN-a EU a1 "
    "ﬁnančni Z A P I S N I K dusevno stanovanje prevoz zdrvje ččč 999999999999999999999"
).split()
SIGNS = ("(", ")", '"', "„", "“", "*", "~", "~2", "~9", "-", "!", "#", ":", "|", "&", "+", "..", "/", "\\", "\0", "\n")
OPERATORS = ("AND", "OR", "NOT", "IN", "ALI", "NE", "NEAR", "BLIZU/3", "NEAR/0", "NEAR/100", "NEAR/99999")
FIELDS = (  # noqa: SIM905
    "občina obcina municipality skupina vrsta status regija leto datum načrt številka seja stran datoteka dokument xyz"
).split()
VALUES = (  # noqa: SIM905
    "Semič romi zapisnik seznanjen jugovzhodna 2017 2017-09..2018-03 9999-99-99 ..  *.pdf ???? **************a "
    "rin-sv/koroska/2017-2020 21 \"21. redna\" -1 1e9 [a-z]* 0x10 '%s' ../../etc/passwd"
).split(" ")
ODD = "\u202e\u0000\ud7ff\ufffd\u0301\u200b\U0001f600İıẞßǅﬃ﷽²½Ⅷ①"


def queries(count: int, seed: int) -> Iterator[str]:
    """So many queries, the same for the same seed."""
    dice = random.Random(seed)
    kinds = (_mixed, _nested, _long, _noise, _patterns, _broken)
    for _ in range(count):
        yield dice.choice(kinds)(dice)


def _piece(dice: random.Random) -> str:
    drawn = dice.random()
    if drawn < 0.45:
        return dice.choice(WORDS) + dice.choice(("", "", "", "*", "~", "~2"))
    if drawn < 0.6:
        return f"{dice.choice(FIELDS)}:{dice.choice(VALUES)}"
    if drawn < 0.8:
        return dice.choice(OPERATORS)
    return dice.choice(SIGNS) if drawn < 0.95 else f"#{dice.choice(WORDS)}"


def _mixed(dice: random.Random) -> str:
    return dice.choice((" ", "")).join(_piece(dice) for _ in range(dice.randint(0, 15)))


def _nested(dice: random.Random) -> str:
    depth = dice.choice((1, 5, 20, 21, 100, 480))
    opening = dice.choice(("(", "-(", "NOT (", "!(", "NE NE "))
    return opening * depth + dice.choice(WORDS) + ")" * dice.choice((0, depth, depth + 1))


def _long(dice: random.Random) -> str:
    part = dice.choice((*WORDS, "a ", "1-", "č\u030c", "ﬁ", "#romi ", "x OR ", "svet NEAR seja ", '"a ', "a~ ", "po* "))
    return (part * 1000)[: dice.choice((100, 999, 1000, 1001, 5000))]


def _noise(dice: random.Random) -> str:
    return "".join(chr(dice.choice((dice.randrange(32, 127), dice.randrange(0xD800)))) for _ in range(60))


def _patterns(dice: random.Random) -> str:
    words = [
        f"{dice.choice('psnvzst')}{dice.choice('aeior')}{dice.choice(('*', '~', 'vona~2', '**'))}" for _ in range(6)
    ]
    return dice.choice((" ", " OR ", " NEAR ")).join(words)


def _broken(dice: random.Random) -> str:
    text = list(_mixed(dice))
    for _ in range(3):
        text.insert(dice.randint(0, len(text)), dice.choice(ODD))
    return "".join(text)


@dataclass(slots=True)
class Outcome:
    """What came of the queries: how many had an answer or an error of ours, the slowest, and what went wrong."""

    answered: int = 0
    refused: int = 0
    slowest: tuple[float, str] = (0.0, "")
    wrong: list[str] = field(default_factory=list)


def ask(engine: Engine, count: int, seed: int) -> Outcome:
    """Ask them all."""
    outcome = Outcome()
    for number, text in enumerate(queries(count, seed)):
        options = Options(wide=number % 3 == 0, group=number % 5 == 0, sort="date" if number % 7 == 0 else "relevance")
        started = time.process_time()
        try:
            search(engine, text, options=options)
            outcome.answered += 1
        except RinsearchError as error:
            outcome.refused += 1
            if not (error.message and error.advice and error.place):
                outcome.wrong.append(f"{text!r}: the error says too little: {error!r}")
        except Exception as error:  # what is looked for: whatever is no error of ours
            outcome.wrong.append(f"{text!r}: {type(error).__name__}: {error}")
        taken = time.process_time() - started
        outcome.slowest = max(outcome.slowest, (taken, text))
    if outcome.slowest[0] > SECONDS:
        outcome.wrong.append(f"{outcome.slowest[1]!r} took {outcome.slowest[0]:.2f} s")
    return outcome


def main(count: int, seed: int, index: str) -> int:
    """Ask, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(index) if index else engine_in(Path(folder) / "index", "whoosh")
        if not index:
            engine.replace(everything())
        outcome = ask(engine, count, seed)
        engine.close()
    print(f"{count} queries, seed {seed}: {outcome.answered} answered, {outcome.refused} refused")
    print(f"slowest: {outcome.slowest[0] * 1000:.0f} ms of CPU, {outcome.slowest[1][:80]!r}")
    print("\n".join(outcome.wrong[:20]) or "nothing went wrong")
    return int(bool(outcome.wrong))


if __name__ == "__main__":
    given = [*sys.argv[1:], *("10000", "1", "")[len(sys.argv) - 1 :]]
    sys.exit(main(int(given[0]), int(given[1]), given[2]))
