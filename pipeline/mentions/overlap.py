"""Which evidence wins where candidates share characters: the one policy, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.mentions.candidate import Candidate

FLOOR = 0.5  # below this nobody would sign for a name
MUCH = 0.3  # a longer name needs not be surer than a shorter one inside it, but not this much less sure
ORDER = ("policy", "campaign", "organisation", "place", "district", "person")
HOLDS = {
    "policy": frozenset(ORDER),
    "campaign": frozenset(("person", "organisation", "district", "place", "campaign")),
    "organisation": frozenset(("person", "organisation", "district", "place", "campaign")),
    "place": frozenset(("person", "organisation", "district")),
    "district": frozenset(("district",)),
    "person": frozenset[str](),
}


def settle(candidates: Iterable[Candidate]) -> list[tuple[Candidate, bool]]:
    """The candidates that stay, in text order, with whether each is outermost.

    Crossing spans: the surer wins, then the longer. One span, two types: the surer wins, then the order of `ORDER`.
    A name inside another stays when such names hold such names, and for a body inside a body when it begins it.

    >>> bank = Candidate(0, 8, "organisation", "example", 0.9)
    >>> city = Candidate(4, 6, "district", "example", 0.9)
    >>> [(c.start, c.end, outer) for c, outer in settle([city, bank])]
    [(0, 8, True), (4, 6, False)]
    """
    pool = [c for c in _one_per_span(candidates) if c.score >= FLOOR and c.start < c.end]
    kept: list[Candidate] = []
    for one in sorted(pool, key=_strength):
        if all(_live_together(one, other) for other in kept):
            kept.append(one)
    kept = [c for c in kept if not any(_hides(o, c) for o in kept)]
    kept.sort(key=lambda c: (c.start, -c.end))
    return [(c, not any(covers(o, c) for o in kept)) for c in kept]


def covers(outer: Candidate, inner: Candidate) -> bool:
    """The one span lies in the other and is shorter."""
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _one_per_span(candidates: Iterable[Candidate]) -> list[Candidate]:
    best: dict[tuple[int, int], Candidate] = {}
    for one in candidates:
        rival = best.get((one.start, one.end))
        if rival is None or _strength(one) < _strength(rival):
            best[one.start, one.end] = one
    return list(best.values())


def _strength(one: Candidate) -> tuple[float, int, int, int, str]:
    return (-one.score, one.start - one.end, ORDER.index(one.type), one.start, one.found_by)


def _live_together(one: Candidate, other: Candidate) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return True
    if covers(other, one):
        return True
    if covers(one, other):  # the surer one came first and lies inside
        return other.score - one.score <= MUCH and other.type in HOLDS[one.type]
    return False


def _hides(outer: Candidate, inner: Candidate) -> bool:
    """Inside a longer name that holds no such names, or the tail of a longer body's name (街道纪工委)."""
    if not covers(outer, inner):
        return False
    if inner.type not in HOLDS[outer.type]:
        return True
    return inner.type == outer.type == "organisation" and inner.start != outer.start


def outermost(pairs: Sequence[tuple[Candidate, bool]]) -> list[Candidate]:
    """Only the outermost."""
    return [one for one, outer in pairs if outer]
