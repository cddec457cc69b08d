"""All files of the graph at once."""

from __future__ import annotations

from pathlib import Path

from networkx import MultiDiGraph

from pipeline.graph.dictionary import write_dictionary
from pipeline.graph.gexf import write_gexf
from pipeline.graph.graphml import write_graphml
from pipeline.graph.layout import lay_out
from pipeline.graph.merge import things_only

GRAPH_FILES = ("graph.graphml", "graph-merged.graphml", "graph.gexf", "data_dictionary.csv")


def write_graphs(graph: MultiDiGraph[str], folder: Path) -> None:
    """Lay the graph out and write `graph.graphml`, `graph-merged.graphml`, `graph.gexf` and `data_dictionary.csv`.

    The merged file holds things only, one edge per pair and relation, at the same positions. Raises GraphError for a graph
    that would not be read back as it is.
    """
    lay_out(graph)
    write_graphml(graph, folder / "graph.graphml")
    write_graphml(things_only(graph), folder / "graph-merged.graphml")
    write_gexf(graph, folder / "graph.gexf")
    write_dictionary(folder / "data_dictionary.csv")
