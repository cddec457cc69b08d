"""Firms printed by a short name on one page and by the full one on another page of the same city."""

from __future__ import annotations

from collections.abc import Set

from pipeline.entities.gather import Thing
from pipeline.entities.organisation_names import FIRM_TAIL, is_short_for
from pipeline.records import Decision

SHORT = 3.0


def unite_firms(things: dict[str, Thing], decisions: list[Decision], by_hand: Set[str] = frozenset()) -> dict[str, str]:
    """Make a short name part of the one firm of its city that it is cut out of; old id -> new id, each with its decision.

    Only names that end like a firm's are looked at, and only when a single firm fits. `by_hand` are ids that a user told apart
    from something: they stay as they are.
    """
    full: dict[tuple[str, str], list[str]] = {}
    for entity_id in sorted(things):
        if things[entity_id].type == "organisation" and entity_id not in by_hand:
            for name in things[entity_id].names:
                if name.endswith(("有限公司", "有限责任公司")):
                    for place in things[entity_id].places:
                        for at in range(5):
                            full.setdefault((place, name[at : at + 2]), []).append(entity_id)
    moved: dict[str, str] = {}
    for entity_id in sorted(things):
        short = things[entity_id]
        name = min(short.names, key=lambda n: (-short.names[n], n))
        firm = FIRM_TAIL.search(name) or name.endswith(("物业", "置业", "实业", "地产"))
        if short.type != "organisation" or not firm or name.endswith("有限公司") or entity_id in by_hand:
            continue
        near = {i for place in short.places for i in full.get((place, name[:2]), ()) if i != entity_id}
        hits = sorted(i for i in near if any(is_short_for(name, n) for n in things[i].names))
        if len(hits) == 1:
            moved[entity_id] = hits[0]
    for old, new in moved.items():
        gone = things.pop(old)
        name = min(gone.names)
        things[new].forms |= gone.forms | set(gone.names)
        things[new].values.update(gone.values)
        reason = "+3 short name of the only firm of its city that it fits"
        decisions.append(
            Decision(left=new, right=old, name=name, same=True, score=SHORT, reasons=(reason,), by="evidence table")
        )
    return moved
