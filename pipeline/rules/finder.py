"""Rules run over encoded sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.rules.encode import Encoded
from pipeline.rules.match import Match, read_match, searches
from pipeline.rules.possible import Possible
from pipeline.rules.rule import Rule


class Finder:
    """Rules of some types, ready for sentence after sentence: only patterns that it may match at all are tried."""

    def __init__(self, possible: Possible, types: Iterable[str]) -> None:
        self.possible, self.types = possible, frozenset(types)

    def find(self, text: Encoded, passed: Callable[[Rule], bool] | None = None) -> Iterator[Match]:
        """All hits, rule by rule, from left to right; overlapping hits too, each filling of the slots of a rule once.

        Rules for which `passed` says so are passed over.
        """
        last: Rule | None = None
        seen: list[dict[str, set[int]]] = []
        for rule, pattern in self.possible.among(text, self.types):
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


def find_matches(rules: Iterable[Rule], text: Encoded) -> Iterator[Match]:
    """All hits of rules in one sentence; for many sentences see `RuleBook.finder`."""
    own = list(rules)
    return Finder(Possible(own), [rule.type for rule in own]).find(text)
