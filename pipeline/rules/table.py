"""Rule tables: TOML files with rules and word classes, read, checked and compiled."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.rules.either import either
from pipeline.rules.errors import PatternError, RuleError
from pipeline.rules.finder import Finder
from pipeline.rules.pattern import Compiler
from pipeline.rules.possible import Possible, literals_of
from pipeline.rules.prefilter import Literals
from pipeline.rules.rule import Rule

SHARED = Path(__file__).with_name("words.toml")
KEYS = {"name", "type", "pattern", "confidence", "examples", "near_misses", "note", "off"}


@dataclass(frozen=True)
class RuleBook:
    """All rules of a room, built in and the user's, in the order in which they were read; and its word classes."""

    rules: tuple[Rule, ...]
    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def _possible(self) -> Possible:
        return Possible(self.rules, Literals(literals_of(self.rules)))

    @cached_property
    def _finders(self) -> dict[tuple[str, ...], Finder]:
        return {}

    def finder(self, *types: str) -> Finder:
        """The rules of these types in the order of the book, ready to be run; made once."""
        if types not in self._finders:
            self._finders[types] = Finder(self._possible, types)
        return self._finders[types]

    def __getitem__(self, name: str) -> Rule:
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)


class Words:
    """Word classes, each compiled when first asked for."""

    def __init__(self, tables: Mapping[str, tuple[str, ...]]) -> None:
        self.tables, self.done, self.busy = tables, dict[str, str](), list[str]()

    def __call__(self, name: str, pattern: str, at: int) -> str:
        """The regular expression of a class, longest word first. Raises PatternError when there is no such class."""
        if name in self.done:
            return self.done[name]
        if name not in self.tables:
            near = difflib.get_close_matches(name, self.tables, 1)
            hint = f"; did you mean <{near[0]}>?" if near else ""
            raise PatternError(f"no word class <{name}>{hint}", pattern, at)
        if name in self.busy:
            raise PatternError(f"word class <{name}> stands in itself", pattern, at)
        self.busy.append(name)
        words = sorted(self.tables[name], key=lambda w: (-len(w), w))
        self.done[name] = either([branch for w in words for branch in Compiler(w, self, frozenset()).inner()])
        self.busy.pop()
        return self.done[name]

    def plain(self, name: str) -> tuple[str, ...] | None:
        """The words of a class as they stand in its table, or None when there is no such class."""
        return self.tables.get(name)


def load_rules(
    paths: Iterable[Path], *, types: Iterable[str], slots: Iterable[str], options: Iterable[str] = ()
) -> RuleBook:
    """Read rule tables (files, or folders of *.toml), a later rule or word class taking the place of one of its name.

    `types`, `slots` and `options` are what the room knows: the types a rule may find, the slots of its patterns and
    further keys of a rule. `[words]` with a class name ending in + adds to a class: `"office+" = ["…"]`; a rule with
    `off = true` takes a rule of that name away. A missing folder holds no rules. Raises RuleError.
    """
    tables: dict[str, tuple[str, ...]] = {}
    raw: dict[str, tuple[Path, dict[str, Any]]] = {}
    for path in [SHARED, *(f for p in paths for f in (sorted(p.glob("*.toml")) if p.is_dir() else [p]) if p.exists())]:
        doc = _read(path)
        for name, words in doc.get("words", {}).items():
            if not isinstance(words, list) or not words or not all(isinstance(w, str) and w for w in words):
                raise RuleError(f"{path}: word class {name!r} must be a list of words")
            plain = name.removesuffix("+")
            tables[plain] = (*(tables.get(plain, ()) if name != plain else ()), *words)
        for rule in doc.get("rule", []):
            raw[_name(rule, path)] = (path, rule)
    words_ = Words(tables)
    known = (frozenset(types), frozenset(slots), frozenset(options))
    rules = tuple(_rule(name, path, rule, words_, known) for name, (path, rule) in raw.items() if not rule.get("off"))
    return RuleBook(rules, tables)


def _read(path: Path) -> dict[str, Any]:
    try:
        doc = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: this is not TOML: {error}") from error
    for key in doc:
        if key not in ("rule", "words"):
            raise RuleError(f"{path}: no table is called {key!r}; known: [[rule]], [words]")
    return doc


def _name(rule: Mapping[str, Any], path: Path) -> str:
    name = rule.get("name")
    if not isinstance(name, str) or not name:
        raise RuleError(f"{path}: a rule has no name (its pattern: {rule.get('pattern')!r})")
    return name


def _rule(name: str, path: Path, raw: Mapping[str, Any], words: Words, known: tuple[frozenset[str], ...]) -> Rule:
    types, slots, options = known
    where = f"{path}: rule {name!r}"
    for key in raw:
        if key not in KEYS | options:
            near = difflib.get_close_matches(key, KEYS | options, 1)
            raise RuleError(f"{where}: unknown key {key!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    if raw.get("type") not in types:
        raise RuleError(f"{where}: type must be one of {', '.join(sorted(types))}, not {raw.get('type')!r}")
    patterns = raw.get("pattern")
    patterns = [patterns] if isinstance(patterns, str) else patterns
    if not isinstance(patterns, list) or not patterns or not all(isinstance(p, str) for p in patterns):
        raise RuleError(f"{where}: pattern must be a line of text or a list of them")
    confidence = raw.get("confidence", 0.9)
    if not isinstance(confidence, int | float) or not 0 < confidence <= 1:
        raise RuleError(f"{where}: confidence must lie between 0 and 1, not {confidence!r}")
    try:
        compiled = tuple(Compiler(p, words, slots).compile() for p in patterns)
    except PatternError as error:
        raise RuleError(f"{where}: {error}") from error
    own = {k: str(v) for k, v in raw.items() if k in options}
    cases = [tuple(str(c) for c in raw.get(k, ())) for k in ("examples", "near_misses")]
    note = str(raw.get("note", ""))
    return Rule(name, raw["type"], compiled, float(confidence), cases[0], cases[1], str(path), note, own)
