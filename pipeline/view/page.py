"""What the template of a newspaper page is filled with."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.records import Event
from pipeline.view.article import Note, article_views
from pipeline.view.load import PageRecords, Run
from pipeline.view.names import ARGUMENTS, EVENTS, RELATIONS, TYPES, odd
from pipeline.view.printed import printed_lines
from pipeline.view.retold import Retold


def page_context(run: Run, records: PageRecords, retold: Retold, file: str, around: list[str]) -> dict[str, Any]:
    """The page, its articles with their notes, the names on it, its printed lines, the pages before and after it."""
    views = article_views(records)
    names = Counter(m.entity_id for m in records.mentions if m.entity_id in run.entities)
    here = around.index(file)
    return {
        "page": records.page,
        "views": [(view, [_note(run, retold, note) for note in view.notes]) for view in views],
        "names": [
            (kind, [(run.entities[e], n) for e, n in sorted(names.items(), key=lambda x: (-x[1], x[0] or ""))
                    if e and run.entities[e].type == kind])
            for kind in TYPES
        ],
        "lines": printed_lines(records.page, run.folder) if run.printed else [],
        "before": around[here - 1] if here else None,
        "after": around[here + 1] if here + 1 < len(around) else None,
        "counts": (len(records.articles), len(records.relations), len(records.events)),
    }  # fmt: skip


def _note(run: Run, retold: Retold, note: Note) -> dict[str, Any]:
    record = note.record
    shared = {"number": note.number, "anchor": note.anchor, "record": record, "event": note.is_event}
    if isinstance(record, Event):
        arguments = [(ARGUMENTS[a.role], a.entity_id, _name(run, a.entity_id)) for a in record.arguments]
        more = [x for x in (record.time, record.count, record.amount) if x]
        marks = odd(record.polarity, record.modality)
        also, others = retold.also(record)
        told = {"also": also, "others": others, "reasons": record.same_reasons}
        return shared | told | {"label": EVENTS[record.type], "arguments": arguments, "facts": more, "odd": marks}
    ends = [(end, _name(run, end)) for end in (record.head, record.tail)]
    marks = odd(record.status, record.polarity, record.modality)
    return shared | {"label": RELATIONS[record.type], "ends": ends, "odd": marks}


def _name(run: Run, entity_id: str) -> str:
    entity = run.entities.get(entity_id)
    return entity.name if entity else entity_id
