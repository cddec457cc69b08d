"""The forms in which papers print the name of an area in the official list."""

from __future__ import annotations

import re
from functools import lru_cache

PEOPLES = [
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
]
PEOPLE = (
    "(?:" + "|".join(sorted((f"{p}族" if len(p) == 1 else f"{p}族?" for p in PEOPLES), key=len, reverse=True)) + ")"
)
ETHNIC = re.compile(rf"^(?P<head>.{{1,4}}?)(?:{PEOPLE}|各族)+(?P<tail>自治区|自治州|自治县|自治旗|区|县|乡|镇|苏木)$")
SHORT_TAIL = {"自治区": "自治区", "自治州": "州", "自治县": "县", "自治旗": "旗"}
BODY = re.compile(
    r"(?:社区|街道)?(?:居民|村民|人民|牧民|渔民|管理|村|(?:居|家|牧|渔)(?=委))*"
    r"(?:委员会|民员委会|民?委会|委员|委|社区工作站|社区筹备处|社区服务中心|居民委)员?会*$"
)
CLASS_WORDS = [
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "开发区",
    "示范区",
    "高新区",
    "新区",
    "小区",
    "社区",
    "街道",
    "嘎查",
    "苏木",
    "省",
    "市",
    "县",
    "旗",
    "盟",
    "州",
    "镇",
    "乡",
    "村",
    "区",
    "街",
]
TAILS = {
    2: ("特别行政区", "自治区", "省", "市"),
    4: ("自治州", "地区", "盟", "州", "市"),
    6: ("自治县", "自治旗", "新区", "林区", "矿区", "区", "县", "旗", "市"),
    9: ("街道办事处", "街街道", "街道", "民族乡", "地区", "苏木", "镇", "乡"),
}


def community_name(listed: str) -> str:
    """The area that a residents' or villagers' committee of the list stands for.

    >>> [community_name(n) for n in ("观景社区居委会", "白庙村民委员会", "赵庄村委会", "建设街居民委员会", "和平里社区居民委员会")]
    ['观景社区', '白庙村', '赵庄村', '建设街社区', '和平里社区']
    """
    name = re.sub(r"(?:[（(][^（）()]*[）)])+$", "", listed)
    match = BODY.search(name)
    if not match or match.start() == 0:
        return name
    head, body = name[: match.start()], match[0]
    if head.endswith(("社区", "村", "嘎查", "小区", "新村")):
        return head
    if body.startswith(("社区", "居", "街")):
        return f"{head}社区"
    return f"{head}村" if body.startswith("村") else head


@lru_cache(maxsize=1 << 15)
def forms(name: str, digits: int) -> tuple[str, ...]:
    """Full and short forms of a name whose code has 2, 4, 6, 9 or 12 significant digits; the full one first, bare ones last.

    >>> forms("管城回族区", 6), forms("鹤壁市", 4), forms("恩施土家族苗族自治州", 4)
    (('管城回族区', '管城区', '管城'), ('鹤壁市', '鹤壁'), ('恩施土家族苗族自治州', '恩施州', '恩施'))
    >>> forms("南关街街道", 9), forms("黎阳街道办事处", 9), forms("淇县", 6), forms("广西壮族自治区", 2)
    (('南关街街道', '南关街', '南关'), ('黎阳街道', '黎阳'), ('淇县',), ('广西壮族自治区', '广西'))
    >>> forms("观景社区居委会", 12)
    ('观景社区', '观景')
    """
    if digits == 12:
        full = community_name(name)
        bare = re.sub(r"(社区|村|嘎查)$", "", full)
        return (full, bare) if len(bare) >= 2 and bare != full else (full,)
    if digits == 9 and name.endswith("街道办事处"):
        name = name.removesuffix("办事处")
    found = [name]
    ethnic = ETHNIC.match(name)
    if ethnic and ethnic["head"] != "内":
        tail = ethnic["tail"]
        if tail != "自治区" and len(ethnic["head"]) >= 2:
            found.append(ethnic["head"] + SHORT_TAIL.get(tail, tail))
        found.append(ethnic["head"])
    else:
        if digits == 9 and name.endswith("街街道"):
            found.append(name.removesuffix("街道"))
        tail = next((t for t in TAILS[digits] if name.endswith(t)), "")
        found.append(name.removesuffix(tail) if tail else name)
    return tuple(dict.fromkeys(f for f in found if len(f) >= 2))
