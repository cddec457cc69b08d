"""Is it the name of a body? The evidence for and against a head with what stands before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.mentions.organisations_left import Ground, Left
from pipeline.mentions.organisations_words import NARROW, OrganisationWords
from pipeline.mentions.view import SentenceView

STRONG = frozenset({"association", "volunteer group", "performance", "media"})
COMPANY = ("有限公司", "有限责任公司", "股份有限公司", "集团", "总公司", "分公司", "事务所", "合作社", "专业合作社")
AREA_OWN = frozenset({"党工委", "纪工委", "党委", "纪委", "党支部", "党总支", "居委会", "村委会"})
MANY = re.compile("[各每0-9]|[两三四五六七八九十]个")
BRANCH = re.compile("[\u4e00-\u9fff]{2,9}?(?:分行|支行|分理处|信用卡)")
WORK = re.compile("工作(?!人员|者|站|室|组)")
RUN_BY = ("负责人", "工作人员", "经理", "项目", "管家", "客服", "员工", "保安", "、", "和", "公司")
NO_NAME = ("各", "某", "该", "本", "此", "这", "那", "每", "任何", "哪", "全")
NOT_AFTER = {  # what goes on behind a last word makes it another word
    "心": ("城区", "城市", "任务", "组学习", "区域", "环节", "思想", "地带", "位置", "内容"),
    "部": ("门", "分", "署", "队", "位"),
    "院": ("落", "内", "外", "子", "士", "线"),
    "处": ("于", "理", "在", "罚", "置"),
    "站": ("点", "台", "在", "稳", "岗"),
    "所": ("有", "在", "以", "需", "谓", "属", "长", "说", "作"),
    "队": ("伍", "员", "友", "列", "形"),
    "局": ("面", "势", "部"),
    "科": ("学", "技", "目", "普", "级", "室"),
    "办": ("理", "好", "事", "成", "实", "学", "案", "结", "卡", "税", "法", "证"),
    "会": ("议", "上", "场", "员单位"),
    "府": ("采购", "补贴", "工作", "网站", "部门", "热线", "令", "文件"),
    "司": ("法",),
    "厂": ("房", "区", "矿"),
    "团": ("队", "结", "体"),
    "社": ("会", "区"),
    "行": ("业", "动", "为", "政", "人", "程", "情"),
    "系": ("列", "统"),
}


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


def judge(view: SentenceView, ground: Ground, words: OrganisationWords, one: Found) -> tuple[float, str]:
    """How sure (0: not at all) it names one body, and the reason."""
    left, text = one.left, view.text
    if _generic_before(ground, one.start):
        return 0.0, "generic"
    middle = "".join(left.middle)
    if one.needs == "self":
        return (0.8, "stands alone") if one.start == one.end - len(one.head) else (0.0, "")
    if _goes_on(ground, one.head, one.end):
        return 0.0, "part of another word"
    if text[one.end : one.end + 1] in ("（", "(") and text[one.end + 2 : one.end + 3] in ("）", ")"):
        return 0.0, "either of two"  # 文明实践所（站）
    if left.anchor == "parent":
        return (0.85, "section of a body") if middle or one.kind != "section" else (0.0, "bare head")
    if left.anchor == "area":
        return _with_area(one, middle, words)
    if left.anchor == "leaning":
        return _leaning(ground, one, middle, text)
    if left.anchor == "quote":
        return 0.8, "quoted name"
    return _bare(view, ground, one, middle, words)


def title_follows(titles: Mapping[str, str], text: str, at: int) -> bool:
    """A title begins here: 科 | 科长, 办 | 主任."""
    return any(text[at : at + n] in titles for n in (5, 4, 3, 2))


def _goes_on(ground: Ground, head: str, end: int) -> bool:
    """Another word begins with the last word: 部|门, 中心|城区; one character counts only where no word ends."""
    whole = ground.pieces[ground.piece_at[end - 1]].end == end
    more = tuple(w for w in NOT_AFTER.get(head[-1], ()) if len(w) > 1 or not whole)
    return ground.text.startswith(more, end) or (head[-1] == "心" and WORK.match(ground.text, end) is not None)


def _generic_before(ground: Ground, start: int) -> bool:
    if start == 0:
        return False
    piece = ground.pieces[ground.piece_at[start - 1]]
    before = ground.text[piece.start : start]
    return (
        before in NO_NAME
        or (piece.tag == "r" and before[-1] in "各某该本此这那每")
        or before[-1:] in ("各", "某", "该")
    )


def _with_area(one: Found, middle: str, words: OrganisationWords) -> tuple[float, str]:
    if (not middle and one.kind == "section") or middle.startswith(("街道", "乡镇", "村")) or MANY.search(middle):
        return 0.0, "generic"
    if one.needs == "name" and (not middle or set(one.left.middle) <= words.generic) and len(one.head) <= 2:
        return (0.7, "area and head") if one.kind in ("school", "hospital", "bank", "association") else (0.0, "generic")
    return 0.9, "area and head"


def _leaning(ground: Ground, one: Found, middle: str, text: str) -> tuple[float, str]:
    leaning = one.left.leaning or ""
    if leaning == "街道":
        ok = not middle and one.head in ("党工委", "纪工委", "工委")
        return (0.8, "leaning") if ok else (0.0, "generic")
    if leaning in NARROW:
        ok = not middle and one.head in AREA_OWN and title_follows(ground.titles, text, one.end)
        return (0.55, "leaning") if ok else (0.0, "generic")
    if not middle and one.kind == "section":
        return 0.0, "bare head"
    if leaning in ("镇", "乡") and one.needs == "name":
        return 0.6, "leaning"
    return 0.85, "leaning"


def _bare(view: SentenceView, ground: Ground, one: Found, middle: str, words: OrganisationWords) -> tuple[float, str]:
    """No area, no parent: a field of work, or a name of its own."""
    parts, text = one.left.middle, view.text
    if not middle and one.head.startswith("新时代"):
        return 0.6, "stands alone"
    if not middle or all(part in words.generic for part in parts) or middle in words.generic:
        return 0.0, "generic"
    if one.head == "办事处" and 2 <= len(middle) <= 6 and not set(parts) & words.soft and "v" not in one.left.tags:
        return 0.65, "office of a street"
    if one.head == "银行" and 2 <= len(middle) <= 4 and BRANCH.match(text, one.end):
        return 0.7, "bank with branches"
    if one.needs == "area":
        if middle in words.subject and one.head in ("局", "委", "厅") and len(middle) >= 2:
            return 0.7, "field of work and head"
        if one.tagged and len(middle) >= 2 and one.kind != "section":
            return 0.65, "tagger and head"
        if one.kind == "section" and title_follows(ground.titles, view.text, one.end) and middle in words.subject:
            return (0.6, "section and its office") if ground.bodies else (0.0, "no body")
        if one.head.endswith("队") and len(middle) >= 4 and _fields(middle, words):
            return 0.65, "fields of work and head"
        return 0.0, "no area"
    if one.head == "物业" and not set(parts) & (words.generic | words.soft) and 2 <= len(middle) <= 6:
        named = text.startswith(RUN_BY, one.end) and not set(one.left.tags) & {"v", "vd", "d", "ad", "p"}
        return (0.62, "brand and trade") if named else (0.0, "no evidence")
    if one.head in COMPANY and len(middle) >= 2:
        return 0.85, "company"
    if one.tagged:
        return 0.75, "tagger and head"
    if (
        one.kind in ("school", "hospital")
        and set(one.left.tags) <= {"PER", "LOC", "nz", "nw", "ORG"}
        and len(middle) >= 2
    ):
        return 0.65, "name and head"
    if one.kind in STRONG and len(middle) >= 2:
        return 0.7, "name and head"
    return 0.0, "no evidence"


def _fields(middle: str, words: OrganisationWords) -> bool:
    """All of it is fields of work: 综治城管巡防."""
    reach = {0}
    for at in range(len(middle)):
        if at in reach:
            reach |= {at + n for n in range(2, len(middle) - at + 1) if middle[at : at + n] in words.subject}
    return len(middle) in reach
