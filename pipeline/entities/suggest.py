"""Pairs that a user might want to decide by hand: people left two or barely made one, bodies with names cut out of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from pipeline.entities.organisation_names import OWN_NAME, is_short_for
from pipeline.records import Decision, Entity

CROWD = 200


def suggest(entities: Sequence[Entity], decisions: Iterable[Decision]) -> list[Decision]:
    """Likely pairs, the strongest first; `same` says what the machine holds now, so that the other verdict is the news."""
    known = {e.entity_id: e for e in entities}
    out = [d for d in decisions if d.by != "hand" and d.left in known and not d.same and d.right in known]
    out += _bodies([e for e in entities if e.type == "organisation"], known)
    out += _campaigns([e for e in entities if e.type == "campaign"])
    return sorted(out, key=lambda d: (-d.score, d.name, d.left, d.right))


def _bodies(bodies: Sequence[Entity], known: Mapping[str, Entity]) -> list[Decision]:
    """Bodies of one area or of none, one of which is called by a part of the other's name."""
    blocks: dict[str, list[Entity]] = {}
    for body in bodies:
        for form in {body.name, *body.aliases}:
            for at in range(max(1, min(5, len(form) - 1))):
                blocks.setdefault(form[at : at + 2], []).append(body)
    found: dict[tuple[str, str], Decision] = {}
    for key in sorted(blocks):
        block = {b.entity_id: b for b in blocks[key]}
        if len(block) > CROWD:
            continue
        for one, two in combinations(sorted(block), 2):
            short, long = sorted((known[one], known[two]), key=lambda e: (len(e.name), e.entity_id))
            if (one, two) not in found and is_short_for(short.name, long.name) and _near(short, long, known):
                firm = 1.0 if OWN_NAME.search(short.name) else 0.0
                found[one, two] = Decision(
                    left=long.entity_id, right=short.entity_id, name=f"{long.name} / {short.name}", same=False,
                    score=1.5 + firm, reasons=("+1.5 the short name is cut out of the long one", *(["+1 a firm's name"] if firm else [])),
                    by="names",
                )  # fmt: skip
    return list(found.values())


def _near(a: Entity, b: Entity, known: Mapping[str, Entity]) -> bool:
    """Whether one lies where the other does, above it, or nowhere known."""
    if a.district is None or b.district is None:
        return True
    return a.district in _chain(b.district, known) or b.district in _chain(a.district, known)


def _chain(area: str, known: Mapping[str, Entity]) -> list[str]:
    out: list[str] = []
    at: str | None = area
    while at and at in known and at not in out:
        out.append(at)
        at = known[at].parent
    return out


def _campaigns(campaigns: Sequence[Entity]) -> list[Decision]:
    """Campaigns one of which is called by the end of the other's name: 垃圾分类 of 校园垃圾分类."""
    by_end: dict[str, list[Entity]] = {}
    for one in campaigns:
        by_end.setdefault(one.name[-4:], []).append(one)
    out = []
    for end in sorted(by_end):
        pairs = combinations(sorted(by_end[end], key=lambda e: (-len(e.name), e.entity_id))[:CROWD], 2)
        out += [_same_end(a, b) for a, b in pairs if a.name.endswith(b.name) and len(b.name) >= 4]
    return out


def _same_end(long: Entity, short: Entity) -> Decision:
    reasons = ("+1 one name is the end of the other",)
    return Decision(
        left=long.entity_id, right=short.entity_id, name=f"{long.name} / {short.name}", same=False, score=1.0,
        reasons=reasons, by="names",
    )  # fmt: skip
