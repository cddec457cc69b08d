"""Whatever a graph holds, it is read back equal or refused with a sentence, and never half written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from pipeline.config import load_config
from pipeline.graph import GraphError, build_graph, merge_edges, things_only, write_gexf, write_graphml, write_graphs
from pipeline.graph.clean import clean_text
from pipeline.graph.lint import lint_file
from tests.graph.make import write_run

NASTY = [
    "&",
    "<",
    ">",
    '"',
    "'",
    "😀",
    "\x0b",
    "INF",
    "Infinity",
    "𠮷",
    "\u3000",
    "\ufffe",
    "]]>",
    "\u2028",
    "\x85",
    "|",
    "é",
    "e\u0301",
    "\u202e",
    " ",
]
text = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
    st.lists(st.sampled_from([*NASTY, "县", "a"]), max_size=6).map("".join),
)
value = st.one_of(text, st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.lists(text, max_size=2))
fitting: dict[str, st.SearchStrategy[Any]] = {
    "label": text.map(lambda t: clean_text(t) or "无"),
    "quote": text.map(lambda t: clean_text(t) or "无"),
    "mentions": st.integers(-(2**31), 2**31 - 1),
    "confidence": st.floats(allow_nan=False, allow_infinity=False),
    "weight": st.floats(5e-324, 1e300),
}
column = st.sampled_from([*fitting, "shoe_size", "id"])
plain_name = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=8)
name = st.one_of(st.sampled_from(["", "a b", "张", " x", "x\n", "\x0b"]), text)
hushed: dict[str, Any] = {
    "deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    """Two of three graphs hold nothing but what fits, hostile as it may be; the third holds anything."""
    graph, wild = nx.MultiDiGraph(), draw(st.integers(0, 2)) == 2
    for node in draw(st.lists(name if wild else plain_name, max_size=5)):
        graph.add_node(node, **_some(draw, ("label", "quote", "mentions", "confidence"), wild))
    ends = st.sampled_from(sorted(graph)) if len(graph) else st.nothing()
    for number in range(draw(st.integers(0, 3)) if len(graph) else 0):
        plain: dict[str, Any] = {"relation": "part_of", "weight": 1.0, "symmetric": False, "id": f"e:{number}"}
        graph.add_edge(draw(ends), draw(ends), **plain | _some(draw, ("label", "quote", "confidence", "weight"), wild))
    return graph


def _some(draw: st.DrawFn, columns: tuple[str, ...], wild: bool) -> dict[str, Any]:
    if wild:
        return draw(st.dictionaries(column, value, max_size=2))
    return {key: draw(fitting[key]) for key in draw(st.lists(st.sampled_from(columns), unique=True, max_size=3))}


@settings(max_examples=500, **hushed)
@given(graphs())
def test_a_hostile_graph_is_read_back_equal_or_refused(tmp_path: Path, graph: nx.MultiDiGraph) -> None:
    path = tmp_path / "graph.graphml"
    path.unlink(missing_ok=True)
    try:
        write_graphml(graph, path)
    except GraphError as error:
        note = str(error)
    else:
        note = ""
    if note:
        event("refused")
        assert len(note) > 20
        assert list(tmp_path.iterdir()) == []
        return
    event("written")
    back = nx.read_graphml(path, force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    expected = {d["id"]: (h, t, {k: v for k, v in d.items() if k != "id"}) for h, t, d in graph.edges(data=True)}
    assert {key: (h, t, data) for h, t, key, data in back.edges(keys=True, data=True)} == expected
    assert [f for f in lint_file(path).findings if f.rule not in ("B1", "C2", "D1", "D2")] == []


@pytest.mark.slow
@settings(max_examples=500, **hushed)
@given(st.lists(text, max_size=6))
@example(["𠮷" * 5000])
@example(["=1+1", "@SUM(A1)", "\t-1"])
def test_hostile_records_are_written_and_read_back_equal(tmp_path: Path, names: list[str]) -> None:
    graph = build_graph(write_run(tmp_path, names), load_config().graph)
    write_graphs(graph, tmp_path)
    back = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {k: d for *_, k, d in back.edges(keys=True, data=True)} == {
        k: {c: v for c, v in d.items() if c != "id"} for *_, k, d in graph.edges(keys=True, data=True)
    }
    merged, gexf = merge_edges(graph), nx.MultiDiGraph(nx.read_gexf(tmp_path / "graph.gexf"))
    assert set(gexf) == set(merged)
    assert sorted((d["id"], d["quote"], d["weight"]) for *_, d in gexf.edges(data=True) if "quote" in d) == sorted(
        (d["id"], d["quote"], d["weight"]) for *_, d in merged.edges(data=True) if "quote" in d
    )
    for file in ("graph.graphml", "graph-merged.graphml", "graph.gexf"):
        found = [f for f in lint_file(tmp_path / file).findings if f.rule not in ("D1", "D2")]  # a name may be "None"
        assert found == [], file


@pytest.mark.slow
def test_a_huge_graph(tmp_path: Path) -> None:
    names = [f"第{number}民政局" for number in range(20_000)]
    graph = build_graph(write_run(tmp_path, names), load_config().graph)
    write_graphs(graph, tmp_path)
    things = things_only(graph)
    back = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    small = igraph.Graph.Read_GraphML(str(tmp_path / "graph-merged.graphml"))
    assert (back.vcount(), back.ecount()) == (len(graph), graph.number_of_edges())
    assert (small.vcount(), small.ecount()) == (len(things), things.number_of_edges())
    assert lint_file(tmp_path / "graph.gexf").findings == []


def test_a_refused_graph_names_what_is_wrong(tmp_path: Path) -> None:
    good = build_graph(write_run(tmp_path, ["甲局"]), load_config().graph)
    for wrong, words in (
        ({"quote": "a\nb"}, "quote"), ({"weight": 0.0}, "above 0"), ({"weight": float("inf")}, "finite"),
        ({"year": 2024.5}, "year"), ({"id": "张 三"}, "ASCII"), ({"shoe": 1}, "shoe"), ({"quote": None}, "quote"),
        ({"confidence": "high"}, "confidence"), ({"relation": ["a"]}, "relation"),
    ):  # fmt: skip
        graph = good.copy()
        edge = next(iter(graph.edges(keys=True)))
        graph.edges[edge].update(wrong)
        for write in (write_graphml, write_gexf):
            with pytest.raises(GraphError, match=words):
                write(graph, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(GraphError, match="MultiDiGraph"):
        write_graphml(nx.Graph(good), tmp_path / "out")
