"""Projections: who worked with whom on what, out of the full graph, for notebooks and the tables."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import Any

import networkx as nx

ACTORS = ("person", "organisation")
TAKING_PART = ("organises", "participates_in")


def bipartite(
    graph: nx.MultiDiGraph[str], *, actors: Collection[str] = ACTORS, shared: str = "campaign"
) -> nx.Graph[str]:
    """Actors on one side, what they share on the other; an edge says how often an actor is reported in it.

    Evidence is a relation (organises, participates in) or an event in which both stand. Nodes keep their attributes and get
    `bipartite` 0 (actors) or 1 (shared), as networkx wants it; edges have `weight` and `evidence` (ids joined by `|`). With
    `shared="event"` or `"article"` it is who stands in the same event or article.
    """
    ties: dict[tuple[str, str], dict[str, None]] = {}
    kinds = {name: data["node_type"] for name, data in graph.nodes(data=True)}
    for head, tail, data in graph.edges(data=True):
        if shared in ("event", "article") and kinds[head] == shared and kinds[tail] in actors:
            ties.setdefault((tail, head), {})[data["evidence"]] = None
        elif data["relation"] in TAKING_PART and kinds[head] in actors and kinds[tail] == shared:
            ties.setdefault((head, tail), {})[data["evidence"]] = None
    for event in sorted(name for name, kind in kinds.items() if kind == "event" and shared not in ("event", "article")):
        members = [(tail, data) for _, tail, data in graph.out_edges(event, data=True)]
        for actor, data in members:
            if kinds[actor] in actors and data["relation"] in ("agent", "participant"):
                for other, _ in members:
                    if kinds[other] == shared:
                        ties.setdefault((actor, other), {})[data["evidence"]] = None
    out: nx.Graph[str] = nx.Graph()
    for actor, thing in sorted(ties):
        out.add_node(actor, **graph.nodes[actor] | {"bipartite": 0})
        out.add_node(thing, **graph.nodes[thing] | {"bipartite": 1})
        evidence = ties[actor, thing]
        out.add_edge(actor, thing, weight=float(len(evidence)), evidence="|".join(evidence))
    return out


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
