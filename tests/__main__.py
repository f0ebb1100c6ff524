"""The one command that checks everything: format, lint, types, tests with doctests and the README's examples.

``--fix`` repairs first what can be repaired: format, lint, the table of signs, the outputs and the picture
of the README. The tests come
last, so the last line is pytest's.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPAIRS = (
    ("ruff", "check", "--fix", "--quiet", "--exit-zero", "."),
    ("ruff", "format", "--quiet", "."),
    ("tests.signs", "--fix"),
    ("tests.readme", "--fix"),
)
LINT = (("ruff", "format", "--check", "--quiet", "."), ("ruff", "check", "--quiet", "."))
TYPES = ("mypy",)
# Files in their order: by the number of their tests, the few long ones would come last, to one worker alone.
TESTS = ("pytest", "--quiet", "--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")


def ran(step: tuple[str, ...]) -> bool:
    """Run a module as a program in the repository, and say so."""
    print("$ python -m", *step, flush=True)
    return subprocess.run(module(step), cwd=ROOT, check=False).returncode == 0


def module(step: tuple[str, ...]) -> tuple[str, ...]:
    """The command that runs a module as a program."""
    return (sys.executable, "-m", *step)


def typed_and_tested() -> list[tuple[str, ...]]:
    """What failed of types and tests; types are checked beside the tests, which leave much of a core idle."""
    print("$ python -m", *TYPES, flush=True)
    with subprocess.Popen(module(TYPES), cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as types:
        tested = ran(TESTS)
        said, _ = types.communicate()
    if types.returncode:
        print(said, file=sys.stderr)
    return [step for step, well in ((TYPES, not types.returncode), (TESTS, tested)) if not well]


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fix", action="store_true", help="repair first what can be repaired")
    steps = (*REPAIRS, *LINT) if parser.parse_args().fix else LINT
    failed = [step for step in steps if not ran(step)] + typed_and_tested()
    if unseen := [" ".join(step) for step in failed if step != TESTS]:  # pytest has just said so itself
        print("failed:", "; ".join(unseen), file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
