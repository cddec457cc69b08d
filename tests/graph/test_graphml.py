"""What we write opens everywhere, with the same counts and the same values."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import pipeline
from pipeline.config import load_config
from pipeline.graph import build_graph, lay_out, merge_edges, write_graphml
from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS
from pipeline.graph.lint import lint_file
from tests.graph.make import relation, write_run

NODE = Path(__file__).parent / "node"
NS = {"g": "http://graphml.graphdrawing.org/xmlns"}
HOSTILE = [
    "&<>\"'",
    "工会\x0b\x00",
    "INFO-2021",
    "𠮷野家",
    "（ 全　角 ）",
    "😀👨‍👩‍👧",
    "a\n\nb",
    "]]>",
    "=1+1",
    "\ud800",
    " ",
    "市|局",
]


def graph_of(folder: Path, names: list[str], **choices: object) -> nx.MultiDiGraph:
    return build_graph(write_run(folder, names), load_config().graph.model_copy(update=choices))


def written(folder: Path, names: list[str]) -> tuple[nx.MultiDiGraph, Path]:
    graph = graph_of(folder, names)
    write_graphml(graph, folder / "graph.graphml")
    return graph, folder / "graph.graphml"


def safe(names: list[str]) -> list[str]:
    return [name.encode("utf-8", "replace").decode() for name in names]


def test_networkx_reads_back_every_node_edge_and_value(tmp_path: Path) -> None:
    graph, path = written(tmp_path, safe(HOSTILE))
    back = nx.read_graphml(path, force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    edges = {(h, t, d["id"]): {k: v for k, v in d.items() if k != "id"} for h, t, d in graph.edges(data=True)}
    assert {(h, t, key): data for h, t, key, data in back.edges(keys=True, data=True)} == edges


def test_igraph_reads_the_same_counts_and_columns(tmp_path: Path) -> None:
    graph, path = written(tmp_path, safe(HOSTILE))
    back = igraph.Graph.Read_GraphML(str(path))
    assert (back.vcount(), back.ecount(), back.is_directed()) == (len(graph), graph.number_of_edges(), True)
    assert set(NODE_FIELDS) <= set(back.vs.attributes())
    assert set(EDGE_FIELDS) <= set(back.es.attributes())
    assert sorted(back.es["weight"]) == sorted(d["weight"] for *_, d in graph.edges(data=True))


@pytest.mark.skipif(
    not (shutil.which("node") and (NODE / "node_modules").exists()),
    reason="needs Node and `npm ci` in tests/graph/node",
)
def test_graphology_reads_what_gephi_lite_reads(tmp_path: Path) -> None:
    graph, path = written(tmp_path, safe(HOSTILE))
    out = subprocess.run(["node", str(NODE / "read.mjs"), str(path)], capture_output=True, text=True, check=True)
    back = json.loads(out.stdout)
    assert dict(back["nodes"]) == {name: as_graphology(values) for name, values in graph.nodes(data=True)}
    assert {edge[0]: edge[3] | {"id": edge[0]} for edge in back["edges"]} == {
        d["id"]: d for *_, d in graph.edges(data=True)
    }


def as_graphology(values: dict[str, object]) -> dict[str, object]:
    """Three columns r, g, b are one colour there."""
    plain = {key: value for key, value in values.items() if key not in "rgb"}
    return plain | {"color": "#{:02x}{:02x}{:02x}".format(*(values[c] for c in "rgb"))}


def test_structure_follows_the_checklist(tmp_path: Path) -> None:
    _, path = written(tmp_path, safe(HOSTILE))
    root = etree.parse(str(path)).getroot()
    keys = root.findall("g:key", NS)
    assert {key.get("for") for key in keys} == {"node", "edge"}  # A1
    assert {key.get("attr.type") for key in keys} <= {"boolean", "int", "long", "float", "double", "string"}  # A2
    assert len({key.get("id").lower() for key in keys}) == len(keys)  # A3
    assert len({(key.get("for"), key.get("attr.name")) for key in keys}) == len(keys)
    declared = {key.get("id") for key in keys}
    assert {data.get("key") for data in root.iter("{*}data")} <= declared  # A4
    assert root.find("g:graph", NS).get("edgedefault") == "directed"  # A6
    edges = root.findall(".//g:edge", NS)
    assert len({edge.get("id") for edge in edges}) == len(edges)  # C1
    nodes = {node.get("id") for node in root.iter("{*}node")}
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)  # C4
    assert all(name.isascii() and name == name.strip() for name in nodes)  # D8
    weights = [float(data.text) for data in root.iter("{*}data") if data.get("key") == "e_weight"]
    assert len(weights) == len(edges)
    assert min(weights) > 0  # C3
    text = path.read_text(encoding="utf-8")
    assert "&#" not in text  # D6
    assert "INF" not in text  # D4
    assert all("\n" not in (data.text or "") for data in root.iter("{*}data"))


def test_parallel_relations_stay_apart_and_evidences_add_up(tmp_path: Path) -> None:
    more = [
        relation("x1", "affiliated_with", "per:1", "org:0"),
        relation("x2", "holds_position", "per:1", "org:0", role="书记"),
    ]
    graph = build_graph(write_run(tmp_path, ["市民政局"], relations=more), load_config().graph)
    assert sorted(data["role"] for data in graph["per:1"]["org:0"].values() if "role" in data) == ["主任", "书记"]
    merged = merge_edges(graph)
    assert set(merged["per:1"]["org:0"]) == {"holds_position", "affiliated_with"}
    edge = merged["per:1"]["org:0"]["holds_position"]
    assert (edge["weight"], edge["role"], edge["evidence"]) == (2.0, "主任|书记", "p1-a01-r00|x2")


@pytest.mark.parametrize("field", ["polarity", "modality"])
def test_denied_and_planned_relations_stay_out_unless_asked_for(tmp_path: Path, field: str) -> None:
    odd = relation("x", "part_of", "org:0", "org:1", **{field: "negative" if field == "polarity" else "planned"})
    folder = write_run(tmp_path, ["甲局", "乙局"], relations=[odd])
    config = load_config().graph
    assert not build_graph(folder, config).has_edge("org:0", "org:1")
    assert build_graph(folder, config.model_copy(update={"unlikely": True})).has_edge("org:0", "org:1")


def test_articles_and_events_can_be_left_out(tmp_path: Path) -> None:
    kinds = {d["node_type"] for _, d in graph_of(tmp_path, ["甲局"]).nodes(data=True)}
    assert {"article", "event"} <= kinds
    assert {d["node_type"] for _, d in graph_of(tmp_path, ["甲局"], articles=False, events=False).nodes(data=True)} == {
        "person", "organisation",
    }  # fmt: skip


def test_a_wrong_column_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    graph, path = written(tmp_path, ["甲局"])
    before = path.read_bytes()
    graph.nodes["per:1"]["shoe_size"] = 43
    with pytest.raises(ValueError, match="shoe_size"):
        write_graphml(graph, path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=6))
def test_any_text_is_written_and_read_back_equal(tmp_path: Path, names: list[str]) -> None:
    graph, path = written(tmp_path, names)
    back = nx.read_graphml(path, force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert back.number_of_edges() == graph.number_of_edges()


def test_same_records_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert (
        written(tmp_path / "a", ["甲局", "乙局"])[1].read_bytes()
        == written(tmp_path / "b", ["甲局", "乙局"])[1].read_bytes()
    )


def test_loading_a_run_gives_what_its_files_hold(seed_run: Path) -> None:
    for file, merged in (("graph.graphml", False), ("graph-merged.graphml", True)):
        back = nx.read_graphml(seed_run / file, force_multigraph=True)
        graph = pipeline.load_graph(seed_run, merged=merged, layout=True)
        assert dict(graph.nodes(data=True)) == dict(back.nodes(data=True))
        edges = {d["id"]: {k: v for k, v in d.items() if k != "id"} for *_, d in graph.edges(data=True)}
        assert {key: data for *_, key, data in back.edges(keys=True, data=True)} == edges
        other = igraph.Graph.Read_GraphML(str(seed_run / file))
        assert (other.vcount(), other.ecount()) == (len(graph), graph.number_of_edges())


def test_a_run_is_lint_clean_and_laid_out(seed_run: Path) -> None:
    for file in ("graph.graphml", "graph-merged.graphml", "graph.gexf"):
        assert lint_file(seed_run / file).findings == []
    graph = pipeline.load_graph(seed_run, layout=True)
    assert len({(d["x"], d["y"]) for _, d in graph.nodes(data=True)}) == len(graph)


def test_positions_do_not_depend_on_the_order_of_nodes(seed_run: Path) -> None:
    graph = pipeline.load_graph(seed_run)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed([(n, dict(d)) for n, d in graph.nodes(data=True)]))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    lay_out(graph)
    lay_out(turned)
    assert {n: (d["x"], d["y"]) for n, d in graph.nodes(data=True)} == {
        n: (d["x"], d["y"]) for n, d in turned.nodes(data=True)
    }


def test_the_dictionary_explains_every_column(seed_run: Path) -> None:
    with (seed_run / "data_dictionary.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for table, fields in (("nodes", NODE_FIELDS), ("edges", EDGE_FIELDS)):
        assert [row["name"] for row in rows if row["table"] == table] == list(fields)
    assert all(row["chinese"] and row["english"] for row in rows)


def test_an_event_ties_those_who_act_to_what_they_act_on(tmp_path: Path) -> None:
    folder = write_run(tmp_path, ["甲局", "乙局", "丙局", "丁局"])
    event = json.loads((folder / "events.jsonl").read_text(encoding="utf-8"))
    event["arguments"] = [
        {"role": role, "entity_id": f"org:{n}"} for n, role in enumerate(("agent", "target", "participant"))
    ]
    (folder / "events.jsonl").write_text(json.dumps(event) + "\n", encoding="utf-8")
    merged = pipeline.load_graph(folder, merged=True)
    found = {(h, t, d["tail_as"], d["label"]) for h, t, d in merged.edges(data=True) if d["relation"] == "meeting"}
    assert found == {("org:0", "org:1", "target", "会议"), ("org:0", "org:2", "participant", "会议")}
    assert {d["node_type"] for _, d in merged.nodes(data=True)} == {"person", "organisation"}
