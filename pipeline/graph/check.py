"""Refuse a graph that no file could hold as it is, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from networkx import MultiDiGraph

from pipeline.graph.clean import clean_value
from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS, Field


class GraphError(ValueError):
    """A graph that would not survive a file; the message names node or edge, column and value."""


def check_graph(graph: MultiDiGraph[str]) -> None:
    """Check ids, columns and values of a graph by the rules of `graph.fields`.

    Raises GraphError at the first node or edge that Gephi would drop, rename or read otherwise than it was meant.
    """
    if not (graph.is_directed() and graph.is_multigraph()):
        raise GraphError("not a networkx.MultiDiGraph: convert it with nx.MultiDiGraph(graph)")
    for name, data in graph.nodes(data=True):
        _check_id("node", name)
        _check_values(f"node {name}", data, NODE_FIELDS)
    seen: dict[str, tuple[str, str]] = {}
    for head, tail, data in graph.edges(data=True):
        name = str(data.get("id", ""))
        _check_id(f"edge {head} -> {tail}", data.get("id"))
        if name in seen:
            raise GraphError(f"edge {head} -> {tail}: its id {name} is also that of {' -> '.join(seen[name])}")
        seen[name] = (head, tail)
        _check_values(f"edge {name}", {key: value for key, value in data.items() if key != "id"}, EDGE_FIELDS)
        for needed in ("relation", "weight", "symmetric"):
            if needed not in data:
                raise GraphError(f"edge {name}: no value for {needed}")
        if not data["weight"] > 0:
            raise GraphError(f"edge {name}: weight {data['weight']!r} is not above 0")


def _check_id(what: str, name: object) -> None:
    if not (isinstance(name, str) and name and name.isascii() and name.isprintable() and " " not in name):
        raise GraphError(f"{what}: the id {name!r} is not plain ASCII without blanks")


def _check_values(what: str, values: Mapping[str, Any], columns: Mapping[str, Field]) -> None:
    unknown = sorted(map(str, values.keys() - columns.keys()))
    if unknown:
        raise GraphError(f"{what}: no such column: {', '.join(unknown)}")
    for key, value in values.items():
        try:
            clean = clean_value(value, columns[key])
        except ValueError as error:
            raise GraphError(f"{what}: {key}: {error}") from None
        if clean is None or clean != value or type(clean) is not type(value):
            raise GraphError(f"{what}: {key}: {value!r} would be read back as {clean!r}")
