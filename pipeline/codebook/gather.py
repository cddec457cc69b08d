"""What the codebook holds: every type of the schema with its definition, and the rules that find it with their cases."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pipeline.events import load_event_rules
from pipeline.records import ArgumentRole, EntityType, EventType, RelationType
from pipeline.relations import relation_rules

DEFINITIONS = Path(__file__).with_name("data") / "definitions.toml"
TYPES: dict[str, tuple[str, ...]] = {
    "entity": get_args(EntityType), "relation": get_args(RelationType), "event": get_args(EventType),
    "argument": get_args(ArgumentRole),
}  # fmt: skip


@dataclass(frozen=True)
class RuleEntry:
    """A rule: its name, how it works, its trigger words, what it must find and what it must leave alone."""

    name: str
    form: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A type of the schema."""

    kind: str
    type: str
    zh: str
    en_definition: str
    zh_definition: str
    rules: tuple[RuleEntry, ...] = ()


def entries() -> list[Entry]:
    """All types in the order of the schema. Raises KeyError for a type that has no definition.

    >>> [e.zh for e in entries() if e.kind == "event"][:3]
    ['会议', '培训学习', '宣传']
    """
    said = tomllib.loads(DEFINITIONS.read_text(encoding="utf-8"))
    found = {"event": _event_rules(), "relation": _relation_rules()}
    return [
        Entry(kind, name, **said[kind][name], rules=tuple(found.get(kind, {}).get(name, ())))
        for kind, names in TYPES.items()
        for name in names
    ]


def _event_rules() -> dict[str, list[RuleEntry]]:
    words: dict[tuple[str, str], list[str]] = {}
    tables = load_event_rules()
    rules = {}
    for word in tables.rules:
        for rule in tables.rules[word]:
            rules[(rule.type, rule.name)] = rule
            words.setdefault((rule.type, rule.name), []).append(word)
    out: dict[str, list[RuleEntry]] = {}
    for key in sorted(rules):
        rule = rules[key]
        out.setdefault(rule.type, []).append(
            RuleEntry(rule.name, rule.form, tuple(sorted(words[key])), _plain(rule.examples), _plain(rule.near_misses))
        )
    return out


def _relation_rules() -> dict[str, list[RuleEntry]]:
    out: dict[str, list[RuleEntry]] = {}
    for rule in sorted(relation_rules().rules, key=lambda r: (r.type, r.name)):
        out.setdefault(rule.type, []).append(
            RuleEntry(rule.name, rule.note, (), _plain(rule.examples), _plain(rule.near_misses))
        )
    return out


def _plain(cases: tuple[str, ...]) -> tuple[str, ...]:
    """The cases without the marks of their names."""
    return tuple(re.sub(r"\[([^\[\]|]+)\|[A-Z]+\]", r"\1", case) for case in cases)
