"""A relation in the making: who, to whom, what, why and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.records import Mention, RelationType, Sentence
from pipeline.rules import Match, Span


@dataclass(frozen=True)
class Draft:
    """One stated relation between two entities (by id), with the run of its sentence that says so."""

    type: RelationType
    head: str
    tail: str
    sentence: Sentence
    start: int
    end: int
    rule: str
    confidence: float
    role: str | None = None
    status: str | None = None
    polarity: str = "positive"
    modality: str = "actual"


def mentions_of(spans: Sequence[Span]) -> list[Mention]:
    """The mentions among spans."""
    return [s.mention for s in spans if s.mention]


def pairs(match: Match, given: dict[str, Sequence[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """Head and tail of a hit, every head with every tail; `given` fills the slots that discourse gives.

    `pair` holds a list whose first member leads; `tail2` is the head of a held_in, whose place stands in `tail`.
    """
    if "pair" in match.slots:
        lead, *rest = mentions_of(match.slots["pair"])
        yield from ((lead, other) for other in rest)
        return
    heads = given.get("head") or mentions_of(match.slots.get("tail2") or match.slots.get("head", ()))
    tails = given.get("tail") or mentions_of(match.slots.get("tail", ()))
    yield from product(heads, tails)
