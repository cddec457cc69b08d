"""Which headline belongs to which body: one assignment over the page, by content, place and the page's own habit."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.articles.headings import Unit
from pipeline.articles.overlap import Bodies

BEAM = 48
REACH = 6
"""Units in one headline at most."""
UNLIKE, ADJOINING, LEFT_OVER, INCOMPLETE = 0.16, 0.03, 0.04, 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """Units [first, last] of the page as the heading of a body."""

    first: int
    last: int
    body: int
    value: float


def assign(units: list[Unit], bodies: list[str]) -> dict[int, tuple[int, int]]:
    """For each body that has a headline the run of units that is it: body -> (first, last)."""
    known = Bodies(bodies)
    habit = (0.3, 0.3)
    best: list[Choice] = []
    for _ in range(3):
        best = _search(units, len(bodies), known, habit)
        before = sum(units[c.first].zone == c.body for c in best)
        after = sum(units[c.first].zone == c.body + 1 for c in best)
        share = (before + 1) / (before + after + 2)
        habit = (0.08 + 0.5 * share, 0.08 + 0.5 * (1 - share))
    return {choice.body: (choice.first, choice.last) for choice in best}


def _search(units: list[Unit], count: int, known: Bodies, habit: tuple[float, float]) -> list[Choice]:
    """Best set of choices, no body and no unit twice: a beam over the units in page order."""
    options = _options(units, count, known, habit)
    states: dict[int, list[tuple[float, tuple[Choice, ...]]]] = {0: [(0.0, ())]}
    for at in range(len(units)):
        here = sorted(states.pop(at, []), key=lambda s: -s[0])[:BEAM]
        for score, chosen in here:
            used = {c.body for c in chosen[-40:]}
            skip = score - (0.0 if units[at].why_not else LEFT_OVER)
            states.setdefault(at + 1, []).append((skip, chosen))
            for choice in options[at]:
                if choice.body not in used:
                    states.setdefault(choice.last + 1, []).append((score + choice.value, (*chosen, choice)))
    final = max(states.get(len(units), [(0.0, ())]), key=lambda s: s[0])
    return list(final[1])


def _options(units: list[Unit], count: int, known: Bodies, habit: tuple[float, float]) -> list[list[Choice]]:
    likeness = [_near(unit, count, known) for unit in units]
    out: list[list[Choice]] = []
    for first, unit in enumerate(units):
        here: list[Choice] = []
        sums = dict.fromkeys(likeness[first], 0.0)
        for last in range(first, min(first + REACH, len(units))):
            if units[last].zone != unit.zone or units[last].why_not:
                break
            for body in sums:
                worth = likeness[last][body] - (ADJOINING if last > first and units[last].lines[0].gap <= 0 else UNLIKE)
                if last > first and units[last].complete:
                    worth -= INCOMPLETE
                sums[body] += worth if last == first or worth < 0 else 0.6 * worth
            here += [Choice(first, last, body, value + _place(unit.zone, body, habit)) for body, value in sums.items()]
        out.append([c for c in sorted(here, key=lambda c: -c.value)[: 4 * REACH] if c.value > 0])
    return out


def _near(unit: Unit, count: int, known: Bodies) -> dict[int, float]:
    """Likeness to the bodies of the page, on a very long page only to those around."""
    reach = range(max(0, unit.zone - 30), min(count, unit.zone + 30))
    return {body: known.likeness(unit.text, body) for body in reach}


def _place(zone: int, body: int, habit: tuple[float, float]) -> float:
    if zone == body:
        return habit[0]
    if zone == body + 1:
        return habit[1]
    return 0.02 - 0.015 * min(8, abs(zone - body))
