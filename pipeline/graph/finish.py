"""The last touches to a graph: every value in its column's type, looks by type and degree, homonyms told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from networkx import MultiDiGraph

from pipeline.graph.clean import clean_text, clean_value
from pipeline.graph.fields import COLOURS, EDGE_FIELDS, NODE_FIELDS, SEPARATOR, Scalar

LONGEST_LABEL = 24  # Gephi's view grows slow with long Chinese labels; the whole text stands in name_full
LONGEST_QUOTE = 300  # a page without a full stop would otherwise be copied whole to each of its nodes


def finish(graph: MultiDiGraph[str]) -> None:
    """Cast every value to its column, drop the unknown ones, give edges their ids and nodes their looks."""
    for _, node in graph.nodes(data=True):
        node["articles"] = len(node.pop("_articles")) if "_articles" in node else node.get("articles")
        node["r"], node["g"], node["b"] = COLOURS[node["node_type"]]
        node["year"] = year_of(node)
        _cast(node, NODE_FIELDS)
        node["label"] = clean_text(short(node.get("label", "")))
        if not node["label"]:
            del node["label"]
    set_sizes(graph)
    _tell_homonyms_apart(graph)
    for _, _, key, edge in graph.edges(keys=True, data=True):
        edge["year"] = year_of(edge)
        _cast(edge, EDGE_FIELDS)
        edge["id"] = key


def set_sizes(graph: MultiDiGraph[str]) -> None:
    """Nodes grow with the root of their degree, so that their areas compare as their degrees do."""
    for name, degree in graph.degree():
        graph.nodes[name]["size"] = round(4 + 4 * float(degree) ** 0.5, 2)


def year_of(attributes: dict[str, Any]) -> int | None:
    """Year of the first date."""
    first = attributes.get("first_date")
    return int(first[:4]) if first else None


def short(label: str, longest: int = LONGEST_LABEL) -> str:
    """A label that a picture can bear, a quote that a table can bear.

    >>> short("鹤山区民政局"), short("学" * 30)[-3:]
    ('鹤山区民政局', '学学…')
    """
    return label if len(label) <= longest else label[: longest - 1] + "…"


def joined(values: Iterable[str]) -> str:
    """A list as one value; the separator is forbidden inside.

    >>> joined(["市民政局", "a|b"])
    '市民政局|a/b'
    """
    return SEPARATOR.join(clean_text(value).replace(SEPARATOR, "/") for value in values)


def _cast(attributes: dict[str, Any], fields: dict[str, Any]) -> None:
    cast: dict[str, Scalar | None] = {key: clean_value(attributes.get(key), field) for key, field in fields.items()}
    for key in ("quote", "name_full"):
        if isinstance(text := cast.get(key), str):
            cast[key] = clean_text(short(text, LONGEST_QUOTE))
    attributes.clear()
    attributes.update({key: value for key, value in cast.items() if value is not None})


def _tell_homonyms_apart(graph: MultiDiGraph[str]) -> None:
    """Two nodes of one label get their area behind the name: 王伟（浚县）, 王伟（中原区）."""
    by_label: dict[tuple[str, str], list[str]] = {}
    for name, node in graph.nodes(data=True):
        if node["node_type"] not in ("article", "event"):
            by_label.setdefault((node["node_type"], node.get("label", name)), []).append(name)
    for (_, label), names in by_label.items():
        for name in names if len(names) > 1 else ():
            district = graph.nodes[name].get("district")
            if district:
                graph.nodes[name]["label"] = f"{label}（{district}）"
