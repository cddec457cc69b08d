"""What one page tells about who its people are: small enough to be kept for every page of a corpus, and to be written as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pipeline.records import Entity, Mention, Page, Record, Relation, Sentence

Kind = Literal["national", "journalist", "official", "resident", "other"]
NATIONAL = re.compile(
    r"(?:总书记|国家主席|中央军委主席|国务院总理|国务院副总理|全国人大常委会委员长|全国政协主席|中共中央政治局[常委员]+|国务委员)$"
)
NATIONAL_AFTER = re.compile(r"^(?:同志)?(?:总书记|主席(?!团|台)|总理)")
RESIDENT_ROLE = re.compile(r"居民|村民|市民|群众|业主|住户|家长|学生|商户|老人|党员$|环卫工")


class PersonEvidence(Record):
    """One person of one page; ids are those of the page's entities and of areas."""

    entity_id: str
    kind: Kind
    bodies: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


class PageEvidence(Record):
    """All that the corpus needs to know of one page."""

    page_id: str
    place: str | None = None
    newspaper: str | None = None
    date: str | None = None
    entities: tuple[Entity, ...] = ()
    people: tuple[PersonEvidence, ...] = ()


def page_evidence(
    page: Page,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    relations: Sequence[Relation],
) -> PageEvidence:
    """Gather for every person of a page its bodies, areas and roles, and the counties that its articles speak of."""
    known = {e.entity_id: e for e in entities}
    lines = {s.sentence_id: s for s in sentences}
    stated: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.type in ("holds_position", "affiliated_with"):
            stated.setdefault(relation.head, []).append(relation)
    named: dict[str, list[Mention]] = {}
    counties: dict[str, Counter[str]] = {}
    for mention in mentions:
        entity = known.get(mention.entity_id or "")
        if entity is None or mention.anaphor:
            continue
        if entity.type == "person":
            named.setdefault(entity.entity_id, []).append(mention)
        elif entity.type == "district":
            found = _of_level(entity.entity_id, ("county", "functional"), known)
            counties.setdefault(mention.article_id, Counter()).update(found)
    place = f"dis:{page.place_code}" if page.place_code else None
    people = tuple(_person(known[p], named[p], stated.get(p, []), counties, lines, known, place) for p in sorted(named))
    return PageEvidence(
        page_id=page.page_id,
        place=place,
        newspaper=page.newspaper,
        date=page.date,
        entities=tuple(entities),
        people=people,
    )


def _person(
    person: Entity, mentions: Sequence[Mention], stated: Sequence[Relation], counties: Mapping[str, Counter[str]],
    lines: Mapping[str, Sentence], known: Mapping[str, Entity], place: str | None,
) -> PersonEvidence:  # fmt: skip
    tails = sorted({r.tail for r in stated})
    bodies = [t for t in tails if t in known and known[t].type == "organisation"]
    areas = [a for t in tails for a in _area_of(t, known)]
    near: Counter[str] = Counter()
    for article in {m.article_id for m in mentions}:
        near.update(counties.get(article, {}))
    cities = {c for a in areas for c in _of_level(a, ("city",), known)} or ({place} if place else set())
    return PersonEvidence(
        entity_id=person.entity_id,
        kind=_kind(person, mentions, stated, lines),
        bodies=tuple(bodies),
        homes=tuple(t for t in tails if t in known and known[t].type == "district"),
        roles=tuple(sorted({r.role for r in stated if r.role})),
        streets=tuple(sorted({s for a in areas for s in _of_level(a, ("street", "community", "residential"), known)})),
        counties=tuple(sorted({c for a in areas for c in _of_level(a, ("county", "functional"), known)})),
        near=tuple(sorted(c for c, n in near.items() if n * 2 > sum(near.values()))),
        cities=tuple(sorted(cities)),
    )


def _kind(
    person: Entity, mentions: Sequence[Mention], stated: Sequence[Relation], lines: Mapping[str, Sentence]
) -> Kind:
    for mention in mentions:
        line = lines[mention.sentence_id]
        if line.role == "byline":
            return "journalist"
        if NATIONAL.search(line.text[: mention.sent_start]) or NATIONAL_AFTER.match(line.text[mention.sent_end :]):
            return "national"
    if any(r.type == "holds_position" for r in stated):
        return "official"
    if person.resident or any(RESIDENT_ROLE.search(r.role or "") for r in stated):
        return "resident"
    return "other"


def _area_of(tail: str, known: Mapping[str, Entity]) -> list[str]:
    entity = known.get(tail)
    if entity is None:
        return []
    return [tail] if entity.type == "district" else [entity.district] if entity.district else []


def _of_level(area: str, levels: Iterable[str], known: Mapping[str, Entity]) -> list[str]:
    """An area and those above it, as far as they are of some levels."""
    wanted, out, seen = set(levels), [], set()
    at: str | None = area
    while at and at not in seen and at in known:
        seen.add(at)
        if known[at].level in wanted:
            out.append(at)
        at = known[at].parent
    return out
