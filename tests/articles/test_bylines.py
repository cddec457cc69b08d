"""Who wrote it: every form of byline a local paper prints, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.articles.bylines import read_byline

FILE = Path(__file__).with_name("bylines.txt")
CASES = [
    (n, line) for n, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1) if line and line[0] != "#"
]
KEYS = {"r": "reporters", "c": "correspondents", "p": "photographers"}


def read_case(line: str) -> tuple[str, dict[str, tuple[str, ...]] | None]:
    text, arrow, want = line.partition(" => ")
    if not arrow:
        raise ValueError(f"no ' => ' in {line!r}")
    if want == "none":
        return text.replace("\\n", "\n"), None
    out: dict[str, tuple[str, ...]] = dict.fromkeys(KEYS.values(), ())
    for item in want.split(" | ") if want != "nobody" else []:
        key, names = item.split(": ")
        out[KEYS[key]] = tuple(names.split())
    return text.replace("\\n", "\n"), out


@pytest.mark.parametrize("line", [pytest.param(line, id=f"bylines.txt:{n}") for n, line in CASES])
def test_byline(line: str) -> None:
    text, want = read_case(line)
    people = read_byline(text)
    assert (people and {key: getattr(people, key) for key in KEYS.values()}) == want


def test_a_bad_case_is_an_error() -> None:
    with pytest.raises(ValueError, match="记者 张三"):
        read_case("记者 张三 = r: 张三")


def test_there_are_near_misses() -> None:
    assert sum(line.endswith("none") for _, line in CASES) >= 20
