"""Areas that no page names are in the graph only where an edge needs them."""

from __future__ import annotations

from pathlib import Path

from networkx import MultiDiGraph

from pipeline.config import load_config
from pipeline.graph import build_graph
from pipeline.recordfiles import RecordWriter
from pipeline.records import Article, Entity, Mention, Page, Sentence
from tests.graph.make import relation

S = "p1-a01-s001"
AREAS = [
    Entity(entity_id="dis:410000", type="district", name="河南省", level="province", code="410000"),
    Entity(entity_id="dis:410600", type="district", name="鹤壁市", level="city", code="410600", parent="dis:410000"),
    Entity(entity_id="dis:410611", type="district", name="淇滨区", level="county", code="410611", parent="dis:410600"),
]


def run(folder: Path, named: list[str], parts: list[tuple[str, str]], **more: object) -> Path:
    mentions = [
        Mention(
            mention_id=f"{S}-m{i:02d}", page_id="p1", article_id="p1-a01", sentence_id=S, type="district", text="甲",
            start=i, end=i + 1, entity_id=area, sent_start=i, sent_end=i + 1, found_by="test",
        )
        for i, area in enumerate(named)
    ]  # fmt: skip
    with RecordWriter(folder) as writer:
        writer.write("pages", [Page(page_id="p1", path="p1.txt", sha256="", encoding="utf-8")])
        writer.write("articles", [Article(article_id="p1-a01", page_id="p1", text="", spans=())])
        writer.write(
            "sentences",
            [Sentence(sentence_id=S, article_id="p1-a01", page_id="p1", text="甲乙丙", start=0, end=3)],
        )
        writer.write("entities", AREAS)
        writer.write("mentions", mentions)
        writer.write(
            "relations",
            [relation(f"p1-a01-r{i:02d}", "part_of", a, b, **more) for i, (a, b) in enumerate(parts)],
        )
        writer.write("events", [])
    return folder


def built(folder: Path, **choices: bool) -> MultiDiGraph[str]:
    return build_graph(folder, load_config().graph.model_copy(update=choices))


def districts(folder: Path, **choices: bool) -> set[str]:
    graph = built(folder, **choices)
    return {n for n, node in graph.nodes(data=True) if node["node_type"] == "district"}


def test_an_area_above_that_no_page_names_is_no_node(tmp_path: Path) -> None:
    assert districts(run(tmp_path, ["dis:410611"], [])) == {"dis:410611"}


def test_its_name_still_stands_with_the_area_below(tmp_path: Path) -> None:
    graph = built(run(tmp_path, ["dis:410611"], []))
    assert graph.nodes["dis:410611"]["district"] == "鹤壁市"


def test_a_parent_with_an_edge_stays(tmp_path: Path) -> None:
    folder = run(tmp_path, ["dis:410611"], [("dis:410611", "dis:410600")])
    assert districts(folder) == {"dis:410611", "dis:410600"}


def test_a_named_area_stays_without_any_edge(tmp_path: Path) -> None:
    folder = run(tmp_path, ["dis:410000", "dis:410611"], [])
    assert districts(folder, articles=False, events=False) == {"dis:410000", "dis:410611"}


def test_an_edge_left_out_holds_no_area(tmp_path: Path) -> None:
    folder = run(tmp_path, ["dis:410611"], [("dis:410611", "dis:410600")], polarity="negative")
    assert districts(folder) == {"dis:410611"}
    assert districts(folder, unlikely=True) == {"dis:410611", "dis:410600"}


def test_no_area_of_the_seed_pages_stands_alone_unnamed(seed_run: Path) -> None:
    graph = built(seed_run)
    alone = [n for n, node in graph.nodes(data=True) if node["node_type"] == "district" and not graph.degree(n)]
    assert [n for n in alone if not graph.nodes[n]["mentions"]] == []
    named_bare = built(seed_run, articles=False, events=False)
    assert all(node["mentions"] or named_bare.degree(n) for n, node in named_bare.nodes(data=True))
