"""Reads the tables of meanings: `value <- spelling | spelling`, one meaning a line and as many spellings as there are.

`== page 2024-08-02 running 2024-07-31` sets what is known for the lines below. A spelling may stand in a sentence, with
brackets round what must be found: `记者[15日]从市民政局获悉`; without brackets the whole of it must be found. `~` behind the
value says approximate, `null` that the words name no value, `none` that nothing may be found.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
HEAD = re.compile(r"== page (\S+)(?: running (\S+))?")


class Spelling(NamedTuple):
    meaning: tuple[str, ...]
    text: str
    span: tuple[int, int]
    page: str | None
    running: str | None


def spellings(name: str) -> list[object]:
    """All spellings of a table, each a pytest parameter with the line it stands on as its id."""
    page = running = None
    out: list[object] = []
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        head = HEAD.fullmatch(line.strip())
        if head:
            page, running = (None if part in (None, "unknown") else part for part in head.groups())
        elif line.strip() and not line.startswith("#"):
            meaning, arrow, rest = line.partition("<-")
            if not arrow or not meaning.strip():
                raise ValueError(f"{name}:{number}: write `value <- spelling | spelling`, not {line!r}")
            for text in rest.split(" | "):
                out.append(
                    pytest.param(
                        _spelling(meaning, text.strip(), page, running, f"{name}:{number}"),
                        id=f"{number}:{text.strip()}",
                    )
                )
    return out


def _spelling(meaning: str, text: str, page: str | None, running: str | None, where: str) -> Spelling:
    if text.count("[") != text.count("]") or text.count("[") > 1 or not text:
        raise ValueError(f"{where}: one pair of brackets at most, and some text: {text!r}")
    if "[" in text:
        start = text.index("[")
        end = text.index("]") - 1
        return Spelling(tuple(meaning.split()), text.replace("[", "").replace("]", ""), (start, end), page, running)
    return Spelling(tuple(meaning.split()), text, (0, len(text)), page, running)
