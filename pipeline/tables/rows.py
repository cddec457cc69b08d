"""Rows of nodes and edges, as lists of columns that every format shares."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from networkx import MultiDiGraph

from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS, Scalar

Row = dict[str, Scalar | None]
NODE_COLUMNS = ("id", *NODE_FIELDS)
EDGE_COLUMNS = ("id", "source", "target", *EDGE_FIELDS)
TYPES: dict[str, type] = {name: field.kind for name, field in (NODE_FIELDS | EDGE_FIELDS).items()}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # the wide ones run in East Asian Excel


def node_rows(graph: MultiDiGraph[str]) -> Iterator[Row]:
    """Nodes by id; None where a value is not known."""
    for name in sorted(graph):
        yield {"id": name} | {column: graph.nodes[name].get(column) for column in NODE_FIELDS}


def edge_rows(graph: MultiDiGraph[str]) -> Iterator[Row]:
    """Edges by head, tail and id."""
    for head, tail, data in sorted(graph.edges(data=True), key=lambda e: (e[0], e[1], e[2]["id"])):
        place: Row = {"id": data["id"], "source": head, "target": tail}
        yield place | {column: data.get(column) for column in EDGE_FIELDS}


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]], *, excel: bool = False) -> None:
    """Write a table as CSV in UTF-8; for Excel with a byte order mark and with nothing that it would run as a formula."""
    with path.open("w", encoding="utf-8-sig" if excel else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n" if excel else "\n")
        writer.writerow(header)
        for row in rows:
            cells = ["" if cell is None else str(cell).lower() if isinstance(cell, bool) else cell for cell in row]
            writer.writerow([harmless(cell) for cell in cells] if excel else cells)


def harmless(cell: Any) -> Any:
    """A cell that Excel shows and does not run: an apostrophe before what looks like a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("王芳"), harmless(-1.5)
    ("'=HYPERLINK(1)", '王芳', -1.5)
    """
    runs = isinstance(cell, str) and (cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA))
    return f"'{cell}" if runs else cell
