"""Two headlines printed together between two bodies: the one's below it, the other's above it."""

from __future__ import annotations

from pipeline.articles.headings import DASH, Unit, is_unit
from pipeline.articles.overlap import Bodies

SURELY = 0.12
"""By how much each part must be liker to its own body than to the other's."""


def parted(units: list[Unit], known: Bodies) -> list[Unit]:
    """The units, those that hold two headlines cut where the words of the body before them end and those of the next begin."""
    return [part for unit in units for part in _parts(unit, known)]


def _parts(unit: Unit, known: Bodies) -> list[Unit]:
    before, after = unit.zone - 1, unit.zone
    if unit.why_not or len(unit.lines) < 2 or before < 0 or after >= len(known.all):
        return [unit]
    cuts = []
    for cut in range(1, len(unit.lines)):
        above, below = Unit(unit.zone, unit.lines[:cut]), Unit(unit.zone, unit.lines[cut:])
        if is_unit(above.lines[-1].text) or DASH.match(below.lines[0].text):
            continue
        own = known.likeness(above.text, before) - known.likeness(above.text, after)
        others = known.likeness(below.text, after) - known.likeness(below.text, before)
        if min(own, others) > SURELY:
            cuts.append((own + others, -cut, [above, below]))
    return max(cuts)[2] if cuts else [unit]
