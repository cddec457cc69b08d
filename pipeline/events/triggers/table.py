"""The trigger tables: which words tell of which happening, in which surroundings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pipeline.records import EventType
from pipeline.rules.errors import RuleError

DATA = Path(__file__).parent.parent / "data"
FORMS = ("noun", "deed", "said", "none")
HAPPENS, SAYS = ("deed", "noun"), ("said",)
KEYS = {
    "name", "form", "words", "weak", "learns", "followed_by", "not_followed_by", "preceded_by", "not_preceded_by",
    "examples", "near_misses", "confidence",
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """A row of a trigger table.

    `noun` words name a happening and need a light verb (召开, 开展) or stand as its subject; `deed` words are done;
    `said` words tell that somebody speaks; `none` words only look like triggers. A `weak` deed needs a sign that it
    was really done (了, a number, whom it reached). A rule that `learns` is training inside a report on training.
    """

    name: str
    type: str
    form: str
    weak: bool = False
    learns: bool = False
    confidence: float = 0.9
    followed_by: re.Pattern[str] | None = None
    not_followed_by: re.Pattern[str] | None = None
    preceded_by: re.Pattern[str] | None = None
    not_preceded_by: re.Pattern[str] | None = None
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    file: str = ""

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the words at a place of a text stand in the surroundings that the rule asks for."""
        before, after = text[max(0, start - 20) : start], text[end : end + 40]
        return (
            (self.followed_by is None or bool(self.followed_by.match(after)))
            and (self.not_followed_by is None or not self.not_followed_by.match(after))
            and (self.preceded_by is None or bool(self.preceded_by.search(before)))
            and (self.not_preceded_by is None or not self.not_preceded_by.search(before))
        )


@dataclass(frozen=True)
class Starts:
    """The words of some forms by their first two characters, and a pattern of where one may begin."""

    by_first: dict[str, tuple[str, ...]]
    opens: re.Pattern[str]


@dataclass(frozen=True)
class Tables:
    """All trigger rules by their words, where the words of each group of forms begin, and the word lists of the frames."""

    rules: dict[str, tuple[Rule, ...]]
    starts: dict[tuple[str, ...], Starts] = field(default_factory=dict)
    lists: dict[str, re.Pattern[str]] = field(default_factory=dict)
    cues: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def all_rules(self) -> list[Rule]:
        """Every rule once, by type and name."""
        return sorted({rule for rules in self.rules.values() for rule in rules}, key=lambda r: (r.type, r.name))


@cache
def load_event_rules(user_dir: Path | None = None) -> Tables:
    """Read the built-in trigger tables and, on top of them, the user's own in `user_dir/events/*.toml`.

    A file is called after its event type and holds `[[rule]]` rows; a user's rule of the same name and file takes the
    place of the built-in one. `lists.toml` holds the patterns of frames and stances.
    Raises RuleError naming file and rule for an unknown key, form or a bad pattern.

    >>> sorted({rule.type for rule in load_event_rules().rules["推进会"]})
    ['meeting']
    """
    rows: dict[tuple[str, str], Rule] = {}
    words: dict[tuple[str, str], list[str]] = {}
    lists: dict[str, re.Pattern[str]] = {}
    cues: dict[str, re.Pattern[str]] = {}
    for folder in (DATA, user_dir / "events") if user_dir else (DATA,):
        for path in sorted(folder.glob("*.toml")):
            doc = _read(path)
            for row in doc.get("rule", []):
                key = (path.stem, str(row.get("name")))
                rows[key], words[key] = _rule(row, path), row["words"].split()
            lists.update({name: _pattern(value, path, name) for name, value in doc.get("patterns", {}).items()})
            cues.update({kind: _pattern(value, path, kind) for kind, value in doc.get("cues", {}).items()})
    rules: dict[str, list[Rule]] = {}
    for key, rule in rows.items():
        for word in words[key]:
            rules.setdefault(word, []).append(rule)
    return Tables(
        {w: tuple(sorted(r, key=_loose)) for w, r in rules.items()},
        {forms: _starts(rules, forms) for forms in (HAPPENS, SAYS)}, lists, tuple(cues.items()),
    )  # fmt: skip


def _starts(rules: dict[str, list[Rule]], forms: tuple[str, ...]) -> Starts:
    first: dict[str, list[str]] = {}
    for word in sorted(rules, key=lambda w: (-len(w), w)):
        if any(rule.form in forms or rule.form == "none" for rule in rules[word]):
            first.setdefault(word[:2], []).append(word)
    ones = re.escape("".join(sorted(c for c in first if len(c) == 1)))
    heads, seconds = (re.escape("".join(sorted({c[n] for c in first if len(c) > n}))) for n in (0, 1))
    opens = f"[{heads}](?:(?=[{seconds}])" + (f"|(?<=[{ones}]))" if ones else ")")
    return Starts({c: tuple(w) for c, w in first.items()}, re.compile(opens))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise RuleError(f"{path.name}: cannot be read as TOML: {problem}") from problem


def _loose(rule: Rule) -> float:
    """Rules that ask for more surroundings are tried first."""
    return -sum(p is not None for p in (rule.preceded_by, rule.followed_by)) - (rule.form == "deed") / 2


def _rule(row: dict[str, Any], path: Path) -> Rule:
    unknown = sorted(set(row) - KEYS) + [f"no {key}" for key in ("name", "words") if key not in row]
    if path.stem not in (*get_args(EventType), "none"):
        raise RuleError(
            f"{path.name}: rule {row.get('name')!r}: a file is called after an event type, not {path.stem!r}"
        )
    if unknown or row.get("form") not in FORMS:
        raise RuleError(f"{path.name}: rule {row.get('name')!r}: unknown {unknown or row.get('form')}; forms: {FORMS}")
    contexts = {
        key: _pattern(f"(?:{row[key]})$" if key.endswith("preceded_by") else row[key], path, row["name"])
        for key in ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by")
        if key in row
    }
    return Rule(
        name=row["name"], type=path.stem, form=row["form"], weak=row.get("weak", False),
        learns=row.get("learns", False), confidence=row.get("confidence", 0.9),
        examples=tuple(row.get("examples", ())), near_misses=tuple(row.get("near_misses", ())), file=str(path), **contexts,
    )  # fmt: skip


def _pattern(value: str, path: Path, name: str) -> re.Pattern[str]:
    try:
        return re.compile("".join(value.split()))
    except re.error as problem:
        raise RuleError(f"{path.name}: {name}: bad pattern {value!r}: {problem}") from problem


def scan(
    tables: Tables, text: str, start: int, end: int, forms: tuple[str, ...] = HAPPENS
) -> list[tuple[int, int, Rule]]:
    """Triggers of the given forms between two positions, the longest at each place whose surroundings fit.

    >>> [(text[a:b], rule.type) for text in ["召开安全生产推进会"] for a, b, rule in scan(load_event_rules(), text, 0, 9)]
    [('推进会', 'meeting')]
    """
    out: list[tuple[int, int, Rule]] = []
    free = start
    starts = tables.starts[forms]
    begins = starts.by_first
    for opening in starts.opens.finditer(text, start, end):
        at = opening.start()
        words = begins.get(text[at : at + 2], ()) + begins.get(text[at], ())
        if words and at >= free and (hit := _hit(tables, text, at, end, words, forms)):
            out.append(hit)
            free = hit[1]
    return out


def _hit(
    tables: Tables, text: str, at: int, end: int, words: tuple[str, ...], forms: tuple[str, ...]
) -> tuple[int, int, Rule] | None:
    for word in words:
        stop = at + len(word)
        if stop <= end and text.startswith(word, at):
            for rule in tables.rules[word]:
                if (rule.form in forms or rule.form == "none") and rule.fits(text, at, stop):
                    return (at, stop, rule)
    return None
