"""What is kept of an event while reports are compared: little enough for a hundred thousand articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.events.corpus.times import Days, read_days
from pipeline.records import Entity, Event

WIDE = frozenset({"country", "province"})  # shared by everybody
AREA = frozenset({"city", "county", "functional", "street"})  # many things happen there on one day
KEPT = 240  # characters of a sentence
NOT_WORDS = re.compile(r"[^一-龥A-Za-z0-9]")
DATES = re.compile(
    r"(?:本报讯|记者[一-龥]{2,4}报道|\d{2,4}年)|\d{1,2}月\d{1,2}日(?:[上下]午|晚)?|(?:当|今|昨)[日天](?:[上下]午)?"
)
LIGHT = re.compile(
    r".*(?:召开|举行|举办|开展|组织|进行|启动|参加|开设|主持|前往|深入|走进|[到在对为向与和了的]|[，。；：、！？“”《》（）,;:!?\s])"
)
STOP = re.compile(r"[，。；：、！？“”《》（）,;:!?\s].*")
GENERIC = re.compile(
    r"工作|活动|专题|主题|全[市区县镇]|大型|系列|现场|集中|[0-9一二三四五六七八九十]+[余多]?[人名位家次个份场期]?"
)


@dataclass(slots=True)
class Areas:
    """What must be known of entities: their level, the area each of them lies in, and their name."""

    levels: dict[str, str] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Areas:
        """Levels, areas and names of a run's entities."""
        out = cls()
        for e in entities:
            out.names[e.entity_id] = e.name
            if e.level:
                out.levels[e.entity_id] = e.level
            if area := e.parent or e.district:
                out.above[e.entity_id] = area
        return out

    def lies_in(self, one: str, other: str) -> bool:
        """Whether one thing is the other or lies, at whatever depth, in it."""
        for _ in range(8):  # levels are seven; a ring in a user's table ends here
            if one == other:
                return True
            if one not in self.above:
                return False
            one = self.above[one]
        return False

    def related(self, one: str, other: str) -> bool:
        """Whether one lies in the other: a street and its office, a town and its county."""
        return self.lies_in(one, other) or self.lies_in(other, one)


@dataclass(slots=True)
class Row:
    """One report of a dated happening."""

    event_id: str
    article_id: str
    order: tuple[str, str, int, str]
    type: str
    stance: tuple[str, str]
    days: Days
    roles: dict[str, frozenset[str]]
    trigger: str
    rule: str
    topic: str
    words: str
    count: str | None
    amount: str | None
    same_as: str | None
    reasons: tuple[str, ...]

    def everything(self) -> frozenset[str]:
        """Ids of all arguments."""
        return frozenset().union(*self.roles.values())


def read_row(event: Event, issue: str | None, areas: Areas) -> Row | None:
    """The row of an event; None where it is dated too vaguely or names nobody and nothing."""
    days = read_days(event.time)
    if days is None or not event.arguments:
        return None
    roles: dict[str, set[str]] = {}
    for a in event.arguments:
        roles.setdefault(a.role, set()).add(a.entity_id)
    return Row(
        event.event_id, event.article_id, (issue or "9999", event.page_id, event.trigger.start, event.event_id), event.type,
        (event.polarity, event.modality), days, {role: frozenset(ids) for role, ids in roles.items()}, GENERIC.sub("", event.trigger.text) or event.trigger.text,
        event.rule, topic_of(event, areas), words_of(event), event.count, event.amount,
        event.same_as, event.same_reasons,
    )  # fmt: skip


def keys_of(row: Row, areas: Areas) -> list[str]:
    """What two reports of one happening have in common: type, month and a thing named.

    >>> row = read_row(Event.model_validate(dict(event_id="e", type="meeting", trigger=dict(text="会", start=0, end=1), page_id="p",
    ...     article_id="a", sentence_id="s", time="2024-08-02", arguments=[dict(role="agent", entity_id="org:1")], rule="r")), None, Areas())
    >>> keys_of(row, Areas())
    ['meeting 2024-08 org:1']
    """
    things = sorted(i for i in row.everything() if areas.levels.get(i) not in WIDE)
    return [f"{row.type} {month} {thing}" for month in row.days.months() for thing in things]


def words_of(event: Event) -> str:
    """The words of the sentence (of a statement: what was said) without marks and dates."""
    text = (event.content.text if event.content else "") if event.type == "statement" else event.quote
    return NOT_WORDS.sub("", DATES.sub("", text))[:KEPT]


def topic_of(event: Event, areas: Areas) -> str:
    """The words beside the trigger that say what it is about, a bar between what stands before and behind.

    Before it, they count only behind a verb that governs it (召开养老服务推进会); names of the arguments are left out.
    """
    quote, trigger = event.quote, event.trigger.text
    at = quote.find(trigger)
    if at < 0:
        return ""
    before, governed = LIGHT.subn("", quote[max(0, at - 14) : at], count=1)
    behind = STOP.sub("", quote[at + len(trigger) :][:10])
    topic = f"{before if governed else ''}|{behind}"
    for name in (areas.names.get(a.entity_id, "") for a in event.arguments):
        topic = _without(topic, name)
    return GENERIC.sub("", topic)


def _without(text: str, name: str) -> str:
    """A text without a name or the end of it: 市民政局 of 鹤壁市民政局."""
    for start in range(max(1, len(name) - 2)):
        if name and name[start:] in text:
            return text.replace(name[start:], "")
    return text
