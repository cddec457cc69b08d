"""Pages as other papers print them: which articles they hold, by kicker, headline, people, beginning and end."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.articles import split_articles
from tests.articles.test_laws import check, page_of

FILE = Path(__file__).with_name("printed.txt")


def cases() -> dict[str, tuple[str, list[str]]]:
    """Name of a page -> its raw text and what it must hold."""
    out = {}
    for block in FILE.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        raw, _, wanted = rest.partition("\n---\n")
        out[name] = (raw, [line for line in wanted.splitlines() if line.strip()])
    return out


CASES = cases()


def told(raw: str) -> list[list[str]]:
    """Every article found: kicker, headline, people, body."""
    articles, _ = split_articles(page_of(raw))
    return [
        [
            a.kicker or "",
            a.headline or "",
            " / ".join(" ".join(names) for names in (a.reporters, a.correspondents, a.photographers)),
            a.text,
        ]
        for a in articles
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_articles_of_a_page(name: str) -> None:
    raw, wanted = CASES[name]
    found = told(raw)
    rows = [[cell.strip() for cell in line.split("|")] for line in wanted]
    assert [row[:2] for row in found] == [row[:2] for row in rows]
    squeezed = ["".join(row[2].split(" ")) for row in found]
    assert squeezed == ["".join(row[2].split(" ")) for row in rows]
    for body, row in zip((row[3] for row in found), rows, strict=True):
        first, _, last = row[3].partition(" … ")
        assert body.startswith(first), body
        assert body.endswith(last), body


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_lost(name: str) -> None:
    check(page_of(CASES[name][0]))


def test_a_page_whose_lines_are_all_doubled_is_still_whole() -> None:
    for raw, _ in CASES.values():
        twice = "\n".join(line for line in raw.split("\n") for _ in range(2))
        check(page_of(twice))
        assert len(raw.split()) < 8 or [row[1:3] for row in told(twice)] == [
            row[1:3] for row in told("\n".join(raw.split("\n")))
        ]
