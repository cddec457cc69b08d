"""Is it the name of a body? The evidence for and against a head with what stands before it."""

from __future__ import annotations

import re

from pipeline.mentions.organisations.bare import Bare, Found, bare_name, title_follows
from pipeline.mentions.organisations.ground import Ground, generic_before
from pipeline.mentions.organisations.near import BODY_OF, department, posted
from pipeline.mentions.organisations.words import NARROW, OrganisationWords
from pipeline.mentions.view import SentenceView

AREA_OWN = frozenset(
    ["党工委", "纪工委", "党委", "纪委", "党支部", "党总支", "居委会", "村委会", "人民调解委员会", "调委会"]
)
COUNTED_BEHIND = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)余?[个家处所支]")
"""设立接待服务站|9个: counted, not named."""
MANY = re.compile("[各每0-9]|[两三四五六七八九十]个")
STREET_OWN = frozenset(
    [
        "办",
        "部",
        "综治办",
        "城管办",
        "总工会",
        "妇联",
        "团工委",
        "人大工委",
        "武装部",
        "综合行政执法大队",
        "综合执法大队",
    ]
)
CENTRES = frozenset(
    [
        "党群服务中心",
        "便民服务中心",
        "日间照料中心",
        "老年大学",
        "老年学校",
        "综治中心",
        "文化站",
        "综合文化站",
        "养老服务中心",
    ]
)
SHOPS = ("店", "面馆", "照相馆", "豆腐坊", "酒坊", "烘焙坊", "药房")
WORK = re.compile("工作(?!人员|者|站|室|组)")
SHARE = re.compile("分[工管别析享发批]")
"""What a 组织部 may do: 分管, 分析; else it is 组织|部分."""
NOT_AFTER = {  # what goes on behind a last word makes it another word
    "心": ("城区", "城市", "任务", "组学习", "区域", "环节", "思想", "地带", "位置", "内容"),
    "部": ("门", "分", "署", "队", "位"),
    "院": ("落", "内", "外", "子", "士", "线"),
    "处": ("于", "理", "在", "罚", "置"),
    "站": ("点", "台", "在", "稳", "岗"),
    "所": ("有", "在", "以", "需", "谓", "属", "长", "说", "作"),
    "队": ("伍", "员", "友", "列", "形"),
    "局": ("面", "势", "部", "宿舍"),
    "科": ("学", "技", "目", "普", "级", "室"),
    "办": ("理", "好", "事", "成", "实", "学", "案", "结", "卡", "税", "法", "证"),
    "会": ("议", "上", "场", "员单位"),
    "府": ("采购", "补贴", "工作", "网站", "部门", "热线", "令", "文件"),
    "司": ("法",),
    "厂": ("房", "区", "矿", "宿舍"),
    "业": ("服务", "管理", "费", "纠纷", "矛盾", "行业"),
    "团": ("队", "结", "体"),
    "社": ("会", "区"),
    "行": ("业", "动", "为", "政", "人", "程", "情"),
    "系": ("列", "统"),
}


def judge(view: SentenceView, ground: Ground, words: OrganisationWords, one: Found) -> tuple[float, str]:
    """How sure (0: not at all) it names one body, and the reason."""
    left, text = one.left, view.text
    some = text.endswith(("部分", "全体"), 0, one.start) and text.startswith(("代表", "委员"), one.end)
    if generic_before(ground, one.start) and not some:  # 部分|县人大|代表 are of the one congress
        return 0.0, "generic"
    if left.anchor is None and COUNTED_BEHIND.match(text, one.end):
        return 0.0, "counted"
    middle = "".join(left.middle)
    if "+" in middle or "＋" in middle:
        return 0.0, "a way of working"  # 党支部+合作社
    if one.needs == "self":
        return (0.8, "stands alone") if one.start == one.end - len(one.head) else (0.0, "")
    if _goes_on(ground, one.head, one.end):
        return 0.0, "part of another word"
    if text[one.end : one.end + 1] in ("（", "(") and text[one.end + 2 : one.end + 3] in ("）", ")"):
        return 0.0, "either of two"  # 文明实践所（站）
    if one.kind in BODY_OF:
        return department(one, view)
    if left.anchor == "parent" and one.head == "校区" and middle in ("新", "老", "旧", "主", "本", "各"):
        return 0.0, "the school itself"
    if left.anchor == "parent":
        return (0.85, "section of a body") if middle or one.kind != "section" else (0.0, "bare head")
    if left.anchor == "area":
        return _with_area(one, middle, words)
    if left.anchor == "leaning":
        return _leaning(ground, one, middle, text)
    if left.anchor == "quote":
        bare = (one.kind == "section" and len(one.head) == 1) or MANY.search(middle.split("”")[-1])
        return (0.0, "bare head") if bare else (0.8, "quoted name")
    if (post := posted(one, view)) is not None:
        return post
    return bare_name(Bare(one, middle, text, ground, words))


def _goes_on(ground: Ground, head: str, end: int) -> bool:
    """Another word begins with the last word: 部|门, 中心|城区; one character counts only where no word ends."""
    whole = ground.pieces[ground.piece_at[end - 1]].end == end
    if (
        ground.text.startswith("分", end)
        and ground.text.endswith("组织部", 0, end)
        and not SHARE.match(ground.text, end)
    ):
        return True  # 县人大组织|部分代表
    more = tuple(w for w in NOT_AFTER.get(head[-1], ()) if len(w) > 1 or not whole)
    return ground.text.startswith(more, end) or (head[-1] == "心" and WORK.match(ground.text, end) is not None)


def _with_area(one: Found, middle: str, words: OrganisationWords) -> tuple[float, str]:
    if (not middle and one.kind == "section") or middle.startswith(("街道", "乡镇", "村")) or MANY.search(middle):
        return 0.0, "generic"
    if one.head.endswith(SHOPS) and (not middle or set(one.left.middle) <= words.generic or len(middle) < 2):
        return 0.0, "any shop"
    if one.needs == "name" and (not middle or set(one.left.middle) <= words.generic) and len(one.head) <= 2:
        return (0.7, "area and head") if one.kind in ("school", "hospital", "bank", "association") else (0.0, "generic")
    return 0.9, "area and head"


def _own_of_street(head: str, middle: str) -> bool:
    """街道综治办, 街道党群工作部: of the one street the article is about."""
    return (head in STREET_OWN and bool(middle or len(head) > 1)) or (head[-1] in "办部" and len(head) > 2)


def _the_only_one(text: str, one: Found, leaning: str) -> bool:
    """在街道党群服务中心举办: the one of this street; 推进街道便民服务中心建设 speaks of all."""
    at = one.end - len(one.head) - len(leaning)
    opens = at == 0 or text[at - 1] in "在，。；到赴" or text.endswith(("走进", "来到", "由", "联合", "前往"), 0, at)
    return opens and not text.startswith(("建设", "标准化", "规范化", "、", "等", "要", "全覆盖", "体系"), one.end)


def _leaning(ground: Ground, one: Found, middle: str, text: str) -> tuple[float, str]:
    leaning = one.left.leaning or ""
    if text.startswith("—", one.end) and not text.startswith("——", one.end):
        return 0.0, "a level of many"  # 街道党工委—社区党委—网格党支部
    if leaning in ("街道", "社区") and one.head in CENTRES and not middle and _the_only_one(text, one, leaning):
        return 0.6, "the street's own"
    if leaning == "街道":
        if not middle and one.head in ("党工委", "纪工委", "工委"):
            return 0.8, "leaning"
        return (0.6, "leaning") if _own_of_street(one.head, middle) else (0.0, "generic")
    if leaning in NARROW:
        ok = not middle and one.head in AREA_OWN and title_follows(ground.titles, text, one.end)
        return (0.55, "leaning") if ok else (0.0, "generic")
    if not middle and (one.kind == "section" or one.head.endswith(SHOPS)):
        return 0.0, "bare head"
    if leaning in ("镇", "乡") and one.needs == "name":
        return 0.6, "leaning"
    return 0.85, "leaning"
