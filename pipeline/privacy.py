"""Residents are not public figures: takes their names out of every record of a run before anything else reads them."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ahocorasick

from pipeline.config import PrivacyConfig
from pipeline.recordfiles import FILES, append, read_records
from pipeline.records import Dropped, Entity, Mention

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
BLANK = "○"
# what holds ids, digests and file names, never a printed name
NOT_TEXT = frozenset(
    {"sha256", "path", "encoding", "code", "head", "tail", "left", "right", "parent", "district", "rule", "found_by"}
)


@dataclass(slots=True)
class Hidden:
    """People whose names go: their ids with the ones that stand for them, and each printed form with its stand-in."""

    ids: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)


def hide_residents(folder: Path, config: PrivacyConfig, *, ordinary: frozenset[str] = frozenset()) -> int:
    """Rewrite a run's records as the setting says, and return how many people were hidden.

    With `pseudonym` a resident keeps mentions, relations and events under a name like 居民#3f2a91; with `drop` they go too. In
    all texts the name is replaced by signs of the same length, so that every offset stays right. `ordinary` are words that
    are no names whatever a tagger said; a public figure of the same name keeps it.
    """
    if config.residents == "keep":
        return 0
    hidden = _hidden(folder, config, ordinary)
    if not hidden.ids:
        return 0
    automaton = _automaton(hidden)
    for name in FILES:
        path = folder / f"{name}.jsonl"
        if not path.exists():
            continue
        fresh = path.with_suffix(".new")
        with path.open(encoding="utf-8") as old, fresh.open("w", encoding="utf-8", newline="\n") as new:
            for line in old:
                row = _row(name, json.loads(line), hidden, automaton, drop=config.residents == "drop")
                if row is not None:
                    new.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
        fresh.replace(path)
    if config.residents == "drop":
        reason = (
            f"{len(hidden.ids)} people who appear only as residents, with their mentions, relations and roles in events"
        )
        append(folder, "dropped", [Dropped(stage="privacy", page_id="", reason=reason)])
    return len(hidden.ids)


def _hidden(folder: Path, config: PrivacyConfig, ordinary: frozenset[str]) -> Hidden:
    out = Hidden()
    people = [e for e in read_records(folder, "entities", Entity) if e.type == "person"]
    out.kept = {form for e in people if not e.resident for form in (e.name, *e.aliases)} | ordinary
    honorific: dict[str, str | None] = {}
    for person in people:
        if person.resident:
            out.ids[person.entity_id] = f"per:{_digest(config.key, person.entity_id)[:10]}"
            honorific |= dict.fromkeys((person.name, *person.aliases), person.honorific)
    for name in ("mentions", "references"):
        for mention in read_records(folder, name, Mention):
            if mention.entity_id in out.ids and not mention.anaphor:
                honorific.setdefault(mention.text, None)
    for form, word in sorted(honorific.items()):
        if form not in out.kept:
            out.forms[form] = _stand_in(form, word, config)
    return out


def _stand_in(form: str, honorific: str | None, config: PrivacyConfig) -> str:
    """Signs of the same length for a name; a word of courtesy stays: ○先生."""
    size = (
        len(form.removesuffix(honorific))
        if honorific and form.endswith(honorific) and len(form) > len(honorific)
        else len(form)
    )
    if config.residents == "drop":
        return BLANK * size + form[size:]
    digest = bytes.fromhex(_digest(config.key, form))
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:size]) + form[size:]


def _digest(key: str, text: str) -> str:
    return hmac.new(key.encode() or b"wangge", text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _automaton(hidden: Hidden) -> Any:
    automaton = ahocorasick.Automaton()
    for form in sorted({*hidden.forms, *hidden.kept}):
        squeezed = "".join(form.split())
        if squeezed:
            automaton.add_word(squeezed, (len(squeezed), hidden.forms.get(form)))
    automaton.make_automaton()
    return automaton


def _row(name: str, row: dict[str, Any], hidden: Hidden, automaton: Any, *, drop: bool) -> dict[str, Any] | None:
    ends = {row.get(key) for key in ("entity_id", "head", "tail", "left", "right")} & hidden.ids.keys()
    if ends and (drop or name == "resolution"):
        return None
    if name == "events":
        row["arguments"] = [a for a in row["arguments"] if not (drop and a["entity_id"] in hidden.ids)]
    own = name == "entities" and row["entity_id"] in hidden.ids
    row = {key: _masked(key, value, hidden, automaton) for key, value in row.items()}
    if own:
        row |= {
            "name": f"居民#{row['entity_id'][4:10]}",
            "aliases": [],
            "label": None,
            "decided_by": "hidden: a resident",
        }
    return row


def _masked(key: str, value: Any, hidden: Hidden, automaton: Any) -> Any:
    if isinstance(value, dict):
        return {k: _masked(k, v, hidden, automaton) for k, v in value.items()}
    if isinstance(value, list):
        return [_masked(key, v, hidden, automaton) for v in value]
    if not isinstance(value, str):
        return value
    if key in NOT_TEXT or key.endswith("_id"):
        return hidden.ids.get(value, value)
    return mask(value, automaton)


def mask(text: str, automaton: Any) -> str:
    """A text with hidden names replaced, also where a space or a line's end was printed inside one; the length stays."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    squeezed = "".join(text[i] for i in places)
    hits = [(end - size + 1, end + 1, stand_in) for end, (size, stand_in) in automaton.iter(squeezed)]
    out, upto = list(text), 0
    for start, end, stand_in in _longest_first(hits):
        if start >= upto:
            upto = end
            if stand_in is not None:
                for offset, sign in enumerate(stand_in):
                    out[places[start + offset]] = sign
    return "".join(out)


def _longest_first(hits: Iterable[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    return sorted(hits, key=lambda h: (h[0], -h[1]))


def ordinary_words(tables: Mapping[str, Iterable[Mapping[str, str]]]) -> frozenset[str]:
    """The first column of some word tables: words that no setting may blot out."""
    return frozenset(next(iter(row.values())) for rows in tables.values() for row in rows)
