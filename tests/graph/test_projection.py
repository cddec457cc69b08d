"""Who works with whom on what."""

from __future__ import annotations

import networkx as nx
import pytest

from pipeline.graph import bipartite, project


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """甲, 乙 and 王 share the campaign 清洁; 乙 and 丙 share an event of the campaign 普法; 丁 is only named beside it."""
    graph = nx.MultiDiGraph()
    for name, kind in (("甲", "organisation"), ("乙", "organisation"), ("丙", "organisation"), ("丁", "organisation"),
                       ("王", "person"), ("清洁", "campaign"), ("普法", "campaign"), ("ev1", "event"), ("区", "district")):  # fmt: skip
        graph.add_node(name, label=name, node_type=kind)
    for number, (head, relation, tail) in enumerate(
        (
            ("甲", "organises", "清洁"), ("甲", "organises", "清洁"), ("乙", "participates_in", "清洁"), ("王", "participates_in", "清洁"),
            ("清洁", "held_in", "区"), ("丁", "affiliated_with", "区"),
        )
    ):  # fmt: skip
        graph.add_edge(head, tail, relation=relation, evidence=f"r{number}")
    for role, tail in (("agent", "乙"), ("participant", "丙"), ("campaign", "普法"), ("target", "丁")):
        graph.add_edge("ev1", tail, relation=role, evidence="e1")
    return graph


def ties(graph: nx.Graph) -> dict[str, float]:
    return {"".join(sorted((a, b))): data["weight"] for a, b, data in graph.edges(data=True)}


def test_actors_are_tied_to_campaigns_by_relation_and_by_event(graph: nx.MultiDiGraph) -> None:
    two = bipartite(graph)
    assert ties(two) == {"清洁甲": 2.0, "乙清洁": 1.0, "清洁王": 1.0, "乙普法": 1.0, "丙普法": 1.0}
    assert two.edges["甲", "清洁"]["evidence"] == "r0|r1"
    assert nx.is_bipartite(two)
    assert {name for name, data in two.nodes(data=True) if data["bipartite"]} == {"清洁", "普法"}


def test_two_who_share_a_campaign_are_tied(graph: nx.MultiDiGraph) -> None:
    one = project(graph)
    assert ties(one) == {"乙甲": 1.0, "王甲": 1.0, "乙王": 1.0, "丙乙": 1.0}
    assert one.edges["甲", "乙"] == {"weight": 1.0, "newman": 0.5, "shared": "清洁"}
    assert one.edges["乙", "丙"]["newman"] == 1.0


def test_who_is_only_the_target_is_not_tied(graph: nx.MultiDiGraph) -> None:
    assert "丁" not in project(graph)


def test_people_alone_bodies_alone_and_a_threshold(graph: nx.MultiDiGraph) -> None:
    assert len(project(graph, actors=["person"])) == 0
    assert "王" not in project(graph, actors=["organisation"])
    assert len(project(graph, at_least=2)) == 0


def test_events_can_be_what_is_shared(graph: nx.MultiDiGraph) -> None:
    assert ties(project(graph, shared="event", actors=["organisation"])) == {"丁乙": 1.0, "丁丙": 1.0, "丙乙": 1.0}
