"""A run that is wrong in known ways: gold pages as records, with every n-th thing dropped, shifted or mistyped."""

from __future__ import annotations

from pathlib import Path

from pipeline.recordfiles import RecordWriter
from pipeline.records import Argument, Event, Relation, Trigger
from tests.oracle import GoldPage, gold_pages

PAGES = ("000_d444ecd725123807", "001_e7a5f8d660e5cdf3", "003_b611260ab2cebaa9")


def write_imperfect(folder: Path) -> None:
    with RecordWriter(folder) as writer:
        for gold in (page for page in gold_pages() if page.page.page_id in PAGES):
            _write(gold, writer)


def _write(gold: GoldPage, writer: RecordWriter) -> None:
    writer.write("pages", [gold.page])
    for i, article in enumerate(gold.articles):
        change: dict[str, object] = {}
        if i % 3 == 1:
            change = {
                "headline": (article.kicker or "") + (article.headline or ""),
                "kicker": None,
                "spans": article.spans[:1],
            }
        if i % 3 == 2:
            change = {"reporters": (), "kicker": article.headline, "headline": article.kicker}
        if i % 7 != 6:
            writer.write("articles", [article.model_copy(update=change)])
    prefix = gold.page.page_id + ":"
    writer.write("entities", [e.model_copy(update={"entity_id": prefix + e.entity_id}) for e in gold.entities])
    for i, mention in enumerate(gold.mentions):
        other = gold.mentions[i - 1].entity_id if i % 11 == 3 else mention.entity_id
        change = {"entity_id": None if i % 13 == 5 else f"{prefix}{other}"}
        if i % 9 == 4:
            change["type"] = "organisation"
        if i % 10 == 7:
            change["end"] = mention.end + 1
        if i % 8 != 2:
            writer.write("mentions", [mention.model_copy(update=change)])
    known = {e.entity_id for e in gold.entities}
    for i, (kind, head, tail, role) in enumerate(gold.relations):
        if i % 6 != 5 and {head, tail} <= known:
            head, tail = (tail, head) if i % 5 == 2 else (head, tail)
            writer.write(
                "relations",
                [_relation(gold, i, kind, prefix + head, prefix + tail, f"{role}长" if i % 4 == 0 else role)],
            )
    for i, event in enumerate(gold.events):
        if i % 7 != 3:
            writer.write("events", [_event(gold, i, event, prefix)])


def _relation(gold: GoldPage, number: int, kind: str, head: str, tail: str, role: str | None) -> Relation:
    return Relation.model_validate(
        {"relation_id": f"r{number}", "type": kind, "head": head, "tail": tail, "role": role, "page_id": gold.page.page_id,
         "article_id": "", "sentence_id": "", "start": 0, "end": 1, "rule": "test"}
    )  # fmt: skip


def _event(gold: GoldPage, number: int, event: dict, prefix: str) -> Event:
    squeezed = gold.page.clean
    quote = str(event["at"]).replace(" ", "")
    at = squeezed.text.find(quote) + quote.find(str(event["trigger"])) + (number % 3) * 12
    start, end = squeezed.raw_span(at, at + 2)
    arguments = [
        Argument(role=role, entity_id=prefix + entity)
        for role in ("agent", "participant", "target", "place", "campaign")
        for j, entity in enumerate(event.get(role) or [])
        if (number + j) % 4 != 1
    ]
    return Event(
        event_id=f"e{number}", type="meeting" if number % 9 == 4 else event["type"], page_id=gold.page.page_id, article_id="",
        sentence_id="", trigger=Trigger(text=squeezed.text[at : at + 2], start=start, end=end), rule="test",
        time="2024" if number % 5 == 1 else event.get("time"), arguments=tuple(arguments),
    )  # fmt: skip
