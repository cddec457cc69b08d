"""Who acts, clause by clause: state that lives inside one article and is read by rules with `given`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.records import Mention
from pipeline.relations.book import HELPERS
from pipeline.relations.drafts import mentions_of
from pipeline.rules import Encoded, Match, RuleBook

# What a bare word stands for when the name does not end in it: 学校 for 第九中学.
KINDS = (
    (("学校", "校"), re.compile("(?:[小中大]学|学[校院]|幼儿园|[一二三四五六七八九十]中|职高|校区)$")),
    (("医院", "院"), re.compile("(?:卫生院|保健院|医院|院区|分院)$")),
    (("公司", "企业", "集团"), re.compile("(?:公司|集团|厂|企业|物业)$")),
    (("银行", "行"), re.compile("[分支银]行$")),
    (("法院", "检察院"), re.compile("法[院庭]$")),
)
# Whose people are called so: a 民警 belongs to a police station, a 家长 to a school.
STAFF = (
    (re.compile("法官|书记员|执行干警"), re.compile("法院$|法庭$")),
    (re.compile("检察官"), re.compile("检察院$")),
    (re.compile("[民辅交]警"), re.compile("派出所$|公安(?:分)?局$|公安局.*分局$|[大支中]队$|警务室$")),
    (re.compile("医|护|药师"), re.compile("医院$|卫生院$|保健院$|卫生服务[中站]心?$|卫生室$|院区$|诊所$")),
    (re.compile("教师|老师|学生|同学|家长|辅导员"), KINDS[0][1]),
    (re.compile("客户经理|大堂经理|理财经理|柜员"), re.compile("银?行$|信用社$|营业[部厅]$|支行$")),
    (re.compile("讲解员|馆员"), re.compile("馆$|纪念[馆园]$")),
    (re.compile("演员|乐手|编导"), re.compile("[剧乐艺歌舞曲]团$|剧院$|歌舞剧?团$|艺术[团院]$|剧社$|文工团$|戏曲社$")),
    (re.compile("消防员|指战员"), re.compile("消防.*[站队]$")),
)
AHEAD = 2  # sentences: a scene, a quotation, then 这是…的一幕


@dataclass(frozen=True)
class Act:
    """Somebody who acts from here on; an empty `units` is a crowd, whose doings are not the topic's."""

    start: int
    units: tuple[Mention, ...]


@dataclass
class Discourse:
    """The thread of an article: its topic (headline unit), who acted last, and the campaign being told of."""

    rules: RuleBook
    topic: tuple[Mention, ...] = ()
    last: tuple[Mention, ...] = ()
    activity: tuple[Mention, ...] = ()
    quoted: tuple[Mention, ...] = ()
    fresh: tuple[Mention, ...] = ()
    before: tuple[Mention, ...] = ()
    here: tuple[Mention, ...] = ()
    scene: tuple[Mention, ...] = ()
    unit: tuple[Mention, ...] = ()
    areas: tuple[Mention, ...] = ()
    nearby: tuple[Mention, ...] = ()
    named: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    coming: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    ahead: tuple[Mention, ...] = ()
    headed: tuple[Mention, ...] = ()  # the campaign of the headline
    acts: list[Act] = field(default_factory=list)
    found: dict[str, dict[str, list[Match]]] = field(default_factory=dict)
    said: bool = False

    def open(self, texts: Sequence[Encoded]) -> None:
        """Begin an article: the unit of its kicker or headline is the topic, or else the first body that acts in it."""
        self.topic = self.last = self.activity = self.quoted = self.fresh = self.scene = self.unit = self.before = (
            self.nearby
        ) = ()
        heads = (m for t in texts if t.sentence.role in ("kicker", "headline") for m in t.mentions if m.outermost)
        told = {m.entity_id for t in texts if t.sentence.role == "body" for m in t.mentions if m.type == "campaign"}
        campaigns = [m for m in heads if m.type == "campaign"]
        self.headed = tuple(m for m in campaigns if m.entity_id in told)[:1]  # a quoted word of a headline is no thread
        self._look_ahead([t for t in texts if t.sentence.role == "body"])
        order = {"kicker": 0, "headline": 1, "body": 2}
        for text in sorted((t for t in texts if t.sentence.role in order), key=lambda t: order[t.sentence.role]):
            self.acts = self._read(text)
            units = next((a.units for a in self.acts if a.units), ())
            if units:
                self.topic = units[:1] if text.sentence.role == "body" else units
                self.unit = units if text.sentence.role == "kicker" else ()
                break
        self.last = self.topic

    def known(self) -> tuple[Mention, ...]:
        """Who acts and what the article is about, nearest first."""
        return (*self.last, *self.topic)

    def read(self, text: Encoded) -> None:
        """Take in the next sentence."""
        self.acts = self._read(text)
        known = text.sentence.sentence_id in self.named
        found = self.named[text.sentence.sentence_id] if known else self._units("activity", text)
        self.fresh = found or self.before
        self.before = found
        self.activity = found or self.activity
        self.areas = tuple(m for m in text.mentions if m.type == "district" and not m.anaphor)
        self.here = self._units("scene", text)
        self.ahead = self.coming.get(text.sentence.sentence_id, ())
        self.said = text.code.startswith("“")
        told = self._units("quoted", text)
        if told:
            self.quoted = told

    def close(self) -> None:
        """Leave a sentence: who acted in it is who acts next, if nobody else is named."""
        units = [a.units for a in self.acts if a.units]
        if units:
            self.last = units[-1]
        self.scene = self.here or self.scene
        self.nearby = (*reversed(self.areas), *self.nearby)[:6]
        if not self.said:  # a quotation of several sentences ends with its speaker
            self.quoted = ()

    def subject(self, at: int) -> tuple[Mention, ...]:
        """Who acts at an offset of the sentence: named last before it, named first after it, or carried over."""
        before = [a for a in self.acts if a.start <= at]
        if before:
            return before[-1].units
        return next((a.units for a in self.acts if a.start > at and a.units), self.last)

    def lacks(self, given: str) -> bool:
        """Whether it has nothing to give to rules with this `given`: they need not be tried."""
        source = given.partition("=")[2]
        if source == "activity":
            return not self.told()
        return source in ("fresh", "scene", "unit", "quoted") and not getattr(self, source)

    def told(self) -> tuple[Mention, ...]:
        """The campaign being told of, or the one that the next sentences name: a scene often comes first."""
        return self.activity or self.ahead or self.headed

    def _look_ahead(self, body: Sequence[Encoded]) -> None:
        named = [self._units("activity", text) for text in body]
        self.named = {text.sentence.sentence_id: units for text, units in zip(body, named, strict=True)}
        self.coming = {
            text.sentence.sentence_id: next((u for u in named[n + 1 : n + 1 + AHEAD] if u), ())
            for n, text in enumerate(body)
        }

    def _units(self, kind: str, text: Encoded) -> tuple[Mention, ...]:
        return tuple(m for match in self._helped(text).get(kind, ()) for m in mentions_of(match.slots["unit"]))

    def _helped(self, text: Encoded) -> dict[str, list[Match]]:
        """What all helper rules find, by type; a sentence is read more than once."""
        key = text.sentence.sentence_id
        if key not in self.found:
            self.found[key] = {}
            for match in self.rules.finder(*HELPERS).find(text):
                self.found[key].setdefault(match.rule.type, []).append(match)
        return self.found[key]

    def _read(self, text: Encoded) -> list[Act]:
        found = self._helped(text)
        units = [m.slots["unit"] for m in found.get("subject", ())]
        words = [m.slots["unit"][0] for m in found.get("blocked", ())]
        acts = {spans[0].start: mentions_of(spans) for spans in units}
        for word in words:
            meant = [u for u in (*self.last, *self.topic) if agrees(u, word.text)][:1]
            if word.text in ("他们", "我们", "我", "他", "她"):
                meant = next((units for start, units in sorted(acts.items()) if start < word.start and units), [])
            acts.setdefault(word.start, meant)
        return [Act(start, tuple(units)) for start, units in sorted(acts.items())]


def staffed(unit: Mention, role: str) -> bool:
    """Whether a bare 医生, 民警 or 家长 can be one of a body's own people.

    >>> from pipeline.rules.notation import read_marked
    >>> unit = read_marked("[柳河派出所|ORG]").mentions[0]
    >>> staffed(unit, "值班民警"), staffed(unit, "家长")
    (True, False)
    """
    return unit.type == "organisation" and any(who.search(role) and head.search(unit.text) for who, head in STAFF)


def agrees(unit: Mention, word: str) -> bool:
    """Whether a bare word can stand for a body or area: 社区 for 花园社区, 该行 for 安民银行 or 工行新安支行.

    >>> from pipeline.rules.notation import read_marked
    >>> unit = read_marked("[花园社区|DIS]").mentions[0]
    >>> agrees(unit, "社区"), agrees(unit, "街道")
    (True, False)
    """
    bare = re.sub("^[该我]|(?:工作人员|负责人|里)$", "", word)
    name = re.sub("(?<=街道)办事处$|(?<=街道)办$", "", unit.text)
    return bool(bare) and (name.endswith(bare) or any(bare in words and head.search(name) for words, head in KINDS))
