"""Projections: who worked with whom on what, out of the full graph, for notebooks and the tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import Any

import networkx as nx

from pipeline import ids

ACTORS = ("person", "organisation")
TAKING_PART = ("organises", "participates_in")


def bipartite(
    graph: nx.MultiDiGraph[str], *, actors: Collection[str] = ACTORS, shared: str = "campaign"
) -> nx.Graph[str]:
    """Actors on one side, what they share on the other; an edge says how often an actor is reported in it.

    Evidence is a relation (organises, participates in) or an event in which both stand. Nodes keep their attributes and get
    `bipartite` 0 (actors) or 1 (shared), as networkx wants it; edges have `weight` and `evidence` (ids joined by `|`). With
    `shared="event"` or `"article"` it is who stands in the same event or article.

    Reports of one happening (column `happening` of events) are read as one: it counts once in `weight`, has the arguments of
    all its reports, and is one node with `shared="event"`; `evidence` lists every report.
    """
    kinds = {name: data["node_type"] for name, data in graph.nodes(data=True)}
    ties = _Ties()
    for head, tail, data in graph.edges(data=True):
        if shared == "article" and kinds[head] == shared and kinds[tail] in actors:
            ties.add(tail, head, data["evidence"], [data["evidence"]])
        elif data["relation"] in TAKING_PART and kinds[head] in actors and kinds[tail] == shared:
            ties.add(head, tail, data["evidence"], [data["evidence"]])
    for first, reports in _happenings(graph) if shared != "article" else ():
        _add_happening(ties, graph, kinds, first, reports, actors, shared)
    out: nx.Graph[str] = nx.Graph()
    for actor, thing in sorted(ties.counted):
        out.add_node(actor, **graph.nodes[actor] | {"bipartite": 0})
        out.add_node(thing, **graph.nodes[thing] | {"bipartite": 1})
        weight, evidence = float(len(ties.counted[actor, thing])), "|".join(ties.evidence[actor, thing])
        out.add_edge(actor, thing, weight=weight, evidence=evidence)
    return out


class _Ties:
    """Of each actor and thing: what is counted, and the ids of all that says so, in the order found."""

    def __init__(self) -> None:
        self.counted: dict[tuple[str, str], set[str]] = {}
        self.evidence: dict[tuple[str, str], dict[str, None]] = {}

    def add(self, actor: str, thing: str, counted: str, evidence: Iterable[str]) -> None:
        self.counted.setdefault((actor, thing), set()).add(counted)
        self.evidence.setdefault((actor, thing), {}).update(dict.fromkeys(evidence))


def _add_happening(
    ties: _Ties, graph: nx.MultiDiGraph[str], kinds: dict[str, str], first: str, reports: list[str], actors: Collection[str],
    shared: str,
) -> None:  # fmt: skip
    members = [(tail, data) for report in reports for _, tail, data in graph.out_edges(report, data=True)]
    others = [(tail, [data["evidence"]]) for tail, data in members if kinds[tail] == shared]
    if shared == "event":
        others = [(first, [])]
    for actor, data in members:
        if kinds[actor] in actors and (shared == "event" or data["relation"] in ("agent", "participant")):
            for other, evidence in others:
                ties.add(actor, other, first, [data["evidence"], *evidence])


def _happenings(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, list[str]]]:
    """The event nodes of each happening in order of their ids, before them the one that stands for it: the first report's."""
    groups: dict[str, list[str]] = {}
    for name in sorted(name for name, data in graph.nodes(data=True) if data["node_type"] == "event"):
        groups.setdefault(str(graph.nodes[name].get("happening", name)), []).append(name)
    for happening, reports in groups.items():
        own = ids.node_id("ev", happening)
        yield (own if own in reports else reports[0]), reports


def project(
    graph: nx.MultiDiGraph[str], *, actors: Collection[str] = ACTORS, shared: str = "campaign", at_least: int = 1
) -> nx.Graph[str]:
    """Who works with whom: two actors are tied when they share at least so many campaigns (or events, articles).

    Edges have `weight` (how many they share), `shared` (their labels joined by `|`) and `newman`, the weight in which a
    campaign of n actors counts 1/(n-1), so that one large campaign does not tie everybody to everybody (Newman 2001).
    """
    two = bipartite(graph, actors=actors, shared=shared)
    out: nx.Graph[str] = nx.Graph()
    for thing in sorted(name for name, data in two.nodes(data=True) if data["bipartite"] == 1):
        members = sorted(two[thing])
        for left, right in combinations(members, 2):
            if not out.has_edge(left, right):
                out.add_edge(left, right, weight=0.0, newman=0.0, shared="")
            edge: dict[str, Any] = out.edges[left, right]
            edge["weight"] += 1.0
            edge["newman"] += 1 / (len(members) - 1)
            label = str(two.nodes[thing].get("label", thing)).replace("|", "/")
            edge["shared"] = f"{edge['shared']}|{label}".strip("|")
    out.remove_edges_from([(a, b) for a, b, data in out.edges(data=True) if data["weight"] < at_least])
    out.remove_nodes_from([name for name, degree in dict(out.degree()).items() if degree == 0])
    for name in out:
        out.nodes[name].update({key: value for key, value in two.nodes[name].items() if key != "bipartite"})
    return out
