"""Which patterns a sentence may match at all: asked for once for all finders of a book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.rules.encode import CODES, Encoded
from pipeline.rules.pattern import Pattern
from pipeline.rules.prefilter import RECENT, Literals
from pipeline.rules.rule import Rule

Try = tuple["Rule", Pattern]


class Possible:
    """The patterns of rules by the words and mentions that they need.

    `literals` finds the words of many rules at once; without it they are looked for one by one, for a sentence or two.
    """

    def __init__(self, rules: Iterable[Rule], literals: Literals | None = None) -> None:
        self.tries: list[Try] = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        self.literals = literals
        words = [[frozenset(group) for group in pattern.words] for _, pattern in self.tries]
        self.rest = [groups[1:] for groups in words]
        self.wordless = frozenset(number for number, groups in enumerate(words) if not groups)
        by_word: dict[str, list[int]] = {}
        for number, groups in enumerate(words):
            for word in groups[0] if groups else ():
                by_word.setdefault(word, []).append(number)
        self.by_word, self.keys = by_word, frozenset(by_word)
        self.allowed: dict[tuple[int, ...], frozenset[int]] = {}
        self.of = lru_cache(RECENT)(self._of)

    def among(self, text: Encoded, types: frozenset[str]) -> list[Try]:
        """Those of rules of some types, in the order of the rules."""
        return [one for one in self.of(text.code, text.kinds) if one[0].type in types]

    def _of(self, code: str, kinds: tuple[int, ...]) -> list[Try]:
        held = self.literals.held(code) if self.literals else self._held(code)
        allowed = self.allowed.get(kinds)
        if allowed is None:
            allowed = self.allowed[kinds] = self._allow(dict(zip(CODES.values(), kinds, strict=True)))
        numbers = self.wordless.union(*[self.by_word[word] for word in self.keys & held]) & allowed
        out: list[Try] = []
        for number in sorted(numbers):
            for group in self.rest[number]:
                if group.isdisjoint(held):
                    break
            else:
                out.append(self.tries[number])
        return out

    def _held(self, code: str) -> frozenset[str]:
        words = literals_of(rule for rule, _ in self.tries)
        return frozenset(word for word in words if word in code)

    def _allow(self, counts: Mapping[str, int]) -> frozenset[int]:
        return frozenset(
            number
            for number, (_, pattern) in enumerate(self.tries)
            if all(sum(counts[kind] for kind in kinds) >= count for kinds, count in pattern.needs)
        )


def literals_of(rules: Iterable[Rule]) -> set[str]:
    """The words that the patterns of rules need."""
    return {word for rule in rules for pattern in rule.patterns for group in pattern.words for word in group}
