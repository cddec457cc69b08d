"""GraphML that Gephi, Gephi Lite, networkx and igraph read alike.

Why not networkx's own writer: it numbers parallel edges per node pair, so that Gephi drops them, writes control characters
that no reader takes, and leaves an empty file behind when a value does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree
from networkx import MultiDiGraph

from pipeline.graph.check import check_graph
from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS, Field

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES: dict[type, str] = {str: "string", int: "int", float: "double", bool: "boolean"}


def write_graphml(graph: MultiDiGraph[str], path: Path) -> None:
    """Write a graph that `build_graph` made; the file appears under its name only when it is whole.

    Each edge carries its id (unique over the file) and its relation also as the XML attribute `label`, by which Gephi keeps
    parallel edges of different relations apart. Raises GraphError for a graph that would not be read back as it is.
    """
    check_graph(graph)
    with xml_file(path) as xml, xml.element("graphml", nsmap={None: NAMESPACE}):
        xml.write("\n")
        for side, columns in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
            _write_keys(xml, side, columns)
        with xml.element("graph", id="wangge", edgedefault="directed"):
            xml.write("\n")
            for name in sorted(graph):
                _write(xml, "node", {"id": name}, graph.nodes[name], NODE_FIELDS)
            for head, tail, data in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], e[2]["id"])):
                place = {"id": data["id"], "source": head, "target": tail, "label": data["relation"]}
                _write(xml, "edge", place, data, EDGE_FIELDS)


@contextmanager
def xml_file(path: Path) -> Iterator[Any]:
    """An XML file in UTF-8 to write into; it takes the place of an older one only when all went well."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        with etree.xmlfile(str(fresh), encoding="utf-8") as xml:
            xml.write_declaration()
            yield xml
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def as_text(value: object) -> str:
    """A value as XML readers of any language understand it: true, 3, 0.5, 张三."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write_keys(xml: Any, side: str, columns: Mapping[str, Field]) -> None:
    for name, field in columns.items():
        attributes = {"id": _key(side, name), "for": side, "attr.name": name, "attr.type": TYPES[field.kind]}
        xml.write(etree.Element("key", attributes))
        xml.write("\n")


def _key(side: str, name: str) -> str:
    return f"{side[0]}_{name}"


def _write(xml: Any, tag: str, place: dict[str, str], values: Mapping[str, Any], columns: Mapping[str, Field]) -> None:
    element = etree.Element(tag, place)
    for name in columns:
        if name in values:
            etree.SubElement(element, "data", key=_key(tag, name)).text = as_text(values[name])
    xml.write(element)
    xml.write("\n")
