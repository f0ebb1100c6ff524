"""Imports go down only; rooms on one floor are strangers; nothing of ours is imported inside a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import rinsearch

HOUSE = Path(rinsearch.__file__).parent

FLOORS = (
    ("__main__",),
    ("cli",),
    ("web",),
    ("__init__",),
    ("library",),
    ("report",),
    ("picture",),
    ("answers",),
    ("extract", "passages", "tag", "compose", "registers", "index", "export", "evaluate"),
    ("letters", "misspelt", "misread"),
    ("carons", "clauses", "matching", "normalise"),
    ("taxonomy", "language", "places"),
    ("sifted",),
    ("sieve",),
    ("known_signs",),
    ("signs", "whole"),
    ("errors", "codec"),
    ("records", "later"),
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}

# The compose room is a house of its own.
COMPOSE_FLOORS = (
    ("__init__",),
    ("decisions", "measures"),
    ("standings",),
    ("business", "heads", "priorities"),
    ("ballots", "fields"),
    ("acts",),
    ("subjects",),
    ("verbs",),
    ("plans",),
    ("paper", "votes"),
)
COMPOSE_FLOOR_OF = {room: number for number, floor in enumerate(COMPOSE_FLOORS) for room in floor}


def room_of(path: Path) -> str:
    first = path.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def imported_names(tree: ast.AST) -> Iterator[tuple[list[str], ast.stmt]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield [alias.name for alias in node.names], node
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            yield [f"{node.module}.{alias.name}" for alias in node.names], node


def imported_rooms(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    for names, node in imported_names(tree):
        for parts in (name.split(".") for name in names):
            if parts[0] == "rinsearch":
                room = parts[1] if len(parts) > 1 else "__init__"
                yield room if room in FLOOR_OF else "__init__", node


def test_every_module_stands_on_a_floor() -> None:
    found = {room_of(path) for path in modules()}
    assert found, "no module was looked at"
    assert found <= set(FLOOR_OF), f"rooms without a floor: {found - set(FLOOR_OF)}"


def test_imports_go_down_only() -> None:
    wrong = []
    for path in modules():
        room = room_of(path)
        for other, node in imported_rooms(ast.parse(path.read_text("utf-8"))):
            if other != room and FLOOR_OF[other] <= FLOOR_OF[room]:
                wrong.append(f"{path.relative_to(HOUSE)}:{node.lineno} imports {other}")
    assert not wrong, "\n".join(wrong)


def test_imports_inside_the_compose_room_go_down_only() -> None:
    wrong, looked_at = [], 0
    for path in modules():
        inner = path.relative_to(HOUSE).parts
        if inner[0] != "compose":
            continue
        looked_at += 1
        room = inner[1].removesuffix(".py")
        for names, node in imported_names(ast.parse(path.read_text("utf-8"))):
            others = {name.split(".")[2] for name in names if name.startswith("rinsearch.compose.")} - {room}
            wrong += [f"{path.relative_to(HOUSE)}:{node.lineno}: {other}" for other in others if not below(other, room)]
    assert looked_at, "no module was looked at"
    assert not wrong, "\n".join(wrong)


def below(other: str, room: str) -> bool:
    return COMPOSE_FLOOR_OF[other] > COMPOSE_FLOOR_OF[room]


def test_our_modules_are_imported_at_the_top_of_a_file() -> None:
    wrong = []
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                wrong += [f"{path.relative_to(HOUSE)}:{node.lineno}" for _, node in imported_rooms(function)]
    assert not wrong, "\n".join(wrong)


def test_the_top_level_holds_the_six_names_and_dotfiles() -> None:
    root = HOUSE.parent
    if not (root / "pyproject.toml").exists():
        root = Path(__file__).parent.parent
    names = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert names - {"build", "rinsearch.egg-info"} <= {
        "rinsearch",
        "corpus",
        "indexes",
        "tests",
        "pyproject.toml",
        "README.md",
    }
