"""All records of a run, those of a page together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pipeline.happenings import happening_of
from pipeline.recordfiles import read_records
from pipeline.records import Article, Entity, Event, Mention, Page, Relation, Sentence

P = TypeVar("P", Article, Sentence, Mention, Relation, Event)


class ViewError(ValueError):
    """A view that cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class PageRecords:
    """What a run found on one page."""

    page: Page
    articles: list[Article]
    sentences: list[Sentence]
    mentions: list[Mention]
    relations: list[Relation]
    events: list[Event]


@dataclass(frozen=True)
class Run:
    """What a run found."""

    folder: Path
    pages: list[PageRecords]
    entities: dict[str, Entity]
    printed: bool = field(default=True)  # whether the source may be shown: not where residents were masked
    happenings: dict[str, str] = field(
        default_factory=dict
    )  # of each event told of more than once: the first report's id


def load_run(folder: Path) -> Run:
    """Read the records of a run's folder; pages in order of date, then of name.

    Raises ViewError for a folder without `pages.jsonl`, RecordsError for a line that is no record.
    """
    if not (folder / "pages.jsonl").is_file():
        raise ViewError(f"{folder}: there is no pages.jsonl in it; name a folder that `wangge extract` wrote")
    articles = _by_page(read_records(folder, "articles", Article))
    sentences = _by_page(read_records(folder, "sentences", Sentence))
    mentions = _by_page(read_records(folder, "mentions", Mention))
    for page, more in _by_page(read_records(folder, "references", Mention)).items():
        mentions[page] = sorted([*mentions[page], *more], key=lambda m: (m.start, m.end, m.mention_id))
    relations = _by_page(read_records(folder, "relations", Relation))
    events = _by_page(read_records(folder, "events", Event))
    pages = [
        PageRecords(p, articles[name], sentences[name], mentions[name], relations[name], events[name])
        for p, name in ((page, page.page_id) for page in read_records(folder, "pages", Page))
    ]
    pages.sort(key=lambda p: (p.page.date or "9999", p.page.newspaper or "", p.page.page_id))
    entities = {entity.entity_id: entity for entity in read_records(folder, "entities", Entity)}
    happenings = _happenings([event for found in pages for event in found.events])
    return Run(folder, pages, entities, printed=_residents(folder) == "keep", happenings=happenings)


def _happenings(events: list[Event]) -> dict[str, str]:
    links = {event.event_id: event.same_as for event in events if event.same_as}
    told = {event: happening_of(event, links) for event in links}
    return told | {first: first for first in told.values()}


def _by_page(records: Iterable[P]) -> defaultdict[str, list[P]]:
    found: defaultdict[str, list[P]] = defaultdict(list)
    for record in records:
        found[record.page_id].append(record)
    return found


def _residents(folder: Path) -> str:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return str(manifest["config"]["privacy"]["residents"])
    except (OSError, ValueError, KeyError, TypeError):
        return "keep"
