"""Quotations of a sentence: which marks belong together, and which quotations stand in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAIRS = ("“”", "‘’", "「」", "『』", '""', "＂＂")
TITLES = ("《》",)
JOINT = re.compile(r"、?|和|及|以及|与|或")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted text [start, end) without its marks, and the row of quotations [row_start, row_end) it stands in, with marks."""

    start: int
    end: int
    row_start: int
    row_end: int
    alone: bool


def find_quotations(text: str, pairs: tuple[str, ...] = PAIRS) -> list[Quotation]:
    """Every quotation of a sentence between the given pairs of marks, nested ones too, in the order they open.

    >>> text = "开展“端午粽飘香”“亲子共读”等活动"
    >>> [(text[q.start:q.end], text[q.row_end:]) for q in find_quotations(text)]
    [('端午粽飘香', '等活动'), ('亲子共读', '等活动')]

    A mark without its partner in the sentence opens or closes nothing (a speech may run over several sentences).
    """
    spans = _paired(text, pairs)
    out = []
    for start, end in spans:
        row = _row(text, (start, end), spans)
        out.append(Quotation(start, end, row[0][0] - 1, row[-1][1] + 1, len(row) == 1))
    return out


def _paired(text: str, pairs: tuple[str, ...]) -> list[tuple[int, int]]:
    closers = {pair[1]: pair[0] for pair in pairs}
    if not any(pair[0] in text for pair in pairs):
        return []
    waiting: list[int] = []
    spans = []
    for at, char in enumerate(text):
        if char in closers.values() and not (char in closers and any(text[i] == char for i in waiting)):
            waiting.append(at)
        elif char in closers:
            partner = next((i for i in reversed(waiting) if text[i] == closers[char]), None)
            if partner is not None:
                del waiting[waiting.index(partner) :]
                if at > partner + 1:
                    spans.append((partner + 1, at))
    return sorted(spans)


def _row(text: str, span: tuple[int, int], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    row = [span]
    for other in spans:
        if other[0] > row[-1][1] and JOINT.fullmatch(text[row[-1][1] + 1 : other[0] - 1]):
            row.append(other)
    for other in reversed(spans):
        if other[1] < row[0][0] and JOINT.fullmatch(text[other[1] + 1 : row[0][0] - 1]):
            row.insert(0, other)
    return row
