"""Running text is dealt out: to the body of an article, or to the lines between bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median

from pipeline.articles.bylines import MARKERS
from pipeline.articles.lines import LONG, Line
from pipeline.articles.pieces import Piece

NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第[一二三四五六七八九十]")


@dataclass(slots=True)
class Draft:
    """An article while it is put together; `items` are its body lines, bylines and jumps in order."""

    items: list[Piece] = field(default_factory=list)
    opened: bool = False
    named: bool = False
    closed: bool = False
    subheads: set[int] = field(default_factory=set)
    """starts of body lines that are subheads"""

    @property
    def lines(self) -> list[Line]:
        """The lines of the body."""
        return [piece.line for piece in self.items if piece.kind == "text"]


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that no body holds: `zone` bodies stand before it."""

    zone: int
    piece: Piece


def deal_out(pieces: list[Piece]) -> tuple[list[Draft], list[Stray]]:
    """Bodies in page order, and what stands before, between and behind them."""
    drafts: list[Draft] = []
    strays: list[Stray] = []
    marks = [i for i, p in enumerate(pieces) if p.kind in ("open", "byline") or (p.kind == "jump" and p.word == "上接")]
    opening = {i for i in marks if _opens(pieces, i)}
    bounds = [-1, *marks, len(pieces)]
    for left, right in zip(bounds, bounds[1:], strict=False):
        if left >= 0:
            _place_mark(pieces[left], left in opening, drafts)
        run = pieces[left + 1 : right]
        starts_body = left in opening
        ends_body = right < len(pieces) and right not in opening
        _deal_run(run, starts_body, ends_body, drafts, strays)
    return [d for d in drafts if d.items], strays


def _opens(pieces: list[Piece], i: int) -> bool:
    """Whether a mark opens an article rather than signing the one before."""
    piece = pieces[i]
    if piece.kind != "byline":
        return True
    if piece.line.gap < 0:
        return False
    before = [p for p in pieces[max(0, i - 40) : i] if p.kind != "caption"]
    last_mark = next((p for p in reversed(before) if p.kind in ("open", "byline")), None)
    text_before = before[-1] if before and before[-1].kind == "text" else None
    after = next((p for p in pieces[i + 1 :] if p.kind != "caption"), None)
    if after is None or after.kind == "open":
        return False
    body_before = text_before is not None and text_before.line.final
    unsigned = last_mark is not None and last_mark.kind == "open" and not last_mark.people
    if body_before and unsigned:
        return False
    if piece.line.text[0] in MARKERS:
        return _body_follows(pieces, i)
    if not body_before:
        return _body_follows(pieces, i) and not (unsigned and before[-1:] and before[-1].kind == "open")
    signed_below = last_mark is None or last_mark.kind == "byline"
    return not signed_below and _body_follows(pieces, i)


def _body_follows(pieces: list[Piece], i: int) -> bool:
    for piece in pieces[i + 1 : i + 12]:
        if piece.kind in ("open", "byline"):
            return False
        if piece.kind == "text" and "。" in piece.line.text:
            return True
        if piece.kind == "text" and "，" in piece.line.text and piece.line.width > 10:
            return True
    return False


def _place_mark(piece: Piece, opens: bool, drafts: list[Draft]) -> None:
    if opens or not drafts:
        last = drafts[-1] if drafts else None
        fresh = last is not None and not last.lines and opens
        draft = last if fresh and last is not None else Draft(opened=True)
        if not fresh:
            drafts.append(draft)
    else:
        draft = drafts[-1]
        draft.closed = True
    draft.items.append(piece)
    draft.named = draft.named or bool(piece.people)


def _deal_run(run: list[Piece], starts: bool, ends: bool, drafts: list[Draft], strays: list[Stray]) -> None:
    """Deal out the text between two marks; it begins (or ends) inside a body when the mark there says so."""
    at = [i for i, p in enumerate(run) if p.kind == "text"]
    heads, body = set(at), set()
    if starts and at:
        last = max((i for i in at if run[i].line.final), default=at[-1] if ends else -1)
        last = at[-1] if ends else max(last, _long_tail(run, at, last))
        body = {i for i in at if i <= last}
    elif at:
        for first, last in _paragraph_runs(run, at, ends):
            body |= {i for i in at if first <= i <= last}
    heads -= body
    inside = starts
    for i, piece in enumerate(run):
        if i in body:
            if not inside or not drafts:
                drafts.append(Draft())
                inside = True
            drafts[-1].items.append(piece)
        elif piece.kind == "jump" and drafts:
            drafts[-1].items.append(piece)
        else:
            strays.append(Stray(len(drafts), piece))
            if piece.kind == "text" and any(j > i for j in body) and i in heads:
                inside = False


def _long_tail(run: list[Piece], at: list[int], last: int) -> int:
    """A body whose last line lost its full stop: long lines after the last sentence end, on a page of long lines."""
    following = [i for i in at if i > last]
    return following[0] if following and last < 0 and run[following[0]].line.width > 12 else last


def _paragraph_runs(run: list[Piece], at: list[int], ends: bool) -> list[tuple[int, int]]:
    """Bodies without an opening mark: from the first line of a paragraph to the last line before the next heading."""
    out: list[tuple[int, int]] = []
    group: list[int] = []
    for i in at:
        group.append(i)
        if run[i].line.final:
            start = _paragraph_start(run, group)
            heading = group[: group.index(start)]
            if out and not _new_article(run, heading):
                out[-1] = (out[-1][0], i)
            else:
                out.append((start, i))
            group = []
    if ends and group and out:
        out[-1] = (out[-1][0], group[-1])
    elif ends and group:
        out.append((_paragraph_start(run, group), group[-1]))
    return [(a, b) for a, b in out if sum(len(run[i].line.text) for i in at if a <= i <= b) >= 15]


def _paragraph_start(run: list[Piece], group: list[int]) -> int:
    """The first line of the paragraph that ends a group of lines: walking back, lines as broad as the column."""
    if len(group) == 1:
        return group[0]
    last = run[group[-1]].line
    if last.width > LONG:
        start = group[-1]
        for i in reversed(group[:-1]):
            if run[i].line.width < 0.8 * LONG:
                break
            start = i
        return start
    widths = [run[i].line.width for i in group[:-1]]
    column = median(widths[-5:]) if len(widths) >= 2 else widths[0]
    if len(group) == 2 and last.width > widths[0]:
        return group[-1]
    start = len(group) - 1
    while start > 0 and abs(widths[start - 1] - column) <= 1.6:
        if run[group[start]].line.gap > 0 and start == 1 and run[group[-1]].line.gap == 0 and len(group) > 2:
            break
        start -= 1
    return group[start]


def _new_article(run: list[Piece], heading: list[int]) -> bool:
    """Whether lines between two paragraphs are the headline of another article, not a subhead."""
    if not heading:
        return False
    lines = [run[i].line for i in heading]
    if any(NUMBERED.match(line.text) for line in lines):
        return False
    return sum(line.width for line in lines) >= 9


def mark_subheads(draft: Draft) -> None:
    """Find the short unfinished lines between two paragraphs of a body."""
    lines = draft.lines
    widths = [line.width for line in lines]
    run: list[int] = []
    before_final = True
    for i, line in enumerate(lines):
        near = sorted(w for w in widths[max(0, i - 8) : i + 9] if w <= LONG)
        column = near[(2 * len(near)) // 3] if near else 0.0
        short = not line.final and (line.width < 0.78 * column or (widths[i] <= 20 and column == 0.0))
        alone = max(widths[max(0, i - 3) : i + 4]) > LONG and widths[i] <= 24 and not line.final
        if (
            (before_final or run)
            and line.gap >= 0
            and (short or alone)
            and i + 1 < len(lines)
            and not line.text.endswith(("，", "、", "："))
        ):
            run.append(i)
        else:
            if run and before_final:
                draft.subheads |= {lines[j].start for j in run}
            run = []
        if not run:
            before_final = line.final
