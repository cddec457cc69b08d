"""Run rules over an encoded sentence, and tell how far each got."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.rules.encode import Encoded, Span
from pipeline.rules.pattern import Pattern
from pipeline.rules.table import Rule

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


@dataclass(frozen=True)
class Trace:
    """How far a rule got in a sentence: its hits, or the element on which the best try failed, and what it had read."""

    rule: Rule
    matches: tuple[Match, ...]
    read: str = ""
    failed: str = ""


def find_matches(rules: Iterable[Rule], text: Encoded) -> Iterator[Match]:
    """All hits of all rules, rule by rule, from left to right; overlapping hits too, each filling of the slots once."""
    kinds = text.kinds
    for rule in rules:
        if not rule.needs <= kinds:
            continue
        seen: list[dict[str, set[int]]] = []
        for pattern in rule.patterns:
            if not pattern.possible(text.code, kinds):
                continue
            for found in _searches(pattern.regex, text.code):
                match = _match(rule, pattern, found, text)
                # A search that starts in the middle of a list finds the rest of that list again.
                key = {k: {s.start for s in v} for k, v in match.slots.items()} or {"": {match.start}}
                if not any(k.keys() == key.keys() and all(key[s] <= k[s] for s in k) for k in seen):
                    seen.append(key)
                    yield match


def explain_rules(rules: Iterable[Rule], text: Encoded) -> Iterator[Trace]:
    """For every rule: its hits, or how far its best pattern got and the element it failed on."""
    for rule in rules:
        hits = tuple(find_matches([rule], text))
        if hits:
            yield Trace(rule, hits)
            continue
        best: tuple[float, Trace] | None = None
        for pattern in rule.patterns:
            for n in range(len(pattern.elements) - 1, -1, -1):
                found = re.search("".join(e.regex for e in pattern.elements[:n]), text.code)
                if found:
                    start, end = text.where(*found.span())
                    trace = Trace(rule, (), text.sentence.text[start:end], pattern.elements[n].source)
                    if best is None or n / len(pattern.elements) > best[0]:
                        best = (n / len(pattern.elements), trace)
                    break
        if best:
            yield best[1]


def _searches(regex: re.Pattern[str], code: str) -> Iterator[re.Match[str]]:
    at = 0
    for _ in range(LIMIT):
        found = regex.search(code, at)
        if not found:
            return
        yield found
        at = found.start() + 1


def _match(rule: Rule, pattern: Pattern, found: re.Match[str], text: Encoded) -> Match:
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
