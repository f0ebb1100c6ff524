"""The command line as users run it: in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "rinsearch")
SECONDS = 120  # far more than any of these runs takes


def run(
    *arguments: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command; its streams are UTF-8."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=surroundings(env or {}),
        timeout=SECONDS,
        check=False,
    )


def start(*arguments: object, cwd: Path | None = None) -> subprocess.Popen[str]:
    """Start a command and do not wait."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=cwd,
        env=surroundings({}),
    )


def surroundings(given: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would change the answers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RINSEARCH", "COLUMNS"))}
    return {**kept, **given}


def ask(*arguments: object, code: int = 0, cwd: Path | None = None) -> dict[str, Any]:
    """Run a command with --json; checks the exit code, and that one object is all there is on standard output."""
    done = run(*arguments, "--json", cwd=cwd)
    assert done.returncode == code, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 1, done.stdout
    answer = json.loads(lines[0])
    assert next(iter(answer.items())) == ("schema", 1)
    assert "Traceback" not in done.stderr
    return dict(answer)
