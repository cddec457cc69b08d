"""Records -> a networkx graph, and files that provably open."""

from pipeline.graph.build import build_graph
from pipeline.graph.graphml import write_graphml

__all__ = ["build_graph", "write_graphml"]
