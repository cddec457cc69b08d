"""Runs in which several papers tell of one happening."""

from __future__ import annotations

from pathlib import Path

from pipeline.recordfiles import RecordWriter
from pipeline.records import Article, Entity, Event, Mention, Page, Sentence

THINGS = (("org:1", "organisation", "浚县民政局"), ("org:2", "organisation", "浚县红十字会"), ("org:3", "organisation", "浚县团县委"),
          ("cam:1", "campaign", "暖冬行动"))  # fmt: skip
PAPERS = ("daily", "evening", "weekly")
REASONS = ("+2 same day or days", "+2 same agent", "+1 same words for what was done")
ALL = [("agent", "org:1"), ("participant", "org:2"), ("campaign", "cam:1")]


def report(page: str, number: int, arguments: list[tuple[str, str]], **more: object) -> Event:
    article = f"{page}-a01"
    fields = {
        "event_id": f"{article}-s001-e{number:02d}", "type": "service", "trigger": {"text": "慰问", "start": 0, "end": 2},
        "page_id": page, "article_id": article, "sentence_id": f"{article}-s001", "time": "2024-12-20", "rule": "called",
        "quote": f"{page}：慰问困难群众。", "arguments": [{"role": role, "entity_id": name} for role, name in arguments],
    }  # fmt: skip
    return Event.model_validate(fields | more)


def again(page: str, number: int, arguments: list[tuple[str, str]], of: Event, **more: object) -> Event:
    return report(page, number, arguments, same_as=of.event_id, same_reasons=REASONS, **more)


def write(folder: Path, events: list[Event]) -> Path:
    places = [(page, f"{page}-a01", f"{page}-a01-s001") for page in PAPERS]
    with RecordWriter(folder) as writer:
        writer.write(
            "pages", [Page(page_id=p, path=f"{p}.txt", sha256="", encoding="utf-8", date="2024-12") for p in PAPERS]
        )
        writer.write(
            "articles", [Article(article_id=a, page_id=p, headline=p, text="", spans=()) for p, a, _ in places]
        )
        writer.write(
            "sentences",
            [Sentence(sentence_id=s, article_id=a, page_id=p, text="慰问", start=0, end=2) for p, a, s in places],
        )
        writer.write("entities", [Entity(entity_id=e, type=kind, name=name) for e, kind, name in THINGS])
        writer.write(
            "mentions",
            [Mention(mention_id=f"daily-a01-s001-m{n:02d}", page_id="daily", article_id="daily-a01", sentence_id="daily-a01-s001",
                     type=kind, text=name, start=n, end=n + 1, entity_id=e, sent_start=n, sent_end=n + 1, found_by="test")
             for n, (e, kind, name) in enumerate(THINGS)],
        )  # fmt: skip
        writer.write("relations", [])
        writer.write("events", sorted(events, key=lambda e: e.event_id))
    return folder
