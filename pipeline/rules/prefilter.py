"""What a sentence must hold for a pattern to match it at all: asked first, because most patterns match few sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import ahocorasick

from pipeline.rules.encode import CODES, SOME

SLOT = re.compile(r"\{(?:[a-z_0-9]+:)?\{?([A-Z]{2,}(?:\|[A-Z]{2,})*)[+!]*\}?\}")  # {PER}, {a:ORG|DIS+}, {unit:{PER}}
RECENT = 256  # sentences of an article whose words are remembered: several readings come back to one
Kinds = tuple[tuple[str, int], ...]


def needed_kinds(sources: Sequence[str]) -> Kinds:
    """Mention characters and how many of them every match holds, from the top-level pieces of a pattern.

    >>> person, bodies = CODES["PER"], CODES["ORG"] + CODES["DIS"]
    >>> found = needed_kinds(["{head:PER+}", "任", "{tail:ORG|DIS}", "{DIS}", "{LOC}?"])
    >>> found == ((person, 1), (bodies, 2), (CODES["DIS"], 1))
    True
    """
    slots = [SLOT.fullmatch(s) for s in sources]
    sets = [
        "".join(sorted(CODES[k] for k in m[1].split("|"))) for m in slots if m and set(m[1].split("|")) <= CODES.keys()
    ]
    return tuple((one, min(SOME, sum(set(s) <= set(one) for s in sets))) for one in sorted(set(sets)))


class Literals:
    """All words that patterns need, looked for in a sentence in one go."""

    def __init__(self, words: Iterable[str]) -> None:
        self.automaton = ahocorasick.Automaton()
        for word in sorted(set(words)):
            self.automaton.add_word(word, word)
        self.automaton.make_automaton()
        self.held = lru_cache(RECENT)(self._held)

    def _held(self, code: str) -> frozenset[str]:
        return frozenset(word for _, word in self.automaton.iter(code)) if len(self.automaton) else frozenset()
