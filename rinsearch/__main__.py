"""``rinsearch`` and ``python -m rinsearch``."""

from __future__ import annotations

import sys

from rinsearch.cli import main

if __name__ == "__main__":
    sys.exit(main())
