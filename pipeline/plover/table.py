"""Reads a mapping table, the built-in one or a scholar's own, and says what is wrong with it in words of the table."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from pipeline.plover.mapping import CATEGORIES, EventRow, Mapping, SectorRow
from pipeline.records import EntityType, EventType, Level

BUILT_IN = Path(__file__).with_name("data") / "mapping.toml"
START = "a table to start from is written by: wangge export --print-mapping"
# what each key of the table holds
TOP: dict[str, type] = {
    "version": str, "codebook": str, "country": str, "quad_code": bool, "own_sectors": bool, "quad": dict, "unnamed_recipient": dict,
    "event": list, "sector": list, "context": dict,
}  # fmt: skip
EVENT: dict[str, type] = {
    "type": str, "words": str, "event": str, "mode": str, "reciprocal": bool, "comment": str,
}  # fmt: skip
SECTOR: dict[str, type] = {
    "type": str, "kind": str, "level": str, "words": str, "code": str, "fallback": str, "comment": str,
}  # fmt: skip
NAMES = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a number",
    dict: "a section",
    list: "rows that begin with [[...]]",
}


class MappingError(ValueError):
    """A mapping table that cannot be used; the message names file, row and key."""


def load_mapping(path: Path | None = None) -> Mapping:
    """Read a mapping table, the built-in one by default.

    >>> load_mapping().event("meeting", "召开例会").event
    'CONSULT'

    Raises MappingError naming file, row and what is wrong: an unknown key, type or category, a value of the wrong kind, a bad pattern.
    """
    file = path or BUILT_IN
    try:
        doc = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise MappingError(f"{file}: cannot be read: {problem.strerror}; {START}") from None
    except UnicodeDecodeError:
        raise MappingError(f"{file}: is not UTF-8 text: save it as UTF-8") from None
    except tomllib.TOMLDecodeError as problem:
        raise MappingError(f"{file}: cannot be read as TOML: {problem}") from None
    _check(doc, TOP, ("version", "codebook", "country", "event", "sector"), str(file))
    for section in ("quad", "unnamed_recipient"):
        for key in doc.get(section, {}):
            _one_of(key, CATEGORIES, "PLOVER category", f"{file}, [{section}]")
    return Mapping(
        version=doc["version"], codebook=doc["codebook"], country=doc["country"],
        quad_code=doc.get("quad_code", False), own_sectors=doc.get("own_sectors", True),
        quad=_values(doc, "quad", int, file), unnamed_recipient=_values(doc, "unnamed_recipient", str, file),
        events=tuple(_event(row, f"{file}, [[event]] number {n}") for n, row in enumerate(doc["event"], 1)),
        sectors=tuple(_sector(row, f"{file}, [[sector]] number {n}") for n, row in enumerate(doc["sector"], 1)),
        contexts=_values(doc, "context", str, file),
    )  # fmt: skip


def _event(row: dict[str, Any], where: str) -> EventRow:
    _check(row, EVENT, ("type", "event"), where)
    _one_of(row["type"], get_args(EventType), "event type", where)
    if row["event"]:
        _one_of(row["event"], CATEGORIES, "PLOVER category", f'{where} (event = "" leaves it empty)')
    return EventRow(row["type"], _pattern(row, where), row["event"], row.get("mode", ""), row.get("reciprocal", False))


def _sector(row: dict[str, Any], where: str) -> SectorRow:
    _check(row, SECTOR, ("code",), where)
    if row.get("type"):
        _one_of(row["type"], get_args(EntityType), "type of thing", where)
    if row.get("level"):
        _one_of(row["level"], get_args(Level), "level of area", where)
    return SectorRow(
        row.get("type", ""), row.get("kind", ""), row.get("level", ""), _pattern(row, where), row["code"], row.get("fallback", "")
    )  # fmt: skip


def _check(row: Any, known: dict[str, type], needed: Iterable[str], where: str) -> None:
    """Refuse what is no section, has a key that nobody reads, lacks one, or holds a value of another kind."""
    if not isinstance(row, dict):
        raise MappingError(f"{where}: {row!r} is no row of keys and values")
    for key in row:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            meant = f"; is {near[0]} meant?" if near else ""
            raise MappingError(f"{where}: unknown key {key}{meant} Keys are {', '.join(known)}")
    for key in needed:
        if key not in row:
            raise MappingError(f"{where}: no {key}")
    for key, value in row.items():
        _kind(value, known[key], f"{where}: {key}")


def _kind(value: Any, kind: type, where: str) -> None:
    if type(value) is not kind:
        raise MappingError(f"{where} must be {NAMES[kind]}, not {value!r}")


def _values(doc: dict[str, Any], section: str, kind: type, file: Path) -> dict[str, Any]:
    for key, value in doc.get(section, {}).items():
        _kind(value, kind, f"{file}, [{section}]: {key}")
    return dict(doc.get(section, {}))


def _one_of(value: str, known: Iterable[str], what: str, where: str) -> None:
    if value not in known:
        raise MappingError(f"{where}: {value!r} is no {what}; there are {', '.join(known)}")


def _pattern(row: dict[str, Any], where: str) -> re.Pattern[str] | None:
    try:
        return re.compile(row["words"]) if row.get("words") else None
    except re.error as problem:
        raise MappingError(f"{where}: bad pattern {row['words']!r}: {problem}") from None
