"""Which organisation mentions of a page are one body, and what it is called in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.entities.organisation_names import (
    BODY_OF_FIRM,
    GENERIC_CORE,
    LEANING,
    canonical_name,
    core_key,
    is_short_for,
)
from pipeline.records import Entity, Mention


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body's printed name taken apart."""

    mention: Mention
    area: Entity | None
    core: str
    how: str


def resolve_organisations(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """Give every organisation mention of a page its entity, in print order; keys are mention ids."""
    nested = _areas_by_sentence(mentions, context)
    parsed = [_parse(m, nested.get(m.sentence_id, ()), context) for m in mentions if m.type == "organisation"]
    out: dict[str, Entity] = {}
    for item in sorted(
        parsed, key=lambda p: (p.area is None, context.order[p.mention.sentence_id], p.mention.sent_start)
    ):
        out[item.mention.mention_id] = _entity(item, out, parsed, context)
    return out


def _areas_by_sentence(mentions: Sequence[Mention], context: PageContext) -> dict[str, list[Mention]]:
    out: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.mention_id in context.areas:
            out.setdefault(mention.sentence_id, []).append(mention)
    return out


def _parse(mention: Mention, areas: Sequence[Mention], context: PageContext) -> Parsed:
    """The areas at the front of the name, or the word by which it leans on one, and the rest."""
    at, area = mention.sent_start, None
    for inner in sorted(areas, key=lambda m: (m.sent_start, -m.sent_end)):
        if inner.sent_start == at and inner.sent_end < mention.sent_end:
            at, area = inner.sent_end, context.areas[inner.mention_id]
    core = mention.text[at - mention.sent_start :]
    if area:
        if core.startswith("街道") and area.level == "street":
            core = core.removeprefix("街道")
        return Parsed(mention, area, core, "area in its name")
    word = LEANING.match(core)
    if word:
        leaned = context.lean(word["word"], mention)
        if leaned:
            return Parsed(mention, leaned, core[word.end() :], f"{word['word']} leans on {leaned.name}")
    before = [m for m in areas if m.sent_end == mention.sent_start]
    if before:
        return Parsed(mention, context.areas[before[0].mention_id], core, "area printed before it")
    return Parsed(mention, None, core, "as printed")


def _entity(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed], context: PageContext) -> Entity:
    if item.area is None:
        full = _full_form(item, done, parsed)
        if full:
            return full
        owner = _owner(item, done, parsed, context)
        if isinstance(owner, Entity) and owner.type == "organisation":
            return _new(
                item,
                owner.name + item.core,
                (owner.entity_id, core_key(item.core)),
                owner.district,
                "part of the body named before",
                context,
            )
        if isinstance(owner, Entity):
            item = Parsed(item.mention, owner, item.core, "area the article is about")
    key = core_key(item.core)
    if item.area is None:
        scope = context.page.place_code or ""
        return _new(item, canonical_name(item.core, []), (scope if len(key) < 6 else "", key), None, item.how, context)
    chain = [item.area, *context.above(item.area)]
    # a county's body is called by city and county; any other by its own area alone
    of_county = item.area.level == "county" and context.city is not None and context.city in chain
    shown = [context.city.name, item.area.name] if of_county and context.city else [item.area.name]
    return _new(
        item, canonical_name(item.core, shown), (item.area.entity_id, key), item.area.entity_id, item.how, context
    )


def _full_form(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed]) -> Entity | None:
    """The one body of the article, else of the page, that this form is cut out of."""
    for same_article in (True, False):
        hits = {}
        for other in parsed:
            entity = done.get(other.mention.mention_id)
            if entity is None or same_article != (other.mention.article_id == item.mention.article_id):
                continue
            near = same_article or not GENERIC_CORE.match(item.core)
            if near and is_short_for(item.core, other.mention.text):
                hits[entity.entity_id] = entity
        if len(hits) == 1:
            return next(iter(hits.values()))
    return None


def _owner(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed], context: PageContext) -> Entity | None:
    """What a generic name belongs to: a section to the firm named before it, a local body to the article's area."""
    if not GENERIC_CORE.match(item.core):
        return None
    here = (context.order[item.mention.sentence_id], item.mention.sent_start)
    if BODY_OF_FIRM.search(item.core):
        firms = [
            done[p.mention.mention_id]
            for p in parsed
            if p.mention.mention_id in done and p.mention.article_id == item.mention.article_id
            and (context.order[p.mention.sentence_id], p.mention.sent_start) < here and not GENERIC_CORE.match(p.core)
            and not BODY_OF_FIRM.search(p.core)
        ]  # fmt: skip
        return firms[-1] if firms else None
    return context.main_area(item.mention.article_id)


def _new(item: Parsed, name: str, key: tuple[str, ...], district: str | None, how: str, context: PageContext) -> Entity:
    return context.known(
        Entity(
            entity_id=ids.entity_id("organisation", *key), type="organisation", name=name, kind=item.mention.kind,
            district=district, decided_by=how,
        )
    )  # fmt: skip
