"""Takes a body's printed name apart: the areas in front, the word by which it leans on one, and what it is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.entities.context import PageContext
from pipeline.entities.offices import is_office
from pipeline.entities.organisation_names import LEAGUE, LEANING, PARTY, stands_on
from pipeline.records import Entity, Mention

BETWEEN = re.compile(r"[一-鿿]{0,5}?(?:街道办事处|办事处|街道办|街道)(?=.)")
CLASS = re.compile(r"(?:省|市|州|盟|区|县|旗|街道|镇|乡|社区|村)$")
# 县 of 浚县县委, 街道 of 天山路街道党工委: the area's own last word once more
AGAIN = {"province": "省", "city": "市州", "county": "县区市旗"}
LEAGUE_LEANS = re.compile(r"^团(?P<word>省|市|州|区|县|旗)委")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body's printed name taken apart; `inside` is the last area within the name that is not in front."""

    mention: Mention
    area: Entity | None
    core: str
    how: str
    inside: Entity | None = None


def parse(mention: Mention, areas: Sequence[Mention], context: PageContext) -> Parsed:
    """Areas at the front of the name, or the word by which it leans on one, and the rest; `areas` are its sentence's."""
    text = mention.text
    front = PARTY.match(text) or LEAGUE.match(text)
    at = front.end() if front else 0
    kept = front[0] if front and front.re is LEAGUE else ""
    area, end = _front(mention, at, areas, context)
    inner = [m for m in areas if mention.sent_start + end < m.sent_start and m.sent_end < mention.sent_end]
    inside = context.areas[max(inner, key=lambda m: m.sent_start).mention_id] if inner else None
    if area is not None:
        return Parsed(mention, area, kept + without_again(text[end:], area), "area in its name", inside)
    leans = LEAGUE_LEANS.match(text)
    word = leans or LEANING.match(text, at)
    if word and (leaned := context.lean(word["word"], mention)):
        core = "共青团委" + text[word.end() :] if leans else kept + text[word.end() :]
        return Parsed(mention, leaned, core, f"{word['word']} leans on {leaned.name}", inside)
    before = [m for m in areas if m.sent_end == mention.sent_start]
    if before:
        area = context.areas[before[0].mention_id]
        return Parsed(mention, area, kept + without_again(text[at:], area), "area printed before it", inside)
    if is_office(text[at:]) and not stands_on(text[at:]) and (own := _office_area(mention, context)):
        return Parsed(mention, own, kept + text[at:], f"office of {own.name}, which the article is about", inside)
    return Parsed(mention, None, text, "as printed", inside)


def _front(mention: Mention, at: int, areas: Sequence[Mention], context: PageContext) -> tuple[Entity | None, int]:
    """The last of the areas that stand one behind the other at the front, and where it ends; 办事处 between them is passed over."""
    area: Entity | None = None
    start = at
    while area is None or area.level not in ("community", "residential"):
        found = _area_at(mention, start, areas, context)
        filler = None if found else BETWEEN.match(mention.text, start)
        if filler:
            found = _area_at(mention, filler.end(), areas, context)
        if found is None:
            break
        area, start = found
    return area, start


def _area_at(mention: Mention, at: int, areas: Sequence[Mention], context: PageContext) -> tuple[Entity, int] | None:
    inner = [m for m in areas if m.sent_start == mention.sent_start + at and m.sent_end < mention.sent_end]
    if inner:
        longest = max(inner, key=lambda m: m.sent_end)
        return context.areas[longest.mention_id], longest.sent_end - mention.sent_start
    return _printed_elsewhere(mention.text, at, context)


def _printed_elsewhere(text: str, at: int, context: PageContext) -> tuple[Entity, int] | None:
    """An area at this place that no mention marks: one the page names elsewhere, or 天山路 of 天山路办事处."""
    for end in range(min(len(text) - 1, at + 14), at + 1, -1):
        form = text[at:end]
        hit = context.named(form) if CLASS.search(form) else None
        if hit is None and text.startswith(("街道办", "办事处"), end) and not CLASS.search(form):
            hit = context.named(form + "街道") or context.named(form + "镇")
        if hit is not None:
            return hit, end
    return None


def without_again(core: str, area: Entity) -> str:
    """A core without the area's own last word: 街道党工委 of 黎阳街道 is 党工委, 县委 of 浚县 is 委."""
    if core.startswith("街道") and area.level == "street" and len(core) > 2:
        return core.removeprefix("街道")
    if (
        len(core) > 1
        and core[0] in AGAIN.get(area.level or "", "")
        and core[0] == area.name[-1]
        and core[1:2] in ("委", "政", "人", "纪", "直")
    ):
        return core[1:]
    return core


def _office_area(mention: Mention, context: PageContext) -> Entity | None:
    """The county, zone or city that the article speaks of, for an office printed without one."""
    main = context.main_area(mention.article_id)
    chain = [main, *context.above(main)] if main else []
    return next((e for e in chain if e.level in ("county", "functional", "city")), context.city)
