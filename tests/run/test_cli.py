"""The command line as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.commands.silent import silent_in
from pipeline.config import load_config
from tests.conftest import ROOT

PAGE = ROOT / "seeds" / "004_642de9a47d907cdc.txt"
run = CliRunner().invoke


def test_extract_reports_what_it_found_and_what_to_do_next(tmp_path: Path) -> None:
    result = run(app, ["extract", str(PAGE), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert all(
        word in result.output
        for word in ("pages", "people", "campaigns", "districts", "events", "graph.graphml", "Gephi")
    )


def test_standard_input_is_a_page(tmp_path: Path) -> None:
    result = run(app, ["extract", "-", "--out", str(tmp_path / "out")], input=PAGE.read_bytes())
    assert result.exit_code == 0
    assert json.loads((tmp_path / "out" / "pages.jsonl").read_text(encoding="utf-8"))["page_id"] == "stdin"


def test_a_failed_page_gives_status_1(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run(app, ["extract", str(PAGE), str(empty), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "empty.txt" in result.output


@pytest.mark.parametrize(
    "args",
    [["extract", "none.txt", "--out", "x"], ["extract", "a.txt"], ["extract", "a.txt", "--out", "x", "--workers", "0"], ["extrakt"],
     ["extract", "a.txt", "--out", "x", "--config", "none.toml"], ["evaluate", "--gold", "no", "--texts", "no", "--records", "no"]],
)  # fmt: skip
def test_wrong_use_gives_status_2(args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(app, args).exit_code == 2


def test_evaluate_prints_scores_and_errors(seed_run: Path) -> None:
    args = [
        "evaluate",
        "--gold",
        str(ROOT / "tests/gold/pages"),
        "--texts",
        str(ROOT / "seeds"),
        "--records",
        str(seed_run),
    ]
    assert "mentions.PER" in run(app, args).output
    assert "missed event" in run(app, [*args, "--errors"]).output
    assert json.loads(run(app, [*args, "--json"]).stdout)["mentions"]["f"] > 0.8


def test_explain_names_the_evidence() -> None:
    text = "8月2日，淇滨区天山路街道纪工委书记周丰军到观景社区检查消防安全。"
    result = run(app, ["explain", text, "--place", "鹤壁市", "--date", "2024-08"])
    assert result.exit_code == 0
    assert all(word in result.output for word in ("周丰军", "2024-08-02", "holds_position"))


def test_check_passes_over_all_tables() -> None:
    result = run(app, ["check"])
    assert result.exit_code == 0, result.output


def corpus_of(folder: Path, *rules: str) -> list[str]:
    """Arguments that check a page of one sentence with rules of the user's."""
    (folder / "rules").mkdir()
    for number, rule in enumerate(rules):
        (folder / "rules" / f"mine{number}.toml").write_text(rule, encoding="utf-8")
    (folder / "my.toml").touch()
    (folder / "page.txt").write_text("临水镇召开防汛工作推进会。\n罗敏执掌鹤壁市民政局。\n", encoding="utf-8")
    return ["check", "--corpus", str(folder / "page.txt"), "--config", str(folder / "my.toml")]


SPEAKS = """[[rule]]\nname = "%s"\ntype = "holds_position"\npattern = "{head:PER}%s{tail:ORG}"\n
examples = ["[罗敏|PER]%s[区民政局|ORG]。 => 罗敏 -holds_position-> 区民政局"]\n"""


def test_check_names_the_rules_that_a_corpus_has_no_use_for(tmp_path: Path) -> None:
    args = corpus_of(tmp_path, SPEAKS % ("mine_speaks", "执掌", "执掌"), SPEAKS % ("mine_is_silent", "掌管", "掌管"))
    result = run(app, args, env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    rows = {tuple(line.split()) for line in result.output.splitlines()}
    assert ("holds_position", "mine_is_silent", str(tmp_path / "rules" / "mine1.toml")) in rows
    assert ("launch", "declared_open", "pipeline/events/data/launch.toml") in rows
    names = {row[1] for row in rows if len(row) == 3}
    assert not {"mine_speaks", "meeting_called_so", "only_looks_like_one", "subject"} & names
    assert "on 1 pages" in result.output


def test_a_corpus_that_is_not_there_gives_status_2() -> None:
    assert run(app, ["check", "--corpus", "none.txt"]).exit_code == 2
    assert run(app, ["check", str(PAGE)]).exit_code == 2


def test_a_wrong_example_is_told_before_any_page_is_read(tmp_path: Path) -> None:
    result = run(app, corpus_of(tmp_path, SPEAKS % ("mine_wrong", "掌管", "任")))
    assert result.exit_code == 1
    assert "Silent rules" not in result.output


def test_silent_rules_of_the_seeds(seed_run: Path) -> None:
    found = silent_in(seed_run, load_config())
    lines = [(seed_run / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() for name in ("relations", "events")]
    spoke = {json.loads(line)["rule"] for line in (*lines[0], *lines[1])}
    assert found
    assert {one.name for one in found}.isdisjoint(spoke)
    assert {one.room for one in found} == {"relations", "events"}
    assert all((ROOT / one.file).is_file() for one in found)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, pipeline.cli; sys.exit(bool({'spacy', 'numpy', 'networkx', 'jieba', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_explain_takes_a_piece_of_a_sentence() -> None:
    result = run(app, ["explain", "淇县教育局局长罗敏"])
    assert "holds_position" in result.output


def test_explain_relations_names_the_element_that_failed() -> None:
    result = run(app, ["explain", "relations", "罗敏任市财政局局长。", "--place", "鹤壁市"])
    assert result.exit_code == 0
    assert "fired" in result.output
    assert "did not fire" in result.output


def test_explain_campaigns_weighs_the_evidence() -> None:
    result = run(app, ["explain", "campaigns", "社区开展“邻里灯”主题活动，打通“最后一公里”。"])
    assert result.exit_code == 0
    assert all(word in result.output for word in ("邻里灯", "yes", "最后一公里", "no"))


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("rules/mine.toml", "[[rule]]\nname = 'x'\n", "mine.toml"),
        ("lexicon/mine.tsv", "name\ttype\n红星\tXYZ\n", "XYZ"),
        ("lexicon/mine.jsonl", "{}\n", "mine.jsonl, line 1"),
        ("merges.tsv", "verdict\tleft\tright\treason\twho\nmaybe\ta\tb\t\t\n", "merges.tsv"),
    ],
)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_broken_table_of_the_users_is_named_before_the_work(
    tmp_path: Path, file: str, text: str, says: str, workers: str
) -> None:
    (tmp_path / "my.toml").write_text(
        '[paths]\nlexicon = "lexicon"\nrules = "rules"\nmerges = "merges.tsv"\n', encoding="utf-8"
    )
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    args = ["extract", str(PAGE), str(ROOT / "seeds"), "--out", str(tmp_path / "out"), "--workers", workers]
    result = run(app, [*args, "--config", str(tmp_path / "my.toml")])
    assert result.exit_code == 2, result.output
    assert says in result.output.replace("\n", "")
