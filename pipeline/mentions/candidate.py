"""What every mention finder gives: a span of a sentence that may name something, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span [start, end) in code points of the sentence, its type, who found it, how sure (0 to 1), and why."""

    start: int
    end: int
    type: EntityType
    found_by: str
    score: float
    kind: str | None = None
    reasons: tuple[str, ...] = ()
