"""Functional zones: their full names (鹤壁经济技术开发区), 市城乡一体化示范区, and a bare 开发区 where the page tells which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.listed import SHORT
from pipeline.mentions.districts.page import ALONE, PageAreas
from pipeline.mentions.edges import STOP, Edges

KIND = (
    "国家级?|省级?|经济|技术|高新|产业|新技术|城乡|一体化|产城|融合|先进|制造业?|综合|航空港?|临空|临港|空港|自主|创新|自由|贸易|跨境|电子商务|农业|农村|现代|"
    "生态|文化|旅游|循环|化工|食品|物流|商务|科技|中央|绿色|数字|智能|国际|合作|保税|出口|加工|工业|装备|新材料|陶瓷|专业|特色|高新技术|先行|试验"
)
TAIL = "开发区|示范区|实验区|试验区|新区|高新区|经开区|产业集聚区|集聚区|产业区|保税区|度假区|先行区|合作区|港区|工业园区|产业园区|商务区"
ZONE = re.compile(rf"(?:{KIND})+(?:{TAIL})(?!域)")
BARE = re.compile(rf"(?:{'|'.join(ALONE)})(?!域|建设|创建)")
MAKING = (
    "打造",
    "建设",
    "创建",
    "成为",
    "建成",
    "争创",
    "构建",
    "设立",
    "国家级",
    "省级",
    "级",
    "各",
    "个",
    "全国",
    "全省",
    "首批",
    "等",
    "类",
    "大",
)
AREA = re.compile(r"(?:市|省|区|县)$")


def by_zone(edges: Edges, page: PageAreas, areas: list[Candidate]) -> Iterator[Candidate]:
    """Candidates of a sentence; an area that ends where the kind begins belongs to the zone's name."""
    text = edges.text
    covered: set[int] = set()
    for match in ZONE.finditer(text):
        start = _left(edges, match.start(), areas)
        generic = start == match.start() and not _alone_here(edges, page, match[0], start)
        if not generic:
            covered.update(range(start, match.end()))
            yield Candidate(start, match.end(), "district", "zone grammar", 0.93, "functional", ("kind of zone",))
    for name, _ in page.zones:
        for match in re.finditer(re.escape(name), text) if len(name) > 3 and name in text else ():
            covered.update(range(*match.span()))
            yield Candidate(
                match.start(), match.end(), "district", "zone list", 0.95, "functional", ("in the list of zones",)
            )
    for match in BARE.finditer(text):
        if match.start() not in covered and _alone_here(edges, page, match[0], match.start()):
            yield Candidate(
                match.start(), match.end(), "district", "bare zone", 0.8, "functional", ("the page tells which",)
            )


def with_city(text: str, found: list[Candidate]) -> list[Candidate]:
    """A zone's name begins with the short name of its city or province: 绍兴滨海新区, 四川天府新区, but 上海|浦东新区.

    The two 新区 that are districts of their own, in 上海 and 天津, stay apart (Ministry of Civil Affairs, county codes).
    """
    fronts = {c.end: c.start for c in found if c.kind in ("city", "province") and SHORT in c.reasons and c.score >= 0.7}
    out = []
    for one in found:
        front = fronts.get(one.start)
        zone = one.kind == "functional" or text.endswith("新区", one.start, one.end)
        apart = front is not None and text[front : one.start] in ("上海", "天津")
        out.append(replace(one, start=front) if front is not None and zone and not apart else one)
    return out


def _left(edges: Edges, start: int, areas: list[Candidate]) -> int:
    """Where the zone's name begins: an area or 市 right before the kind is part of it."""
    before = [c.start for c in areas if c.end == start]
    if before:
        return min(before)
    if AREA.search(edges.text[:start]) and (edges.before(start - 1) > 0):
        return start - 1
    word = edges.by_end.get(start)
    return word.start if word and word.tag in ("LOC", "ns") and word.end - word.start <= 4 else start


def _alone_here(edges: Edges, page: PageAreas, name: str, start: int) -> bool:
    if not page.zone_alone(name) or edges.text.endswith(MAKING, 0, start):
        return False
    if start == 0 or STOP.match(edges.text[start - 1]):
        return True
    word = edges.by_end.get(start)
    if edges.tagged:
        return word is not None and (word.tag in ("p", "c", "TIME", "f", "LOC", "d", "ad", "PER") or _verb(word.text))
    return start in edges.starts


def _verb(word: str) -> bool:
    return word.endswith(
        ("在", "到", "赴", "进", "入", "于", "来自", "深入", "前往", "走访", "调研", "联合", "组织", "率", "让", "给")
    )
