"""The rules of the house, checked on the house itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pipeline"
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("pages", "articles", "sentences", "mentions", "entities", "relations", "events")
SHARED = {"records", "ids", "mapped", "config", "chinese", "lexicon", "rules"}
LONGEST = 250
FORBIDDEN = re.compile(
    r"\buuid|(?<![.\w])print\(|datetime\.now|date\.today|time\.time\(|^\s*assert |(?<![.\w])(?:eval|exec)\(|^\s*import pickle|yaml\.load\(",
    re.M,
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_stays_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_clock_no_chance_no_printing(path: Path) -> None:
    assert not FORBIDDEN.search(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Second parts of what a file imports from the package: `pipeline.mentions.overlap` gives `mentions`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "pipeline":
            names += [f"pipeline.{alias.name}" for alias in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("pipeline.")}
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_no_other_room(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py"):
        assert imports(path) <= SHARED | {room}, path


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_door(room: str) -> None:
    door = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(door)
    exported = [n for n in door.body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "__all__"]
    assert exported, f"pipeline/{room}/__init__.py exports nothing"


@pytest.mark.parametrize("path", sorted((PACKAGE / "lexicon" / "data").glob("*.tsv")), ids=lambda p: p.name)
def test_a_word_list_says_where_it_comes_from(path: Path) -> None:
    head = path.read_text(encoding="utf-8")[:2000].lower()
    assert "# " in head
    assert "source" in head
    assert "licence" in head


def test_nothing_tells_of_a_workplace() -> None:
    traces = re.compile("/work" + "/|" + "farm" + "-|help" + "er-\\d")
    for path in [
        *FILES,
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / ".ci").glob("*"),
    ]:
        if path.is_file() and "node_modules" not in path.parts:
            assert not traces.search(path.read_text(encoding="utf-8")), path
