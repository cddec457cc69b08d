"""The door of this room: a page becomes articles."""

from __future__ import annotations

from pipeline.articles.bodies import deal_out
from pipeline.articles.build import build
from pipeline.articles.captions import mark_captions
from pipeline.articles.headings import Unit, group
from pipeline.articles.items import mark_items
from pipeline.articles.jumps import linked
from pipeline.articles.lines import Line, printed_lines
from pipeline.articles.match import assign
from pipeline.articles.notices import take_notices, take_page_credits
from pipeline.articles.overlap import Bodies
from pipeline.articles.pictures import caption_runs, give_captions, picture_stories
from pipeline.articles.pieces import cut_pieces
from pipeline.articles.shared import parted
from pipeline.articles.subheads import mark_subheads, take_inner_headline
from pipeline.records import Article, Dropped, Page


def split_articles(page: Page) -> tuple[list[Article], list[Dropped]]:
    """Find the articles of a page, each with its own headline, kicker, bylines and captions; and the lines that belong to none.

    Articles are in the order of their bodies on the page. A dropped line says why: classified, banner, page furniture,
    caption of no article, heading of no article.
    """
    lines = printed_lines(page.clean)
    pieces, notices = take_notices(cut_pieces(page.clean.text, lines))
    pieces, credits, writers = take_page_credits(pieces)
    pieces = mark_captions(mark_items(pieces))
    drafts, strays = deal_out(pieces)
    for draft in drafts:
        mark_subheads(draft)
    headed, captions = [s for s in strays if s.piece.kind == "text"], [s for s in strays if s.piece.kind == "caption"]
    drafts, headed, runs = picture_stories(drafts, headed, caption_runs(captions))
    bodies = Bodies([draft.text for draft in drafts])
    units = parted(group(headed, _blanks_tell(lines)), bodies)
    headless = Bodies(["" if d.item else d.text for d in drafts]) if any(d.item for d in drafts) else bodies
    chosen = assign(units, headless)
    pictures, homeless = give_captions(runs, bodies, _ends_of_headings(units, chosen))
    articles: list[Article] = []
    for i, draft in enumerate(drafts):
        if draft.lines:
            heading = units[chosen[i][0] : chosen[i][1] + 1] if i in chosen else []
            inside = () if heading or draft.item else take_inner_headline(draft)
            heading = [Unit(i, (draft.head,))] if draft.head else [Unit(i, inside)] if inside else heading
            articles.append(build(page, len(articles) + 1, draft, heading, pictures.get(i, []), writers))
    taken = {j for first, last in chosen.values() for j in range(first, last + 1)}
    left = [(u.lines, u.why_not or "heading of no article") for j, u in enumerate(units) if j not in taken]
    left += [(tuple(p.line for p in run), "caption of no article") for run in homeless]
    left += [((s.piece.line,), "continuation mark of no article") for s in strays if s.piece.kind == "jump"]
    left += [((p.line,), "continuation mark") for d in drafts for p in d.items if p.kind == "jump"]
    left += [
        ((p.line,), "byline of no article")
        for d in drafts
        if not d.lines
        for p in d.items
        if p.kind not in ("jump", "item")
    ]
    left += [((line,), "classified") for line in notices]
    left += [((line,), "byline of the whole page") for line in credits]
    left += [((p.line,), "mark of an item") for d in drafts for p in d.items if p.kind == "item" and p.line.text]
    left += [((p.head,), "heading of no article") for d in drafts if not d.lines for p in d.items if p.head]
    return linked(articles, drafts), [
        _dropped(page, rows, why) for rows, why in sorted(left, key=lambda item: item[0][0].start)
    ]


def _ends_of_headings(units: list[Unit], chosen: dict[int, tuple[int, int]]) -> dict[int, int]:
    """Where the heading of each body ends on the page: offset -> body."""
    return {units[last].lines[-1].end: body for body, (_, last) in chosen.items()}


def _blanks_tell(lines: list[Line]) -> bool:
    """Whether empty lines part things on this page: some lines have one before them."""
    return any(line.gap > 0 for line in lines[1:])


def _dropped(page: Page, rows: tuple[Line, ...], why: str) -> Dropped:
    start, end = page.clean[rows[0].start : rows[-1].end].raw_span(0, rows[-1].end - rows[0].start)
    return Dropped(
        stage="articles", page_id=page.page_id, start=start, end=end, text="\n".join(r.text for r in rows), reason=why
    )
