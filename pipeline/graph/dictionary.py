"""The data dictionary beside the graph: every column, its type and what it means, in Chinese and English."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.graph.fields import EDGE_FIELDS, EVENT_NAMES, NODE_FIELDS, RELATION_NAMES, TYPE_NAMES
from pipeline.graph.gexf import END_KNOWN

TYPES: dict[type, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}
Row = tuple[str, str, str, str, str]


def write_dictionary(path: Path) -> None:
    """Write the dictionary as CSV with a byte order mark, so that Excel shows the Chinese."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table", "name", "type", "chinese", "english"))
        writer.writerows(_rows())


def _rows() -> Iterator[Row]:
    for table, fields in (("nodes", NODE_FIELDS), ("edges", EDGE_FIELDS)):
        for name, field in fields.items():
            yield table, name, TYPES[field.kind], field.chinese, field.english
    yield "nodes and edges, GEXF only", "end_known", TYPES[bool], END_KNOWN.chinese, END_KNOWN.english
    for table, names in (
        ("values of node_type", TYPE_NAMES), ("values of relation", RELATION_NAMES),
        ("values of subtype of events, of relation in the merged graph", EVENT_NAMES),
    ):  # fmt: skip
        for name, chinese in names.items():
            yield table, name, "text", chinese, name.replace("_", " ")
