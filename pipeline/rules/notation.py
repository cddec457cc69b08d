"""One-line marked-up sentences, the form in which every rule carries its examples and near misses.

`[刘宁|PER]任[市财政局|ORG]局长。` marks mentions; `[浚县黎阳街道党工委|ORG=o1]` also gives the entity a name of its own,
so that two mentions can be one entity. A mark that cannot be read is an error, never plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.ids import PREFIX, part_id
from pipeline.mapped import MappedText
from pipeline.records import Entity, EntityType, Mention, Role, Sentence

TYPES: dict[str, EntityType] = {
    "PER": "person", "ORG": "organisation", "DIS": "district", "CAM": "campaign", "LOC": "place", "POL": "policy",
}  # fmt: skip
MARK = re.compile(r"\[(?P<text>[^\[\]|]+)\|(?P<type>[A-Z]{3})(?P<anaphor>\*)?(?:=(?P<id>[^\[\]|]+))?\]")


@dataclass(frozen=True)
class Marked:
    """A marked-up sentence, taken apart."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def read_marked(line: str, *, page: str = "case", number: int = 1, role: Role = "body") -> Marked:
    """Read one marked-up sentence.

    >>> case = read_marked("[刘宁|PER]任[市财政局|ORG]局长。")
    >>> case.sentence.text, [(m.text, m.type, m.sent_start) for m in case.mentions]
    ('刘宁任市财政局局长。', [('刘宁', 'person', 0), ('市财政局', 'organisation', 3)])

    A type followed by `*` marks an anaphor: `[该中心|ORG*=o1]`. Raises ValueError for a bad mark, naming it.
    """
    text, found, at = "", [], 0
    for mark in MARK.finditer(line):
        text += _plain(line[at : mark.start()], line)
        if mark["type"] not in TYPES:
            raise ValueError(f"no such type {mark['type']!r} in {line!r}; known: {', '.join(TYPES)}")
        found.append((len(text), mark))
        text += mark["text"]
        at = mark.end()
    text += _plain(line[at:], line)
    article = f"{page}-a01"
    sentence_id = f"{article}-s{number:03d}"
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for order, (start, mark) in enumerate(found, 1):
        kind = TYPES[mark["type"]]
        entity_id = f"{PREFIX[kind]}:{mark['id'] or mark['text']}"
        entities.setdefault(entity_id, Entity(entity_id=entity_id, type=kind, name=mark["text"]))
        mentions.append(
            Mention(
                mention_id=part_id(sentence_id, "m", order), page_id=page, article_id=article, sentence_id=sentence_id,
                type=kind, text=mark["text"], start=start, end=start + len(mark["text"]), entity_id=entity_id,
                sent_start=start, sent_end=start + len(mark["text"]), found_by="mark", anaphor=bool(mark["anaphor"]),
            )
        )  # fmt: skip
    sentence = Sentence(
        sentence_id=sentence_id, article_id=article, page_id=page, role=role, text=text, start=0, end=len(text),
        clean=MappedText.of(text),
    )  # fmt: skip
    return Marked(sentence, tuple(mentions), tuple(entities.values()))


def _plain(text: str, line: str) -> str:
    if "[" in text or "]" in text or "|" in text:
        raise ValueError(f"cannot read the mark near {text!r} in {line!r}: write [name|TYPE]")
    return text
