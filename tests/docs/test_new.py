"""A project folder that `wangge new` lays out works as it is, and is never laid over anything."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.commands.new import NewError, lay_out, settings
from pipeline.config import default_path, load_config
from pipeline.recordfiles import read_records
from pipeline.records import Entity, Relation

run = CliRunner().invoke


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a run in it."""
    folder = tmp_path_factory.mktemp("new") / "我的 项目"
    assert run(app, ["new", str(folder)]).exit_code == 0
    config = ["--config", str(folder / "config.toml")]
    result = run(app, ["extract", str(folder / "pages"), "--out", str(folder / "outputs"), *config])
    assert result.exit_code == 0, result.output
    assert "no longer applies" not in result.output
    return folder


def test_its_rule_and_its_near_miss_hold(project: Path) -> None:
    result = run(app, ["check", "--config", str(project / "config.toml")])
    assert result.exit_code == 0, result.output
    built_in = run(app, ["check"]).output
    assert result.output != built_in


def test_its_rule_fires(project: Path) -> None:
    rules = {relation.rule for relation in read_records(project / "outputs", "relations", Relation)}
    assert "runs_a_body" in rules


def test_its_lexicon_and_its_decisions_hold(project: Path) -> None:
    entities = {e.name: e for e in read_records(project / "outputs", "entities", Entity)}
    assert entities["爱河人"].type == "organisation"
    assert len([e for e in entities.values() if e.type == "campaign"]) == 1


def test_its_pages_table_is_read(project: Path) -> None:
    (page,) = (project / "outputs" / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    assert '"date":"2024-03"' in page


def test_settings_name_every_setting_and_change_none(project: Path) -> None:
    own, built_in = load_config(project / "config.toml"), load_config()
    assert own.model_dump(exclude={"paths"}) == built_in.model_dump(exclude={"paths"})
    assert own.paths.rules == project / "rules"
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line else line
        for line in settings(default_path().read_text(encoding="utf-8")).splitlines()
    )
    assert tomllib.loads(uncommented) == tomllib.loads(default_path().read_text(encoding="utf-8"))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "merges.tsv").write_text("mine", encoding="utf-8")
    result = run(app, ["new", str(tmp_path)])
    assert result.exit_code == 2
    assert "not empty" in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["merges.tsv"]


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    with pytest.raises(NewError, match="is a file"):
        lay_out(tmp_path / "here")
    with pytest.raises(NewError):
        lay_out(tmp_path / "here" / "below")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert "config.toml" in lay_out(tmp_path)
