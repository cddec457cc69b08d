"""GEXF as networkx and Gephi Lite read it, and as the checklist wants it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from pipeline.config import load_config
from pipeline.graph import build_graph, lay_out, merge_edges, write_gexf, write_graphml
from pipeline.graph.fields import COLOURS
from pipeline.recordfiles import RecordWriter
from pipeline.records import Article, Page
from tests.graph.make import relation, write_run
from tests.graph.test_graphml import HOSTILE, as_graphology, safe

NODE = Path(__file__).parent / "node"
G, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
needs_node = pytest.mark.skipif(
    not (shutil.which("node") and (NODE / "node_modules").exists()),
    reason="needs Node and `npm ci` in tests/graph/node",
)


def written(folder: Path, names: list[str], **choices: object) -> tuple[nx.MultiDiGraph, Path]:
    graph = build_graph(write_run(folder, names, **choices), load_config().graph)
    lay_out(graph)
    write_gexf(graph, folder / "graph.gexf")
    return graph, folder / "graph.gexf"


def test_networkx_reads_the_merged_graph_with_places_colours_and_days(tmp_path: Path) -> None:
    graph, path = written(tmp_path, safe(HOSTILE))
    merged, back = merge_edges(graph), nx.MultiDiGraph(nx.read_gexf(path))
    assert set(back) == set(merged)
    for name, data in merged.nodes(data=True):
        got = dict(back.nodes[name])
        viz = got.pop("viz")
        assert (viz["color"]["r"], viz["color"]["g"], viz["color"]["b"]) == COLOURS[data["node_type"]]
        assert (viz["position"]["x"], viz["position"]["y"], viz["size"]) == (data["x"], data["y"], data["size"])
        expected = {k: v for k, v in data.items() if k not in ("x", "y", "size", "r", "g", "b")}
        assert {k: v for k, v in got.items() if k not in ("start", "end", "end_known")} == {"label": name} | expected
    edges = {data["id"]: (head, tail, data) for head, tail, data in merged.edges(data=True)}
    assert back.number_of_edges() == len(edges)
    for head, tail, got in back.edges(data=True):
        assert (head, tail) == edges[got["id"]][:2]
        assert {k: v for k, v in got.items() if k not in ("start", "end", "end_known", "spells")} == edges[got["id"]][2]


@needs_node
def test_gephi_lite_reads_gexf_and_graphml_alike(tmp_path: Path) -> None:
    graph, path = written(tmp_path, safe(HOSTILE))
    merged = merge_edges(graph)
    write_graphml(merged, tmp_path / "merged.graphml")
    gexf, graphml = (
        json.loads(subprocess.run(["node", str(NODE / "read.mjs"), str(p)], capture_output=True, check=True).stdout)
        for p in (path, tmp_path / "merged.graphml")
    )
    for name, data in gexf["nodes"]:
        expected = as_graphology(merged.nodes[name])
        expected["color"] = "rgba({},{},{},1)".format(*(merged.nodes[name][c] for c in "rgb"))
        assert {k: v for k, v in data.items() if k not in ("z", "end_known")} == {"label": name} | expected
    plain = {edge[0]: (edge[1], edge[2], edge[3]) for edge in graphml["edges"]}
    assert {
        e[0]: (e[1], e[2], {k: v for k, v in e[3].items() if k not in ("kind", "end_known")}) for e in gexf["edges"]
    } == plain
    assert all(e[3]["kind"] == e[3]["relation"] for e in gexf["edges"])
    assert (len(gexf["nodes"]), len(gexf["edges"])) == (len(merged), merged.number_of_edges())


def test_structure_follows_the_checklist(tmp_path: Path) -> None:
    _, path = written(tmp_path, safe(HOSTILE))
    root = etree.parse(str(path)).getroot()
    assert (root.tag, root.get("version")) == (f"{G}gexf", "1.3")  # E1
    head = root.find(f"{G}graph")
    times = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval", "defaultedgetype": "directed"}
    assert dict(head.attrib) == times  # E2
    day = re.compile(r"\d{4}-\d\d-\d\d$")
    spans = [(e.get("start"), e.get("end")) for e in root.iter() if e.get("start") or e.get("end")]
    assert spans
    assert all(day.match(a) and day.match(b) and a <= b for a, b in spans)  # E3
    columns = list(root.iter(f"{G}attribute"))
    assert all(a.get("id") == a.get("title") and not a.get("id").isdigit() for a in columns)  # E5
    assert [a.get("class") for a in root.iter(f"{G}attributes")] == ["node", "edge"]
    nodes, edges = list(root.iter(f"{G}node")), list(root.iter(f"{G}edge"))
    assert all(n.find(f"{VIZ}color").get("a") == "1" and n.find(f"{VIZ}position") is not None for n in nodes)  # E6
    assert {"first_date", "last_date", "year"} <= {a.get("id") for a in columns}  # E7
    assert len({e.get("id") for e in edges}) == len(edges)  # C1
    assert len({(e.get("source"), e.get("target"), e.get("kind")) for e in edges}) == len(edges)  # C2
    assert all(float(e.get("weight")) > 0 for e in edges)  # C3
    text = path.read_text(encoding="utf-8")
    assert "<viz:color " in text
    assert "&#" not in text
    assert "INF" not in text


def test_evidences_of_two_years_are_two_spells_of_one_edge(tmp_path: Path) -> None:
    more = [relation("x1", "holds_position", "per:1", "org:0", as_of="2019-11")]
    _, path = written(tmp_path, ["市民政局"], relations=more)
    edge = next(e for e in etree.parse(str(path)).iter(f"{G}edge") if e.get("kind") == "holds_position")
    assert (edge.get("start"), edge.get("end"), edge.get("weight")) == ("2019-11-01", "2024-08-31", "2.0")
    spells = [(s.get("start"), s.get("end")) for s in edge.iter(f"{G}spell")]
    assert spells == [("2019-11-01", "2019-11-30"), ("2024-08-01", "2024-08-31")]


def test_a_node_lives_as_long_as_its_edges(tmp_path: Path) -> None:
    more = [relation("x1", "holds_position", "per:1", "org:0", as_of="2019-11")]
    _, path = written(tmp_path, ["市民政局"], relations=more)
    person = next(n for n in etree.parse(str(path)).iter(f"{G}node") if n.get("id") == "per:1")
    values = {v.get("for"): v.get("value") for v in person.iter(f"{G}attvalue")}
    assert (person.get("start"), values["first_date"]) == ("2019-11-01", "2024-08-01")


def test_an_open_end_is_filled_with_the_end_of_the_corpus_and_says_so(tmp_path: Path) -> None:
    more = [relation("x1", "part_of", "org:0", "org:1", as_of="2020-01-05/..")]
    _, path = written(tmp_path, ["甲局", "乙局"], relations=more)
    edge = next(e for e in etree.parse(str(path)).iter(f"{G}edge") if e.get("kind") == "part_of")
    values = {v.get("for"): v.get("value") for v in edge.iter(f"{G}attvalue")}
    assert (edge.get("start"), edge.get("end")) == ("2020-01-05", "2024-08-31")
    assert (values["end_known"], "last_date" in values) == ("false", False)


def test_what_has_no_date_is_always_shown(tmp_path: Path) -> None:
    folder = write_run(tmp_path, ["甲局"])
    (folder / "pages.jsonl").write_text("", encoding="utf-8")
    (folder / "events.jsonl").write_text("", encoding="utf-8")
    write_gexf(build_graph(folder, load_config().graph), tmp_path / "graph.gexf")
    root = etree.parse(str(tmp_path / "graph.gexf")).getroot()
    assert not [e for e in root.iter() if e.get("start") or e.get("end")]
    assert root.find(f"{G}meta").get("lastmodifieddate") is None


def test_an_empty_run_is_an_empty_graph(tmp_path: Path) -> None:
    with RecordWriter(tmp_path) as writer:
        writer.write("pages", [Page(page_id="p1", path="p1.txt", sha256="", encoding="utf-8")])
        writer.write("articles", [Article(article_id="p1-a01", page_id="p1", text="", spans=())])
    graph = build_graph(tmp_path, load_config().graph.model_copy(update={"articles": False}))
    lay_out(graph)
    write_gexf(graph, tmp_path / "graph.gexf")
    write_graphml(graph, tmp_path / "graph.graphml")
    assert len(nx.read_gexf(tmp_path / "graph.gexf")) == len(nx.read_graphml(tmp_path / "graph.graphml")) == 0
