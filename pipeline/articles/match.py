"""Which headline belongs to which body: one assignment over the page, by content, place and the page's own habit."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.articles.headings import Unit, is_unit
from pipeline.articles.overlap import Bodies

BEAM, FAR = 24, 30
REACH = 6
"""Units in one headline at most."""
UNLIKE, ADJOINING, LEFT_OVER, INCOMPLETE, KICKER_ALONE = 0.16, 0.03, 0.04, 0.3, 0.15


@dataclass(frozen=True, slots=True)
class Choice:
    """Units [first, last] of the page as the heading of a body."""

    first: int
    last: int
    body: int
    value: float


Link = tuple[Choice, "Link | None"]
State = tuple[float, "Link | None"]


def assign(units: list[Unit], known: Bodies) -> dict[int, tuple[int, int]]:
    """For each body that has a headline the run of units that is it: body -> (first, last)."""
    likeness = [_near(unit, len(known.all), known) for unit in units]
    habit = (0.3, 0.3)
    best: list[Choice] = []
    for _ in range(3):
        best = _search(units, likeness, habit)
        before = sum(units[c.first].zone == c.body for c in best)
        after = sum(units[c.first].zone == c.body + 1 for c in best)
        share = (before + 1) / (before + after + 2)
        seen = (0.08 + 0.5 * share, 0.08 + 0.5 * (1 - share))
        if seen == habit:
            break
        habit = seen
    return {choice.body: (choice.first, choice.last) for choice in best}


def _search(units: list[Unit], likeness: list[dict[int, float]], habit: tuple[float, float]) -> list[Choice]:
    """Best set of choices, no body and no unit twice: a beam over the units in page order."""
    options = _options(units, likeness, habit)
    states: list[dict[frozenset[int], State]] = [{} for _ in range(len(units) + 1)]
    states[0][frozenset()] = (0.0, None)
    for at, unit in enumerate(units):
        best = sorted(states[at].items(), key=lambda item: (-item[1][0], sorted(item[0])))[:BEAM]
        states[at].clear()
        for used, (score, link) in best:
            _reach(states[at + 1], used, score - (0.0 if unit.why_not else LEFT_OVER), link)
            for choice in options[at]:
                if choice.body not in used:
                    now = frozenset(body for body in (*used, choice.body) if body > unit.zone - FAR)
                    _reach(states[choice.last + 1], now, score + choice.value, (choice, link))
    out: list[Choice] = []
    link = max(states[-1].values(), key=lambda state: state[0])[1] if units else None
    while link:
        out.append(link[0])
        link = link[1]
    return out[::-1]


def _reach(states: dict[frozenset[int], State], used: frozenset[int], score: float, link: Link | None) -> None:
    """Keep the better way to use the same bodies up to the same unit."""
    if used not in states or states[used][0] < score:
        states[used] = (score, link)


def _options(units: list[Unit], likeness: list[dict[int, float]], habit: tuple[float, float]) -> list[list[Choice]]:
    out: list[list[Choice]] = []
    for first, unit in enumerate(units):
        here: list[Choice] = []
        sums = dict.fromkeys(likeness[first], 0.0)
        for last in range(first, min(first + REACH, len(units))):
            if units[last].zone != unit.zone or units[last].why_not:
                break
            for body in sums:
                worth = likeness[last][body] - (ADJOINING if last > first and _belongs(units, last) else UNLIKE)
                if last > first and units[last].complete:
                    worth -= INCOMPLETE
                sums[body] += worth if last == first or worth < 0 else 0.6 * worth
            alone = KICKER_ALONE if last == first and _wants_more(units, first) else 0.0
            here += [
                Choice(first, last, body, value - alone + _place(unit.zone, body, habit))
                for body, value in sums.items()
            ]
        out.append([c for c in sorted(here, key=lambda c: -c.value)[: 2 * REACH] if c.value > 0])
    return out


def _belongs(units: list[Unit], i: int) -> bool:
    """A unit's line printed together with the one before it, or below the name of a body or area alone."""
    return units[i].lines[0].gap <= 0 or is_unit(units[i - 1].text)


def _wants_more(units: list[Unit], i: int) -> bool:
    """The name of a body or area alone, with a line below it that can be its headline."""
    after = units[i + 1] if i + 1 < len(units) else None
    return after is not None and after.zone == units[i].zone and not after.why_not and is_unit(units[i].text)


def _near(unit: Unit, count: int, known: Bodies) -> dict[int, float]:
    """Likeness to the bodies of the page, on a very long page only to those around."""
    reach = range(max(0, unit.zone - FAR), min(count, unit.zone + FAR))
    likeness = known.likenesses(unit.text, reach)
    return {body: value for body, value in likeness.items() if known.all[body]}


def _place(zone: int, body: int, habit: tuple[float, float]) -> float:
    if zone == body:
        return habit[0]
    if zone == body + 1:
        return habit[1]
    return 0.02 - 0.015 * min(8, abs(zone - body))
