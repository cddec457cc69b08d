"""The evidence for one reading of an area's name: a head from `start`, then its class word. Rules add and take away points."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.mentions.districts.page import PageAreas
from pipeline.mentions.edges import STOP, SURE, Edges
from pipeline.records import Level

NEVER = {
    "区": "地市城园景校厂库战山灾牧林郊辖社小街片展专营湖特禁试", "乡": "城家下老故他异水两", "镇": "城乡集重古小名村市", "村": "乡农城空全各新村",
    "市": "城都超股上夜集早菜二三四五六七八九十两多", "县": "全各本郡二三四五六七八九十两多", "旗": "红国党锦彩军", "苑": "学文艺",
    "省": "全各本我外节二三四五六七八九十两多",
}  # fmt: skip
"""Characters that make a common noun of a class word right behind them: 地区, 城乡, 超市."""
COMPASS = re.compile(r"..[东西南北中一二三四五六七八九十A-Z]区$")
"""Names that end like a part of a compound: 福成北区|社区."""
COUNTED = re.compile(r"[一二三四五六七八九十两几多数各]+(?:名|个|位|处|座|家|批|些|种|类|条|户|栋|片)$")
ACTS = re.compile(
    r"党|书记|居民|居委|开展|举|组织|联合|召开|志愿|工作人员|负责人|网格|通过|位于|共有|积极|干部|主任|今年|变"
)
"""What follows a community that acts or is described: 书记, 居民, 开展."""
NOT_LAST = frozenset("各该本全某每此这那个我们等的了着到进在入去来从向往至对把被给让使与及于并返")
"""Characters that no name ends with before its class word."""
NOT_FIRST = frozenset("是在的了将把被等与又也还就都已因并而使让给由到们后时上及")
"""Characters that no name begins with outside the list."""
LOCATIVE = ("在", "到", "赴", "走进", "来到", "位于", "前往", "深入", "家住", "住在", "走访", "对", "由", "从", *SURE)
"""Words behind which even an ordinary word is a name: 在惠民社区."""
NO_NAME = frozenset(
    ["副", "正", "各街", "各乡", "首家", "首个", "首批", "首座", "一家", "唯一", "全国首家", "全省首家"]
)
"""副|镇长, 各街|镇, 首家|社区 书屋."""
LENGTHS = {1: -1.2, 2: 0.6, 3: 0.6, 4: 0.3, 5: -0.2, 6: -0.8}
NO = -99.0
"""Outweighs whatever speaks for a name."""


@dataclass(frozen=True)
class Tail:
    """A class word, the level it stands for, and the least and most characters of a name before it."""

    word: str
    level: Level
    least: int
    most: int


@dataclass(eq=False)
class Reading:
    """One way to read a name: where it begins, where its class word begins and ends, and what the sentence and page know."""

    edges: Edges
    page: PageAreas
    words: Mapping[str, str]
    ended: frozenset[int]
    tail: Tail
    start: int
    tail_start: int
    end: int

    @cached_property
    def head(self) -> str:
        """The name without its class word."""
        return self.edges.text[self.start : self.tail_start]

    @cached_property
    def name(self) -> str:
        """The whole name."""
        return self.edges.text[self.start : self.end]

    @cached_property
    def known(self) -> Level | None:
        """Its level in the official list, if it stands there."""
        long_enough = len(self.name) > 2 or self.tail.word in ("县", "村", "镇", "乡")
        return self.page.level(self.name) if long_enough else None

    @cached_property
    def behind(self) -> bool:
        """Whether an area ends where the name begins."""
        return self.start in self.ended

    @cached_property
    def tag(self) -> str:
        """The tagger's name word from here to the end or beyond."""
        tag = self.edges.tag_from(self.start, self.end)
        return tag if tag in ("LOC", "ORG", "ns", "nt") else ""

    @cached_property
    def before(self) -> float:
        """How well a name can begin here."""
        return max(self.edges.before(self.start), 3.0 if self.behind else NO)

    def judge(self) -> tuple[float, tuple[str, ...]]:
        """The sum of all rules, and the names of those that spoke for it; the others are not asked about a common noun."""
        nouns = {rule: rule(self) for rule in (common_noun, common_word)}
        if min(nouns.values()) <= NO:
            return NO, ()
        points = [(rule, nouns[rule] if rule in nouns else rule(self)) for rule in RULES]
        said = tuple((rule.__doc__ or "").split(":")[0] for rule, value in points if value >= 0.8)
        return sum(value for _, value in points), said


def boundary(r: Reading) -> float:
    """A word ends before it: 在|观景社区."""
    inner = r.edges.inside(r.start, r.tail_start)
    return r.before - (0.3 * inner if r.known else inner + r.edges.verbs(r.start, r.tail_start, r.words))


def neighbours(r: Reading) -> float:
    """Beside another area: 天山路街道|观景社区, 观景苑、翠湖苑."""
    if r.behind:
        return 3.0
    return 2.5 if r.start - 1 in r.ended and r.edges.text[r.start - 1] in "、和与及" else 0.0


def official(r: Reading) -> float:
    """In the official list: in the page's prefectures, or a street or more anywhere; 李庄村 inside 南李庄村 is weak."""
    if not r.known:
        return 0.0
    near = r.page.known(r.name)
    bonus = 5.0 if near and r.page.near(near) else 1.0 if r.tail.level == "community" else 3.0
    if r.tail.level == "community" and r.before < 1.0:
        bonus = min(bonus, 2.0 if r.before >= 0 else 0.5)
    return bonus + 0.3 * len(r.head)


def tagged(r: Reading) -> float:
    """Tagged as a name: LOC, or the head of an ORG; a county outside the list must be the whole word."""
    return 2.5 if r.tag and (r.known or not _upper(r) or _whole(r)) else 0.0


def _upper(r: Reading) -> bool:
    return r.tail.level in ("county", "city", "province")


def _whole(r: Reading) -> bool:
    word = r.edges.by_start.get(r.start)
    return word is not None and word.end == r.end and word.tag in ("LOC", "ns")


def common_noun(r: Reading) -> float:
    """A common noun: 城区, 中原区街道."""
    if r.head in NO_NAME:
        return NO
    if r.known:
        return 0.0
    if COUNTED.match(r.head) or (r.start in r.ended and r.head[0] in "和与及的"):
        return NO
    if (r.head[0] in NOT_FIRST and not r.tag) or r.head.startswith(SURE):
        return NO
    last = r.head[-1] in NEVER.get(r.tail.word, "") and (len(r.head) == 1 or not r.behind)
    area = r.head[-1] in "区县镇乡" and not COMPASS.search(r.head)
    return NO if last or area or r.head.endswith(("街道", "社区", "小区")) else 0.0


def common_word(r: Reading) -> float:
    """An ordinary word before the class word: 老旧|小区 is no name, 幸福|社区 one if somebody vouches for it."""
    if r.tail.level == "residential" and r.tail.word not in ("小区", "家园", "小苑"):
        return 0.0
    text = r.edges.text
    word = next(
        (w for n in range(min(5, r.tail_start), 0, -1) if (w := text[r.tail_start - n : r.tail_start]) in r.words), ""
    )
    kind = r.words.get(word, "")
    if not kind or (r.known and r.behind):
        return 0.0
    if len(word) > len(r.head):
        return 0.0 if r.behind else NO
    if kind == "virtue":
        return _virtue(r, word)
    if kind == "ending" and len(r.head) > len(word):
        return 0.0 if neighbours(r) > 0 or text.endswith(LOCATIVE, 0, r.start) else -4.0
    if len(word) == 1 and len(r.head) > 1:
        return NO if word in NOT_LAST and not r.known else 0.0
    return 0.0 if r.known and word != r.head else NO


def _virtue(r: Reading, word: str) -> float:
    text = r.edges.text
    if not text.endswith(LOCATIVE, 0, r.start) and any(
        r.words.get(text[max(0, r.start - n) : r.start]) in ("virtue", "verb", "always") for n in (2, 3)
    ):
        return NO
    vouched = neighbours(r) > 0 or text.endswith(LOCATIVE, 0, r.start)
    if r.known and (vouched or word != r.head or (r.tag == "LOC" and not r.edges.cut(r.end))):
        return 0.0
    if vouched:
        return -0.8 if r.tail.level == "residential" else -2.0
    return NO if word == r.head else -4.0


def ordinary(r: Reading) -> float:
    """Ordinary words alone: 鼓励社区, 更换小区."""
    if r.known or r.tag or r.behind or not r.edges.ordinary(r.start, r.tail_start):
        return 0.0
    opens = r.start == 0 or STOP.match(r.edges.text[r.start - 1])
    if opens and len(r.head) > 2 and r.edges.nouns(r.start, r.tail_start) and ACTS.match(r.edges.text, r.end):
        return -1.0
    if not r.edges.text.endswith(LOCATIVE, 0, r.start) and not neighbours(r):
        return -4.0
    return -0.5 if r.tail.level == "residential" and r.edges.nouns(r.start, r.tail_start) else -1.5


def higher(r: Reading) -> float:
    """A county or more outside the list: hardly ever."""
    return -6.0 if _upper(r) and not r.known and not _whole(r) else 0.0


def shape(r: Reading) -> float:
    """Length, a clean end, no other area inside, printed more than once, a clause of its own."""
    value = LENGTHS.get(len(r.head), -1.5)
    value -= 0.8 if r.edges.cut(r.end) and not r.edges.tag_from(r.start, r.end) else 0.0
    value += 0.5 if r.page.text.count(r.name) > 1 else 0.0
    quoted = r.edges.text[r.start - 1 : r.start] == "“" and r.edges.text[r.end : r.end + 1] == "”"
    value -= 12.0 if quoted and r.tail.level == "residential" and not r.behind else 0.0  # “老破小”变“幸福苑”
    clause = (r.start == 0 or STOP.match(r.edges.text[r.start - 1])) and (
        r.end == len(r.edges.text) or STOP.match(r.edges.text[r.end])
    )
    value += 2.0 if r.edges.text.startswith("供图", r.end) else 0.0
    value += 2.5 if clause and len(r.name) <= 8 else 0.0
    inner = not r.known and r.tail.level != "functional" and any(ch in r.head[:-1] for ch in "区县镇乡村市")
    return value - (1.5 if inner else 0.0)


RULES: tuple[Callable[[Reading], float], ...] = (
    boundary, neighbours, official, tagged, common_noun, common_word, ordinary, higher, shape,
)  # fmt: skip
