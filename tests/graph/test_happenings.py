"""Reports of one happening: tied in the graph, counted once, every evidence kept."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from pipeline.config import load_config
from pipeline.graph import bipartite, build_graph, project, things_only, write_graphs
from pipeline.graph.fields import NODE_FIELDS
from pipeline.graph.lint import lint_file
from pipeline.records import Event
from tests.graph.retold import ALL, REASONS, again, report, write


def graph_of(folder: Path, events: list[Event], **choices: object) -> nx.MultiDiGraph:
    return build_graph(write(folder, events), load_config().graph.model_copy(update=choices))


@pytest.fixture
def three() -> list[Event]:
    """The evening paper was first; the daily tells of the same happening, the weekly of another one."""
    first = report("evening", 1, ALL)
    return [
        first,
        again("daily", 1, [*ALL[:2], ("participant", "org:3")], first),
        report("weekly", 1, ALL, time="2024-12-27"),
    ]


def same_as(graph: nx.MultiDiGraph) -> list[tuple[str, str]]:
    return [(head, tail) for head, tail, data in graph.edges(data=True) if data["relation"] == "same_as"]


def test_a_later_report_points_at_the_first_with_what_speaks_for_it(tmp_path: Path, three: list[Event]) -> None:
    graph = graph_of(tmp_path, three)
    later, first = "ev:daily-a01-s001-e01", "ev:evening-a01-s001-e01"
    assert same_as(graph) == [(later, first)]
    (edge,) = graph[later][first].values()
    assert edge["reasons"] == "|".join(REASONS)
    assert edge["evidence"] == "daily-a01-s001-e01|evening-a01-s001-e01"
    assert (edge["quote"], edge["page"], edge["rule"]) == ("daily：慰问困难群众。", "daily", "same_as")
    assert (edge["weight"], edge["symmetric"], edge["label"]) == (1.0, False, "同一事件")


def test_reports_of_one_happening_bear_its_id(tmp_path: Path, three: list[Event]) -> None:
    graph = graph_of(tmp_path, three)
    told = {name: data["happening"] for name, data in graph.nodes(data=True) if data["node_type"] == "event"}
    assert told == {
        "ev:daily-a01-s001-e01": "evening-a01-s001-e01",
        "ev:evening-a01-s001-e01": "evening-a01-s001-e01",
        "ev:weekly-a01-s001-e01": "weekly-a01-s001-e01",
    }
    assert not [name for name, data in graph.nodes(data=True) if "happening" in data and data["node_type"] != "event"]
    assert "happening" in NODE_FIELDS


def test_a_happening_counts_once_and_keeps_all_its_evidences(tmp_path: Path, three: list[Event]) -> None:
    graph = graph_of(tmp_path, three)
    tie = bipartite(graph).edges["org:1", "cam:1"]
    assert tie["weight"] == 2.0  # two happenings, three reports
    assert set(tie["evidence"].split("|")) == {event.event_id for event in three}
    met = project(graph, shared="event")
    assert met.edges["org:1", "org:2"]["weight"] == 2.0
    merged = things_only(graph)["org:1"]["org:2"]["service"]
    assert merged["weight"] == 2.0
    assert set(merged["evidence"].split("|")) == {event.event_id for event in three}
    assert (merged["first_date"], merged["last_date"]) == ("2024-12-20", "2024-12-27")


def test_what_only_one_report_names_belongs_to_the_happening(tmp_path: Path, three: list[Event]) -> None:
    """The daily does not name the campaign, nor the evening paper the third body."""
    tie = bipartite(graph_of(tmp_path, three)).edges["org:3", "cam:1"]
    assert tie == {"weight": 1.0, "evidence": "daily-a01-s001-e01|evening-a01-s001-e01"}


def test_articles_stay_what_they_are(tmp_path: Path, three: list[Event]) -> None:
    assert bipartite(graph_of(tmp_path, three), shared="article").edges["org:1", "art:daily-a01"]["weight"] == 1.0


def test_each_report_counts_where_happenings_are_switched_off(tmp_path: Path, three: list[Event]) -> None:
    graph = graph_of(tmp_path, three, happenings=False)
    assert same_as(graph) == []
    assert not [name for name, data in graph.nodes(data=True) if "happening" in data]
    assert project(graph, shared="event").edges["org:1", "org:2"]["weight"] == 3.0
    assert things_only(graph)["org:1"]["org:2"]["service"]["weight"] == 3.0


def test_a_first_report_that_is_left_out_still_makes_its_others_one(tmp_path: Path) -> None:
    first = report("daily", 1, ALL, confidence=0.2)
    events = [first, again("evening", 1, ALL, first), again("weekly", 1, ALL, first)]
    graph = graph_of(tmp_path, events, min_confidence=0.5)
    assert same_as(graph) == []
    assert project(graph, shared="event").edges["org:1", "org:2"]["weight"] == 1.0
    assert bipartite(graph).edges["org:1", "cam:1"] == {
        "weight": 1.0,
        "evidence": "evening-a01-s001-e01|weekly-a01-s001-e01",
    }


def test_a_thing_in_two_roles_of_one_report_is_one_evidence(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, [report("daily", 1, [("agent", "org:1"), ("target", "org:2"), ("place", "org:2")])])
    edge = things_only(graph)["org:1"]["org:2"]["service"]
    assert (edge["weight"], edge["tail_as"], edge["evidence"]) == (1.0, "target|place", "daily-a01-s001-e01")


def test_links_in_a_circle_are_one_happening(tmp_path: Path) -> None:
    one, two = report("daily", 1, ALL), report("evening", 1, ALL)
    graph = graph_of(tmp_path, [again("daily", 1, ALL, two), again("evening", 1, ALL, one)])
    assert {data.get("happening") for _, data in graph.nodes(data=True)} == {None, "daily-a01-s001-e01"}


def test_the_files_pass_the_lint(tmp_path: Path, three: list[Event]) -> None:
    more = again("weekly", 2, ALL, three[0])
    write_graphs(graph_of(tmp_path, [*three, more]), tmp_path)
    for file in ("graph.graphml", "graph-merged.graphml", "graph.gexf"):
        assert lint_file(tmp_path / file).findings == []
    assert 'kind="same_as"' in (tmp_path / "graph.gexf").read_text(encoding="utf-8")
    back = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert back.nodes["ev:weekly-a01-s001-e02"]["happening"] == "evening-a01-s001-e01"
