"""Areas by their short name inside a body's name: 柳河卫生院 stands in 柳河镇, 永和银行新安支行 in 新安县."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

STEM = re.compile(
    "(?:街道办事处|街道|社区|(?<!高)新区|高新技术产业开发区|经济技术开发区|开发区|示范区|自治县|省|市|区|县|旗|镇|乡|村)$"
)
# Bodies that are named after the county, street, town or village that they serve, without 县, 镇 …
SERVES = re.compile(
    "(?:公安分?局|分局|派出所|(?:公安)?交警[大中]队|交通警察大队|(?:中心|街道|镇|乡)?卫生院|卫生服务(?:中心|站)|卫生室|"
    "人民法庭|人民法院|法[院庭]|人民检察院|检察院|司法所|税务[分所]?[局所]?|供电(?:公司|所|服务站)|(?:专职|微型)?消防(?:救援)?[站队]|消防救援[大支]队|"
    "市场监(?:管|督管理)[所局]|食药监所|国土所|自然资源所|中心(?:小学|校|幼儿园|学校|敬老院|卫生院)|第?[一二三四五六七八九十实]*(?:验)?(?:小学|中学|幼儿园|高中|初中)|[一二三四五六七八九十]?中$|职(?:高|中|业学校|教中心)|"
    "(?:综合(?:行政)?)?(?:城管)?(?:执法)[大中分]?队|城管[大中]队|邮政(?:支)?局|敬老院|养老院|福利院|环卫所|环卫站|供销社|信用社|农商(?:银)?行|村镇银行|林场|林业站|水利站|"
    "人民医院|中医院|(?:中心|妇幼保健|人民)?医院|妇幼保健院|融媒体中心|工商所|财政所|烟草(?:专卖)?局|气象局|综治中心|人民武装部|人武部|国有林场|文化站|农技站|[一-龥]{0,9}(?:专业|股份经济|经济联合)合作社|[一-龥]{0,4}合作社|(?:农贸|集贸)市场|(?:汽车|长途)?客?运?站$|自来水厂|水厂|图书馆|文化馆|博物馆|体育馆|体育中心|文化中心|粮站|粮库|党校|市民中心|人民广场|殡仪馆|车站)"
)
# A post of a larger body, named after where it stands: 柳河县公安局大河派出所.
POST = re.compile(
    "派出所|交警[大中]队|[大中]队|司法所|市场监[督管理]+所|税务所|税务分局|自然资源所|供电所|消防救援站|检查站|执法[大中]队|收费站"
)
# What a lower body is called after the area before it: 某支行, 某大队, 某校区.
BELOW = re.compile(
    "(省|市|区|县|镇)?(中心)?(?:分行|支行|分公司|支公司|分局|分院|分校|分中心|分部|分社|分店|分会|分站|分馆|营业部|营业厅|校区|院区|大队|中队|支队|供电所|服务站|工作站|代表处|办事处|旗舰店)$"
)
# A road, square or quarter may stand between: 永和银行临江中山路支行; then no street office of that name is meant.
ROAD = re.compile("(?:路|街|大道|巷|广场|桥)$")
QUARTER = re.compile("[一-龥]{2,4}(?:分理处|支行|支公司|储蓄所|营业[部厅所])$")
BRAND = re.compile("(?:银行|[工农中建交商邮]行|信用社|邮政|电信|移动|联通|人寿|人保|保险|财险)$")
# What may stand before the area: 国网柳河县供电公司, 共青团柳河县委.
AHEAD = re.compile(
    "国网|国家电网|南方电网|中国(?:电信|移动|联通|邮政|铁塔|人寿|人保)|共青团|团(?=[一-龥]{2,3}(?:市|县|区|省)?委)|中共|民[革盟建进]|农工党|致公党|九三学社"
)


def stems_of(areas: Mapping[str, str], level: Callable[[str], int | None]) -> dict[str, str]:
    """Short name of every area -> its entity; of two areas with one short name the higher has it.

    >>> stems_of({"柳河镇": "a", "柳河村": "b", "临江市": "c", "临江高新区": "d"}, {"a": 5, "b": 6, "c": 2, "d": 4}.get)
    {'临江': 'c', '柳河': 'a', '高新': 'd'}
    """
    found: dict[str, str] = {}
    ordered = sorted(areas.items(), key=lambda a: (level(a[1]) or 0, a[0]))
    for name, entity in ordered:
        if level(entity) in (None, 0, 7):
            continue
        longer = next((n for n in sorted(found) if name.startswith(n) and len(name) > len(n) + 2), "")
        short = STEM.sub("", name.removeprefix(longer).lstrip("市"))
        short = short[-2:] if short.endswith(("高新", "经开")) else short
        if len(short) > 1:
            found.setdefault(short, entity)
    return dict(sorted(found.items(), key=lambda s: (-len(s[0]), s[0])))  # the longest first: they are looked for so


def served(text: str, stems: Mapping[str, str]) -> str | None:
    """The area that a body serves and is named after.

    >>> served("柳河卫生院", {"柳河": "a"}), served("柳河酒业公司", {"柳河": "a"})
    ('a', None)
    >>> served("柳河县公安局大河派出所", {"柳河": "a", "大河": "b"})
    'b'
    """
    for short in stems:
        at = text.rfind(short)
        if at == 0 and SERVES.match(text, len(short)):
            return stems[short]
        if at > 2 and text[at - 1] in "局院队" and POST.fullmatch(text, at + len(short)):
            return stems[short]
    return None


def branch_of(text: str, stems: Mapping[str, str]) -> str | None:
    """The area that a branch is named after.

    >>> branch_of("永和银行新安支行", {"新安": "a"}), branch_of("新安支行", {"新安": "a"})
    ('a', None)
    >>> branch_of("永和银行临江中山路支行", {"中山路": "street", "临江": "city"})
    'city'
    """
    for short in stems:
        at = text.rfind(short)
        if at > 0 and BRAND.search(text, 0, at) and QUARTER.fullmatch(text, at + len(short)):
            return stems[short]
    for short in stems if BELOW.search(text) else ():
        at = text.rfind(short)
        if at > 0 and BELOW.match(text, at + len(short)) and not ROAD.search(short):
            return stems[short]
    return None
