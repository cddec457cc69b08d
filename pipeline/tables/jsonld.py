"""JSON-LD: things in the words of schema.org, statements as PROV entities derived from the printed article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.recordfiles import read_records
from pipeline.records import Article, Entity, Event, Page, Relation

CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "w": "urn:wangge:",
    "derived": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "head": {"@id": "rdf:subject", "@type": "@id"},
    "relation": {"@id": "rdf:predicate", "@type": "@vocab"},
    "tail": {"@id": "rdf:object", "@type": "@id"},
    "rule": "w:rule", "confidence": "w:confidence", "polarity": "w:polarity", "modality": "w:modality", "quote": "w:quote",
}  # fmt: skip
TYPES = {
    "person": "Person", "organisation": "Organization", "district": "AdministrativeArea", "campaign": "Event",
    "place": "Place", "policy": "CreativeWork",
}  # fmt: skip
ROLES = {
    "agent": "organizer",
    "participant": "attendee",
    "target": "about",
    "place": "location",
    "campaign": "superEvent",
}


def write_jsonld(records: Path, folder: Path) -> None:
    """Write `graph.jsonld`, one object of the graph a line."""
    with (folder / "graph.jsonld").open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + json.dumps(CONTEXT, ensure_ascii=False) + ',\n"@graph": [')
        for number, thing in enumerate(_things(records)):
            plain = {key: value for key, value in thing.items() if value not in (None, [], ())}
            file.write((",\n" if number else "\n") + json.dumps(plain, ensure_ascii=False))
        file.write("\n]}\n")


def _things(records: Path) -> Iterator[dict[str, Any]]:
    pages = {page.page_id: page for page in read_records(records, "pages", Page)}
    for article in read_records(records, "articles", Article):
        page = pages.get(article.page_id)
        yield {
            "@id": _id(article.article_id), "@type": "NewsArticle", "headline": article.headline, "author": list(article.reporters),
            "datePublished": page.date if page else None, "pagination": article.page_id,
            "isPartOf": {"@type": "Newspaper", "name": page.newspaper} if page and page.newspaper else None,
        }  # fmt: skip
    for entity in read_records(records, "entities", Entity):
        inside = entity.parent or entity.district
        where = {"district": "containedInPlace", "place": "containedInPlace"}.get(entity.type, "location")
        yield {
            "@id": _id(entity.entity_id), "@type": TYPES[entity.type], "name": entity.name, "alternateName": list(entity.aliases),
            "identifier": entity.code, "additionalType": entity.level or entity.kind,
            where: {"@id": _id(inside)} if inside else None,
        }  # fmt: skip
    for relation in read_records(records, "relations", Relation):
        yield {
            "@id": _id(relation.relation_id), "@type": ["rdf:Statement", "prov:Entity"], "head": _id(relation.head),
            "relation": f"w:{relation.type}", "tail": _id(relation.tail), "roleName": relation.role, "temporal": relation.as_of,
        } | _evidence(relation)  # fmt: skip
    for event in read_records(records, "events", Event):
        arguments: dict[str, list[dict[str, str]]] = {}
        for argument in event.arguments:
            arguments.setdefault(ROLES[argument.role], []).append({"@id": _id(argument.entity_id)})
        yield {
            "@id": _id(event.event_id), "@type": ["Event", "prov:Entity"], "name": event.trigger.text,
            "additionalType": f"w:{event.type}", "temporalCoverage": event.time,
        } | arguments | _evidence(event)  # fmt: skip


def _evidence(record: Relation | Event) -> dict[str, Any]:
    return {
        "derived": _id(record.article_id), "quote": record.quote, "rule": record.rule, "confidence": record.confidence,
        "polarity": record.polarity, "modality": record.modality,
    }  # fmt: skip


def _id(name: str) -> str:
    return f"w:{name}"
