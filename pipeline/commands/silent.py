"""`wangge check --corpus`: the rules that made nothing on the pages named; a report, no judgement."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.commands.extract import with_progress
from pipeline.config import Config, ConfigError
from pipeline.events import load_event_rules, silent_event_rules
from pipeline.inputs import InputError
from pipeline.recordfiles import read_records
from pipeline.records import Event, Relation
from pipeline.relations import relation_rules, silent_rules

HERE = Path(__file__).resolve().parent.parent.parent

ROOMS = ("relations", "events")


class Silent(NamedTuple):
    """A rule without a record: of which room, finding what, in which file."""

    room: str
    type: str
    name: str
    file: str


def run(corpus: list[str], config: Config, console: Console) -> int:
    """Take the corpus through all rooms and list the silent rules; 0, or 2 when nothing could be read."""
    errors = Console(stderr=True)
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "records"
        everybody = config.model_copy(update={"privacy": config.privacy.model_copy(update={"residents": "keep"})})
        try:
            summary = with_progress(corpus, records, everybody, 1, errors)
        except (InputError, ConfigError) as error:
            errors.print(f"[red]Nothing to read.[/red] {escape(str(error))}", highlight=False)
            return 2
        found = silent_in(records, config)
    for reason in summary.failed.values():
        errors.print(f"[red]failed[/red] {escape(reason)}", highlight=False)
    pages, counts = summary.counts.get("pages", 0), [sum(one.room == room for one in found) for room in ROOMS]
    told = ", ".join(f"{number} of {room}" for room, number in zip(ROOMS, counts, strict=True))
    console.print(f"Rules that made nothing on {pages} pages: {told}.", highlight=False)
    if found:
        console.print(_table(found))
        console.print(
            "Silence is no error: a rule may be too narrow, or your pages have no such sentence.", highlight=False
        )
    return 0


def silent_in(records: Path, config: Config) -> list[Silent]:
    """The rules that made none of the records in a run's folder, in the order of their tables."""
    return list(_silent(records, config))


def _silent(records: Path, config: Config) -> Iterator[Silent]:
    for rule in silent_rules(relation_rules(config.paths.rules), read_records(records, "relations", Relation)):
        yield Silent("relations", rule.type, rule.name, _short(rule.file))
    for trigger in silent_event_rules(load_event_rules(config.paths.rules), read_records(records, "events", Event)):
        yield Silent("events", trigger.type, trigger.name, _short(trigger.file))


def _short(file: str) -> str:
    """A table of the package by its place in it, one of the user's in full."""
    path = Path(file)
    return str(path.relative_to(HERE)) if path.is_relative_to(HERE) else file


def _table(found: list[Silent]) -> Table:
    table = Table("finds", "rule", "file", title="Silent rules", title_justify="left", box=SIMPLE)
    for column in table.columns:
        column.overflow = "fold"
    for one in found:
        table.add_row(*map(escape, (one.type, one.name, one.file)))
    return table
