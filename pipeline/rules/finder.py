"""Rules run over encoded sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.rules.encode import CODES, Encoded
from pipeline.rules.match import Match, read_match, searches
from pipeline.rules.pattern import Pattern
from pipeline.rules.prefilter import Literals

if TYPE_CHECKING:
    from pipeline.rules.table import Rule


class Finder:
    """Rules made ready for sentence after sentence: only patterns whose words and mentions a sentence holds are tried.

    `literals` finds the words of many rules at once; without it they are looked for one by one, for a sentence or two.
    """

    def __init__(self, rules: Iterable[Rule], literals: Literals | None = None) -> None:
        self.tries = [(rule, pattern) for rule in rules for pattern in rule.patterns]
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

    def find(self, text: Encoded, passed: Callable[[Rule], bool] | None = None) -> Iterator[Match]:
        """All hits, rule by rule, from left to right; overlapping hits too, each filling of the slots of a rule once.

        Rules for which `passed` says so are passed over.
        """
        last: Rule | None = None
        seen: list[dict[str, set[int]]] = []
        for rule, pattern in self._possible(text):
            if passed and passed(rule):
                continue
            if rule is not last:
                last, seen = rule, []
            for found in searches(pattern.regex, text.code):
                match = read_match(rule, pattern, found, text)
                # A search that starts in the middle of a list finds the rest of that list again.
                key = {k: {s.start for s in v} for k, v in match.slots.items()} or {"": {match.start}}
                if not any(k.keys() == key.keys() and all(key[s] <= k[s] for s in k) for k in seen):
                    seen.append(key)
                    yield match

    def _possible(self, text: Encoded) -> Iterator[tuple[Rule, Pattern]]:
        held = self.literals.held(text.code) if self.literals else self._held(text.code)
        allowed = self.allowed.get(text.kinds)
        if allowed is None:
            allowed = self.allowed[text.kinds] = self._allow(dict(zip(CODES.values(), text.kinds, strict=True)))
        numbers = self.wordless.union(*[self.by_word[word] for word in self.keys & held]) & allowed
        for number in sorted(numbers):
            for group in self.rest[number]:
                if group.isdisjoint(held):
                    break
            else:
                yield self.tries[number]

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


def find_matches(rules: Iterable[Rule], text: Encoded) -> Iterator[Match]:
    """All hits of rules in one sentence; for many sentences see `RuleBook.finder`."""
    return Finder(rules).find(text)
