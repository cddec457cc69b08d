"""What a run knows of each thing, gathered over all pages: namings, relations by kind, events, neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from pipeline.records import Entity, Event, Relation
from pipeline.view.addresses import anchor
from pipeline.view.load import PageRecords, Run
from pipeline.view.names import ARGUMENTS, EVENTS, RELATIONS, odd
from pipeline.view.timeline import Stroke, strokes

Row = list[Any]
OFFICES = ("holds_position", "affiliated_with")
CAMPAIGN = ("organises", "participates_in", "held_in")


class Things:
    """Rows for the page of each thing; `[file, anchor, date]` at a row's head says where it was printed."""

    def __init__(self, run: Run, files: dict[str, str]) -> None:
        self.entities, self.files = run.entities, files
        self.mentions: defaultdict[str, list[Row]] = defaultdict(list)
        self.articles: defaultdict[str, set[str]] = defaultdict(set)
        self.dates: defaultdict[str, list[str]] = defaultdict(list)
        self.offices: defaultdict[str, list[Row]] = defaultdict(list)
        self.campaigns: defaultdict[str, list[Row]] = defaultdict(list)
        self.others: defaultdict[str, list[Row]] = defaultdict(list)
        self.events: defaultdict[str, list[Row]] = defaultdict(list)
        self.near: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._happenings, self._met = run.happenings, set[tuple[str, str, str]]()
        self.strokes: defaultdict[str, list[Stroke]] = defaultdict(list)
        for page in run.pages:
            self._add_page(page)

    def named(self, entity_id: str) -> list[str]:
        """Id and name, as rows carry a thing."""
        entity = self.entities.get(entity_id)
        return [entity_id, entity.name if entity else entity_id]

    def card(self, entity: Entity) -> dict[str, Any]:
        """The facts at the head of a thing's page."""
        area = entity.parent or entity.district
        return {
            "id": entity.entity_id, "type": entity.type, "name": entity.name, "aliases": list(entity.aliases),
            "kind": entity.level or entity.kind, "code": entity.code, "area": self.named(area) if area else None,
            "decided": entity.decided_by, "articles": len(self.articles[entity.entity_id]),
            "dates": span(self.dates[entity.entity_id]),
        }  # fmt: skip

    def neighbours(self, entity_id: str) -> list[Row]:
        """Other things with what binds them and how often, most often first."""
        ways: defaultdict[str, list[list[Any]]] = defaultdict(list)
        for (other, way), times in sorted(self.near[entity_id].items()):
            ways[other].append([way, times])
        rows = [[*self.named(other), sum(t for _, t in bound), bound] for other, bound in ways.items()]
        return sorted(rows, key=lambda row: (-row[2], row[0]))

    def _add_page(self, records: PageRecords) -> None:
        page, date = records.page, records.page.date
        lines = {s.sentence_id: s.text for s in records.sentences}
        for m in records.mentions:
            if m.entity_id in self.entities:
                row = [*self._where(page.page_id, m.mention_id, date), lines.get(m.sentence_id, m.text)]
                self.mentions[m.entity_id].append([*row, m.sent_start, m.sent_end])
                self.articles[m.entity_id].add(m.article_id)
                if date:
                    self.dates[m.entity_id].append(date)
        for relation in records.relations:
            self._add_relation(relation, date)
        for event in records.events:
            self._add_event(event, date)

    def _where(self, page: str, record: str, date: str | None) -> Row:
        return [self.files[page], anchor(record, page), date or ""]

    def _add_relation(self, r: Relation, date: str | None) -> None:
        where = self._where(r.page_id, r.relation_id, r.as_of or date)
        marks = [english for english, _ in odd(r.status, r.polarity, r.modality)]
        rows = self.offices if r.type in OFFICES else self.campaigns if r.type in CAMPAIGN else self.others
        for here, other, out in ((r.head, r.tail, 1), (r.tail, r.head, 0)):
            rows[here].append([*where, r.type, r.role or "", out, self.named(other), r.quote, marks])
            self.near[here][other, f"{RELATIONS[r.type][1]}{'→' if out else '←'}"] += 1
        for campaign in sorted({x for x in (r.head, r.tail) if x.startswith("cam:")}):
            other = r.tail if campaign == r.head else r.head
            self.strokes[campaign] += strokes(self.entities, [other], r.type, where, r.quote)

    def _add_event(self, e: Event, date: str | None) -> None:
        where = self._where(e.page_id, e.event_id, e.time or date)
        marks = [english for english, _ in odd(e.polarity, e.modality)]
        ids = list(dict.fromkeys(a.entity_id for a in e.arguments))
        for here in ids:
            roles = [ARGUMENTS[a.role][0] for a in e.arguments if a.entity_id == here]
            self.events[here].append([*where, e.type, ", ".join(roles), e.trigger.text, e.quote, marks])
            for other in ids:
                if other != here and self._meet(e, here, other):
                    self.near[here][other, EVENTS[e.type][1]] += 1
            if here.startswith("cam:"):
                self.strokes[here] += strokes(self.entities, [i for i in ids if i != here], "event", where, e.quote)

    def _meet(self, e: Event, here: str, other: str) -> bool:
        """Whether these two are not yet known to stand in what an event tells of: several reports of it count once."""
        told = self._happenings.get(e.event_id)
        if told is None:
            return True
        known = (told, here, other) in self._met
        self._met.add((told, here, other))
        return not known


def span(dates: list[str]) -> list[str]:
    """First and last of some dates.

    >>> span(["2024-10", "2024-08"]), span([])
    (['2024-08', '2024-10'], [])
    """
    return [min(dates), max(dates)] if dates else []
