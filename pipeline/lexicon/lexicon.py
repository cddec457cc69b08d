"""One object with all tables, built-in and the user's own, each read when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon.divisions import Divisions
from pipeline.lexicon.tables import read_table
from pipeline.records import EntityType
from pipeline.rules.notation import TYPES

DATA = Path(__file__).parent / "data"


class Term(NamedTuple):
    """A name that a user put into a lexicon of their own."""

    name: str
    type: EntityType
    code_or_kind: str
    aliases: tuple[str, ...]
    note: str


class Lexicon:
    """The divisions of China, the word tables of `data/`, and the user's terms."""

    def __init__(self, user_dir: Path | None = None) -> None:
        self._user_dir = user_dir
        self._tables: dict[str, tuple[dict[str, str], ...]] = {}

    @cached_property
    def divisions(self) -> Divisions:
        """The official divisions."""
        own = self._user_dir / "functional_zones.tsv" if self._user_dir else None
        return Divisions(more_zones=read_table(own)) if own and own.exists() else _divisions()

    def words(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of the table `data/<name>.tsv`, then those of the user's file of that name.

        >>> Lexicon().words("functional_zones")[0]["name"]
        '中关村国家自主创新示范区'

        Raises FileNotFoundError for a table that nobody has.
        """
        if name not in self._tables:
            rows = read_table(DATA / f"{name}.tsv")
            own = self._user_dir / f"{name}.tsv" if self._user_dir else None
            self._tables[name] = tuple(rows + (read_table(own) if own and own.exists() else []))
        return self._tables[name]

    @cached_property
    def pattern_files(self) -> tuple[Path, ...]:
        """The user's files of token patterns, `*.jsonl`."""
        return tuple(sorted(self._user_dir.glob("*.jsonl"))) if self._user_dir and self._user_dir.is_dir() else ()

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The user's own terms: rows `name type code aliases note` of every other table in the user's folder.

        Aliases are separated by `|` or `、`. Raises ValueError for a type that is not PER, ORG, DIS, CAM, LOC or POL.
        """
        if not self._user_dir or not self._user_dir.is_dir():
            return ()
        return tuple(
            _term(row, path)
            for path in sorted(self._user_dir.glob("*.tsv"))
            if not (DATA / path.name).exists()
            for row in read_table(path)
        )


def load_lexicon(user_dir: Path | None = None) -> Lexicon:
    """The built-in tables with those of a user's folder (`configs/lexicon/`) on top; nothing is read yet.

    >>> load_lexicon().divisions.get("410600").name
    '鹤壁市'
    """
    return Lexicon(user_dir)


@lru_cache(maxsize=1)
def _divisions() -> Divisions:
    return Divisions()


def _term(row: dict[str, str], path: Path) -> Term:
    kind = row.get("type", "").upper()
    if kind not in TYPES:
        raise ValueError(f"{path}: {row.get('name')!r} has the type {kind!r}; known types: {', '.join(TYPES)}")
    aliases = row.get("aliases", "").replace("、", "|").split("|")
    code = row.get("code") or row.get("kind") or row.get("code_or_kind") or ""
    return Term(row["name"], TYPES[kind], code, tuple(a for a in aliases if a), row.get("note", ""))
