"""The commands and a whole run: stale lines are told, suggestions can be pasted, things explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import pipeline
from pipeline.cli import app
from pipeline.entities import read_merges, suggest
from pipeline.inputs import InputError
from pipeline.recordfiles import read_records
from pipeline.records import Decision, Entity, Mention
from tests.conftest import ROOT

HEAD = "# source: test. licence: none\nverdict\tleft\tright\treason\twho\n"
PAGES = {
    "a": "本报讯（记者 张晓明）8月2日，浚县财政局局长王国强到黎阳街道调研。河南明德物业服务有限公司参加。\n",
    "b": "本报讯（记者 张晓明）8月5日，淇滨区民政局局长王国强主持召开会议。\n",
    "c": "本报讯（记者 李晓静）8月6日，浚县住建局局长王国强介绍，明德物业热心服务。\n",
}


def run(tmp_path: Path, merges: str = "") -> Path:
    (tmp_path / "in").mkdir(exist_ok=True)
    for name, text in PAGES.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = "".join(f"{name},,鹤壁市,2024-08\n" for name in PAGES)
    (tmp_path / "in" / "pages.csv").write_text("page_id,newspaper,place,date\n" + rows, encoding="utf-8")
    (tmp_path / "merges.tsv").write_text(HEAD + merges, encoding="utf-8")
    (tmp_path / "my.toml").write_text('[paths]\nmerges = "merges.tsv"\n', encoding="utf-8")
    pipeline.extract(tmp_path / "in", tmp_path / "out", config=tmp_path / "my.toml")
    return tmp_path / "out"


def people(out: Path, name: str) -> list[Entity]:
    return [e for e in read_records(out, "entities", Entity) if e.name == name]


def test_homonyms_of_a_whole_run(tmp_path: Path) -> None:
    out = run(tmp_path)
    assert {e.label for e in people(out, "王国强")} == {"王国强（浚县）", "王国强（淇滨区）"}
    assert len(people(out, "张晓明")) == 1
    assert "王国强（浚县）" in (out / "graph.graphml").read_text(encoding="utf-8")


def test_decisions_by_hand_survive_runs_and_can_be_undone(tmp_path: Path) -> None:
    first = people(run(tmp_path), "王国强")
    line = "\t".join(["same", *(e.entity_id for e in first), "调任", "张三"]) + "\n"
    for _ in range(2):
        out = run(tmp_path, line)
        assert len(people(out, "王国强")) == 1
    known = {e.entity_id for e in read_records(out, "entities", Entity)}
    assert {m.entity_id for m in read_records(out, "mentions", Mention)} <= known
    assert people(run(tmp_path), "王国强") == first


def test_a_stale_line_is_told(tmp_path: Path) -> None:
    out = run(tmp_path, "same\t赵不在\t钱不在\t\t张三\n")
    dropped = (out / "dropped.jsonl").read_text(encoding="utf-8")
    assert '"stage":"merges"' in dropped
    assert "赵不在" in dropped
    result = CliRunner().invoke(
        app, ["extract", str(tmp_path / "in"), "--out", str(out), "--config", str(tmp_path / "my.toml")]
    )
    assert result.exit_code == 0
    assert "no longer applies" in result.output


def test_a_broken_table_stops_the_run_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="perhaps"):
        run(tmp_path, "perhaps\ta\tb\t\t\n")
    assert not (tmp_path / "out").exists()


def test_suggestions_can_be_pasted(tmp_path: Path) -> None:
    body = {"type": "organisation", "district": "dis:410600"}
    rows = [
        Entity(entity_id="org:1", name="河南明德物业服务有限公司", **body), Entity(entity_id="org:2", name="明德物业", **body),
        Entity(entity_id="org:3", name="永信物业", **body), Entity(entity_id="dis:410600", type="district", name="鹤壁市"),
    ]  # fmt: skip
    unsure = Decision(left="per:1", right="per:2", name="王伟", same=False, score=2.5, by="evidence table")
    people_ = [Entity(entity_id=f"per:{n}", type="person", name="王伟") for n in (1, 2)]
    found = suggest([*rows, *people_], [unsure])
    assert [(d.left, d.right) for d in found] == [("org:1", "org:2"), ("per:1", "per:2")]
    for name, values in (("entities", [*rows, *people_]), ("resolution", [unsure])):
        (tmp_path / f"{name}.jsonl").write_text("".join(v.model_dump_json() + "\n" for v in values), encoding="utf-8")
    result = CliRunner().invoke(app, ["merges", "suggest", str(tmp_path)])
    assert result.exit_code == 0
    (tmp_path / "merges.tsv").write_text("# source: x. licence: x\n" + result.output, encoding="utf-8")
    assert [(x.verdict, x.left, x.right) for x in read_merges(tmp_path / "merges.tsv")] == [
        ("same", "org:1", "org:2"), ("same", "per:1", "per:2"),
    ]  # fmt: skip


def test_explain_shows_namings_and_reasons(seed_run: Path) -> None:
    result = CliRunner().invoke(
        app, ["explain", "--entity", "鹤壁市民政局", "--records", str(seed_run)], terminal_width=200
    )
    assert result.exit_code == 0
    assert "市民政局" in result.output
    assert "leans on 鹤壁市" in result.output


@pytest.mark.parametrize("arguments", [["--entity", "没有此人"], ["--entity", "per:0000000000"]])
def test_explain_of_nothing_says_so(arguments: list[str], seed_run: Path) -> None:
    result = CliRunner().invoke(app, ["explain", *arguments, "--records", str(seed_run)])
    assert result.exit_code == 2
    assert "not found" in result.output


def test_the_table_in_the_repository_is_empty_and_readable() -> None:
    assert read_merges(ROOT / "configs" / "merges.tsv") == []
