"""What is installed, and that the README, CI and the lists of packages say the same."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TEST_COMMAND = 'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/python -m tests'
DEMO_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/rinsearch demo"


def test_the_extra_brings_what_renders_the_sample_corpus() -> None:
    lines = (ROOT / "tests" / "corpus" / "requirements.txt").read_text("utf-8").splitlines()
    pins = {line.partition("#")[0].strip() for line in lines} - {""}
    assert pins
    assert pins <= set(PROJECT["project"]["optional-dependencies"]["test"])


def test_the_readme_and_ci_have_the_same_test_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert TEST_COMMAND in readme
    assert DEMO_COMMAND in readme
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_licence_is_named_and_there() -> None:
    [name] = PROJECT["project"]["license-files"]
    assert (ROOT / name).read_text("utf-8").startswith("MIT License")


def test_an_editable_install_is_found_from_the_folder_above_a_clone(tmp_path: Path) -> None:
    """Beside a folder of its name, the package is found where its root is on the path; so the install must put it."""
    assert PROJECT["tool"]["setuptools"]["package-dir"] == {"": "."}
    (tmp_path / "rinsearch" / "rinsearch").mkdir(parents=True)
    code = f"import sys; sys.path.append({str(ROOT)!r}); import rinsearch; print(rinsearch.__file__)"
    words = [sys.executable, "-S", "-c", code]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert Path(done.stdout.strip()) == ROOT / "rinsearch" / "__init__.py"


def test_data_files_of_the_taxonomy_are_installed() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["rinsearch"]
    home = ROOT / "rinsearch"
    data = [path for path in home.rglob("*") if path.suffix in (".csv", ".toml", ".txt", ".md") and path.is_file()]
    packed = {path for pattern in patterns for path in home.glob(pattern)}
    left = [path.relative_to(home).as_posix() for path in data if path not in packed and path.name != "README.md"]
    assert data
    assert not left


def test_ci_tries_every_later_python_that_the_project_names() -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))
    [loop] = re.findall(r"^for version in (.*); do$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert named[1:] == loop.split()
