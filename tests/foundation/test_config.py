"""Settings: defaults once, mistakes named."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import ConfigError, default_path, load_config
from tests.conftest import ROOT


def user_file(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_file_changes_only_what_it_names(tmp_path: Path) -> None:
    config = load_config(user_file(tmp_path, "[graph]\narticles = false\n"))
    assert config.graph == load_config().graph.model_copy(update={"articles": False})
    assert config.chinese == load_config().chinese


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    assert load_config(user_file(tmp_path, '[paths]\nmerges = "who.tsv"\n')).paths.merges == tmp_path / "who.tsv"


@pytest.mark.parametrize("text", ["", "[graph]\narticles = false\n", '[paths]\nmerges = "who.tsv"\n'])
def test_paths_that_a_users_file_leaves_out_stand_beside_it(tmp_path: Path, text: str) -> None:
    paths = load_config(user_file(tmp_path, text)).paths
    assert (paths.lexicon, paths.rules) == (tmp_path / "lexicon", tmp_path / "rules")
    assert paths.merges == tmp_path / ("who.tsv" if "who" in text else "merges.tsv")


def test_an_absolute_path_stays_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    assert load_config(user_file(tmp_path, f"[paths]\nrules = '{other}'\n")).paths.rules == other


def test_without_a_users_file_the_tables_stand_in_configs() -> None:
    assert load_config().paths.rules == ROOT / "configs" / "rules"


def test_the_packages_own_folders_are_no_users_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "default.toml").write_bytes(default_path().read_bytes())
    monkeypatch.setattr("pipeline.config.HERE", tmp_path)
    assert load_config().paths.rules == tmp_path / "configs" / "rules"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[grpah]\narticles = false", "unknown key 'grpah'; the nearest known one is 'graph'"),
        ("[graph]\narticels = false", "unknown key 'graph.articels'; the nearest known one is 'graph.articles'"),
        ('[chinese]\nsegmenter = "ltp"', "chinese.segmenter"),
        ("[graph]\narticles = 3", "graph.articles"),
        ("graph = 1", "'graph' is a section"),
        ('paths = "rules"', "'paths' is a section"),
        ("[paths]\nrules = 3", "paths.rules"),
        ("[graph", "is not valid TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = user_file(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load_config(path)
    assert says in str(error.value)
    assert str(path) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        load_config(tmp_path / "none.toml")
