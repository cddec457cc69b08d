"""Relations: the same type between the same two things; and which gold entity a found one is."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import get_args

from pipeline.evaluate.found import Found
from pipeline.evaluate.gold import KINDS, GoldPage, relation_key, squash
from pipeline.evaluate.mentions import Shared
from pipeline.evaluate.tally import Tally
from pipeline.records import RelationType


class Reference:
    """Tells which gold entity a found one stands for: by most shared mentions, else by name and type."""

    def __init__(self, page: GoldPage, found: Found, shared: Shared) -> None:
        self._found = found
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for gold, got in shared.values():
            if got:
                self._votes[got][gold] += 1
        self._names: dict[tuple[str, str], str] = {}
        for gold_id, entity in page.entities.items():
            for name in entity.names:
                self._names.setdefault((entity.type, squash(name)), gold_id)

    def of(self, entity_id: str) -> str:
        """The gold entity's id, or `?` and the found one's where there is none."""
        if entity_id in self._votes:
            return self._votes[entity_id].most_common(1)[0][0]
        entity = self._found.entities.get(entity_id) or {}
        for name in (entity.get("name"), *(entity.get("aliases") or [])):
            hit = self._names.get((KINDS.get(entity.get("type", ""), ""), squash(name)))
            if hit:
                return hit
        return f"?{entity_id}"

    def name(self, reference: str, page: GoldPage) -> str:
        """What to call a reference in an error list."""
        if reference.startswith("?"):
            return str(self._found.entities.get(reference[1:], {}).get("name"))
        return page.entities[reference].name if reference in page.entities else reference


def count_relations(page: GoldPage, found: Found, reference: Reference, tally: Tally) -> None:
    """Count relations by type, and the roles of offices that both sides have."""
    got = {
        relation_key(row["type"], reference.of(row["head"]), reference.of(row["tail"])): row.get("role")
        for row in found.rows("relations", page.page_id)
        if row["type"] in get_args(RelationType)
    }
    for type_ in get_args(RelationType):
        want, have = {k for k in page.relations if k[0] == type_}, {k for k in got if k[0] == type_}
        tally.add(f"r_{type_}", hit=len(want & have), pred=len(have), gold=len(want))
        for kind, keys in (("missed", want - have), ("wrong", have - want)):
            tally.errors[f"{kind} {type_}"] += [
                (page.page_id, reference.name(k[1], page), reference.name(k[2], page)) for k in sorted(keys)
            ]
    for key in page.relations.keys() & got.keys():
        if key[0] == "holds_position":
            tally.add("role", hit=squash(page.relations[key]) == squash(got[key]), pred=0, gold=1)
