"""Which organisation mentions of a page are one body, and what it is called in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.entities.offices import core_key, written_out
from pipeline.entities.organisation_names import (
    BODY_OF_FIRM,
    GENERIC_CORE,
    HEAD_OFFICE,
    OWN_NAME,
    STEM,
    canonical_name,
    is_short_for,
    stands_on,
)
from pipeline.entities.organisation_parse import Parsed, parse, without_again
from pipeline.entities.others import plain
from pipeline.records import Entity, Mention

# a registered name or a body above the nation is one thing wherever it is printed
EVERYWHERE = re.compile(
    r"(?:有限公司|有限责任公司|集团公司)$|银行|^(?:中国|中华|全国|国家|中央|中共)|(?:东|欧|非)盟$|^联合国|组织$"
)
NATIONAL = {
    "党中央": "中共中央",
    "中共中央委员会": "中共中央",
    "全国人大": "全国人民代表大会",
    "中央纪委": "中共中央纪律检查委员会",
    "团中央": "共青团中央委员会",
}


def resolve_organisations(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """Give every organisation mention of a page its entity, in print order; keys are mention ids.

    Names with their area are decided first, then names that lean on one, then those that only the names before explain.
    """
    nested: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.mention_id in context.areas:
            nested.setdefault(mention.sentence_id, []).append(mention)
    parsed = [parse(m, nested.get(m.sentence_id, ()), context) for m in mentions if m.type == "organisation"]
    out: dict[str, Entity] = {}
    for item in sorted(parsed, key=lambda p: (_rank(p), context.order[p.mention.sentence_id], p.mention.sent_start)):
        out[item.mention.mention_id] = _entity(item, out, parsed, context)
    return out


def _rank(item: Parsed) -> tuple[int, int]:
    """The fuller a name, the sooner it is decided; generic names and short forms come last."""
    if item.area is not None:
        return (0 if item.how == "area in its name" else 1), 0
    return (3 if GENERIC_CORE.match(item.core) or HEAD_OFFICE.match(item.core) else 2), -len(item.core)


def _entity(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed], context: PageContext) -> Entity:
    text = item.mention.text
    if text in NATIONAL:
        return _new(item, NATIONAL[text], ("cn", NATIONAL[text]), None, "national body", context)
    if item.area is None or OWN_NAME.search(item.core):
        full = _full_form(item, done, parsed)
        if full:
            return full
    if item.area is None:
        head = _head_office(item, done, parsed, context)
        owner = head or _owner(item, done, parsed, context)
        if owner is not None and owner.type == "organisation":
            name = head.name if head else owner.name + item.core
            key = (core_key(name),) if head else (owner.entity_id, core_key(item.core))
            return _new(item, name, key, owner.district, "part of the body named before", context)
        if owner is not None:
            item = Parsed(
                item.mention,
                owner,
                without_again(item.core, owner),
                f"{owner.name} is the area the article is about",
                item.inside,
            )
    key_ = core_key(item.core, item.area.level if item.area else None)
    if item.area is None:
        scope = context.page.place_code or ""
        district = item.inside.entity_id if item.inside else None
        own = (
            "" if EVERYWHERE.search(key_) else scope,
            plain(key_),
        )  # a team's or firm's short name means another elsewhere
        return _new(
            item,
            written_out(core_key(text) if text != key_ and key_.startswith("中国") else text),
            own,
            district,
            item.how,
            context,
        )
    where = item.inside.entity_id if item.inside and OWN_NAME.search(item.core) else item.area.entity_id
    name = canonical_name(item.core, item.area, context.city_of(item.area))
    if OWN_NAME.search(item.core) and item.how == "area in its name":
        name = core_key(text) if core_key(text).startswith("中国") else text  # a brand keeps the area as it prints it
    return _new(item, name, (item.area.entity_id, plain(key_)), where, item.how, context)


def _full_form(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed]) -> Entity | None:
    """The one body of the article, else of the page, that this form is cut out of."""
    forms = dict.fromkeys((item.mention.text, item.core))
    for same_article in (True, False):
        hits = {}
        for other in parsed:
            entity = done.get(other.mention.mention_id)
            if entity is None or same_article != (other.mention.article_id == item.mention.article_id):
                continue
            near = same_article or (len(item.core) >= 4 and not GENERIC_CORE.match(item.core))
            if near and any(is_short_for(form, other.mention.text) for form in forms):
                hits[entity.entity_id] = entity
        if len(hits) == 1:
            return next(iter(hits.values()))
    return None


def _before(item: Parsed, parsed: Sequence[Parsed], context: PageContext) -> tuple[list[Parsed], list[Parsed]]:
    """The other bodies of the article: those printed before, and all of them."""
    here = (context.order[item.mention.sentence_id], item.mention.sent_start)
    own = [p for p in parsed if p.mention.article_id == item.mention.article_id]
    return [p for p in own if (context.order[p.mention.sentence_id], p.mention.sent_start) < here], own


def _head_office(
    item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed], context: PageContext
) -> Entity | None:
    """总行 of the bank that the article names; the branch itself for 分行, 支行."""
    if not HEAD_OFFICE.match(item.core):
        return None
    before, own = _before(item, parsed, context)
    firms = [done[p.mention.mention_id] for p in [*own[::-1], *before] if p.mention.mention_id in done]
    firms = [f for f in firms if STEM.match(f.name) and not HEAD_OFFICE.match(f.name)]
    if not firms:
        return None
    if item.core in ("分行", "支行", "分公司", "支公司"):
        return next((f for f in firms[::-1] if f.name.endswith(item.core)), None)
    stem = STEM.match(firms[-1].name)
    name = (stem[0] if stem else firms[-1].name) + item.core
    return Entity(entity_id="", type="organisation", name=name)


def _owner(item: Parsed, done: dict[str, Entity], parsed: Sequence[Parsed], context: PageContext) -> Entity | None:
    """What a generic name belongs to: a section to the firm named before it, a local body to the article's area."""
    if not GENERIC_CORE.match(item.core):
        return None
    if BODY_OF_FIRM.search(item.core):
        before, _ = _before(item, parsed, context)
        firms = [
            done[p.mention.mention_id]
            for p in before
            if p.mention.mention_id in done and not GENERIC_CORE.match(p.core) and not BODY_OF_FIRM.search(p.core)
            and not HEAD_OFFICE.match(p.core)
        ]  # fmt: skip
        return firms[-1] if firms else None
    levels = stands_on(item.core)
    if levels:
        return context.nearest(item.mention, levels) or context.main_area(item.mention.article_id)
    return context.main_area(item.mention.article_id)


def _new(item: Parsed, name: str, key: tuple[str, ...], district: str | None, how: str, context: PageContext) -> Entity:
    return context.known(
        Entity(
            entity_id=ids.entity_id("organisation", *key), type="organisation", name=name, kind=item.mention.kind,
            district=district, decided_by=how,
        )
    )  # fmt: skip
