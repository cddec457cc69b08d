"""A sentence cut where names, evidence of relations and triggers of events begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run of words in a sentence that a relation or an event rests on."""

    anchor: str
    number: int
    start: int
    end: int
    trigger: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """Letters that share all their marks."""

    text: str
    anchors: tuple[str, ...]
    trigger: bool
    nested: str | None
    notes: tuple[Evidence, ...]  # those that end with these letters


@dataclass(frozen=True, slots=True)
class Unit:
    """A name or the words between two names; behind a name stand its notes, between names each stands behind its words."""

    leaves: tuple[Leaf, ...]
    mention: Mention | None
    notes: tuple[Evidence, ...]


def locate(sentence: Sentence, quote: str, start: int, mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """Where in the clean sentence a quote stands whose raw offset is `start`; None where it does not.

    Of several places the one nearest to where the raw offset points, judged by the names around it.
    """
    found, at = [], sentence.text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = sentence.text.find(quote, at + 1)
    if not found:
        return None
    guess = _guess(sentence, start, mentions) if len(found) > 1 else 0.0
    best = min(found, key=lambda place: (abs(place - guess), place))
    return best, best + len(quote)


def _guess(sentence: Sentence, start: int, mentions: Sequence[Mention]) -> float:
    known = {(sentence.start, 0), (sentence.end, len(sentence.text))}
    known |= {(m.start, m.sent_start) for m in mentions} | {(m.end, m.sent_end) for m in mentions}
    low = max((k for k in known if k[0] <= start), default=(sentence.start, 0))
    high = min((k for k in known if k[0] > start), default=(sentence.end, len(sentence.text)))
    return low[1] + (high[1] - low[1]) * (start - low[0]) / max(1, high[0] - low[0])


def mark(text: str, mentions: Sequence[Mention], evidence: Sequence[Evidence]) -> list[Unit]:
    """Cut a sentence into names and what stands between, both into letters that share their marks.

    The units' letters are the sentence again. Of names that overlap without nesting the first wins.
    """
    outer: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (m.sent_start, -m.sent_end, m.mention_id)):
        if (not outer or m.sent_start >= outer[-1].sent_end) and 0 <= m.sent_start < m.sent_end <= len(text):
            outer.append(m)
    inner = [m for m in mentions if m not in outer]
    bounds = sorted({0, len(text), *(x for m in outer for x in (m.sent_start, m.sent_end))})
    by_start = {m.sent_start: m for m in outer}
    units = []
    for start, end in itertools.pairwise(bounds):
        leaves = tuple(_leaves(text, start, end, inner, evidence))
        notes = tuple(e for leaf in leaves for e in leaf.notes) if start in by_start else ()
        units.append(Unit(leaves, by_start.get(start), notes))
    return units


def _leaves(text: str, start: int, end: int, inner: Sequence[Mention], evidence: Sequence[Evidence]) -> list[Leaf]:
    cuts = {x for e in evidence for x in (e.start, e.end)} | {x for m in inner for x in (m.sent_start, m.sent_end)}
    bounds = sorted({start, end, *(x for x in cuts if start < x < end)})
    leaves = []
    for low, high in itertools.pairwise(bounds):
        over = [e for e in evidence if e.start <= low and high <= e.end]
        nested = next((m.type for m in inner if m.sent_start <= low and high <= m.sent_end), None)
        notes = tuple(e for e in evidence if low < e.end <= high)
        leaves.append(Leaf(text[low:high], tuple(e.anchor for e in over), any(e.trigger for e in over), nested, notes))
    return leaves
