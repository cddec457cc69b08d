"""Running text is dealt out: to the body of an article, or to the lines between bodies."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.articles.bylines import MARKERS
from pipeline.articles.headings import reason
from pipeline.articles.lines import Line
from pipeline.articles.paragraphs import (
    DATELINE,
    begins_article,
    column_of,
    ends_paragraph,
    headline_lines,
    interlopers,
    paragraph_start,
    parallel_subheads,
)
from pipeline.articles.pieces import Piece, Stray


@dataclass(slots=True)
class Draft:
    """An article while it is put together; `items` are its body lines, bylines and jumps in order."""

    items: list[Piece] = field(default_factory=list)
    opened: bool = False
    named: bool = False
    subheads: set[int] = field(default_factory=set)
    """starts of body lines that are subheads"""

    @property
    def lines(self) -> list[Line]:
        """The lines of the body."""
        return [piece.line for piece in self.items if piece.kind == "text"]

    @property
    def head(self) -> Line | None:
        """The headline that a brief has on its own line."""
        return next((piece.head for piece in self.items if piece.head), None)

    @property
    def item(self) -> bool:
        """A brief behind its mark: it has its own headline or none."""
        return any(piece.kind == "item" and (piece.head or piece.line.text) for piece in self.items)

    @property
    def text(self) -> str:
        """The lines of the body in a row."""
        return "".join(line.text for line in self.lines)


def deal_out(pieces: list[Piece]) -> tuple[list[Draft], list[Stray]]:
    """Bodies in page order, and what stands before, between and behind them."""
    drafts: list[Draft] = []
    strays: list[Stray] = []
    marks = [
        i
        for i, p in enumerate(pieces)
        if p.kind in ("open", "item", "byline") or (p.kind == "jump" and p.word == "上接")
    ]
    opening = _openings(pieces, marks)
    for left, right in pairwise([-1, *marks, len(pieces)]):
        if left >= 0:
            _place_mark(pieces[left], left in opening, drafts)
        ends_body = right < len(pieces) and right not in opening
        bare = left in opening and pieces[left].kind == "byline" and _no_heading_above(pieces, left)
        _deal_run(pieces[left + 1 : right], left in opening, ends_body, drafts, strays, bare)
    return [d for d in drafts if d.items], strays


def _no_heading_above(pieces: list[Piece], i: int) -> bool:
    above = next((p for p in reversed(pieces[:i]) if p.kind != "caption"), None)
    return above is None or above.kind != "text" or above.line.final or bool(reason(above.line.text))


def _openings(pieces: list[Piece], marks: list[int]) -> set[int]:
    """Which marks open an article rather than sign the one before; each is judged by the one before it."""
    out: set[int] = set()
    last: int | None = None
    for i in marks:
        signed = last is not None and last in out and bool(pieces[last].people)
        unsigned = last is not None and pieces[last].kind in ("open", "item") and not pieces[last].people
        if _opens(pieces, i, signed, unsigned):
            out.add(i)
        last = i
    return out


def _opens(pieces: list[Piece], i: int, signed: bool, unsigned: bool) -> bool:
    """Whether a mark opens an article, where the article before it is (or is not) signed already."""
    piece = pieces[i]
    if piece.kind != "byline":
        return True
    after = next((p for p in pieces[i + 1 :] if p.kind != "caption"), None)
    if piece.line.gap < 0 or after is None or after.kind == "item":
        return False
    before = next((p for p in reversed(pieces[:i]) if p.kind != "caption"), None)
    body_before = before is not None and before.kind == "text" and before.line.final
    if after.kind == "open":
        return before is None or (before.kind == "text" and not body_before) or (signed and not after.people)
    if piece.line.text[0] in "（(" and (body_before or before is None):
        return after.line.gap < 0 and after.kind == "text"
    if not body_before:
        return _body_follows(pieces, i) and not (unsigned and before is not None and before.kind in ("open", "item"))
    if unsigned:
        return False
    return (signed or piece.line.text[0] in MARKERS) and _body_follows(pieces, i)


def _body_follows(pieces: list[Piece], i: int) -> bool:
    for piece in pieces[i + 1 : i + 12]:
        if piece.kind in ("open", "item", "byline"):
            return False
        if piece.kind == "text" and "。" in piece.line.text:
            return True
        if piece.kind == "text" and "，" in piece.line.text and piece.line.width > 10:
            return True
    return False


def _place_mark(piece: Piece, opens: bool, drafts: list[Draft]) -> None:
    if opens or not drafts:
        last = drafts[-1] if drafts else None
        fresh = last is not None and not last.lines and opens and piece.kind != "item"
        draft = last if fresh and last is not None else Draft(opened=True)
        if not fresh:
            drafts.append(draft)
    else:
        draft = drafts[-1]
    draft.items.append(piece)
    draft.named = draft.named or bool(piece.people)


def _deal_run(
    run: list[Piece], starts: bool, ends: bool, drafts: list[Draft], strays: list[Stray], bare: bool = False
) -> None:
    """Deal out the text between two marks; it begins (or ends) inside a body when the mark there says so."""
    at = [i for i, p in enumerate(run) if p.kind == "text"]
    lines = [run[i].line for i in at]
    strange = {at[i] for i in interlopers(lines)} if starts else set()
    at = [i for i in at if i not in strange]
    skip = headline_lines([run[i].line for i in at]) if bare else 0
    at = at[skip:]
    body = _body_lines([run[i].line for i in at], starts, ends)
    firsts = {at[i] for i, first in body.items() if first}
    body_at = {at[i] for i in body}
    inside = starts
    for i, piece in enumerate(run):
        if i in body_at:
            if i in firsts or not inside or not drafts:
                drafts.append(Draft())
                inside = True
            drafts[-1].items.append(piece)
        elif piece.kind == "jump" and drafts:
            drafts[-1].items.append(piece)
        else:
            strays.append(Stray(len(drafts), piece))


def _body_lines(lines: list[Line], starts: bool, ends: bool) -> dict[int, bool]:
    """Which lines are body: index -> whether an article begins with it."""
    finals = [i for i in range(len(lines)) if ends_paragraph(lines, i)]
    last = len(lines) - 1 if ends else finals[-1] if finals else _unfinished(lines) if starts else -1
    if last < 0:
        return {}
    column, usual_gap = column_of(lines), Counter(line.gap for line in lines).most_common(1)[0][0]
    heads = _headings(lines, [*[i for i in finals if i < last], last], column, starts)
    out: dict[int, bool] = {}
    begun, next_heading = 0, _next_headings(heads, last + 1)
    parallel = parallel_subheads([_text(lines[first:start]) for first, start, _ in heads])
    for place, (first, start, end) in enumerate(heads):
        heading = list(range(first, start))
        before = _text(lines[max(begun, first - 60) : first]) if heading else ""
        after = _text(lines[start : min(next_heading[place], start + 40)]) if heading else ""
        fresh = (place == 0 and not starts) or (
            bool(heading)
            and place > 0
            and (place not in parallel or lines[first].gap > usual_gap or bool(DATELINE.match(after)))
            and begins_article(before, [lines[i] for i in heading], after, usual_gap, starts)
        )
        if fresh:
            begun = start
        kept = range(start, end + 1) if fresh or (place == 0 and not starts) else range(first, end + 1)
        for i in kept:
            out[i] = fresh and i == start
    return out


def _headings(lines: list[Line], finals: list[int], column: float, starts: bool) -> list[tuple[int, int, int]]:
    """Groups of lines up to each paragraph's end: (first line, first line of the paragraph, last line)."""
    out, first = [], 0
    for end in finals:
        group = list(range(first, end + 1))
        near = column_of(lines[first : end + 8]) or column
        begin = first if starts and first == 0 else paragraph_start(lines, group, near)
        out.append((first, begin, end))
        first = end + 1
    return out


def _unfinished(lines: list[Line]) -> int:
    """The last line of a body that never ends a sentence: cut off by the page, it goes on as long as its lines have commas."""
    return max((i for i, line in enumerate(lines) if re.search("[，,、]", line.text)), default=min(0, len(lines) - 1))


def _next_headings(heads: list[tuple[int, int, int]], end: int) -> list[int]:
    """For each paragraph where the next heading after it begins."""
    out = []
    for first, start, _ in reversed(heads):
        out.append(end)
        end = first if start > first else end
    return out[::-1]


def _text(lines: list[Line]) -> str:
    return "".join(line.text for line in lines)
