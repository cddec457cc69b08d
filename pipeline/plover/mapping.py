"""The mapping table: our event types and bodies on one side, PLOVER's categories, modes, contexts and sectors on the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import Entity

CATEGORIES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True)
class EventRow:
    """One row: an event type, perhaps only with certain words, and what it is in PLOVER."""

    type: str
    words: re.Pattern[str] | None
    event: str
    mode: str = ""
    reciprocal: bool = False


@dataclass(frozen=True)
class SectorRow:
    """One row: which bodies and areas have which sector code, and the code PLOVER itself knows if ours is an extension."""

    type: str
    kind: str
    level: str
    words: re.Pattern[str] | None
    code: str
    fallback: str = ""

    def fits(self, entity: Entity) -> bool:
        """Whether an entity is of this row's type, kind and level and has one of its words in its name."""
        body = entity.type in ("organisation", "district") if not self.type else entity.type == self.type
        return (
            body
            and (not self.kind or entity.kind == self.kind)
            and (not self.level or entity.level == self.level)
            and (self.words is None or (entity.type == "organisation" and bool(self.words.search(entity.name))))
        )


@dataclass(frozen=True)
class Mapping:
    """The whole table."""

    version: str
    codebook: str
    country: str
    quad_code: bool
    own_sectors: bool
    quad: dict[str, int]
    unnamed_recipient: dict[str, str]
    events: tuple[EventRow, ...]
    sectors: tuple[SectorRow, ...]
    contexts: dict[str, str]

    def event(self, kind: str, words: str) -> EventRow | None:
        """The first row for an event type and the words of its trigger; None when PLOVER has no slot.

        >>> from pipeline.plover import load_mapping
        >>> load_mapping().event("remediation", "拆除违建三处").mode
        'restrict'
        >>> load_mapping().event("inspection", "检查") is None
        True
        """
        row = next((r for r in self.events if r.type == kind and (r.words is None or r.words.search(words))), None)
        return row if row and row.event else None

    def sector(self, entity: Entity) -> str:
        """The sector code of a body, area or person; "" when no row fits.

        >>> from pipeline.plover import load_mapping
        >>> load_mapping().sector(Entity(entity_id="o", type="organisation", name="阳光社区党委"))
        'PTY'
        >>> load_mapping().sector(Entity(entity_id="d", type="district", name="阳光社区", level="community"))
        'RCM'
        """
        row = next((r for r in self.sectors if r.fits(entity)), None)
        if row is None:
            return ""
        return row.fallback if row.fallback and not self.own_sectors else row.code
