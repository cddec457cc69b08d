"""Is it the name of a body when no area and no parent stands before it? First answer of the rules wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.mentions.organisations.ground import Ground
from pipeline.mentions.organisations.left import Left
from pipeline.mentions.organisations.part import FARMED
from pipeline.mentions.organisations.words import OrganisationWords

STRONG = frozenset({"association", "volunteer group", "performance", "media"})
COMPANY = ("有限公司", "有限责任公司", "股份有限公司", "集团", "总公司", "分公司", "事务所", "合作社", "专业合作社")
BRANCH = re.compile("[\u4e00-\u9fff]{2,9}?(?:分行|支行|分理处|信用卡)")
ONE_OF_A_TOWN = frozenset({"实验小学", "实验中学", "实验学校", "实验幼儿园", "机关幼儿园"})
GONE_TO = ("在", "到", "走进", "深入", "赴", "对", "向", "、", "，", "由", "联合", "组织")
"""What stands before the one experimental school of a town: 走进|实验中学."""
ORDINAL = re.compile("第[一二三四五六七八九十]+$")
RUN_BY = ("负责人", "工作人员", "经理", "项目", "管家", "客服", "员工", "保安", "、", "和", "公司")
PROPER = frozenset({"PER", "LOC", "nz", "nw", "ORG"})
WEAK = frozenset({"v", "vd", "d", "ad", "p"})
Verdict = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A head, what it needs, and where the walk to the left ended."""

    head: str
    kind: str
    needs: str
    left: Left
    start: int
    end: int
    tagged: bool

    @property
    def listable(self) -> bool:
        """Could be a name when it stands in a list of names."""
        return self.left.anchor is None and sum(map(len, self.left.middle)) >= 2


@dataclass(frozen=True, slots=True)
class Bare:
    """A head with the words before it, and nothing that carries them."""

    one: Found
    middle: str
    text: str
    ground: Ground
    words: OrganisationWords

    @property
    def parts(self) -> set[str]:
        """The words between the beginning of the name and its head."""
        return set(self.one.left.middle)


def title_follows(titles: Mapping[str, str], text: str, at: int) -> bool:
    """A title begins here: 科 | 科长, 办 | 主任."""
    return any(text[at : at + n] in titles for n in (5, 4, 3, 2))


def bare_name(bare: Bare) -> Verdict:
    """How sure, and the reason; zero when no rule vouches for it."""
    return next((verdict for rule in RULES if (verdict := rule(bare)) is not None), (0.0, "no evidence"))


def named_for_all(bare: Bare) -> Verdict | None:
    """新时代文明实践站 and 民兵应急排 stand alone; 物业公司 and 相关部门 name nobody."""
    if not bare.middle and bare.one.head.startswith(("新时代", "民兵")):
        return 0.6, "stands alone"
    if not bare.middle and bare.one.head in ONE_OF_A_TOWN:
        there = bare.one.start == 0 or bare.text.endswith(GONE_TO, 0, bare.one.start)
        return (
            (0.6, "the town's only one")
            if there and not bare.text.startswith(("建", "标准", "办学"), bare.one.end)
            else None
        )
    return (
        (0.0, "generic")
        if not bare.middle or bare.parts <= bare.words.generic | FARMED or bare.middle in bare.words.generic
        else None
    )


def office_of_a_street(bare: Bare) -> Verdict | None:
    """如意湖办事处."""
    plain = not bare.parts & bare.words.soft and "v" not in bare.one.left.tags
    plain = plain and not bare.middle.startswith(("各", "乡镇", "街道", "镇办"))
    return (0.65, "office of a street") if bare.one.head == "办事处" and 2 <= len(bare.middle) <= 6 and plain else None


def bank_with_branches(bare: Bare) -> Verdict | None:
    """中原银行 before 鹤壁分行."""
    branch = bare.one.head == "银行" and 2 <= len(bare.middle) <= 4 and BRANCH.match(bare.text, bare.one.end)
    return (0.7, "bank with branches") if branch else None


def numbered(bare: Bare) -> Verdict | None:
    """黄河路第三小学, 交警三大队."""
    if bare.one.kind in ("school", "hospital") and ORDINAL.search(bare.middle) and len(bare.middle) > 3:
        return 0.65, "numbered"
    squad = bare.one.head in ("大队", "中队", "支队") and bare.middle[-1] in "一二三四五六七八九十"
    above = re.sub("(?:总队|支队|大队)$", "", bare.middle[:-1])
    return (0.6, "numbered") if squad and above in bare.words.subject else None


def leans_unsaid(bare: Bare) -> Verdict | None:
    """财政局, 解放路派出所, 综治城管巡防机动中队: heads that want an area, but the rest is plain enough."""
    one, middle, words = bare.one, bare.middle, bare.words
    if one.needs != "area":
        return None
    if middle in words.subject and one.head in ("局", "委", "厅"):
        return 0.7, "field of work and head"
    if one.tagged and len(middle) >= 2 and one.kind != "section":
        return 0.65, "tagger and head"
    if one.kind == "section" and title_follows(bare.ground.titles, bare.text, one.end) and middle in words.subject:
        return (0.6, "section and its office") if bare.ground.bodies else (0.0, "no body")
    if one.head.endswith("队") and len(middle) >= 4 and fields_of_work(middle, words):
        return 0.65, "fields of work and head"
    return 0.0, "no area"


def brand_and_trade(bare: Bare) -> Verdict | None:
    """永恒凯旋物业负责人: a brand, its trade, and somebody who works there."""
    if bare.one.head != "物业":
        return None
    brand = not bare.parts & (bare.words.generic | bare.words.soft) and 2 <= len(bare.middle) <= 6
    run = bare.text.startswith(RUN_BY, bare.one.end) or bare.text[bare.one.start - 1 : bare.one.start] == "、"
    return (0.62, "brand and trade") if brand and run and not set(bare.one.left.tags) & WEAK else (0.0, "no evidence")


def name_and_head(bare: Bare) -> Verdict | None:
    """A company by its legal form, a school or hospital by a proper name, a society or team by any name."""
    if len(bare.middle) < 2:
        return None
    if bare.one.head in COMPANY:
        return 0.85, "company"
    if bare.one.tagged:
        return 0.75, "tagger and head"
    if bare.one.kind == "school" and _one_word(bare):
        return 0.62, "one word of the tagger's"
    if bare.one.kind in ("school", "hospital") and set(bare.one.left.tags) <= PROPER:
        return 0.65, "name and head"
    if bare.one.head == "公司" and set(bare.one.left.tags) & PROPER:
        return 0.65, "proper name and company"
    return (0.7, "name and head") if bare.one.kind in STRONG else None


def _one_word(bare: Bare) -> bool:
    """The tagger took name and head for one place or thing: 城北学校/s; 乡镇中学 is any town's."""
    piece = bare.ground.pieces[bare.ground.piece_at[bare.one.start]]
    own = piece.start == bare.one.start and piece.end == bare.one.end and piece.tag in ("s", "nz", "nt", "LOC")
    return own and not bare.middle.startswith(("各", "乡", "村", "农", "中", "小", "名", "母", "民", "公", "普", "职"))


def fields_of_work(middle: str, words: OrganisationWords) -> bool:
    """All of it is fields of work: 综治|城管|巡防."""
    reach = {0}
    for at in range(len(middle)):
        if at in reach:
            reach |= {at + n for n in range(2, len(middle) - at + 1) if middle[at : at + n] in words.subject}
    return len(middle) in reach


RULES: tuple[Callable[[Bare], Verdict | None], ...] = (
    named_for_all, office_of_a_street, bank_with_branches, numbered, leans_unsaid, brand_and_trade, name_and_head,
)  # fmt: skip
