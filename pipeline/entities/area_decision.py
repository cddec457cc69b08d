"""What one printed area was decided to be."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Level


@dataclass(frozen=True, slots=True)
class AreaDecision:
    """What one printed area is: entity id, full name, level, official code or None, entity id of its parent, and why."""

    entity_id: str
    name: str
    level: Level
    code: str | None
    parent: str | None
    how: str
