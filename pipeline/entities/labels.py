"""Labels that tell people of one name apart: 王伟（浚县）, 王伟（中原区）."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.entities.gather import Gathered
from pipeline.records import Entity


def label_people(entities: Iterable[Entity], known: Gathered) -> list[Entity]:
    """Give people whose name others bear too a label with their area, else their body, else a number."""
    rows = list(entities)
    count = Counter(e.name for e in rows if e.type == "person")
    names = {e.entity_id: e.name for e in rows if e.type != "person"}
    labels: dict[str, str] = {}
    for entity in rows:
        if entity.type == "person" and count[entity.name] > 1:
            labels[entity.entity_id] = f"{entity.name}（{_where(entity, known, names, area=True)}）"
    twice = Counter(labels.values())
    for entity in rows:
        if twice[labels.get(entity.entity_id, "")] > 1:
            labels[entity.entity_id] = f"{entity.name}（{_where(entity, known, names, area=False)}）"
    number: Counter[str] = Counter()
    out = []
    again = Counter(labels.values())
    for entity in sorted(rows, key=lambda e: e.entity_id):
        label = labels.get(entity.entity_id)
        if label and again[label] > 1:
            number[label] += 1
            label = label.removesuffix("）") + f"·{number[label]}）"
        out.append(entity.model_copy(update={"label": label}) if label else entity)
    return out


def _where(entity: Entity, known: Gathered, names: dict[str, str], *, area: bool) -> str:
    """Name of the person's area; or of the body, community or trade that says more."""
    person = known.people[entity.entity_id]
    place = names.get(entity.district or "", "")
    if area and place:
        return place
    for found in (person.bodies, person.streets):
        listed = sorted(n for b in found if (n := names.get(b)))
        if listed:
            return listed[0]
    kind = {"journalist": "记者", "resident": "居民", "official": "干部"}.get(min(person.kinds, default=""), "")
    return f"{place}{kind}" or "其他"
