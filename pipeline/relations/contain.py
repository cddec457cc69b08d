"""Containment that names carry, article by article: areas in areas, bodies in areas, bodies in bodies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.records import Mention, RelationType, Sentence
from pipeline.relations.drafts import Draft
from pipeline.relations.levels import level_of
from pipeline.relations.names import GENERIC, LEAN, MINISTRY, OTHER, SECTION, Names, own_areas
from pipeline.rules import Encoded


def contained(texts: Sequence[Encoded], names: Names, topic: Sequence[Mention]) -> Iterator[Draft]:
    """All containment of one article that its names carry; each pair once, where it is first printed.

    Of a body that stands nowhere by itself only what a body printed needs is told: 临江市公安局 in 临江市公安局新安分局.
    """
    drafts = list(_all(texts, names, topic))
    needed = {d.tail for d in drafts if d.type == "part_of" and d.head in names.printed}

    def told(draft: Draft) -> bool:
        body = names.entities.get(draft.head)
        if body is None or body.type != "organisation" or draft.head in names.printed:
            return True
        return draft.type != "part_of" and draft.head in needed

    yield from filter(told, drafts)


def _all(texts: Sequence[Encoded], names: Names, topic: Sequence[Mention]) -> Iterator[Draft]:
    seen: set[tuple[str, str, str]] = set()
    everyone = [
        (text, m)
        for text in texts
        for m in text.mentions
        if m.entity_id and not m.anaphor and not _inside_title(text, m)
    ]
    ordered = [m for _, m in everyone]
    for text in texts:
        for child, parent, mention in _side_by_side(text, names):
            if ("part_of", child, parent) not in seen:
                seen.add(("part_of", child, parent))
                yield Draft(
                    "part_of",
                    child,
                    parent,
                    text.sentence,
                    mention.sent_start,
                    mention.sent_end,
                    "area_next_to_name",
                    0.93,
                )
    for order, (text, mention) in enumerate(everyone):
        for type_, head, tail, rule, confidence in _carried(text, mention, names, ordered, order, topic):
            if head != tail and (type_, head, tail) not in seen:
                seen.add((type_, head, tail))
                yield Draft(type_, head, tail, text.sentence, mention.sent_start, mention.sent_end, rule, confidence)


# Part of the congress (of 纪委) only where that is printed by itself.
STANDING = ("常委会", "常务委员会", "人大工委", "人大主席团", "监委", "监察委员会")
BRANCH_HEAD = re.compile("[分支](行|公司|局|院|校|会|社|店)$")


def _side_by_side(text: Encoded, names: Names) -> Iterator[tuple[str, str, Mention]]:
    """和平街道|花园社区文化广场: the area that a name begins with lies in the area printed right before it."""
    outer = [m for m in text.mentions if m.outermost and m.entity_id]
    for area, other in itertools.pairwise(outer):
        if area.type == "district" and other.type in ("organisation", "place") and area.sent_end == other.sent_start:
            chain = names.chain(other.text, text.inside(other), other.sent_start)
            high, low = names.level(area.entity_id or ""), names.level(chain[0]) if chain else None
            if chain and area.entity_id and chain[0] != area.entity_id and high is not None and low and high < low:
                yield chain[0], area.entity_id, other


def _inside_title(text: Encoded, mention: Mention) -> bool:
    """Inside the name of a document or campaign: 《临江市人民政府令》 tells of no body."""
    return not mention.outermost and any(
        m.type in ("policy", "campaign") and m.sent_start <= mention.sent_start and mention.sent_end <= m.sent_end
        for m in text.mentions
    )


Found = tuple[RelationType, str, str, str, float]


def _carried(
    text: Encoded, mention: Mention, names: Names, ordered: Sequence[Mention], order: int, topic: Sequence[Mention]
) -> Iterator[Found]:
    own = mention.entity_id or ""
    inside = text.inside(mention)
    if mention.type in ("organisation", "place", "district"):
        for child, parent in own_areas(names, mention.text, inside, mention.sent_start):
            yield "part_of", child, parent, "areas_in_a_name", 0.95
    if mention.type == "district":
        yield from _area_in_area(mention, names, inside)
    if mention.type in ("organisation", "place"):
        around = [] if mention.outermost else [m for m in text.mentions if m.outermost]
        yield from _located(mention, names, inside, around, ordered, order, topic)
    if mention.type == "organisation":
        parent_ = names.parent(mention.text, own)
        if parent_ is None or parent_ not in names.printed:  # 总行 is printed, 永和银行 only inside 永和银行新安分行
            parent_ = _head_office(mention, ordered) or parent_
        parent_ = parent_ or _of_the_named(text, mention) or _section(text.sentence, mention, names, ordered, order)
        unprinted = parent_ not in names.printed
        if parent_ and not (unprinted and (mention.text.endswith(STANDING) or names.branded(parent_))):
            yield "part_of", own, parent_, "body_in_a_name", 0.93


def _area_in_area(mention: Mention, names: Names, inside: Sequence[Mention]) -> Iterator[Found]:
    own = mention.entity_id or ""
    chain = [e for e in names.chain(mention.text, inside, mention.sent_start) if e != own]
    functional = names.level(own) == 4
    if (
        chain
        and (functional or (names.level(own) or 9) - (names.level(chain[-1]) or 9) in (1, 2, 3))
        and (functional or not mention.text.endswith("社区"))
    ):
        yield "part_of", own, chain[-1], "area_in_a_name", 0.9
    elif functional and mention.text.startswith("市"):
        place = names.lean(mention.text, (), ())
        if place:
            yield "part_of", own, place, "area_leans_on_place", 0.85


def _located(
    mention: Mention,
    names: Names,
    inside: Sequence[Mention],
    around: Sequence[Mention],
    ordered: Sequence[Mention],
    order: int,
    topic: Sequence[Mention],
) -> Iterator[Found]:
    own, text = mention.entity_id or "", mention.text
    entity = names.entities.get(own)
    if any(OTHER.match(o.text, len(text)) for o in around if o.text.startswith(text)):  # 北辰集团 in 北辰集团有限公司
        return
    area = names.stationed(text) or names.branch(text)
    chain = names.chain(text, inside, mention.sent_start)
    if area or chain:
        yield "located_in", own, area or chain[-1], "area_in_a_name", 0.95
        return
    leans = LEAN.match(text)
    chain = names.chain(entity.name) if entity and leans and entity.name != text else []
    leaning = chain[-1] if chain else names.lean(text, ordered[:order], ordered[order + 1 :])
    if leaning and leans:
        yield "located_in", own, leaning, "name_leans_on_area", 0.9
    elif GENERIC.fullmatch(text) and mention.type == "organisation":
        near = [
            m
            for m in ordered[:order]
            if m.sentence_id == mention.sentence_id and (names.level(m.entity_id or "") or 0) >= 5
        ]
        for unit in (*reversed(near), *topic):
            if unit.type == "district" and unit.entity_id:
                yield "located_in", own, unit.entity_id, "body_of_the_topic", 0.7
                return


def _head_office(mention: Mention, ordered: Sequence[Mention]) -> str | None:
    """A branch belongs to the 总行, 总公司 … that its article speaks of."""
    branch = BRANCH_HEAD.search(mention.text)
    if not branch:
        return None
    names = (f"总{branch[1]}", "总部")
    return next((m.entity_id for m in ordered if m.text in names and m.entity_id != mention.entity_id), None)


def _of_the_named(text: Encoded, mention: Mention) -> str | None:
    """该院|心内科: a section belongs to the body that the word right before it stands for."""
    if not SECTION.search(mention.text) and not mention.text.endswith(("局", "队", "中心", "站", "室", "所")):
        return None
    stands = (m for m in text.mentions if m.anaphor and m.type == "organisation" and m.sent_end == mention.sent_start)
    return next((m.entity_id for m in stands if m.entity_id != mention.entity_id), None)


def _section(sentence: Sentence, mention: Mention, names: Names, ordered: Sequence[Mention], order: int) -> str | None:
    """A bare section (公司金融部) belongs to the body named last before it."""
    text = mention.text
    if not SECTION.search(text) or MINISTRY.match(text) or len(text) > 9 or names.chain(text) or LEAN.match(text):
        return None
    if level_of(None, text) is not None or not mention.outermost:
        return None
    for other in reversed(ordered[:order]):
        if (
            other.type != "organisation"
            or not other.outermost
            or other.entity_id == mention.entity_id
            or not other.entity_id
        ):
            continue
        above = names.parent(other.text, other.entity_id)
        if above and SECTION.search(other.text):
            return above
        if not SECTION.search(other.text):
            return other.entity_id
    return None
