"""A name found surely once is found everywhere on its page, also by the short forms that papers print of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.edges_of_words import inside_word
from pipeline.mentions.view import SentenceView

SURE = 0.7
SURE_AREA = 0.8
FULL_AREAS = frozenset({"community", "residential", "street"})
"""Areas whose full names, sure in one place, are looked for on the whole page (花照社区 in a headline)."""
SECTION = re.compile(
    "^.+(?:局|厅|委员会|法院|检察院|医院|派出所|政府)"
    "(?P<section>.{3,}(?:大队|支队|监察队|执法队|检察部|服务科|救助科|审判庭|受理中心|指导中心|调解中心|保障中心))$"
)
"""What a body's section is called by itself later on the page: 县人社局|劳动保障监察大队; 交警大队 alone may be any county's."""
TRADES = (
    "物业|再生资源|环保|环境|科技|农业|建设|建筑|置业|房地产|食品|医药|能源|电力|文化传媒|文化|传媒|教育|餐饮|商贸|贸易|实业|机械|汽车|化工|"
    "旅游|家政|养老|保洁|园林|信息|网络|电子|生物|新能源|新材料|智能|城市"
)
COMPANY_TAIL = re.compile(
    rf"(?P<brand>.{{2,8}}?)(?P<trade>{TRADES})?(?:{TRADES}|管理|服务|技术|发展|工程|投资|咨询|股份|集团)*"
    r"(?:有限责任公司|股份有限公司|有限公司)$"
)
PLACE_FRONT = re.compile(
    "(?:中国|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|"
    "内蒙古|广西|西藏|宁夏|新疆)?省?(?:[\u4e00-\u9fff]{2,4}?[市县区])?"
)
COMMITTEE = re.compile(r"^.*?[省市区县州旗]委(?P<short>[\u4e00-\u9fff]{1,3}[委办部局])$")


def sure_names(candidates: Sequence[tuple[SentenceView, Candidate]]) -> dict[str, Candidate]:
    """Names of people and bodies that may be looked for on the whole page, with the candidate that vouches for them."""
    names: dict[str, Candidate] = {}
    for view, one in candidates:
        if one.type == "district" and one.kind in FULL_AREAS and one.score >= SURE_AREA and one.end - one.start > 3:
            names.setdefault(view.text[one.start : one.end], one)
        if one.type not in ("person", "organisation") or one.score < SURE or one.found_by.startswith("byline"):
            continue
        text = view.text[one.start : one.end]
        if one.type == "person" and len(text) == 2 and one.score < 0.75:
            continue
        forms = [text] if one.type == "person" or len(text) > 3 else []
        if one.type == "organisation":
            forms += short_forms(text, [a for a in view.page_names if view.page_names[a] == "district"])
        for form in forms:
            if form not in names or names[form].score < one.score:
                names[form] = one
    for whole in sorted(names):
        section = SECTION.match(whole) if names[whole].type == "organisation" else None
        if section:
            names.setdefault(section["section"], names[whole])
    return names


def short_forms(name: str, areas: Sequence[str] = ()) -> list[str]:
    """The shorter ways in which papers print a body's name again.

    >>> short_forms("河南圆方物业管理有限公司", ["河南"])
    ['圆方物业', '河南圆方物业', '河南圆方', '圆方公司']
    >>> short_forms("管城回族区委社治委")
    ['社治委', '区委社治委']
    """
    forms: list[str] = []
    committee = COMMITTEE.match(name)
    if committee:
        forms += [committee["short"], name[committee.start("short") - 2 :]] if len(committee["short"]) > 2 else []
    company = COMPANY_TAIL.match(name)
    if company:
        whole = company["brand"]
        front = PLACE_FRONT.match(whole)
        known = [*_area_forms(areas), front.group() if front else ""]
        area = max((a for a in known if whole.startswith(a) and len(whole) - len(a) >= 2), key=len, default="")
        brand, trade = whole[len(area) :], company["trade"] or ""
        forms += [brand + trade] if trade and len(brand) >= 2 else []
        forms += [area + brand + trade] if trade and area else []
        forms += [area + brand] if area and len(brand) >= 2 else []
        forms += [brand + "集团"] if "集团" in name and len(brand) >= 2 else []
        forms += [brand + "公司"] if len(brand) >= 2 else []
    return [f for f in dict.fromkeys(forms) if f != name]


def _area_forms(areas: Sequence[str]) -> list[str]:
    return [f for a in areas for f in {a, a.rstrip("省市区县")} if len(f) >= 2]


def spread(view: SentenceView, names: Mapping[str, Candidate], pattern: re.Pattern[str] | None) -> list[Candidate]:
    """Where sure names of the page stand in a sentence without being cut out of longer words."""
    if pattern is None:
        return []
    found = []
    for hit in pattern.finditer(view.text):
        source = names[hit.group()]
        if source.type == "district" and not _opens(view, hit.start()):
            continue
        if inside_word(view, hit.start(), hit.end(), source.type):
            continue
        if hit.start() and view.text[hit.start() - 1] in "各两三四五六七八九十全多" and source.type == "organisation":
            continue
        post = hit.group()[-1] in "部委办" and view.text.endswith(("常委、", "委员、"), 0, hit.start())
        if post or (hit.group()[-1] == "部" and view.text.startswith(("部长", "长"), hit.end())):
            continue  # 市委常委、宣传部部长: a post
        long = source.type == "person" and hit.end() - hit.start() > 2
        score = min(source.score, 0.95 if long else 0.8) - 0.05
        found.append(
            Candidate(*hit.span(), source.type, f"page: {source.type} named elsewhere", score, source.kind, ("page",))
        )
    return found


def _opens(view: SentenceView, at: int) -> bool:
    """A word begins here: 李庄村 is not cut out of 南李庄村."""
    return any(piece.start == at for piece in view.pieces) and (
        at == 0 or view.text[at - 1] not in "东西南北前后上下大小新老"
    )


def spreading_pattern(names: Mapping[str, Candidate]) -> re.Pattern[str] | None:
    """One pattern for all names, longest first."""
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None
