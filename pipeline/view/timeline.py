"""When a campaign was seen in which district."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.graph.dates import first_day, last_day
from pipeline.records import Entity

Stroke = list[Any]  # district id, its name, first day, last day, kind, where (file, anchor, date), quote


def strokes(
    entities: Mapping[str, Entity], others: Sequence[str], kind: str, where: Sequence[Any], quote: str
) -> list[Stroke]:
    """What one relation or event puts on a campaign's timeline: a stroke for each district that others stand for.

    A district stands for itself, a body or a place for the district it lies in. Without a date there is nothing to draw.
    """
    first, last = first_day(where[2]), last_day(where[2])
    if not first:
        return []
    areas = dict.fromkeys(area for other in others if (area := _area(entities, other)))
    return [[a, entities[a].name, first, last or first, kind, *where, quote] for a in areas]


def together(every: Sequence[Stroke]) -> list[Stroke]:
    """Strokes of one district, time and kind as one, with their number behind the first of them; in order of time."""
    ordered = sorted(every, key=lambda s: (s[2], s[3], s[0], s[5], s[6]))
    found: dict[tuple[str, ...], list[Stroke]] = {}
    for stroke in ordered:
        found.setdefault((stroke[0], *stroke[2:5]), []).append(stroke)
    return [[*same[0], len(same)] for same in found.values()]


def _area(entities: Mapping[str, Entity], entity_id: str) -> str | None:
    entity = entities.get(entity_id)
    if entity is None:
        return None
    area = entity_id if entity.type == "district" else entity.district
    return area if area in entities else None
