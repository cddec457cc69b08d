"""A rule as it is read from its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.rules.pattern import Pattern


@dataclass(frozen=True)
class Rule:
    """One named rule: what it finds, its patterns, how sure it is, its cases, and what the room adds (`options`)."""

    name: str
    type: str
    patterns: tuple[Pattern, ...]
    confidence: float
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    file: str
    note: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
