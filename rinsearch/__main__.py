"""``rinsearch`` and ``python -m rinsearch``."""

from __future__ import annotations

import os
import sys

from rinsearch import cli

ASCII = ("ascii", "us-ascii", "ansi_x3.4-1968", "646")


def main() -> int:
    """Run the command of this process; returns the exit code."""
    _begin_in_utf8()
    return cli.main()


def _begin_in_utf8() -> None:
    """In a locale without letters beyond ASCII, begin again: names of files and words typed hold č, š and ž.

    Python does so by itself unless PYTHONUTF8=0 forbids it.
    """
    ascii_only = os.name == "posix" and sys.getfilesystemencoding().lower() in ASCII
    if ascii_only and os.environ.get("PYTHONUTF8") != "1":
        sys.stdout.flush()
        os.execve(sys.executable, sys.orig_argv, {**os.environ, "PYTHONUTF8": "1"})


if __name__ == "__main__":
    sys.exit(main())
