"""Programs that turn what we do not read into what we read: found, run within limits, ended with all their children."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from rinsearch.extract.bounds import GROUP, end_group, limit

SHARE = 0.4  # of the time for a file: two programs may be tried, and the worker must outlive both to end them
MEMORY_MB = 2048  # LibreOffice takes 600 for a paper of 100 pages, and reserves as much again
# Where LibreOffice stands when it is not on the path, which on Windows and macOS is the rule.
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
NOWHERE = "http://127.0.0.1:9"  # the port that discards: pictures that a file links to are not fetched


@cache
def libreoffice() -> str | None:
    """The command of LibreOffice, ``None`` where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if Path(place).exists()), None)


@cache
def antiword() -> str | None:
    """The command of antiword, ``None`` where it is not installed."""
    return shutil.which("antiword")


def docx_by_libreoffice(data: bytes, seconds: float) -> bytes | None:
    """The document as DOCX; ``None`` where LibreOffice gave none in time. It runs no macros of the document."""
    with _folder() as folder:
        paper = folder / "paper.doc"
        paper.write_bytes(data)
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder)]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _run([libreoffice() or "soffice", profile, *options, str(paper)], folder, seconds)
        made = folder / "paper.docx"
        return made.read_bytes() if made.is_file() else None


def text_by_antiword(data: bytes, seconds: float, *options: str) -> bytes | None:
    """What antiword prints of the document, in UTF-8; ``None`` where it failed or took too long."""
    with _folder() as folder:
        paper = folder / "paper.doc"
        paper.write_bytes(data)
        return _run([antiword() or "antiword", *options, str(paper)], folder, seconds)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="rinsearch-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _run(command: Sequence[str], folder: Path, seconds: float) -> bytes | None:
    """What a program prints; ``None`` where it failed or was ended, with every process that it started."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **GROUP,
        )
    except OSError:
        return None
    with process:
        limit(process.pid, seconds, MEMORY_MB)
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            end_group(process)
    return out if process.returncode == 0 else None


def _environment(folder: Path) -> Mapping[str, str]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), NOWHERE)
    return {**os.environ, **proxies, "HOME": str(folder), "no_proxy": ""}
