"""GEXF 1.3: the format in which Gephi keeps relations of several kinds apart and shows them through time.

Why not networkx's own writer: it writes 1.2draft, knows no `kind`, and stamps today's date into the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from networkx import MultiDiGraph

from pipeline.graph.check import check_graph
from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS, Field
from pipeline.graph.graphml import as_text, xml_file
from pipeline.graph.merge import merge_edges
from pipeline.graph.spells import Span, last_day_of, life_of_nodes, spells_of_edges

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES: dict[type, str] = {str: "string", int: "integer", float: "double", bool: "boolean"}
# What GEXF says in its own way, not as a column.
NODE_OWN = frozenset({"label", "size", "x", "y", "r", "g", "b"})
EDGE_OWN = frozenset({"label", "weight"})
END_KNOWN = Field(bool, "false where the end is that of the corpus, because none is printed", "末次日期是否已知")


def write_gexf(graph: MultiDiGraph[str], path: Path) -> None:
    """Write a graph that `build_graph` made, one edge per pair and relation, with the days for which each is evidenced.

    `kind` is the relation. `start` and `end` of an edge span its evidences, its `spells` are the single ones; a node lives
    as long as what is said of it. Elements without any date have none and are always shown. Raises GraphError for a graph
    that would not be read back as it is.
    """
    check_graph(graph)
    merged = merge_edges(graph)
    corpus_end = last_day_of(graph)
    edge_spells = spells_of_edges(graph, corpus_end)
    lives = life_of_nodes(merged, edge_spells, corpus_end)
    with xml_file(path) as xml, xml.element("gexf", {"version": "1.3"}, nsmap={None: NAMESPACE, "viz": VIZ}):
        xml.write("\n")
        _meta(xml, corpus_end)
        times = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
        with xml.element("graph", {"defaultedgetype": "directed"} | times):
            xml.write("\n")
            _columns(xml, "node", NODE_FIELDS, NODE_OWN)
            _columns(xml, "edge", EDGE_FIELDS, EDGE_OWN)
            with xml.element("nodes"):
                xml.write("\n")
                for name in sorted(merged):
                    life = lives.get(name)
                    _write_node(xml, name, merged.nodes[name], [life] if life else [])
                    xml.write("\n")
            xml.write("\n")
            with xml.element("edges"):
                xml.write("\n")
                for head, tail, relation, data in sorted(merged.edges(keys=True, data=True), key=lambda e: e[:3]):
                    xml.write(_edge(head, tail, data, edge_spells.get((head, tail, relation), [])))
                    xml.write("\n")


def _meta(xml: Any, newest: str | None) -> None:
    """The day of the newest page or event stands in for the clock: same records, same bytes."""
    meta = etree.Element("meta", {"lastmodifieddate": newest} if newest else {})
    etree.SubElement(meta, "creator").text = "wangge"
    etree.SubElement(meta, "description").text = "people, organisations, campaigns and districts in local newspapers"
    xml.write(meta)
    xml.write("\n")


def _columns(xml: Any, side: str, fields: Mapping[str, Field], own: frozenset[str]) -> None:
    element = etree.Element("attributes", {"class": side, "mode": "static"})
    for name, field in (*fields.items(), ("end_known", END_KNOWN)):
        if name not in own:
            etree.SubElement(element, "attribute", {"id": name, "title": name, "type": TYPES[field.kind]})
    xml.write(element)
    xml.write("\n")


def _write_node(xml: Any, name: str, data: Mapping[str, Any], spans: list[Span]) -> None:
    with xml.element("node", {"id": name, "label": data.get("label", name)} | _start_end(spans)):
        xml.write(_values(data, NODE_FIELDS, NODE_OWN))
        for tag, columns, more in (
            ("color", ("r", "g", "b"), {"a": "1"}), ("position", ("x", "y"), {"z": "0"}), ("size", ("size",), {}),
        ):  # fmt: skip
            if set(columns) <= data.keys():
                values = {"value" if column == "size" else column: str(data[column]) for column in columns}
                with xml.element(f"{{{VIZ}}}{tag}", values | more):
                    pass


def _edge(head: str, tail: str, data: Mapping[str, Any], spans: list[Span]) -> Any:
    place = {
        "id": data["id"], "source": head, "target": tail, "type": "directed", "kind": data["relation"],
        "label": data.get("label", data["relation"]), "weight": str(data["weight"]),
    }  # fmt: skip
    element = etree.Element("edge", place | _start_end(spans))
    element.append(_values(data, EDGE_FIELDS, EDGE_OWN))
    if len(spans) > 1:
        spells = etree.SubElement(element, "spells")
        for start, end in spans:
            etree.SubElement(spells, "spell", {"start": start, "end": end})
    return element


def _start_end(spans: list[Span]) -> dict[str, str]:
    return {"start": spans[0][0], "end": max(end for _, end in spans)} if spans else {}


def _values(data: Mapping[str, Any], fields: Mapping[str, Field], own: frozenset[str]) -> Any:
    values = {key: data[key] for key in fields if key in data and key not in own}
    if "first_date" in data:
        values["end_known"] = "last_date" in data
    holder = etree.Element("attvalues")
    for key, value in values.items():
        etree.SubElement(holder, "attvalue", {"for": key, "value": as_text(value)})
    return holder
