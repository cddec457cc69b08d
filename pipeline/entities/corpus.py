"""Who is who over a whole run: bodies and areas by id, people by evidence, the user's own decisions above all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.entities.evidence import PageEvidence
from pipeline.entities.firms import unite_firms
from pipeline.entities.gather import FIELDS, Gathered, Person, Thing, gather
from pipeline.entities.labels import label_people
from pipeline.entities.merges import Line, Orders, orders, read_merges, splits_of
from pipeline.entities.person_clusters import Clusters, Pair, cluster_people
from pipeline.records import Decision, Entity


@dataclass(frozen=True, slots=True)
class Resolution:
    """The run's entities in order of id, for each page-level id the id that stands for it now, and what was decided how.

    `stale` are lines of the user's table that no longer apply, each with the reason.
    """

    entities: list[Entity]
    links: dict[str, str]
    decisions: list[Decision] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


def resolve_corpus(pages: Iterable[PageEvidence], *, merges: Path | None = None) -> Resolution:
    """Bring all pages together; their order does not matter, and the ids are those of an earlier run with fewer pages.

    A group of people is called by the id of its earliest page, so that a later page can change an id only by a merge, which
    then stands in `decisions`. Raises MergesError for a table of decisions that cannot be read.
    """
    lines = read_merges(merges)
    known = gather(pages, splits_of(lines))
    wanted = orders(lines, known)
    clusters = cluster_people(known.people, wanted.same, wanted.different)
    links, united, contradicted = _people(known, clusters)
    wanted.stale += _contradictions(wanted, links)
    decisions = _decisions(clusters.pairs, known, links)
    moved = _unite_things(known.things, wanted, decisions)
    moved |= unite_firms(known.things, decisions, {i for pair in wanted.apart for i in pair})
    links = {page: united[person] for page, person in known.links.items()} | links | moved
    entities = {i: _thing(i, thing) for i, thing in known.things.items()}
    entities |= {group[0]: _person(group, known, contradicted) for group in _groups(united)}
    final = [_relinked(e, links) for e in entities.values()]
    final = label_people(_renamed(final, wanted, links), known)
    return Resolution(
        sorted(final, key=lambda e: e.entity_id),
        {old: new for old, new in sorted(links.items()) if old != new},
        sorted(decisions, key=lambda d: (-d.score, d.left, d.right)),
        wanted.stale,
    )


def _people(known: Gathered, clusters: Clusters) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Old id -> new id for those that changed; for all; and how each group of several was decided."""
    united: dict[str, str] = {}
    how: dict[str, str] = {}
    for group in clusters.groups:
        first = min(group, key=lambda p: (known.people[p].first, p))
        united |= dict.fromkeys(group, first)
    for pair in clusters.pairs:
        if pair.same:
            how.setdefault(united[pair.left], f"{pair.by}: {pair.score:g} ({'; '.join(pair.reasons)})")
    return {old: new for old, new in united.items() if old != new}, united, how


def _groups(united: Mapping[str, str]) -> list[list[str]]:
    """The members of each group, its name-giver first."""
    groups: dict[str, list[str]] = {}
    for member in sorted(united):
        groups.setdefault(united[member], []).append(member)
    return [[first, *(m for m in members if m != first)] for first, members in sorted(groups.items())]


def _contradictions(wanted: Orders, links: Mapping[str, str]) -> list[str]:
    return [
        f"different {a} {b}: a line `same` makes them one ({who})"
        for (a, b), who in sorted(wanted.different.items())
        if links.get(a, a) == links.get(b, b)
    ]


def _decisions(pairs: Iterable[Pair], known: Gathered, links: Mapping[str, str]) -> list[Decision]:
    """Every pair as a decision; of each merge the id that stays stands left, and right the one given up, once each."""
    out: list[Decision] = []
    given_up: dict[str, str] = {}
    for pair in pairs:
        left, right = pair.left, pair.right
        ends = {_final(left, given_up), _final(right, given_up)}
        if pair.same and len(ends) == 2:
            stays, right = sorted(ends, key=lambda p: (known.people[p].first, p))
            given_up[right] = stays
            left = links.get(right, stays)
        out.append(
            Decision(
                left=left, right=right, name=known.people[pair.left].name, same=pair.same, score=pair.score,
                reasons=pair.reasons, by=pair.by,
            )
        )  # fmt: skip
    return out


def _unite_things(things: dict[str, Thing], wanted: Orders, decisions: list[Decision]) -> dict[str, str]:
    """Make the right one of each pair part of the left one; old id -> new id."""
    moved: dict[str, str] = {}
    for left, right, line in wanted.things:
        left, right = _final(left, moved), _final(right, moved)
        if left == right:
            continue
        if things[left].type != things[right].type:
            wanted.stale.append(f"{line.text}: one is a {things[left].type}, the other a {things[right].type}")
            continue
        gone = things.pop(right)
        things[left].forms |= gone.forms | set(gone.names)
        things[left].values.update(gone.values)
        moved[right] = left
        name = _commonest(things[left].names)
        decisions.append(
            Decision(
                left=left, right=right, name=name, same=True, score=99.0, reasons=(f"by hand: {line.says}",), by="hand"
            )
        )
    return {old: _final(old, moved) for old in moved}


def _final(entity_id: str, moved: Mapping[str, str]) -> str:
    while entity_id in moved:
        entity_id = moved[entity_id]
    return entity_id


def _thing(entity_id: str, thing: Thing) -> Entity:
    name = _commonest(thing.names)
    known = {f: _value(thing, f) for f in FIELDS}
    aliases = tuple(sorted((thing.forms | set(thing.names)) - {name}))
    return Entity.model_validate({"entity_id": entity_id, "type": thing.type, "name": name, "aliases": aliases} | known)


def _value(thing: Thing, name: str) -> str | None:
    hits = Counter({value: n for (field_, value), n in thing.values.items() if field_ == name})
    return _commonest(hits) if hits else None


def _person(group: list[str], known: Gathered, how: Mapping[str, str]) -> Entity:
    members: list[Person] = [known.people[p] for p in group]
    areas: Counter[str] = Counter()
    for kind in ("counties", "near", "cities"):
        if not areas:
            for person in members:
                areas.update({a: n for a, n in getattr(person, kind).items() if a in known.things})
    first = members[0]
    one = f"one setting: {first.home.split(':')[0]}" if first.pages > 1 else "named on one page"
    return Entity(
        entity_id=group[0], type="person", name=first.name,
        aliases=tuple(sorted(set().union(*(m.forms for m in members)) - {first.name})),
        district=_commonest(areas) if areas else None, honorific=next((m.honorific for m in members if m.honorific), None),
        resident=all(m.resident for m in members), decided_by=how.get(group[0], one),
    )  # fmt: skip


def _relinked(entity: Entity, links: Mapping[str, str]) -> Entity:
    change = {f: links[v] for f in ("parent", "district") if (v := getattr(entity, f)) in links}
    return entity.model_copy(update=change) if change else entity


def _renamed(entities: list[Entity], wanted: Orders, links: Mapping[str, str]) -> list[Entity]:
    names: dict[str, tuple[str, Line]] = {links.get(i, i): (name, line) for i, name, line in wanted.names}
    out = []
    for entity in entities:
        if entity.entity_id in names:
            name, line = names[entity.entity_id]
            aliases = tuple(sorted({*entity.aliases, entity.name} - {name}))
            entity = entity.model_copy(
                update={"name": name, "aliases": aliases, "decided_by": f"named by hand: {line.says}"}
            )
        out.append(entity)
    return out


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], -len(name), name))
