"""The door: the events of a run in, links between reports of the same happening out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.events.corpus.blocks import MOST, Blocks, Read
from pipeline.events.corpus.groups import Pair, evidence, group
from pipeline.events.corpus.rows import Areas
from pipeline.events.corpus.score import SAME, score
from pipeline.records import Dropped

Links = dict[str, tuple[str | None, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Linked:
    """For each report that tells of a happening reported earlier: that report's id, and the evidence.

    A report that was linked inside its page to a later one of the run now has None. `left` are comparisons that were not made.
    """

    links: Links
    left: list[Dropped] = field(default_factory=list)


def link_reports(read: Read, issued: Mapping[str, str | None], areas: Areas, *, most: int = MOST) -> Linked:
    """Find, in all articles, pages and papers of a run, the reports of the same happening.

    `read` gives the run's events afresh each time it is called, with the run's entity ids; `issued` is each page's date of issue.
    Reports are compared where type and month agree and a named thing is shared, and linked from `SAME` points of
    `evidence.tsv` up; the earliest issue's report is the one pointed at. The order of pages does not matter.
    """
    blocks = Blocks(read, issued, areas, most=most)
    pairs: list[Pair] = []
    for one, other in blocks.pairs():
        points, reasons, contradicted = score(one, other, areas)
        if points >= SAME and not contradicted:
            pairs.append(Pair(points, one.event_id, other.event_id, reasons))
    ties: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        ties[pair.left].append(pair)
        ties[pair.right].append(pair)
    links: Links = {}
    for members in group(blocks.rows, pairs, areas):
        first = members[0]
        if blocks.rows[first].same_as:
            links[first] = (None, ())
        links |= {i: (first, why) for i, why in evidence(members, blocks.rows, ties).items()}
    return Linked(dict(sorted(links.items())), blocks.left)
