"""Who acts, clause by clause: state that lives inside one article and is read by rules with `given`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.records import Mention
from pipeline.relations.drafts import mentions_of
from pipeline.rules import Encoded, Rule, find_matches


@dataclass(frozen=True)
class Act:
    """Somebody who acts from here on; an empty `units` is a crowd, whose doings are not the topic's."""

    start: int
    units: tuple[Mention, ...]


@dataclass
class Discourse:
    """The thread of an article: its topic (headline unit), who acted last, and the campaign being told of."""

    subjects: Sequence[Rule]
    crowds: Sequence[Rule]
    activities: Sequence[Rule]
    quotes: Sequence[Rule] = ()
    topic: tuple[Mention, ...] = ()
    last: tuple[Mention, ...] = ()
    activity: tuple[Mention, ...] = ()
    quoted: tuple[Mention, ...] = ()
    acts: list[Act] = field(default_factory=list)
    said: bool = False

    def open(self, texts: Sequence[Encoded]) -> None:
        """Begin an article: the unit of its kicker or headline is the topic, or else the first body that acts in it."""
        self.topic = self.last = self.activity = self.quoted = ()
        order = {"kicker": 0, "headline": 1, "body": 2}
        for text in sorted((t for t in texts if t.sentence.role in order), key=lambda t: order[t.sentence.role]):
            self.acts = self._read(text)
            units = next((a.units for a in self.acts if a.units), ())
            if units:
                self.topic = units[:1] if text.sentence.role == "body" else units
                break
        self.last = self.topic

    def known(self) -> tuple[Mention, ...]:
        """Who acts and what the article is about, nearest first."""
        return (*self.last, *self.topic)

    def read(self, text: Encoded) -> None:
        """Take in the next sentence."""
        self.acts = self._read(text)
        found = [m for match in find_matches(self.activities, text) for m in mentions_of(match.slots["unit"])]
        if found:
            self.activity = tuple(found)

        self.said = text.code.startswith("“")
        told = [m for match in find_matches(self.quotes, text) for m in mentions_of(match.slots["unit"])]
        if told:
            self.quoted = tuple(told)

    def close(self) -> None:
        """Leave a sentence: who acted in it is who acts next, if nobody else is named."""
        units = [a.units for a in self.acts if a.units]
        if units:
            self.last = units[-1]
        if not self.said:  # a quotation of several sentences ends with its speaker
            self.quoted = ()

    def subject(self, at: int) -> tuple[Mention, ...]:
        """Who acts at an offset of the sentence: named last before it, named first after it, or carried over."""
        before = [a for a in self.acts if a.start <= at]
        if before:
            return before[-1].units
        return next((a.units for a in self.acts if a.start > at and a.units), self.last)

    def _read(self, text: Encoded) -> list[Act]:
        acts = {m.slots["unit"][0].start: mentions_of(m.slots["unit"]) for m in find_matches(self.subjects, text)}
        for match in find_matches(self.crowds, text):
            word = match.slots["unit"][0]
            meant = [u for u in (*self.last, *self.topic) if agrees(u, word.text)][:1]
            if word.text in ("他们", "我们", "我", "他", "她"):
                meant = next((units for start, units in sorted(acts.items()) if start < word.start and units), [])
            acts.setdefault(word.start, meant)
        return [Act(start, tuple(units)) for start, units in sorted(acts.items())]


def agrees(unit: Mention, word: str) -> bool:
    """Whether a bare word can stand for a body or area: 社区 for 花园社区, 该行 for 安民银行 or 工行新安支行.

    >>> from pipeline.rules.notation import read_marked
    >>> unit = read_marked("[花园社区|DIS]").mentions[0]
    >>> agrees(unit, "社区"), agrees(unit, "街道")
    (True, False)
    """
    bare = re.sub("^该|(?:工作人员|负责人)$", "", word)
    name = re.sub("(?<=街道)办事处$|(?<=街道)办$", "", unit.text)
    return name.endswith(bare) and bool(bare)
