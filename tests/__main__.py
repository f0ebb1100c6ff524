"""The one command that checks everything: format, lint, types, tests with doctests and the README's examples.

``--fix`` repairs first what can be repaired: format, lint, the outputs and the picture of the README. The tests come
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
    ("tests.readme", "--fix"),
)
CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy",),
    # Files in their order: by the number of their tests, the few long ones would come last, to one worker alone.
    ("pytest", "--quiet", "--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder"),
)


def ran(step: tuple[str, ...]) -> bool:
    """Run a module as a program in the repository, and say so."""
    print("$ python -m", *step, flush=True)
    return subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fix", action="store_true", help="repair first what can be repaired")
    steps = (*REPAIRS, *CHECKS) if parser.parse_args().fix else CHECKS
    failed = [step for step in steps if not ran(step)]
    if unseen := [" ".join(step) for step in failed if step[0] != "pytest"]:  # which has just said so itself
        print("failed:", "; ".join(unseen), file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
