"""Events: the same type with triggers near each other; of those, the arguments and the time."""

from __future__ import annotations

from typing import get_args

from pipeline.evaluate.found import Found, Row, squeezed
from pipeline.evaluate.gold import GoldEvent, GoldPage
from pipeline.evaluate.mentions import in_context
from pipeline.evaluate.relations import Reference
from pipeline.evaluate.tally import Tally
from pipeline.records import EventType

NEAR = 30  # characters between two triggers that may still tell of one event

Placed = tuple[int, int, Row]


def count_events(page: GoldPage, found: Found, reference: Reference, tally: Tally) -> None:
    """Pair events of one type, nearest triggers first; count them by type, then their arguments and times."""
    got = _inside_articles(page, found)
    pairs = _pair(page.events, got)
    for type_ in get_args(EventType):
        hits = sum(page.events[i].type == type_ for i, _ in pairs)
        pred, gold = sum(row["type"] == type_ for _, _, row in got), sum(e.type == type_ for e in page.events)
        tally.add(f"e_{type_}", hit=hits, pred=pred, gold=gold)
    text, paired_gold, paired_got = page.squeezed.text, {i for i, _ in pairs}, {j for _, j in pairs}
    tally.errors["missed event"] += [
        (page.page_id, e.type, in_context(text, e.start, e.end, 8))
        for i, e in enumerate(page.events)
        if i not in paired_gold
    ]
    tally.errors["wrong event"] += [
        (page.page_id, row["type"], in_context(text, s, e, 8))
        for j, (s, e, row) in enumerate(got)
        if j not in paired_got
    ]
    for i, j in pairs:
        _count_arguments(page, page.events[i], got[j][2], reference, tally)


def _inside_articles(page: GoldPage, found: Found) -> list[Placed]:
    covered = {i for article in page.articles for start, end in article.regions for i in range(start, end)}
    offsets = page.squeezed.offsets
    placed = [
        (squeezed(row["trigger"]["start"], offsets), squeezed(row["trigger"]["end"], offsets), row)
        for row in found.rows("events", page.page_id)
    ]
    return [event for event in placed if event[0] in covered]


def _pair(gold: list[GoldEvent], got: list[Placed]) -> list[tuple[int, int]]:
    apart = [
        (max(0, max(start, event.start) - min(end, event.end)), i, j)
        for i, event in enumerate(gold)
        for j, (start, end, row) in enumerate(got)
        if row["type"] == event.type
    ]
    used_gold: set[int] = set()
    used_got: set[int] = set()
    pairs = []
    for distance, i, j in sorted(apart, key=lambda pair: pair[0]):
        if distance <= NEAR and i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            pairs.append((i, j))
    return pairs


def _count_arguments(page: GoldPage, gold: GoldEvent, row: Row, reference: Reference, tally: Tally) -> None:
    got = {(a["role"], reference.of(a["entity_id"])) for a in row.get("arguments") or [] if a.get("entity_id")}
    tally.add("arg", hit=len(gold.arguments & got), pred=len(got), gold=len(gold.arguments))
    where = in_context(page.squeezed.text, gold.start, gold.end, 8)
    for kind, roles in (("missed argument", gold.arguments - got), ("wrong argument", got - gold.arguments)):
        tally.errors[kind] += [(page.page_id, where, role, reference.name(e, page)) for role, e in sorted(roles)]
    if gold.time:
        right = gold.time == str(row.get("time"))
        tally.add("time", hit=right, pred=0, gold=1)
        if not right:
            tally.errors["time"].append((page.page_id, where, gold.time, row.get("time")))
