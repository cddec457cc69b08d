"""What a pattern found in an encoded sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.rules.encode import Encoded, Span
from pipeline.rules.pattern import Pattern
from pipeline.rules.rule import Rule

LIMIT = 400  # starts tried for a pattern in one sentence; a sentence of one page-long list must not stall a run


@dataclass(frozen=True)
class Match:
    """A rule's hit: the run of the sentence it covers, and what stands in its slots (a list slot holds several)."""

    rule: Rule
    text: Encoded
    start: int
    end: int
    slots: Mapping[str, tuple[Span, ...]]

    def one(self, slot: str) -> Span | None:
        """The first span of a slot, or None when the pattern has no such slot or it stayed empty."""
        spans = self.slots.get(slot, ())
        return spans[0] if spans else None


def searches(regex: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    """All finds of a pattern from left to right, overlapping ones too."""
    at = 0
    for _ in range(LIMIT):
        found = regex.search(code, at)
        if not found:
            return
        yield found
        at = found.start() + 1


def read_match(rule: Rule, pattern: Pattern, found: re.Match[str], text: Encoded) -> Match:
    """What a find put into the slots of its pattern."""
    slots: dict[str, tuple[Span, ...]] = {}
    for group, name in pattern.groups.items():
        start, end = found.span(group)
        if start < 0:
            continue
        if group in pattern.items:
            inner = pattern.pieces[group].finditer(text.code, start, end)
            spans = tuple(text.span(m.start(m.lastgroup or 0)) for m in inner)
        elif end - start == 1:
            spans = (text.span(start),)
        else:
            left, right = text.where(start, end)
            spans = (Span(left, right, text.sentence.text[left:right]),)
        slots[name] = (*slots.get(name, ()), *spans)
    start, end = text.where(*found.span())
    return Match(rule, text, start, end, slots)
