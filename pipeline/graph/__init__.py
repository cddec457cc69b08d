"""Records -> a networkx graph, and files that provably open."""

from pipeline.graph.build import build_graph
from pipeline.graph.check import GraphError, check_graph
from pipeline.graph.gexf import write_gexf
from pipeline.graph.graphml import write_graphml
from pipeline.graph.layout import lay_out
from pipeline.graph.merge import merge_edges, things_only
from pipeline.graph.projection import bipartite, project
from pipeline.graph.save import write_graphs

__all__ = [
    "GraphError", "bipartite", "build_graph", "check_graph", "lay_out", "merge_edges", "project", "things_only", "write_gexf",
    "write_graphml", "write_graphs",
]  # fmt: skip
