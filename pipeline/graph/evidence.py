"""What of the records enters the graph, and an edge with the evidence it rests on."""

from __future__ import annotations

from networkx import MultiDiGraph

from pipeline import ids
from pipeline.config import GraphConfig
from pipeline.graph.dates import widen
from pipeline.graph.fields import RELATION_NAMES
from pipeline.graph.finish import joined
from pipeline.records import Event, Relation


def kept(record: Relation | Event, config: GraphConfig) -> bool:
    """Whether a relation or event is sure enough, and actual unless the rest is asked for too."""
    likely = record.polarity == "positive" and record.modality == "actual"
    return (likely or config.unlikely) and record.confidence >= config.min_confidence


def add_edge(
    graph: MultiDiGraph[str], head: str, tail: str, relation: str, record: Relation | Event, name: str, date: str | None,
    **more: str | None,
) -> None:  # fmt: skip
    """An edge with its evidence, unless an end is left out of the graph; `more` are columns of its own, or in place of others."""
    if head in graph and tail in graph:
        key = ids.edge_id(head, f"{relation}|{name}", tail)
        shared = {
            "relation": relation, "label": RELATION_NAMES[relation], "weight": 1.0, "symmetric": relation == "cooperates_with",
            "page": record.page_id, "article": record.article_id, "quote": record.quote, "polarity": record.polarity,
            "modality": record.modality, "evidence": name, "rule": joined([record.rule]), "confidence": record.confidence,
        }  # fmt: skip
        graph.add_edge(head, tail, key, **shared | more)
        widen(graph.edges[head, tail, key], date)
