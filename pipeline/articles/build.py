"""Drafts and headings become article records with parts that know where they were printed."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline import ids
from pipeline.articles.bodies import Draft
from pipeline.articles.bylines import People
from pipeline.articles.headings import DASH, UNFINISHED, VERB, WHOLE, Unit, is_unit, kicker_end
from pipeline.articles.lines import LONG, Line
from pipeline.articles.pieces import Piece
from pipeline.mapped import MappedText
from pipeline.records import Article, Page, Part, Region, Role

BODY_SPACE = re.compile(r"(?<![A-Za-z]) (?=[^A-Za-z])")
NAME_LIST = re.compile(r"(?:(?:^|(?<=[：:。，、]))[\u4e00-\u9fff]{2,4}(?: [\u4e00-\u9fff]{2,4}){2,})")


def body_part(page: Page, draft: Draft) -> MappedText:
    """The body without printed line ends, a line end between real paragraphs."""
    paragraphs: list[MappedText] = []
    run: list[MappedText] = []
    lines = draft.lines
    for i, line in enumerate(lines):
        own = page.clean[line.start : line.end]
        if (
            run
            and run[-1].text[-1:].isascii()
            and run[-1].text[-1:].isalpha()
            and own.text[:1].isascii()
            and own.text[:1].isalpha()
        ):
            own = MappedText(" " + own.text, (own.starts[0], *own.starts), (own.starts[0], *own.ends))
        run.append(own)
        if i + 1 == len(lines) or _paragraph_ends(lines, i, draft.subheads):
            paragraphs.append(_without_spaces(MappedText.join(run)))
            run = []
    return MappedText.join(paragraphs, "\n")


def _paragraph_ends(lines: list[Line], i: int, subheads: set[int]) -> bool:
    line, following = lines[i], lines[i + 1]
    if (line.start in subheads) != (following.start in subheads):
        return True
    if not line.final:
        return False
    near = [other.width for other in lines[max(0, i - 6) : i + 7] if other.width <= LONG and not other.final]
    return len(near) < 2 or line.width > LONG or line.width < max(near) - 1.6


def _without_spaces(text: MappedText) -> MappedText:
    """Spaces stay beside Latin letters and in lists of names."""
    if " " not in text.text:
        return text
    lists = [m.span() for m in NAME_LIST.finditer(text.text)]
    gone = {m.start() for m in BODY_SPACE.finditer(text.text) if not any(a <= m.start() < b for a, b in lists)}
    return text.keep(i for i in range(len(text)) if i not in gone) if gone else text


def build(
    page: Page, number: int, draft: Draft, units: list[Unit], captions: list[list[Piece]], writers: People
) -> Article:
    """The article record of a draft with its headline units and captions; `writers` wrote what nobody signed."""
    parts: list[Part] = []
    people = People()
    for piece in draft.items:
        if piece.kind in ("open", "byline"):
            parts.append(Part(role="byline", clean=page.clean[piece.line.start : piece.line.end]))
        people = people + piece.people
    if not (people.reporters or people.correspondents):
        people = people + writers
    body = body_part(page, draft)
    spans = _spans(page, draft)
    kicker, headline = _heading(page, units)
    parts += [Part(role="kicker", clean=kicker)] if kicker.text else []
    parts += [Part(role="headline", clean=headline)] if headline.text else []
    parts.append(Part(role="body", clean=body))
    for caption in captions:
        whole = MappedText.join([page.clean[p.line.start : p.line.end] for p in caption])
        parts.append(Part(role="caption", clean=whole))
        for piece in caption:
            people = people + piece.people
    for part in parts:
        if part.role not in ("byline", "body"):
            spans += _regions(page, part.clean, part.role)
    return Article(
        article_id=ids.article_id(page.page_id, number), page_id=page.page_id, headline=headline.text or None,
        kicker=kicker.text or None, reporters=people.reporters, correspondents=people.correspondents,
        photographers=people.photographers, text=body.text, spans=tuple(sorted(spans, key=lambda s: s.start)),
        parts=tuple(sorted(parts, key=lambda p: (p.clean.starts[0], p.role))),
    )  # fmt: skip


def _spans(page: Page, draft: Draft) -> list[Region]:
    """Body and byline regions; body lines that read on are one region."""
    out: list[Region] = []
    previous: Piece | None = None
    for piece in draft.items:
        role: Role | None = {"text": "body", "open": "byline", "byline": "byline"}.get(piece.kind)  # type: ignore[assignment]
        if role is None:
            continue
        start, end = page.clean[piece.line.start : piece.line.end].raw_span(0, piece.line.end - piece.line.start)
        between = page.clean.text[previous.line.end : piece.line.start] if previous else "x"
        if out and out[-1].role == role == "body" and not between.strip():
            out[-1] = Region(start=out[-1].start, end=end, role="body")
        else:
            out.append(Region(start=start, end=end, role=role))
        previous = piece
    return out


def _regions(page: Page, text: MappedText, role: Role) -> list[Region]:
    """One region, or several where something else is printed between the lines of a heading."""
    cuts = [0]
    for i in range(1, len(text)):
        if text.starts[i] == text.ends[i] and page.raw[text.ends[i - 1] : text.starts[i]].strip():
            cuts.append(i + 1)
    spans = [text[a:b].strip() for a, b in pairwise([*cuts, len(text)])]
    raw = [span.raw_span(0, len(span)) for span in spans if span.text]
    return [Region(start=start, end=end, role=role) for start, end in raw]


def _heading(page: Page, units: list[Unit]) -> tuple[MappedText, MappedText]:
    """Kicker and headline of the units of one heading, in the order in which they are printed."""
    rows = [[page.clean[line.start : line.end] for line in unit.lines] for unit in units]
    flat = [line for row in rows for line in row]
    if not flat:
        return MappedText.empty(), MappedText.empty()
    dash = next((i for i, line in enumerate(flat) if i and DASH.match(line.text)), None)
    if dash is None and DASH.match(flat[0].text) and len(flat) > 1:
        return flat[0], MappedText.join(flat[1:], " ")
    if dash is not None:
        return MappedText.join(flat[dash:], " "), MappedText.join(flat[:dash], " ")
    if len(flat) > 1 and WHOLE.match(" ".join(line.text for line in flat)):
        return MappedText.empty(), MappedText.join(flat, " ")
    if len(flat) > 1 and _unit_line(flat[0].text) and not _stretched(flat[0]):
        return flat[0], MappedText.join(flat[1:], " ")
    if len(flat) > 1 and flat[0].text.endswith("：") and _unit_line(flat[0].text[:-1]):  # 水头镇： / 把矛盾化解在家门口
        return flat[0], MappedText.join(flat[1:], " ")
    if len(flat) == 2 and is_unit(flat[1].text):
        return flat[1], flat[0]
    if len(rows) == 2 and not UNFINISHED.match(flat[0].text):
        return MappedText.join(rows[0], " "), MappedText.join(rows[1], " ")
    cut = kicker_end(flat[0].text)
    if cut and (len(flat) == 1 or len(rows) == 1):
        rest = flat[0][cut:].strip()
        return flat[0][:cut], MappedText.join([rest, *flat[1:]], " ")
    return MappedText.empty(), MappedText.join(flat, " ")


def _unit_line(text: str) -> bool:
    """A unit, or a few words that end with one set apart by a space."""
    return is_unit(text) or (" " in text and len(text) <= 20 and is_unit(text.split(" ")[-1]) and not VERB.search(text))


def _stretched(line: MappedText) -> bool:
    """A line set apart letter by letter to the breadth of the next: the headline only breaks there."""
    start, end = line.raw_span(0, len(line))
    return len(line) >= 6 and end - start > 1.7 * len(line)
