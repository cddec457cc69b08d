"""Files, folders and patterns become pages with ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.inputs import find_sources

SUFFIXES = (".txt", ".html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "note.md", "06/p01.txt", "07/p01.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("字", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_pages_in_order_whatever_lies_beside_them(folder: Path) -> None:
    sources, complaints = find_sources([str(folder)], SUFFIXES)
    assert [s.page_id for s in sources] == ["06_p01", "07_p01", "a", "b"]
    assert complaints == []


def test_the_order_of_inputs_and_naming_one_twice_change_nothing(folder: Path) -> None:
    names = [str(folder / "b.txt"), str(folder / "*.txt"), str(folder / "a.txt")]
    assert find_sources(names, SUFFIXES) == find_sources(names[::-1], SUFFIXES)
    assert [s.page_id for s in find_sources(names, SUFFIXES)[0]] == ["a", "b"]


def test_one_stem_with_two_endings_gives_two_ids(tmp_path: Path) -> None:
    for name in ("p01.txt", "p01.html"):
        (tmp_path / name).write_text("字", encoding="utf-8")
    assert len({s.page_id for s in find_sources([str(tmp_path)], SUFFIXES)[0]}) == 2


@pytest.mark.parametrize(
    ("name", "says"), [("none.txt", "no such file"), ("*.xyz", "nothing matches"), (".", "no page in this folder")]
)
def test_an_input_without_pages_is_named(tmp_path: Path, name: str, says: str) -> None:
    sources, complaints = find_sources([str(tmp_path / name)], SUFFIXES)
    assert sources == []
    assert says in complaints[0]
