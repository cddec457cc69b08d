"""Headings inside a body: subheads, and a headline that was set into the middle of its own report."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from pipeline.articles.bodies import Draft
from pipeline.articles.lines import LONG, Line
from pipeline.articles.paragraphs import like_heading

HEADLINE = 9.0
"""Breadth in characters from which a heading inside a report may be its headline."""


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


def take_inner_headline(draft: Draft) -> tuple[Line, ...]:
    """Take out the one heading that stands in a body with wider gaps on both sides than its paragraphs have; nothing, else.

    A report without a headline whose headline was set between two of its paragraphs; two such headings are subheads.
    """
    lines = draft.lines
    usual = Counter(line.gap for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0
    wide = [i for i, line in enumerate(lines) if i and line.gap > usual]
    blocks = [lines[a:b] for a, b in pairwise(wide) if lines[a - 1].final and like_heading(lines[a:b])]
    if len(blocks) != 1 or not HEADLINE <= sum(line.width for line in blocks[0]) <= LONG:
        return ()
    draft.items = [piece for piece in draft.items if piece.line not in blocks[0]]
    return tuple(blocks[0])
