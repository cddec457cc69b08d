"""How likely a name begins at a place in a sentence, by the words around it; shared by the finders of areas and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.mentions.pieces import Word
from pipeline.mentions.view import SentenceView

STOP = re.compile(r"[\s，。、；：！？“”‘’（）()《》〈〉【】\[\]—…,.;:!?\"'+*/=~～□■▲●◆|>＞<＜]")
BOUND = frozenset(re.findall(r"\S+", "p c u w d v f r TIME m vd ad xc PER q t"))
"""Tags of words behind which a name begins: prepositions, verbs, particles, time words …"""
INNER = {"p": 3.0, "c": 4.0, "u": 5.0, "w": 9.0, "r": 4.0, "TIME": 4.0, "d": 2.0, "ad": 2.0, "vd": 2.0, "PER": 0.5}
BEFORE = tuple(
    re.findall(
        r"\S+",
        "在 到 赴 于 为 对 和 与 及 由 将 从 向 往 至 让 把 被 给 经 是 的 了 以及 走进 深入 来到 前往 位于 地处 坐落 组织 联合 协同 会同 携手 邀请 "
        "带领 通过 看望 慰问 走访 调研 检查 巡查 视察 来自 辖区 走到 送到 进入 入驻 家住 住在 包括 涉及 覆盖 围绕 针对 服务 推进 指导 督导 依托 整治 "
        "现场 图为 以来 日前 近日 上午 下午 晚上 日 月 年 随后 记者 居民 村民 分别 共同",
    )
)
"""Ends of words that stand before a name, for text without a tagger."""
SURE = (
    "现场",
    "图为",
    "走进",
    "来到",
    "位于",
    "地处",
    "今年以来",
    "年初以来",
    "日前",
    "近日",
    "家住",
    "联合",
    "携手",
    "记者从",
    "记者在",
)
"""Words behind which a name begins, whatever the tagger made of them."""


class Edges:
    """The words of a sentence, looked up by where they begin and end."""

    def __init__(self, view: SentenceView) -> None:
        self.text = view.text
        self.tagged = bool(view.tagged)
        self.by_start: dict[int, Word] = {w.start: w for w in view.tagged}
        self.by_end: dict[int, Word] = {w.end: w for w in view.tagged}
        self.words = view.tagged
        self.starts = {s for s, _ in view.words}
        self.has_words = bool(view.words)
        self.spans = view.words
        self._before: dict[int, float] = {}

    def before(self, start: int) -> float:
        """How well a name can begin at `start`: about -2 in the middle of a word, up to 3 behind a preposition or stop.

        It is high where a sentence, a clause or a stretch behind a verb or preposition begins: 在|观景社区.
        """
        if start not in self._before:
            self._before[start] = self._opens(start)
        return self._before[start]

    def within(self, start: int, end: int) -> Iterator[Word]:
        """The tagged words that lie in [start, end)."""
        for at in range(start, end):
            word = self.by_start.get(at)
            if word is not None and word.end <= end:
                yield word

    def _opens(self, start: int) -> float:
        if start == 0 or STOP.match(self.text[start - 1]):
            return 3.5
        score = 0.0
        if self.tagged:
            word = self.by_end.get(start)
            if word is None:
                score -= 1.5
            elif word.end - word.start == 1 and word.tag in ("LOC", "PER", "nz", "f", "ORG"):
                score -= 0.8  # a lone character that the tagger tore off a name: 前|石营村
            elif word.tag in BOUND:
                score += 2.0 if word.end - word.start > 1 or word.tag in ("p", "c", "u", "w") else 1.2
            elif word.tag in ("LOC", "ORG"):
                score += 1.0
            elif word.tag in ("vn", "n"):
                score += 0.4
        if self.has_words:
            score += 0.7 if start in self.starts else -0.7
        if self.text.endswith(BEFORE, 0, start):
            score += 0.8
        return max(score, 2.0) if self.text.endswith(SURE, 0, start) else score

    def inside(self, start: int, end: int) -> float:
        """What speaks against the characters [start, end) being (the head of) one name: function words among them."""
        return sum(INNER.get(w.tag, 0.0) for w in self.within(start, end))

    def verbs(self, start: int, end: int, kinds: Mapping[str, str]) -> float:
        """What verbs and function words of a table among the segmenter's words take away, where there is no tagger."""
        if self.tagged:
            return 0.0
        inner = [self.text[a:b] for a, b in self.spans if start <= a and b <= end]
        return sum(4.0 if len(w) > 1 or inner[0] == w else 2.0 for w in inner if kinds.get(w) == "verb" or w in BEFORE)

    def ordinary(self, start: int, end: int) -> bool:
        """Whether [start, end) is made of whole ordinary words (鼓励, 更换, 理论知识进), not of single characters (营|岗)."""
        at, longest = start, 0
        while at < end:
            word = self.by_start.get(at)
            if word is None or word.end > end or word.tag in ("LOC", "ORG", "PER", "nz", "ns", "nt", "nr", "m", "nw"):
                return False
            at, longest = word.end, max(longest, word.end - word.start)
        return at == end and start < end and (longest > 1 or end - start == 1)

    def nouns(self, start: int, end: int) -> bool:
        """Whether the tagged words in [start, end) are all nouns: 机械厂, 教师."""
        return all(w.tag in ("n", "a", "nz", "nt", "nw", "s", "f") for w in self.within(start, end))

    def tag_from(self, start: int, end: int) -> str:
        """The tag of a name word that begins at `start` and reaches `end` or beyond, or nothing."""
        word = self.by_start.get(start)
        return word.tag if word and word.end >= end and word.tag in ("LOC", "ORG", "PER", "nz", "nt", "ns") else ""

    def word_over(self, start: int, end: int) -> Word | None:
        """The tagged word that holds all of [start, end), if one does."""
        return next((w for w in self.words if w.start <= start and end <= w.end), None)

    def cut(self, at: int) -> bool:
        """Whether a tagged word runs across the offset `at`."""
        return self.tagged and 0 < at < len(self.text) and at not in self.by_end
