"""Settings: one typed tree; the defaults stand in `configs/default.toml` and nowhere else."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

HERE = Path(__file__).resolve().parent


class ConfigError(ValueError):
    """A settings file that cannot be used; the message names file, key and what to do."""


class Section(BaseModel):
    """What all sections share: fixed once read, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PagesConfig(Section):
    """What counts as a page."""

    suffixes: tuple[str, ...]
    max_megabytes: float


class ChineseConfig(Section):
    """Segmenter and tagger."""

    segmenter: Literal["jieba", "pkuseg", "char"]
    tagger: str
    pkuseg_model: str


class PathsConfig(Section):
    """The user's own tables, relative to the settings file; a folder or file that is not there counts as empty."""

    lexicon: Path
    rules: Path
    merges: Path


class PrivacyConfig(Section):
    """What becomes of people who are no public figures."""

    residents: Literal["keep", "pseudonym", "drop"]
    key: str = Field(description="secret from which pseudonyms are made; never written into a run's folder")


class GraphConfig(Section):
    """What the graph holds."""

    articles: bool
    events: bool
    happenings: bool
    policies: bool
    places: bool
    unlikely: bool
    min_confidence: float


class Config(Section):
    """All settings, a section per concern."""

    pages: PagesConfig
    chinese: ChineseConfig
    paths: PathsConfig
    privacy: PrivacyConfig
    graph: GraphConfig


def default_path() -> Path:
    """`configs/default.toml` of the source tree, or its copy inside an installed package."""
    installed = HERE / "default.toml"
    return installed if installed.exists() else HERE.parent / "configs" / "default.toml"


def load_config(path: Path | None = None) -> Config:
    """The defaults with the settings of the user's file laid over them.

    >>> load_config().chinese.segmenter
    'jieba'

    With a file of the user's, every path that it leaves out (`lexicon`, `rules`, `merges.tsv`) is looked for beside that file;
    without one, in `configs/` of the source tree. What is not there counts as empty.

    Raises ConfigError for an unreadable file, an unknown key (naming the nearest known one) or a value of the wrong kind.
    """
    tree = _read(default_path())
    if path is not None:
        _overlay(tree, _read(path), path, ())
    tree["paths"] = _absolute(tree["paths"], path.resolve().parent if path else _own_folder())
    try:
        return Config.model_validate(tree)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(x) for x in first["loc"])
        raise ConfigError(f"{path or default_path()}: {key}: {first['msg']} (it says {first['input']!r})") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None


def _own_folder() -> Path:
    """Where the user's tables stand when no settings file is named; an installed package has none (its folders are code)."""
    folder = default_path().parent
    return folder / "configs" if folder == HERE else folder


def _absolute(paths: dict[str, Any], folder: Path) -> dict[str, Any]:
    return {key: str(folder / value) if isinstance(value, str) else value for key, value in paths.items()}


def _overlay(base: dict[str, Any], over: dict[str, Any], path: Path, above: tuple[str, ...]) -> None:
    for key, value in over.items():
        name = ".".join((*above, key))
        if key not in base:
            near = difflib.get_close_matches(key, base, n=1, cutoff=0.0)
            raise ConfigError(f"{path}: unknown key {name!r}; the nearest known one is {'.'.join((*above, *near))!r}")
        if isinstance(base[key], dict):
            if not isinstance(value, dict):
                raise ConfigError(f"{path}: {name!r} is a section: write [{name}] and its keys below")
            _overlay(base[key], value, path, (*above, key))
        else:
            base[key] = value
