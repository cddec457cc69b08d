"""Code in the documentation: blocks of a Markdown file with their language, line, and why one is not run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^(?P<indent> *)```(?P<language>[\w-]*)\s*$")
NOT_RUN = re.compile(r"<!-- not run: (?P<reason>.{8,}) -->")


class SnippetError(ValueError):
    """A block that cannot be told apart; the message names file and line."""


@dataclass(frozen=True)
class Snippet:
    """A block of code."""

    page: str
    line: int
    language: str
    text: str
    not_run: str | None


def snippets(path: Path, name: str) -> list[Snippet]:
    """The blocks of a Markdown file; a block that is never closed is an error."""
    out: list[Snippet] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            number += 1
            continue
        begin, indent = number, len(fence["indent"])
        end = next((i for i in range(begin + 1, len(lines)) if lines[i].strip() == "```"), None)
        if end is None:
            raise SnippetError(f"{name}:{begin + 1}: the block is never closed")
        before = next((line for line in reversed(lines[:begin]) if line.strip()), "")
        mark = NOT_RUN.search(before)
        text = "\n".join(line[indent:] for line in lines[begin + 1 : end]) + "\n"
        out.append(Snippet(name, begin + 1, fence["language"], text, mark["reason"] if mark else None))
        number = end + 1
    return out
