"""How far rules got in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.rules.encode import Encoded
from pipeline.rules.finder import find_matches
from pipeline.rules.match import Match
from pipeline.rules.rule import Rule


@dataclass(frozen=True)
class Trace:
    """How far a rule got in a sentence: its hits, or the element on which the best try failed, and what it had read."""

    rule: Rule
    matches: tuple[Match, ...]
    read: str = ""
    failed: str = ""


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
