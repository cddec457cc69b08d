"""The network of things for the map: positions, sizes, one edge per pair and relation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.config import GraphConfig
from pipeline.graph import build_graph, things_only
from pipeline.view.names import EVENTS, RELATIONS
from pipeline.view.positions import positions

MOST = 1500  # best connected things: more are no picture, and a browser draws them slowly


def network(folder: Path, config: GraphConfig) -> dict[str, Any]:
    """Nodes `[id, name, x, y, size, degree]` and edges `[head, tail, relation, weight]` (numbers of nodes).

    Things without any edge are left out; `all` says how many have one.
    """
    graph = things_only(build_graph(folder, config.model_copy(update={"articles": False})))
    linked = [name for name in graph if graph.degree(name)]
    chosen = sorted(linked, key=lambda name: (-int(graph.degree(name)), name))[:MOST]
    picture = graph.subgraph(chosen).copy()
    places = positions(picture)
    number = {name: n for n, name in enumerate(chosen)}
    nodes = [
        [n, d.get("label", n), *places[n], d["size"], int(picture.degree(n))]
        for n, d in ((name, picture.nodes[name]) for name in chosen)
    ]
    edges = sorted([number[a], number[b], d["relation"], d["weight"]] for a, b, d in picture.edges(data=True) if a != b)
    ways = {key: list(names) for key, names in (RELATIONS | EVENTS).items()}
    return {"nodes": nodes, "edges": edges, "all": len(linked), "ways": ways}
