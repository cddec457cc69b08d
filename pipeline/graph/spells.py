"""When things are evidenced: spans of full days, closed at both ends, apart from each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from networkx import MultiDiGraph

Span = tuple[str, str]
Edge = tuple[str, str, str]


def last_day_of(graph: MultiDiGraph[str]) -> str | None:
    """The newest day that any node or edge knows of: it ends what has no end of its own."""
    everything = [*(d for _, d in graph.nodes(data=True)), *(d for *_, d in graph.edges(data=True))]
    days = [d[key] for d in everything for key in ("first_date", "last_date") if key in d]
    return max(days, default=None)


def spells_of_edges(graph: MultiDiGraph[str], corpus_end: str | None) -> dict[Edge, list[Span]]:
    """The spans of all evidences of a pair and relation, overlapping and touching ones made one."""
    spans: dict[Edge, list[Span]] = {}
    for head, tail, data in graph.edges(data=True):
        span = span_of(data, corpus_end)
        if span:
            ends = (tail, head) if data["symmetric"] and tail < head else (head, tail)
            spans.setdefault((*ends, data["relation"]), []).append(span)
    return {edge: united(found) for edge, found in spans.items()}


def life_of_nodes(
    graph: MultiDiGraph[str], edges: Mapping[Edge, list[Span]], corpus_end: str | None
) -> dict[str, Span]:
    """One span per node: its own dates and those of its edges, which Gephi hides when an end of theirs is hidden."""
    lives: dict[str, list[Span]] = {}
    for name, data in graph.nodes(data=True):
        span = span_of(data, corpus_end)
        if span:
            lives[name] = [span]
    for (head, tail, _), spans in edges.items():
        for end in (head, tail):
            lives.setdefault(end, []).extend(spans)
    return {name: (min(s for s, _ in spans), max(e for _, e in spans)) for name, spans in lives.items()}


def span_of(data: Mapping[str, Any], corpus_end: str | None) -> Span | None:
    """First and last day; a missing last day is that of the corpus, a missing first day the last one."""
    first, last = data.get("first_date"), data.get("last_date") or corpus_end
    first = first or data.get("last_date")
    if not first or not last:
        return None
    return (first, max(first, last))


def united(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, none touching the next: Gephi refuses spells that overlap.

    >>> united([("2024-08-01", "2024-08-31"), ("2024-09-01", "2024-09-02"), ("2019-11-01", "2019-11-30")])
    [('2019-11-01', '2019-11-30'), ('2024-08-01', '2024-09-02')]
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= _next_day(out[-1][1]):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _next_day(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
