"""JSON Lines in and out: one object a line, UTF-8, the same bytes for the same records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar

from pydantic import ValidationError

from pipeline.records import (
    Article,
    Decision,
    Dropped,
    Entity,
    Event,
    Mention,
    Page,
    Record,
    Relation,
    Sentence,
    Value,
)

R = TypeVar("R", bound=Record)
FILES: dict[str, type[Record]] = {
    "pages": Page, "articles": Article, "sentences": Sentence, "mentions": Mention, "references": Mention,
    "values": Value, "entities": Entity, "relations": Relation, "events": Event, "dropped": Dropped,
    "resolution": Decision,
}  # fmt: skip
PAGE_FILES = ("pages", "articles", "sentences", "mentions", "values", "relations", "events", "dropped")


class RecordsError(ValueError):
    """A records file that cannot be read; the message names file and line."""


def read_records(folder: Path, name: str, kind: type[R]) -> Iterator[R]:
    """The records of one file of a run, one at a time; none when the file is missing.

    Raises RecordsError naming the file, the line and what is wrong with it.
    """
    for number, line in _lines(folder / f"{name}.jsonl"):
        try:
            yield kind.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(x) for x in first["loc"])
            raise RecordsError(f"{folder / name}.jsonl, line {number}: {where}: {first['msg']}") from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())


def dump(record: Record) -> str:
    """A record as one line of JSON, fields in the order of the schema."""
    return json.dumps(record.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))


class RecordWriter:
    """Writes records of several kinds into a folder; anaphors among the mentions go to a file of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, IO[str]] = {
            name: (folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") for name in FILES
        }

    def write_raw(self, name: str, records: Iterable[Record]) -> None:
        """Append records to a file that is read again inside the run and not kept."""
        if name not in self._files:
            self._files[name] = (self._folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n")
        self._files[name].writelines(record.model_dump_json() + "\n" for record in records)

    def write(self, name: str, records: Iterable[Record]) -> None:
        """Append records to the file of that name."""
        for record in records:
            target = "references" if isinstance(record, Mention) and record.anaphor else name
            self._files[target].write(dump(record) + "\n")

    def __enter__(self) -> RecordWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()


def rewrite_entities(
    folder: Path, links: dict[str, str], entities: list[Entity], decisions: Iterable[Decision] = ()
) -> None:
    """Put the run's entity ids in the place of the pages' own, and write `entities.jsonl` and `resolution.jsonl`."""
    for name, rewrite in (
        ("mentions", _of_mention), ("references", _of_mention), ("relations", _of_relation), ("events", _of_event),
    ):  # fmt: skip
        path = folder / f"{name}.jsonl"
        fresh = path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8", newline="\n") as out:
            for _, line in _lines(path):
                row = rewrite(json.loads(line), links)
                out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
        fresh.replace(path)
    with (folder / "entities.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(dump(entity) + "\n" for entity in entities)
    with (folder / "resolution.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(dump(decision) + "\n" for decision in decisions)


def rewrite_links(folder: Path, links: Mapping[str, tuple[str | None, tuple[str, ...]]]) -> None:
    """Write into `events.jsonl` which earlier report tells of the same happening, and why."""
    path = folder / "events.jsonl"
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="\n") as out:
        for _, line in _lines(path):
            row = json.loads(line)
            if row["event_id"] in links:
                row["same_as"], row["same_reasons"] = links[row["event_id"]]
                line = json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
            out.write(line)
    fresh.replace(path)


def append(folder: Path, name: str, records: Iterable[Record]) -> None:
    """Add records at the end of a file."""
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8", newline="\n") as out:
        out.writelines(dump(record) + "\n" for record in records)


Row = dict[str, Any]


def _of_mention(row: Row, links: dict[str, str]) -> Row:
    return row | {"entity_id": links.get(row["entity_id"], row["entity_id"])}


def _of_relation(row: Row, links: dict[str, str]) -> Row:
    return row | {"head": links.get(row["head"], row["head"]), "tail": links.get(row["tail"], row["tail"])}


def _of_event(row: Row, links: dict[str, str]) -> Row:
    arguments = [a | {"entity_id": links.get(a["entity_id"], a["entity_id"])} for a in row["arguments"]]
    return row | {"arguments": arguments}


def publish(spool: Path, out: Path) -> None:
    """Move a finished run's files to where the user wants them, each by one rename; files of an older run go."""
    out.mkdir(parents=True, exist_ok=True)
    fresh = {path.name for path in spool.iterdir()}
    for old in out.iterdir():
        if old.name not in fresh and (old.stem in FILES or old.name.startswith(("graph.", "graph-"))):
            old.unlink()
    for path in sorted(spool.iterdir()):
        path.replace(out / path.name)
