"""CSV for Gephi's spreadsheet import, CSV for Excel, and CSV for Neo4j's bulk import with its script."""

from __future__ import annotations

from pathlib import Path

from networkx import MultiDiGraph

from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS
from pipeline.tables.rows import EDGE_COLUMNS, NODE_COLUMNS, TYPES, edge_rows, node_rows, write_csv

NODES = tuple(column for column in NODE_FIELDS if column != "label")
EDGES = tuple(column for column in EDGE_FIELDS if column not in ("label", "weight"))
NEO4J_TYPES: dict[type, str] = {str: "string", int: "long", float: "double", bool: "boolean"}
SCRIPT = """#!/bin/sh
# Makes a new Neo4j 5 database from the files beside this script. The database must be stopped or not exist yet.
# usage: NEO4J_HOME=/path/to/neo4j sh import.sh [database]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec "${NEO4J_HOME:?say where Neo4j is: NEO4J_HOME=...}/bin/neo4j-admin" database import full "${1:-neo4j}" \\
  --nodes="$here/nodes.csv" --relationships="$here/relationships.csv" --overwrite-destination
"""


def write_gephi(graph: MultiDiGraph[str], folder: Path) -> None:
    """`nodes.csv` and `edges.csv` with the headings that Gephi's import looks for, UTF-8 without a byte order mark."""
    _write(graph, folder, excel=False)


def write_excel(graph: MultiDiGraph[str], folder: Path) -> None:
    """The same tables for reading in Excel."""
    _write(graph, folder, excel=True)


def _write(graph: MultiDiGraph[str], folder: Path, *, excel: bool) -> None:
    nodes = ([row["id"], row["label"], *(row[c] for c in NODES)] for row in node_rows(graph))
    write_csv(folder / "nodes.csv", ("Id", "Label", *NODES), nodes, excel=excel)
    edges = (
        [row["source"], row["target"], "Directed", row["weight"], row["id"], row["label"], *(row[c] for c in EDGES)]
        for row in edge_rows(graph)
    )
    write_csv(folder / "edges.csv", ("Source", "Target", "Type", "Weight", "Id", "Label", *EDGES), edges, excel=excel)


def write_neo4j(graph: MultiDiGraph[str], folder: Path) -> None:
    """`nodes.csv`, `relationships.csv` and `import.sh` for `neo4j-admin database import`: labels and types are ours."""
    nodes = (
        [row["id"], str(row["node_type"]).title(), *(row[c] for c in NODE_COLUMNS[1:])] for row in node_rows(graph)
    )
    header = ("id:ID", ":LABEL", *(f"{c}:{NEO4J_TYPES[TYPES[c]]}" for c in NODE_COLUMNS[1:]))
    write_csv(folder / "nodes.csv", header, nodes)
    rest = EDGE_COLUMNS[3:]
    edges = (
        [row["source"], row["target"], str(row["relation"]).upper(), row["id"], *(row[c] for c in rest)]
        for row in edge_rows(graph)
    )
    header = (":START_ID", ":END_ID", ":TYPE", "id:string", *(f"{c}:{NEO4J_TYPES[TYPES[c]]}" for c in rest))
    write_csv(folder / "relationships.csv", header, edges)
    (folder / "import.sh").write_text(SCRIPT, encoding="utf-8", newline="\n")
