"""Writes a run's events as PLOVER-style JSON Lines, one event a line, and lists what could not be written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.plover.dates import when
from pipeline.plover.mapping import Mapping
from pipeline.plover.table import load_mapping
from pipeline.recordfiles import read_records
from pipeline.records import Article, Entity, Event, Page, Relation

BEHIND = 12


def write_plover(records: Path, folder: Path, mapping: Mapping | None = None) -> None:
    """Write `events.plover.jsonl` and `left_out.jsonl` for the run in `records`.

    Every event keeps our own type as `domain_type`; `event`, `mode` and `context` follow the mapping table, whose version is in
    `cite_info`. Actors and recipients stay lists; in a meeting everybody is an actor. What has no date at all, and no issue
    date, cannot be a PLOVER record and is left out.
    """
    table = mapping or load_mapping()
    pages = {p.page_id: p for p in read_records(records, "pages", Page)}
    articles = {a.article_id: a for a in read_records(records, "articles", Article)}
    entities = {e.entity_id: e for e in read_records(records, "entities", Entity)}
    offices: dict[str, tuple[str, str]] = {}
    for r in read_records(records, "relations", Relation):
        if r.type == "holds_position" and r.polarity == "positive":
            offices.setdefault(r.head, (r.role or "", r.tail))
    maker = _Maker(table, entities, offices)
    kept, left = [], []
    for event in read_records(records, "events", Event):
        page = pages.get(event.page_id)
        day = when(event.time, page)
        if day is None:
            left.append(
                {"id": event.event_id, "reason": f"no date: {event.time or 'none printed, issue date unknown'}"}
            )
        else:
            kept.append(maker.record(event, day, page, articles.get(event.article_id)))
    _write(folder / "events.plover.jsonl", kept)
    _write(folder / "left_out.jsonl", left)


class _Maker:
    """The table with the entities and offices of one run; makes one event's record."""

    def __init__(self, table: Mapping, entities: dict[str, Entity], offices: dict[str, tuple[str, str]]) -> None:
        self.table, self.entities, self.offices = table, entities, offices

    def record(self, event: Event, day: dict[str, str], page: Page | None, article: Article | None) -> dict[str, Any]:
        at = event.quote.find(event.trigger.text)
        words = event.quote[at : at + len(event.trigger.text) + BEHIND] if at >= 0 else event.trigger.text
        row = self.table.event(event.type, words)
        roles: dict[str, list[str]] = {}
        for a in event.arguments:
            roles.setdefault(a.role, []).append(a.entity_id)
        actor, recipient = roles.get("agent", []), roles.get("target", []) + roles.get("participant", [])
        if row and row.reciprocal:
            actor, recipient = actor + recipient, []
        people = [self.entity(i) for i in recipient if self.is_actor(i)]
        if row and not people and row.event in self.table.unnamed_recipient:
            people = [
                {"code": self.table.country, "sector": [self.table.unnamed_recipient[row.event]], "entity_text": ""}
            ]
        modes = [row.mode] if row and row.mode else []
        modes += ["future"] * (event.modality == "planned") + ["negation"] * (event.polarity == "negative")
        out: dict[str, Any] = {
            "id": event.event_id, **day, "has_event": row is not None, "event": [row.event] if row else [], "mode": modes,
            "context": self.contexts(roles.get("campaign", [])), "domain_type": event.type,
            "actor": [self.entity(i) for i in actor if self.is_actor(i)], "recipient": people,
            "about": [self.entities[i].name for i in recipient if i in self.entities and not self.is_actor(i)],
            "campaign": [{"id": i, "name": self.entities[i].name} for i in roles.get("campaign", []) if i in self.entities],
            "event_loc": [self.place(i) for i in roles.get("place", []) if i in self.entities], "event_text": event.trigger.text,
            "size": {key: value for key, value in (("count", event.count), ("amount", event.amount)) if value},
            "link": event.same_as, "text": event.quote,
            "text_info": {"article": event.article_id, "sentence": event.sentence_id, "start": event.trigger.start, "end": event.trigger.end},
            "cite_info": {
                "corpus": event.page_id, "title": article.headline if article else None, "language": "zh",
                "publication": page.newspaper if page else None, "publication_date": page.date if page else None,
                "coder": "wangge", "codebook": self.table.codebook, "version": self.table.version,
            },
            "coder": event.rule, "confidence": event.confidence,
        }  # fmt: skip
        if self.table.quad_code and row:
            out["quad_code"] = self.table.quad.get(row.event)
        return out

    def is_actor(self, entity_id: str) -> bool:
        """Places and documents act on nobody and suffer nothing."""
        return entity_id in self.entities and self.entities[entity_id].type in ("person", "organisation", "district")

    def entity(self, entity_id: str) -> dict[str, Any]:
        entity = self.entities[entity_id]
        office, body = self.offices.get(entity_id, ("", "")) if entity.type == "person" else ("", "")
        # an official acts as what the office is of, a resident as a resident
        of = self.entities.get(body, entity)
        out: dict[str, Any] = {
            "code": self.table.country,
            "sector": [s for s in (self.table.sector(of),) if s],
            "entity_text": entity.name,
            "identifier_text": entity_id,
        }
        if office:
            out["office"] = office
        return out

    def contexts(self, campaigns: list[str]) -> list[str]:
        found = [self.table.contexts.get(self.entities[i].kind or "", "") for i in campaigns if i in self.entities]
        return list(dict.fromkeys(c for c in found if c))

    def place(self, entity_id: str) -> dict[str, Any]:
        entity = self.entities[entity_id]
        return {
            "extracted_place": entity.name, "resolved_place": entity.name, "country_code": self.table.country, "code": entity.code,
            "level": entity.level, "identifier_text": entity_id,
        }  # fmt: skip


def _write(path: Path, lines: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(lines))


def _lines(lines: list[dict[str, Any]]) -> Iterator[str]:
    for line in lines:
        yield json.dumps(line, ensure_ascii=False) + "\n"
