"""Evidence of invented pages, written in a line each."""

from __future__ import annotations

from pipeline import ids
from pipeline.entities import PageEvidence
from pipeline.entities.evidence import PersonEvidence
from pipeline.records import Entity

AREAS = {
    "鹤壁市": ("dis:410600", "city", None), "浚县": ("dis:410621", "county", "dis:410600"),
    "淇滨区": ("dis:410611", "county", "dis:410600"), "郑州市": ("dis:410100", "city", None),
    "中原区": ("dis:410102", "county", "dis:410100"),
}  # fmt: skip


def area(name: str) -> Entity:
    code, level, parent = AREAS[name]
    return Entity(entity_id=code, type="district", name=name, level=level, parent=parent)


def page(
    page_id: str, name: str, kind: str = "official", *, body: str = "", county: str = "", near: str = "", city: str = "鹤壁市",
    role: str = "", street: str = "", date: str | None = "2024-08",
) -> PageEvidence:  # fmt: skip
    """A page with one person on it."""
    local = ids.entity_id("person", page_id, name)
    org = ids.entity_id("organisation", county or city, body) if body else None
    entities = [
        Entity(entity_id=local, type="person", name=name),
        *(area(a) for a in sorted({city, county, near} - {""})),
    ]
    if org:
        entities.append(Entity(entity_id=org, type="organisation", name=body, district=AREAS[county or city][0]))
    known = PersonEvidence(
        entity_id=local, kind=kind, bodies=(org,) if org else (), roles=(role,) if role else (),
        homes=(AREAS[county][0],) if county and not body else (), counties=(AREAS[county][0],) if county else (),
        near=(AREAS[near][0],) if near else (), cities=(AREAS[city][0],), streets=(street,) if street else (),
    )  # fmt: skip
    return PageEvidence(page_id=page_id, place=AREAS[city][0], date=date, entities=tuple(entities), people=(known,))


def local(page_id: str, name: str) -> str:
    """The id that the person has on that page."""
    return ids.entity_id("person", page_id, name)
