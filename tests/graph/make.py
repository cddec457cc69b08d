"""Small runs made by hand, with any names one likes."""

from __future__ import annotations

from pathlib import Path

from pipeline.recordfiles import RecordWriter
from pipeline.records import Argument, Article, Entity, Event, Mention, Page, Relation, Sentence, Trigger


def write_run(folder: Path, names: list[str], *, relations: list[Relation] | None = None, page_id: str = "p1") -> Path:
    """A run over one page: a person, then organisations of the given names, an article, a relation to each, an event."""
    article, sentence = f"{page_id}-a01", f"{page_id}-a01-s001"
    person = Entity(entity_id="per:1", type="person", name="王芳", aliases=("王主任",))
    others = [
        Entity(entity_id=f"org:{i}", type="organisation", name=name, kind="government") for i, name in enumerate(names)
    ]
    found = [
        Mention(
            mention_id=f"{sentence}-m{i:02d}", page_id=page_id, article_id=article, sentence_id=sentence, type=e.type,
            text=e.name, start=i, end=i + 1, entity_id=e.entity_id, sent_start=i, sent_end=i + 1, found_by="test",
        )
        for i, e in enumerate([person, *others])
    ]  # fmt: skip
    own = [
        relation(
            f"{article}-r{i:02d}", "holds_position", "per:1", e.entity_id, quote=e.name, page_id=page_id, role="主任"
        )
        for i, e in enumerate(others)
    ]
    event = Event(
        event_id=f"{article}-e01", type="meeting", trigger=Trigger(text="召开", start=0, end=2), page_id=page_id,
        article_id=article, sentence_id=sentence, time="2024-08-02", count="20余人", quote="".join(names)[:200], rule="test",
        arguments=tuple(Argument(role="agent", entity_id=e.entity_id) for e in others[:3]),
    )  # fmt: skip
    with RecordWriter(folder) as writer:
        writer.write("pages", [Page(page_id=page_id, path="p1.txt", sha256="", encoding="utf-8", date="2024-08")])
        writer.write(
            "articles",
            [Article(article_id=article, page_id=page_id, headline=names[0] if names else None, text="", spans=())],
        )
        writer.write(
            "sentences",
            [
                Sentence(
                    sentence_id=sentence, article_id=article, page_id=page_id, text="，".join(names), start=0, end=9
                )
            ],
        )
        writer.write("entities", [person, *others])
        writer.write("mentions", found)
        writer.write("relations", own + (relations or []))
        writer.write("events", [event])
    return folder


def relation(name: str, kind: str, head: str, tail: str, **more: object) -> Relation:
    fields = {
        "page_id": "p1",
        "article_id": "p1-a01",
        "sentence_id": "p1-a01-s001",
        "start": 0,
        "end": 3,
        "rule": "test",
    }
    return Relation.model_validate({**fields, "relation_id": name, "type": kind, "head": head, "tail": tail, **more})
