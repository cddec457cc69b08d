"""A whole run: same bytes whatever the processes and the order of input; bad pages named, the others done."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline.config import load_config
from pipeline.graph.save import GRAPH_FILES
from pipeline.inputs import InputError
from pipeline.recordfiles import FILES, RecordsError, read_records
from pipeline.records import Mention, Sentence
from tests.conftest import ROOT

SEEDS = ROOT / "seeds"
RECORDS = [f"{name}.jsonl" for name in FILES] + [*GRAPH_FILES, "stats.json", "manifest.json"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_run_writes_all_its_files_and_nothing_else(seed_run: Path) -> None:
    assert sorted(contents(seed_run)) == sorted(RECORDS)
    assert [p.name for p in seed_run.parent.iterdir() if p.name.startswith(".")] == []


@pytest.mark.slow
def test_processes_and_order_of_input_change_no_byte(seed_run: Path, tmp_path: Path) -> None:
    pages = sorted(SEEDS.glob("*.txt"), reverse=True)
    pipeline.extract(pages, tmp_path / "two", workers=2)
    assert contents(tmp_path / "two") == contents(seed_run)


def test_every_mention_stands_where_it_says(seed_run: Path) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    sentences = {s.sentence_id: s for s in read_records(seed_run, "sentences", Sentence)}
    count = 0
    for name in ("mentions", "references"):
        for mention in read_records(seed_run, name, Mention):
            printed = "".join(texts[mention.page_id][mention.start : mention.end].split())
            assert printed == "".join(mention.text.split())
            sentence = sentences[mention.sentence_id]
            assert sentence.text[mention.sent_start : mention.sent_end] == mention.text
            assert mention.anaphor == (name == "references")
            count += 1
    assert count > 500


@pytest.mark.parametrize("name", ["sentences", "mentions", "values", "relations"])
def test_records_stand_by_page_and_offset(seed_run: Path, name: str) -> None:
    rows = [json.loads(line) for line in (seed_run / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    places = [(row["page_id"], row["start"]) for row in rows]
    assert places == sorted(places)


def test_every_reference_leads_somewhere(seed_run: Path) -> None:
    rows = {
        name: [json.loads(x) for x in (seed_run / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in FILES
    }
    entities = {e["entity_id"] for e in rows["entities"]}
    assert len(entities) == len(rows["entities"])
    assert {m["entity_id"] for m in rows["mentions"]} <= entities
    assert {r[side] for r in rows["relations"] for side in ("head", "tail")} <= entities
    assert {a["entity_id"] for e in rows["events"] for a in e["arguments"]} <= entities
    assert {e[key] for e in rows["entities"] for key in ("parent", "district") if e[key]} <= entities
    for name in ("relations", "events", "mentions", "sentences", "articles"):
        ids = [row[f"{name[:-1] if name != 'entities' else 'entity'}_id"] for row in rows[name]]
        assert len(set(ids)) == len(ids), name


def test_stats_count_what_was_written(seed_run: Path) -> None:
    stats = json.loads((seed_run / "stats.json").read_text(encoding="utf-8"))
    for name in FILES:
        assert stats[name] == len((seed_run / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def test_bad_pages_are_named_and_the_others_done(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SEEDS / "004_642de9a47d907cdc.txt", folder / "good 页&<>.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "huge.txt").write_text("字" * 17_000_000, encoding="utf-8")
    (folder / "locked.txt").write_text("字", encoding="utf-8")
    (folder / "locked.txt").chmod(0)
    summary = pipeline.extract([folder, tmp_path / "none.txt"], tmp_path / "out")
    locked = set() if os.access(folder / "locked.txt", os.R_OK) else {"locked.txt"}  # root reads everything
    assert {Path(name).name for name in summary.failed} == {"empty.txt", "binary.txt", "huge.txt", "none.txt"} | locked
    assert summary.counts["pages"] == 2 - len(locked)
    dropped = (tmp_path / "out" / "dropped.jsonl").read_text(encoding="utf-8")
    assert all(name in dropped for name in ("empty", "binary", "huge"))


def test_no_page_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no page in this folder"):
        pipeline.extract(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_graph_of_a_run_can_be_loaded(seed_run: Path) -> None:
    full, small = pipeline.load_graph(seed_run), pipeline.load_graph(seed_run, articles=False, events=False)
    assert {d["node_type"] for _, d in full.nodes(data=True)} >= {
        "person",
        "organisation",
        "district",
        "campaign",
        "article",
        "event",
    }
    assert 0 < len(small) < len(full)


def test_a_broken_records_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "mentions.jsonl").write_text('{"mention_id": 1}\n', encoding="utf-8")
    with pytest.raises(RecordsError, match=r"mentions\.jsonl, line 1: "):
        list(read_records(tmp_path, "mentions", Mention))


def test_without_articles_and_events_in_the_settings(tmp_path: Path, seed_run: Path) -> None:
    settings = tmp_path / "my.toml"
    settings.write_text("[graph]\narticles = false\nevents = false\n", encoding="utf-8")
    pipeline.extract(SEEDS / "004_642de9a47d907cdc.txt", tmp_path / "out", config=settings)
    assert b">article<" not in (tmp_path / "out" / "graph.graphml").read_bytes()
    assert load_config(settings).graph.policies
