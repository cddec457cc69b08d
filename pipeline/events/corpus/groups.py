"""From pairs to happenings: the strongest pairs first, and no group in which two reports contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.events.corpus.rows import Areas, Row
from pipeline.events.corpus.score import score


class Pair(NamedTuple):
    """Two reports that are the same, how much speaks for it, and what."""

    score: float
    left: str
    right: str
    reasons: tuple[str, ...]


def group(rows: Mapping[str, Row], pairs: Iterable[Pair], areas: Areas) -> list[list[str]]:
    """Groups of two and more reports of one happening, whatever the order of rows and pairs.

    What was linked inside a page stays linked. Then pairs are joined, the strongest first, unless some report of the one group
    contradicts one of the other: another place, agent or number, no day in common, or the same article, whose own reader
    took them for two.
    """
    of = {i: [i] for i in rows}
    for row in sorted(rows.values(), key=lambda r: r.event_id):
        if row.same_as in of:
            _join(of, row.event_id, row.same_as)
    for pair in sorted(pairs, key=lambda p: (-p.score, p.left, p.right)):
        left, right = of[pair.left], of[pair.right]
        if left is not right and not any(_clash(rows[i], rows[j], areas) for i in left for j in right):
            _join(of, pair.left, pair.right)
    found = {id(members): sorted(members, key=lambda i: rows[i].order) for members in of.values() if len(members) > 1}
    return sorted(found.values(), key=lambda members: rows[members[0]].order)


def _join(of: dict[str, list[str]], one: str, other: str) -> None:
    if of[one] is not of[other]:
        joined = of[one] + of[other]
        for member in joined:
            of[member] = joined


def _clash(a: Row, b: Row, areas: Areas) -> bool:
    return a.article_id == b.article_id or score(a, b, areas)[2]


def evidence(
    members: list[str], rows: Mapping[str, Row], pairs: Mapping[str, list[Pair]]
) -> dict[str, tuple[str, ...]]:
    """For every report but the first the reasons of its strongest tie to one already reached, and through which."""
    inside, out = {members[0]}, {}
    while len(inside) < len(members):
        ties = [p for i in inside for p in pairs.get(i, ()) if (p.left in inside) != (p.right in inside)]
        ties = [p for p in ties if p.left in members and p.right in members]
        ties += [
            Pair(99.0, i, same, rows[i].reasons)
            for i in members
            if (same := rows[i].same_as) is not None and same in members and (i in inside) != (same in inside)
        ]
        best = min(ties, key=lambda p: (-p.score, p.left, p.right))
        known, new = (best.left, best.right) if best.left in inside else (best.right, best.left)
        out[new] = best.reasons if known == members[0] else (*best.reasons, f"through {known}")
        inside.add(new)
    return out
