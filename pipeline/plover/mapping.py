"""The mapping table: our event types and bodies on one side, PLOVER's categories, modes, contexts and sectors on the other."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pipeline.records import Entity, EventType

BUILT_IN = Path(__file__).with_name("data") / "mapping.toml"
CATEGORIES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
EVENT_KEYS = {"type", "words", "event", "mode", "reciprocal", "comment"}
SECTOR_KEYS = {"type", "kind", "level", "words", "code", "fallback", "comment"}


class MappingError(ValueError):
    """A mapping table that cannot be used; the message names file, row and key."""


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

        >>> load_mapping().event("remediation", "拆除违建三处").mode
        'restrict'
        >>> load_mapping().event("inspection", "检查") is None
        True
        """
        row = next((r for r in self.events if r.type == kind and (r.words is None or r.words.search(words))), None)
        return row if row and row.event else None

    def sector(self, entity: Entity) -> str:
        """The sector code of a body, area or person; "" when no row fits.

        >>> load_mapping().sector(Entity(entity_id="o", type="organisation", name="阳光社区党委"))
        'PTY'
        >>> load_mapping().sector(Entity(entity_id="d", type="district", name="阳光社区", level="community"))
        'RCM'
        """
        row = next((r for r in self.sectors if r.fits(entity)), None)
        if row is None:
            return ""
        return row.fallback if row.fallback and not self.own_sectors else row.code


def load_mapping(path: Path | None = None) -> Mapping:
    """Read a mapping table, the built-in one by default.

    Raises MappingError naming file, row and what is wrong: an unknown key, type or category, a bad pattern.
    """
    file = path or BUILT_IN
    try:
        doc = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise MappingError(f"{file.name}: cannot be read as TOML: {problem}") from problem
    missing = [key for key in ("version", "codebook", "country", "event", "sector") if key not in doc]
    if missing:
        raise MappingError(f"{file.name}: no {', '.join(missing)}")
    return Mapping(
        version=str(doc["version"]), codebook=str(doc["codebook"]), country=str(doc["country"]),
        quad_code=bool(doc.get("quad_code")), own_sectors=bool(doc.get("own_sectors", True)), quad=dict(doc.get("quad", {})),
        unnamed_recipient=dict(doc.get("unnamed_recipient", {})),
        events=tuple(_event(row, f"{file.name}, event {n}") for n, row in enumerate(doc["event"], 1)),
        sectors=tuple(_sector(row, f"{file.name}, sector {n}") for n, row in enumerate(doc["sector"], 1)),
        contexts=dict(doc.get("context", {})),
    )  # fmt: skip


def _event(row: dict[str, Any], where: str) -> EventRow:
    _keys(row, EVENT_KEYS, {"type", "event"}, where)
    if row["type"] not in get_args(EventType):
        raise MappingError(f"{where}: {row['type']!r} is no event type; there are {', '.join(get_args(EventType))}")
    if row["event"] and row["event"] not in CATEGORIES:
        raise MappingError(f"{where}: {row['event']!r} is no PLOVER category; there are {', '.join(CATEGORIES)}")
    return EventRow(row["type"], _pattern(row, where), row["event"], row.get("mode", ""), bool(row.get("reciprocal")))


def _sector(row: dict[str, Any], where: str) -> SectorRow:
    _keys(row, SECTOR_KEYS, {"code"}, where)
    return SectorRow(
        row.get("type", ""), row.get("kind", ""), row.get("level", ""), _pattern(row, where), row["code"], row.get("fallback", "")
    )  # fmt: skip


def _keys(row: dict[str, Any], known: set[str], needed: set[str], where: str) -> None:
    wrong = sorted(set(row) - known) + [f"no {key}" for key in sorted(needed - set(row))]
    if wrong:
        raise MappingError(f"{where}: {', '.join(wrong)}; keys are {', '.join(sorted(known))}")


def _pattern(row: dict[str, Any], where: str) -> re.Pattern[str] | None:
    try:
        return re.compile(row["words"]) if row.get("words") else None
    except re.error as problem:
        raise MappingError(f"{where}: bad pattern {row['words']!r}: {problem}") from problem
