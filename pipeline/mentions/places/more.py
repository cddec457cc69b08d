"""Places that no class word ends: crossings of two roads, numbered roads, arms of rivers, a body's house where something is held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.view import SentenceView

JOINT = re.compile("[与和、及同]?")
CROSSING = re.compile("(?:的)?(?:十字|丁字|三岔)?(?:交叉路口|交叉口|交会处|交汇处|交叉处|交会口|路口|交口)")
NUMBERED = re.compile(
    r"(?<![A-Za-z0-9.])(?:[GSXYC]\d{1,4}(?:国道|省道|县道|乡道|高速|线)|\d{2,3}(?:国道|省道|县道)"
    r"|(?:国道|省道|县道|乡道)[GSXYC]?\d{1,4}线?)(?![0-9])"
)
"""省道209线, G310国道, 107国道: how roads of the national and provincial nets are printed."""
STRETCH = re.compile(
    "[至到与和](?P<name>[一-龥]{1,5}?(?:大道|大街|路|街|巷))(?=路?段|区间|之间|沿线|[^一-龥]|全?封闭|施工|实行|实施|禁止|改造|双向|单向|方向|进行)"
)
"""槐荫大道至|长征路|封闭施工: where a stretch of a road ends."""
ARM = re.compile("支流|故道|总干渠|干渠|大堤")
QUOTED = re.compile(
    "(?<![。！？：])“(?P<name>[^“”，。！？：；、]{2,6}(?:驿站|书屋|书房|书吧|农场|食堂|餐厅|广场|公园|游园|花园))”"
    "(?!.{0,8}(?:活动|行动|项目|工程|品牌|创建|工作|评选|模式|志愿服务|宣传|计划|打造|建设|为主题))"
)
"""“暖蜂驿站”, “小板凳书屋”: a venue whose name is set in marks."""
NOT_PLACED = re.compile(
    "(?:打造|创建|争创|评为|荣获|获评|开展|实施|启动|命名为|主题为|以|推行|变身|像|如同|成为)[^，。“]{0,6}$"
)
READ_IN = re.compile(
    "(?<=[在到])(?P<name>(?!城市|农家|社区|职工|智慧|共享|红色|乡村|学校|小区|街道|一[家个]|这[家个])[一-龥]{2,3}(?:书房|书屋|书吧|书院|茶社|剧场))"
    "(?=举办|举行|开展|开讲|启动|召开|开幕|上演)"
)
"""在泉声书房举办: a venue with a name of its own, where something is held."""
WING = re.compile("(?:新|老|东|西|南|北|中|主)院区")
VENUE = re.compile(
    "(?:图书馆|文化馆|群艺馆|博物馆|美术馆|科技馆|文化中心|艺术中心|文体中心|演艺中心|市民中心|行政中心|展览中心|博览中心|奥体中心|会展中心|活动中心|体育中心|大剧院|文化宫|少年宫|影剧院)$"
)
IN = ("在", "于", "走进", "来到")
HELD = re.compile("(?:[^，。；]{0,6}(?:报告厅|展厅|广场|会议室|多功能厅))?(?:正式|圆满|成功|隆重|集中|同步|联合|火热)?(?:开展|举行|举办|召开|开幕|启动|落幕|上演|拉开|开赛|开讲|展出|闭幕|欣赏|参观|观看|观展|看展|看书|阅读|借阅|体验|打卡)")  # fmt: skip


def more_places(view: SentenceView, found: Sequence[Candidate], places: Sequence[Candidate]) -> list[Candidate]:
    """Places built from what was found: `found` are the areas and bodies of a sentence, `places` its roads and waters.

    长安路与重庆路|交叉口 is one place; 在|区图书馆|举行 names where, not who; 县医院|新院区 is a place too.
    """
    bodies = [one for one in found if one.type == "organisation"]
    return [
        *_crossings(view, places),
        *_numbered(view),
        *_stretches(view, places),
        *_arms(view, places),
        *_houses(view, bodies),
        *_quoted(view.text),
        *(
            Candidate(*hit.span("name"), "place", "venue with a name of its own", 0.7, "venue")
            for hit in READ_IN.finditer(view.text)
        ),
    ]


def _crossings(view: SentenceView, places: Sequence[Candidate]) -> Iterator[Candidate]:
    text = view.text
    roads = {one.start: one for one in places if one.kind == "road"}
    for one in roads.values():
        joint = JOINT.match(text, one.end)
        other = roads.get(joint.end()) if joint else None
        mark = CROSSING.match(text, other.end) if other else None
        if mark and (text[one.end] != "、" or mark[0] != "路口"):  # 蓝田路、人民路路口 are two places
            yield Candidate(one.start, mark.end(), "place", "crossing of two roads", 0.97, "road")


def _stretches(view: SentenceView, places: Sequence[Candidate]) -> Iterator[Candidate]:
    for one in places:
        other = STRETCH.match(view.text, one.end) if one.kind == "road" else None
        if other:
            yield Candidate(*other.span("name"), "place", "end of a stretch of road", 0.8, "road")


def _numbered(view: SentenceView) -> Iterator[Candidate]:
    if not any(word in view.text for word in ("国道", "省道", "县道", "乡道", "高速", "线")):
        return
    for hit in NUMBERED.finditer(view.text):
        yield Candidate(hit.start(), hit.end(), "place", "numbered road", 0.9, "road")


def _arms(view: SentenceView, places: Sequence[Candidate]) -> Iterator[Candidate]:
    for one in places:
        arm = ARM.match(view.text, one.end) if one.kind == "water" else None
        if arm:
            yield Candidate(one.start, arm.end(), "place", "arm of a river", one.score, "water")


def _quoted(text: str) -> Iterator[Candidate]:
    for hit in QUOTED.finditer(text) if "“" in text else ():
        if not NOT_PLACED.search(text, max(0, hit.start() - 12), hit.start()):
            yield Candidate(*hit.span("name"), "place", "venue in quotation marks", 0.7, "venue")


def _houses(view: SentenceView, bodies: Sequence[Candidate]) -> Iterator[Candidate]:
    text = view.text
    for one in bodies:
        wing = WING.match(text, one.end) if one.kind == "hospital" else None
        if wing:
            yield Candidate(one.start, wing.end(), "place", "house of a hospital", 0.92, "venue")
        elif text.endswith(IN, 0, one.start) and HELD.match(text, one.end) and VENUE.search(text, one.start, one.end):
            yield Candidate(one.start, one.end, "place", "a body's house where something is held", 0.97, "venue")
