"""Folds page after page into what is known of each thing and each person; the order of pages leaves no trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline import ids
from pipeline.entities.evidence import PageEvidence, PersonEvidence
from pipeline.records import Entity

FIELDS = ("level", "code", "parent", "kind", "district", "honorific", "decided_by")
LAST = "9999"


@dataclass(slots=True)
class Thing:
    """All that pages say of one entity id: how often each name, each form and each value."""

    type: str
    names: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    values: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Person:
    """One name in one setting (body, area, paper): what is never taken apart but by hand."""

    entity_id: str
    name: str
    home: str
    first: tuple[str, str] = (LAST, "")
    last: str = ""
    kinds: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    streets: Counter[str] = field(default_factory=Counter)
    counties: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    cities: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    honorific: str | None = None
    resident: bool = True
    pages: int = 0


@dataclass(slots=True)
class Gathered:
    """Things by id, people by id, and the person that stands for each person of a page."""

    things: dict[str, Thing] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def gather(pages: Iterable[PageEvidence], splits: frozenset[tuple[str, str]] = frozenset()) -> Gathered:
    """Fold pages; `splits` are (person's id, page) that a user took out of that person."""
    out = Gathered()
    for page in pages:
        evidence = {p.entity_id: p for p in page.people}
        for entity in page.entities:
            if entity.type == "person" and entity.entity_id in evidence:
                _fold_person(out, page, entity, evidence[entity.entity_id], splits)
            else:
                _fold_thing(out, entity, page.place)
    return out


def _fold_thing(out: Gathered, entity: Entity, place: str | None) -> None:
    thing = out.things.get(entity.entity_id)
    if thing is None:
        thing = out.things[entity.entity_id] = Thing(entity.type)
    thing.names[entity.name] += 1
    thing.forms.update(entity.aliases)
    if entity.type == "organisation" and place:
        thing.places.add(place)
    for name in FIELDS:
        value = getattr(entity, name)
        if value is not None:
            thing.values[name, value] += 1


def _fold_person(
    out: Gathered, page: PageEvidence, entity: Entity, known: PersonEvidence, splits: frozenset[tuple[str, str]]
) -> None:
    home = home_of(page, entity, known)
    name = ids.entity_id("person", entity.name, home)
    if (name, page.page_id) in splits:
        home = f"hand:{page.page_id}"
        name = ids.entity_id("person", entity.name, home)
    out.links[entity.entity_id] = name
    person = out.people.get(name)
    if person is None:
        person = out.people[name] = Person(name, entity.name, home)
    date = page.date or LAST
    person.first = min(person.first, (date, page.page_id)) if person.pages else (date, page.page_id)
    person.last = max(person.last, page.date or "")
    person.pages += 1
    person.kinds[known.kind] += 1
    for field_ in ("bodies", "roles", "streets", "counties", "near", "cities"):
        getattr(person, field_).update(getattr(known, field_))
    person.papers.update([page.newspaper] if page.newspaper else [])
    person.forms.update(entity.aliases)
    person.honorific = person.honorific or entity.honorific
    person.resident = person.resident and known.kind == "resident"


def home_of(page: PageEvidence, entity: Entity, known: PersonEvidence) -> str:
    """Where a person of a page belongs, by the strongest evidence of the page: nation, paper, body, area, county, city."""
    place = page.place or page.newspaper or page.page_id
    if known.kind == "national":
        return "nation"
    if entity.honorific:
        return f"only:{entity.entity_id}"
    if known.kind == "journalist":
        return f"paper:{place}"
    if known.kind == "resident" and not (known.streets or known.bodies):
        return f"resident:page:{page.page_id}"  # a county has many residents of one name
    for kind, found in (("body", known.bodies), ("area", known.homes), ("near", known.near)):
        if found:
            return f"{known.kind}:{kind}:{min(found)}"
    return f"{known.kind}:city:{place}"
