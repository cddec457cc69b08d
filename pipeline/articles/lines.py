"""The printed lines of a page, and what can be seen of each without understanding it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from pipeline.mapped import MappedText

FINAL = re.compile(r"[。！？!?…；;][”’）)》」』\]]*$")
LONG = 36.0
"""Units of width beyond which no newspaper column goes: such a line is a whole paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a piece of one, as a span of the page's clean text."""

    start: int
    end: int
    text: str
    gap: int = 0
    """empty lines before it; -1 for a piece that stands in the same printed line as the piece before"""

    @property
    def final(self) -> bool:
        """It ends where a sentence ends."""
        return bool(FINAL.search(self.text))

    @property
    def width(self) -> float:
        """Breadth in Chinese characters; a Latin letter, digit or space takes half of one."""
        return sum(0.5 if c.isascii() else 1.0 for c in self.text[:200]) + max(0, len(self.text) - 200)


def printed_lines(clean: MappedText) -> list[Line]:
    r"""The lines that hold anything.

    >>> [(line.text, line.gap) for line in printed_lines(MappedText.of("鹤壁\n\n淇县"))]
    [('鹤壁', 0), ('淇县', 1)]
    """
    out, at, gap = [], 0, 0
    for text in clean.text.split("\n"):
        if text.strip():
            lead = len(text) - len(text.lstrip())
            body = text.strip()
            out.append(Line(at + lead, at + lead + len(body), body, gap))
            gap = 0
        else:
            gap += 1
        at += len(text) + 1
    return out


def column_widths(lines: list[Line]) -> list[float]:
    """For each line the breadth of the column it stands in: the median of the unfinished lines around it; 0 where there is none."""
    widths = [line.width for line in lines]
    unfinished = [i for i, line in enumerate(lines) if not line.final and widths[i] <= LONG]
    out, low = [], 0
    for i in range(len(lines)):
        while low < len(unfinished) and unfinished[low] < i - 6:
            low += 1
        near = []
        for j in unfinished[low:]:
            if j > i + 6:
                break
            near.append(widths[j])
        out.append(median(sorted(near)[len(near) // 3 :]) if len(near) >= 3 else 0.0)
    return out
