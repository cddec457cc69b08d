"""Mentions (outermost, same span and type) and entity identity (B³ over the mentions both sides have)."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.evaluate.found import Found, squeezed
from pipeline.evaluate.gold import KINDS, GoldPage
from pipeline.evaluate.tally import Tally

Key = tuple[int, int, str]
Shared = dict[Key, tuple[str, str | None]]


def outermost(spans: Iterable[tuple[int, int, str, str | None]]) -> list[tuple[int, int, str, str | None]]:
    """The spans that no longer span covers.

    >>> outermost([(0, 3, "DIS", None), (0, 6, "ORG", None)])
    [(0, 6, 'ORG', None)]
    """
    kept: list[tuple[int, int, str, str | None]] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not any(k[0] <= span[0] and span[1] <= k[1] and k[:2] != span[:2] for k in kept):
            kept.append(span)
    return kept


def count_mentions(page: GoldPage, found: Found, tally: Tally) -> Shared:
    """Count mentions by type and identity; the mentions both sides have, with their entity on either side."""
    gold = {(m.start, m.end, m.type): m.entity for m in page.mentions}
    got = {span[:3]: span[3] for span in outermost(_inside_articles(page, found))}
    for type_ in KINDS.values():
        want, have = {k for k in gold if k[2] == type_}, {k for k in got if k[2] == type_}
        tally.add(f"m_{type_}", hit=len(want & have), pred=len(have), gold=len(want))
        text = page.squeezed.text
        tally.errors[f"missed {type_}"] += [(page.page_id, text[k[0] : k[1]]) for k in sorted(want - have)]
        tally.errors[f"wrong {type_}"] += [(page.page_id, in_context(text, k[0], k[1], 4)) for k in sorted(have - want)]
    shared = {key: (gold[key], got[key]) for key in gold if key in got}
    for mine, theirs in shared.values():
        same_gold = {k for k, pair in shared.items() if pair[0] == mine}
        same_found = {k for k, pair in shared.items() if pair[1] == theirs and theirs is not None}
        both = len(same_gold & same_found)
        tally.b3.append((both / max(1, len(same_found)), both / len(same_gold)))
    return shared


def _inside_articles(page: GoldPage, found: Found) -> list[tuple[int, int, str, str | None]]:
    covered = {i for article in page.articles for start, end in article.regions for i in range(start, end)}
    offsets = page.squeezed.offsets
    spans: list[tuple[int, int, str, str | None]] = []
    for row in found.rows("mentions", page.page_id):
        start, end = squeezed(row["start"], offsets), squeezed(row["end"], offsets)
        type_ = KINDS.get(row["type"], "")
        if start < end and start in covered and type_ in KINDS.values():
            spans.append((start, end, type_, row.get("entity_id")))
    return spans


def in_context(text: str, start: int, end: int, width: int) -> str:
    """A span in square brackets with some characters around it.

    >>> in_context("他到观景社区走访", 2, 6, 2)
    '他到[观景社区]走访'
    """
    return f"{text[max(0, start - width) : start]}[{text[start:end]}]{text[end : end + width]}"
