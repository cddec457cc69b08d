"""The records that pass from room to room, in the order of the flow; nothing else crosses a door.

`start` and `end` are code points into the decoded page file as it was read, half-open. `sent_start` and `sent_end` are
code points into the clean text of the record's sentence. Fields marked `exclude=True` live in memory only: they are not
written, and a reader of the JSON Lines does not need them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.mapped import MappedText

Role = Literal["kicker", "headline", "byline", "body", "caption"]
EntityType = Literal["person", "organisation", "district", "campaign", "place", "policy"]
RelationType = Literal[
    "holds_position",
    "affiliated_with",
    "part_of",
    "located_in",
    "organises",
    "participates_in",
    "held_in",
    "cooperates_with",
]
EventType = Literal[
    "meeting", "training", "publicity", "inspection", "visit", "remediation",
    "service", "finance", "launch", "culture", "award", "statement",
]  # fmt: skip
ArgumentRole = Literal["agent", "participant", "target", "place", "campaign"]
Level = Literal["country", "province", "city", "county", "functional", "street", "community", "residential"]
OfficeLevel = Literal["country", "province", "city", "county", "town", "village"]


class Record(BaseModel):
    """What all records share: they never change, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Record):
    """An input file, decoded and repaired."""

    page_id: str
    path: str
    sha256: str
    encoding: str
    place: str | None = Field(None, description="prefecture-level city the paper speaks from, e.g. 鹤壁市")
    place_code: str | None = Field(None, description="its official code, six digits")
    place_from: str | None = Field(None, description="`pages.csv`, `vote` with its counts, or null")
    date: str | None = Field(None, description="date of issue, EDTF: 2024-08, 2024-08-02")
    date_from: str | None = None
    newspaper: str | None = None
    characters: int = Field(0, description="code points of the decoded file")
    raw: str = Field("", exclude=True, repr=False)
    clean: MappedText = Field(default_factory=MappedText.empty, exclude=True, repr=False)


class Region(Record):
    """A run of raw characters that belongs to an article, and what it is there."""

    start: int
    end: int
    role: Role


class Part(Record):
    """Clean text of one or more regions that read on: the body, a headline, one byline."""

    role: Role
    clean: MappedText


class Article(Record):
    """An article of a page: its own text, headline and people, wherever on the page they were printed."""

    article_id: str
    page_id: str
    headline: str | None = None
    kicker: str | None = None
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    text: str
    spans: tuple[Region, ...]
    continues: str | None = Field(None, description="article this one is continued by or continues (下转, 上接)")
    parts: tuple[Part, ...] = Field((), exclude=True, repr=False)


class Sentence(Record):
    """A sentence of an article's body, or a whole headline, kicker, caption or byline."""

    sentence_id: str
    article_id: str
    page_id: str
    role: Role = "body"
    text: str
    start: int
    end: int
    clean: MappedText = Field(default_factory=MappedText.empty, exclude=True, repr=False)


class Mention(Record):
    """One printed naming of an entity; nested ones too."""

    mention_id: str
    page_id: str
    article_id: str
    sentence_id: str
    type: EntityType
    text: str
    start: int
    end: int
    entity_id: str | None = None
    sent_start: int
    sent_end: int
    outermost: bool = True
    kind: str | None = Field(None, description="organisation or campaign kind, district level")
    found_by: str = Field(description="evidence that won: a rule's, list's or tagger's name")
    confidence: float = 1.0
    anaphor: bool = Field(False, description="该行: points at an entity without naming it; not in mentions.jsonl")


class Value(Record):
    """A date, a sum of money or a count, as printed and in normal form."""

    value_id: str
    page_id: str
    article_id: str
    sentence_id: str
    type: Literal["time", "money", "count"]
    text: str
    start: int
    end: int
    sent_start: int
    sent_end: int
    value: str | None = Field(None, description="EDTF date or interval; yuan; number")
    unit: str | None = Field(None, description="for counts: 人, 份, 次 …")
    approximate: bool = Field(False, description="余, 多, 约, 近")


class Entity(Record):
    """A resolved thing: in one page while pages are read, over the whole run once it is written."""

    entity_id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    level: Level | None = Field(None, description="districts")
    code: str | None = Field(None, description="districts: official 6, 9 or 12 digits, or null")
    parent: str | None = Field(None, description="districts: entity id of the area it lies in")
    kind: str | None = Field(None, description="organisations and campaigns")
    district: str | None = Field(None, description="organisations, places, people: entity id of their area")
    honorific: str | None = Field(None, description="people: 先生, 女士")
    resident: bool = Field(False, description="people: appears only as a resident or by surname and honorific")
    decided_by: str | None = Field(None, description="how name, code and identity were decided")
    label: str | None = Field(None, description="name with its area where several people bear it: 王伟（浚县）")


class Decision(Record):
    """Two ids weighed against each other: made one, or left two though something speaks for one."""

    left: str
    right: str
    name: str
    same: bool
    score: float
    reasons: tuple[str, ...] = ()
    by: str = Field(description="`evidence table`, or `hand` for a line of merges.tsv")


class Relation(Record):
    """One stated relation with its evidence."""

    relation_id: str
    type: RelationType
    head: str
    tail: str
    role: str | None = Field(None, description="the office or capacity, as printed")
    page_id: str
    article_id: str
    sentence_id: str
    start: int
    end: int
    quote: str = ""
    rule: str
    confidence: float = 1.0
    polarity: Literal["positive", "negative"] = "positive"
    modality: Literal["actual", "planned", "hearsay"] = "actual"
    status: Literal["current", "former", "acting", "elect", "appointed", "removed"] | None = None
    as_of: str | None = Field(None, description="EDTF date at which it is stated to hold")
    since: str | None = Field(None, description="offices: EDTF date from which, by appointment or election")
    until: str | None = Field(None, description="offices: EDTF date until which, by removal or resignation")
    role_norm: str | None = Field(None, description="offices: the posts without 副, 代, 原, 常务, joined by 、")
    role_rank: Literal["head", "deputy", "member"] | None = Field(None, description="offices: of the highest post")
    role_acting: bool = Field(False, description="offices: 代, 代理")
    role_deputy: bool = Field(False, description="offices: the highest post is a deputy's, 常务副局长")
    role_level: OfficeLevel | None = Field(None, description="offices: of the area whose own body it is, if told")


class Trigger(Record):
    """The words that tell of an event."""

    text: str
    start: int
    end: int


class Argument(Record):
    """Who or what takes part in an event, and as what."""

    role: ArgumentRole
    entity_id: str


class Event(Record):
    """One reported happening."""

    event_id: str
    type: EventType
    trigger: Trigger
    page_id: str
    article_id: str
    sentence_id: str
    time: str | None = Field(None, description="ISO 8601 or EDTF: 2024-07-31, 2024-10-15/2024-10-18, XXXX-07-31")
    count: str | None = None
    amount: str | None = None
    arguments: tuple[Argument, ...] = ()
    quote: str = ""
    rule: str
    confidence: float = 1.0
    polarity: Literal["positive", "negative"] = "positive"
    modality: Literal["actual", "planned", "hearsay"] = "actual"
    content: Trigger | None = Field(None, description="statements: what was said, as printed")
    content_more: tuple[Trigger, ...] = Field((), description="statements: its other pieces, in order of print")
    same_as: str | None = Field(None, description="event id of an earlier report of the same happening")
    same_reasons: tuple[str, ...] = Field((), description="what speaks for it, with its points")


class Dropped(Record):
    """Something that was left out, and why."""

    stage: str
    page_id: str
    start: int | None = None
    end: int | None = None
    text: str = ""
    reason: str
