"""Settings: defaults once, mistakes named."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import ConfigError, load_config


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


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[grpah]\narticles = false", "unknown key 'grpah'; the nearest known one is 'graph'"),
        ("[graph]\narticels = false", "unknown key 'graph.articels'; the nearest known one is 'graph.articles'"),
        ('[chinese]\nsegmenter = "ltp"', "chinese.segmenter"),
        ("[graph]\narticles = 3", "graph.articles"),
        ("graph = 1", "'graph' is a section"),
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
