"""Every exported form holds what the records hold, and harms nobody who opens it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.config import load_config
from pipeline.graph import build_graph
from pipeline.tables import FORMATS, ExportError, export, happening_ids
from pipeline.tables.rows import harmless
from tests.graph.make import relation, write_run
from tests.graph.retold import ALL, again, report
from tests.graph.retold import write as write_reports

NAMES = ["鹤壁市民政局", '=HYPERLINK("http://x")', "＠局", 'a,"b"', "a\nb", "𠮷野家"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    more = [relation("x1", "holds_position", "per:1", "org:0", role="书记", quote="书记王芳")]
    write_run(folder, NAMES, relations=more)
    export(folder, folder / "export", FORMATS, load_config().graph)
    return folder


def rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def test_gephi_finds_its_headings_and_every_node_and_edge(made: Path) -> None:
    graph = build_graph(made, load_config().graph)
    nodes, edges = rows(made / "export/csv/nodes.csv"), rows(made / "export/csv/edges.csv")
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:6] == ["Source", "Target", "Type", "Weight", "Id", "Label"]
    assert not (made / "export/csv/nodes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {row["Id"]: row["Label"] for row in nodes} == {n: d.get("label", "") for n, d in graph.nodes(data=True)}
    assert {row["Id"]: (row["Source"], row["Target"], row["quote"]) for row in edges} == {
        d["id"]: (h, t, d.get("quote", "")) for h, t, d in graph.edges(data=True)
    }
    assert {row["Type"] for row in edges} == {"Directed"}
    assert {row["symmetric"] for row in edges} == {"false"}


def test_excel_runs_nothing(made: Path) -> None:
    path = made / "export/excel/nodes.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in rows(path, "utf-8-sig") for cell in row.values()]
    assert '\'=HYPERLINK("http://x")' in cells
    assert not [c for c in cells if c.lstrip()[:1] in tuple("=@＝＠+") and c]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r", " =1", "＝1"])
def test_formulas_are_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["王芳", "a=1", "", 1, -1.5, None, "'=1"])
def test_other_cells_stay(cell: object) -> None:
    assert harmless(cell) == cell


def test_parquet_holds_records_and_graph_with_types(made: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    graph = build_graph(made, load_config().graph)
    assert parquet.read_table(made / "export/parquet/edges.parquet").num_rows == graph.number_of_edges()
    for name in ("entities", "mentions", "relations", "events"):
        lines = (made / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(x) for x in lines]
        if name == "events":
            records = [record | {"happening_id": record["event_id"]} for record in records]
        assert parquet.read_table(made / f"export/parquet/{name}.parquet").to_pylist() == records


def test_the_views_answer(made: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(made / "export/duckdb/wangge.duckdb"), read_only=True) as db:
        offices = db.execute(
            "SELECT person, office, body, quote FROM who_holds_office WHERE office = '书记'"
        ).fetchall()
        assert offices == [("王芳", "书记", "鹤壁市民政局", "书记王芳")]
        assert db.execute("SELECT * FROM events_by_month").fetchall() == [("2024-08", "meeting", 1, 0)]
        pairs = db.execute("SELECT one, other, events FROM who_works_with_whom").fetchall()
        assert len(pairs) == 3
        comments = db.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
        assert len(comments) == 6
        assert all(comment for _, comment in comments)


def test_campaigns_are_placed_by_statement_and_by_event(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    write_run(tmp_path, ["甲局"], relations=[relation("x1", "held_in", "cam:1", "dis:410611", quote="活动在淇滨区")])
    with (tmp_path / "entities.jsonl").open("a", encoding="utf-8") as file:
        for name, kind, label in (("cam:1", "campaign", "清洁行动"), ("dis:410611", "district", "淇滨区")):
            file.write(json.dumps({"entity_id": name, "type": kind, "name": label}) + "\n")
    export(tmp_path, tmp_path / "out", ["duckdb"], load_config().graph)
    with duckdb.connect(str(tmp_path / "out/duckdb/wangge.duckdb"), read_only=True) as db:
        found = db.execute("SELECT campaign, district, evidences, first_issue FROM campaign_districts").fetchall()
    assert found == [("清洁行动", "淇滨区", 1, "2024-08")]


def test_the_views_count_a_happening_once_and_not_its_reports(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    first = report("evening", 1, ALL)
    more = [again("daily", 1, [*ALL[:2], ("agent", "org:3")], first), report("weekly", 1, ALL, time="2024-12-27")]
    write_reports(tmp_path, [first, *more])
    assert happening_ids(tmp_path) == {
        "daily-a01-s001-e01": "evening-a01-s001-e01",
        "evening-a01-s001-e01": "evening-a01-s001-e01",
        "weekly-a01-s001-e01": "weekly-a01-s001-e01",
    }
    export(tmp_path, tmp_path / "out", ["duckdb"], load_config().graph)
    with duckdb.connect(str(tmp_path / "out/duckdb/wangge.duckdb"), read_only=True) as db:
        assert db.execute("SELECT event_id, happening_id FROM events ORDER BY 1").fetchall() == sorted(
            happening_ids(tmp_path).items()
        )
        assert db.execute("SELECT month, events FROM events_by_month").fetchall() == [("2024-12", 2)]
        pairs = {(one, other): row for one, other, *row in db.execute(
            "SELECT one, other, events, quote, page_id FROM who_works_with_whom").fetchall()}  # fmt: skip
        assert pairs["浚县民政局", "浚县红十字会"] == [2, "daily：慰问困难群众。", "daily"]
        assert pairs["浚县民政局", "浚县团县委"] == [1, "daily：慰问困难群众。", "daily"]
        told = db.execute("SELECT happening_id, time, reports, pages, first_issue FROM happenings").fetchall()
        assert told == [
            ("evening-a01-s001-e01", "2024-12-20", 2, 2, "2024-12"), ("weekly-a01-s001-e01", "2024-12-27", 1, 1, "2024-12"),
        ]  # fmt: skip


def test_neo4j_files_refer_to_each_other(made: Path) -> None:
    nodes, edges = rows(made / "export/neo4j/nodes.csv"), rows(made / "export/neo4j/relationships.csv")
    ids = {row["id:ID"] for row in nodes}
    assert all(row[":START_ID"] in ids and row[":END_ID"] in ids for row in edges)
    assert {"Person", "Organisation", "Event", "Article"} == {row[":LABEL"] for row in nodes}
    assert "HOLDS_POSITION" in {row[":TYPE"] for row in edges}
    assert "weight:double" in edges[0]
    subprocess.run(["sh", "-n", str(made / "export/neo4j/import.sh")], check=True)


def test_jsonld_is_json_and_points_at_what_it_holds(made: Path) -> None:
    data = json.loads((made / "export/jsonld/graph.jsonld").read_text(encoding="utf-8"))
    things = {thing["@id"]: thing for thing in data["@graph"]}
    assert things["w:per:1"] == {"@id": "w:per:1", "@type": "Person", "name": "王芳", "alternateName": ["王主任"]}
    statements = [t for t in things.values() if "rdf:Statement" in t["@type"]]
    assert len(statements) == len(NAMES) + 1
    assert all({s["head"], s["tail"], s["derived"]} <= things.keys() for s in statements)
    assert json.loads((made / "export/jsonld/graph.jsonld").read_text(encoding="utf-8"))["@context"]["@vocab"]


def test_docbin_spans_are_the_mentions(seed_run: Path, tmp_path: Path) -> None:
    export(seed_run, tmp_path, ["spacy"], load_config().graph)
    docs = list(DocBin().from_disk(tmp_path / "spacy/articles.spacy").get_docs(spacy.blank("zh").vocab))
    mentions = [json.loads(x) for x in (seed_run / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    spans = [(span.text, span.kb_id_) for doc in docs for span in doc.spans["sc"]]
    assert sorted(spans) == sorted((m["text"], m["entity_id"] or "") for m in mentions)
    assert all(doc.ents for doc in docs if doc.spans["sc"])


def test_what_cannot_be_exported_is_said(made: Path, tmp_path: Path) -> None:
    config = load_config().graph
    with pytest.raises(ExportError, match="no such format: xls"):
        export(made, tmp_path, ["xls"], config)
    with pytest.raises(ExportError, match="holds no run"):
        export(tmp_path, tmp_path, ["csv"], config)


@pytest.mark.parametrize(("format_", "package"), [("parquet", "pyarrow"), ("duckdb", "duckdb")])
def test_a_missing_package_is_named(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, package: str
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Hide(package), *sys.meta_path])
    with pytest.raises(ExportError, match=rf"needs the package {package}.*wangge\[tables\]"):
        export(made, tmp_path, [format_], load_config().graph)


class _Hide:
    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(self, name: str, *_: object) -> None:
        if name.split(".")[0] == self.package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def test_the_command_lists_what_it_wrote(made: Path, tmp_path: Path) -> None:
    invoke = CliRunner().invoke
    result = invoke(app, ["export", str(made), "--format", "csv", "--out", str(tmp_path / "x")])
    assert result.exit_code == 0
    assert "edges.csv" in result.output
    assert invoke(app, ["export", str(made), "--format", "xls"]).exit_code == 2
    assert "wangge extract" in invoke(app, ["export", str(tmp_path)]).output
