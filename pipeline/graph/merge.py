"""Fewer edges: one per pair and relation, and the graph of things alone."""

from __future__ import annotations

from typing import Any

from networkx import MultiDiGraph

from pipeline import ids
from pipeline.graph.dates import COARSE_FIRST
from pipeline.graph.fields import EVENT_NAMES, SEPARATOR
from pipeline.graph.finish import set_sizes, year_of

LISTS = ("role", "status", "tail_as", "evidence", "rule", "reasons", "polarity", "modality")
NO_THINGS = frozenset({"article", "event"})


def merge_edges(graph: MultiDiGraph[str]) -> MultiDiGraph[str]:
    """One edge per head, relation and tail; its key is the relation, its weight the number of printed evidences.

    Roles, statuses, rules and evidences are joined by `|`; quote, page and article are those of the first evidence; dates
    span all of them. A symmetric relation has one edge per pair whichever end was printed first.
    """
    out: MultiDiGraph[str] = MultiDiGraph()
    out.add_nodes_from((name, dict(data)) for name, data in graph.nodes(data=True))
    for head, tail, data in graph.edges(data=True):
        if data["symmetric"] and tail < head:
            head, tail = tail, head
        if not out.has_edge(head, tail, data["relation"]):
            name = ids.edge_id(head, data["relation"], tail)
            out.add_edge(head, tail, data["relation"], **data | {"id": name})
        else:
            _join(out.edges[head, tail, data["relation"]], data)
    return out


def things_only(graph: MultiDiGraph[str]) -> MultiDiGraph[str]:
    """The merged graph of people, bodies, areas, campaigns, places and policies, without articles and events.

    An event becomes edges from those who act in it (its agents; without one, its participants) to its other things: the
    relation is the event's type, `tail_as` says what the tail is in it. Several reports of one happening count once in the
    weight; all of them are in `evidence`.
    """
    things: MultiDiGraph[str] = MultiDiGraph()
    things.add_nodes_from(
        (name, dict(data)) for name, data in graph.nodes(data=True) if data["node_type"] not in NO_THINGS
    )
    for head, tail, key, data in graph.edges(keys=True, data=True):
        if head in things and tail in things:
            things.add_edge(head, tail, key, **data)
    for event, data in graph.nodes(data=True):
        if data["node_type"] == "event":
            _event_edges(things, graph, event, data["subtype"], data.get("happening", event))
    merged = merge_edges(things)
    set_sizes(merged)
    return merged


def _event_edges(things: MultiDiGraph[str], graph: MultiDiGraph[str], event: str, kind: str, told: str) -> None:
    arguments = [(tail, data) for _, tail, data in graph.out_edges(event, data=True) if tail in things]
    acting = [tail for tail, data in arguments if data["relation"] == "agent"]
    acting = acting or [tail for tail, data in arguments if data["relation"] == "participant"]
    for head in acting:
        for tail, data in arguments:
            if tail not in acting:
                key = ids.edge_id(head, f"{kind}|{told}", tail)
                more = {"relation": kind, "label": EVENT_NAMES[kind], "tail_as": data["relation"], "id": key}
                if things.has_edge(head, tail, key):
                    _join(things.edges[head, tail, key], data | more | {"weight": 0.0})
                else:
                    things.add_edge(head, tail, key, **data | more)


def _join(edge: dict[str, Any], more: dict[str, Any]) -> None:
    edge["weight"] += more["weight"]
    edge["confidence"] = max(edge["confidence"], more["confidence"])
    for name in LISTS:
        values = [value for value in (edge.get(name), more.get(name)) if value]
        if values:
            edge[name] = SEPARATOR.join(dict.fromkeys(part for value in values for part in value.split(SEPARATOR)))
    for name, choose in (("first_date", min), ("last_date", max)):
        dates = [value for value in (edge.get(name), more.get(name)) if value]
        if dates:
            edge[name] = choose(dates)
    exact = [value for value in (edge.get("date_precision"), more.get("date_precision")) if value]
    if exact:
        edge["date_precision"] = min(exact, key=COARSE_FIRST.index)
    year = year_of(edge)
    if year is not None:
        edge["year"] = year
