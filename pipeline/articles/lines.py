"""The printed lines of a page, and what can be seen of each without understanding it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.mapped import MappedText

ENDS = tuple("。！？!?…")
CLOSING = "”’）)》」』]"
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
        return self.text.rstrip(CLOSING)[-1:] in ENDS

    @property
    def width(self) -> float:
        """Breadth in Chinese characters; a Latin letter, digit or space takes half of one."""
        return len(self.text) - 0.5 * len(self.text.encode("ascii", "ignore"))


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
