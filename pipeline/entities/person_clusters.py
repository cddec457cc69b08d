"""Brings people of one name together: only pairs that share a place or body are weighed, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.entities.gather import Person
from pipeline.entities.person_score import SAME, UNSURE, kind, score

CONFLICT = -2.0  # two groups with such a pair between them stay apart
CROWD = 80  # a city in which more people of one name are known says nothing by itself


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of one name, how much speaks for one, and whether they became one."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    same: bool
    by: str = "evidence table"


@dataclass(slots=True)
class Clusters:
    """For each person the group it is in, and the pairs that were decided."""

    groups: list[list[str]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def cluster_people(
    people: Mapping[str, Person],
    same: Mapping[tuple[str, str], str] | None = None,
    different: Mapping[tuple[str, str], str] | None = None,
) -> Clusters:
    """Group people by name and evidence; `same` and `different` are a user's pairs (ids in order) with who said so."""
    same, different = same or {}, different or {}
    out = Clusters()
    group_of = {p: [p] for p in people}
    for (a, b), who in sorted(same.items()):
        if a in people and b in people:
            out.pairs.append(Pair(a, b, 99.0, (f"by hand: {who}",), True, "hand"))
            _unite(group_of, a, b)
    by_name: dict[str, list[str]] = {}
    for entity_id in sorted(people):
        by_name.setdefault(people[entity_id].name, []).append(entity_id)
    for name in sorted(by_name):
        if len(by_name[name]) > 1:
            _cluster_name([people[p] for p in by_name[name]], group_of, different, people, out)
    out.groups = sorted({id(g): sorted(g) for g in group_of.values()}.values())
    return out


def _cluster_name(
    block: list[Person], group_of: dict[str, list[str]], different: Mapping[tuple[str, str], str],
    people: Mapping[str, Person], out: Clusters,
) -> None:  # fmt: skip
    weighed, pairs = [], []
    for a, b in _candidates(block):
        points, reasons = score(a, b)
        if points >= UNSURE:
            weighed.append(Pair(a.entity_id, b.entity_id, points, reasons, points >= SAME))
    for pair in sorted(weighed, key=lambda p: (-p.score, p.left, p.right)):
        left, right = group_of[pair.left], group_of[pair.right]
        if left is right:
            continue
        if not pair.same:
            pairs.append(pair)
            continue
        apart = _apart(left, right, different, people)
        if apart:
            by = "hand" if apart.startswith("by hand") else pair.by
            pairs.append(Pair(pair.left, pair.right, pair.score, (*pair.reasons, apart), False, by))
        else:
            pairs.append(pair)
            _unite(group_of, pair.left, pair.right)
    # a pair found unsure whose ends came together by others is decided after all
    out.pairs += [p for p in pairs if p.same or group_of[p.left] is not group_of[p.right]]


def _candidates(block: list[Person]) -> Iterator[tuple[Person, Person]]:
    index: dict[str, list[Person]] = {}
    for person in block:
        for key in sorted(set(_keys(person))):
            index.setdefault(key, []).append(person)
    seen: set[tuple[str, str]] = set()
    nation = index.pop("nation", [])
    for one in nation:
        for other in block:
            if other is not one:
                index.setdefault(f"nation:{other.entity_id}", []).extend((one, other))
    for key in sorted(index):
        if len(index[key]) > CROWD and key.startswith("city:"):
            continue
        for a, b in combinations(sorted(index[key], key=lambda p: p.entity_id), 2):
            pair = (a.entity_id, b.entity_id)
            if a is not b and pair not in seen:
                seen.add(pair)
                yield a, b


def _keys(person: Person) -> Iterable[str]:
    if person.home.startswith("only:"):
        return
    yield from person.bodies
    yield from person.streets
    yield from person.counties
    if kind(person) != "resident":
        yield from person.near
    yield from (f"city:{c}" for c in person.cities)
    if person.home == "nation":
        yield "nation"


def _apart(
    left: list[str], right: list[str], different: Mapping[tuple[str, str], str], people: Mapping[str, Person]
) -> str | None:
    for a in left:
        for b in right:
            who = different.get((min(a, b), max(a, b)))
            if who is not None:
                return f"by hand: {who}"
    if len(left) * len(right) <= 2500 and any(score(people[a], people[b])[0] <= CONFLICT for a in left for b in right):
        return "others of the two groups contradict"
    return None


def _unite(group_of: dict[str, list[str]], a: str, b: str) -> None:
    left, right = group_of[a], group_of[b]
    if left is not right:
        small, large = sorted((left, right), key=len)
        large.extend(small)
        for member in small:
            group_of[member] = large
