"""Which official areas a printed name can mean inside another area, and how to choose among several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.lexicon.division_names import CLASS_WORDS
from pipeline.lexicon.division_vote import prefecture_of
from pipeline.lexicon.divisions import Division, Divisions, contains
from pipeline.records import Level

RESIDENTIAL = re.compile(
    r"(?:小区|花园|苑|家园|嘉园|公馆|华府|家属院|家属楼|家属区|号院|大院|生活区|安置区|[一二三四五六七八九十A-Za-z\d]区|[一二三四五六七八九十\d]期)$"
)
ZONE = re.compile(r"(?:开发区|示范区|实验区|试验区|新区|高新区|经开区|集聚区|保税区|港区|管理区|园区|合作区|先行区)$")
SAME_ZONE = (
    ("高新区", "高新技术产业开发区"),
    ("经开区", "经济技术开发区"),
    ("航空港区", "航空港经济综合实验区"),
    ("开发区", "经济技术开发区"),
    ("开发区", "经济开发区"),
)
LEVELS: tuple[tuple[str, Level], ...] = (
    ("街道", "street"), ("社区", "community"), ("村", "community"), ("嘎查", "community"), ("镇", "street"), ("乡", "street"),
    ("苏木", "street"), ("省", "province"), ("自治区", "province"), ("市", "city"), ("州", "city"), ("盟", "city"),
    ("县", "county"), ("区", "county"), ("旗", "county"),
)  # fmt: skip


def level_of(name: str, kind: str | None) -> Level:
    """The level that a name outside the list stands on.

    >>> level_of("翠湖小区", None), level_of("临港新区", None), level_of("翠湖社区", None), level_of("小辛庄村", "community")
    ('residential', 'functional', 'community', 'community')
    """
    if kind in ("country", "province", "city", "county", "functional", "street", "community", "residential"):
        return kind  # type: ignore[return-value]
    if RESIDENTIAL.search(name):
        return "residential"
    if ZONE.search(name):
        return "functional"
    return next((level for tail, level in LEVELS if name.endswith(tail)), "residential")


def is_bare(name: str) -> bool:
    """Whether a name has lost its class word: 南关 for 南关街街道, 鹤壁 for 鹤壁市."""
    return not name.endswith(tuple(CLASS_WORDS)) and not RESIDENTIAL.search(name)


def inside(name: str, scope: str, divisions: Divisions) -> list[Division]:
    """The areas in a scope that a name can mean: full names if there are any, else short ones of the highest level."""
    hits = [d for d in divisions.named(name, within=scope) if d.code != scope or not is_bare(name)]
    full = [d for d in hits if name in (d.name, d.listed)]
    if full:
        return full
    if is_bare(name):
        hits = [d for d in hits if d.level != "community"] or hits
        top = min((len(d.code) for d in hits), default=0)
        return [d for d in hits if len(d.code) == top]
    return hits


def narrow(hits: Sequence[Division], *contexts: Iterable[str]) -> Division | None:
    """The one hit that lies in an area of the contexts, tried one after the other; None when it stays open."""
    if len(hits) == 1:
        return hits[0]
    for codes in contexts:
        kept = [d for d in hits if any(contains(code, d.code) and code != d.code for code in codes)]
        if len(kept) == 1:
            return kept[0]
    return None


def nationwide(name: str, own: str | None, divisions: Divisions, printed: Sequence[str]) -> tuple[Division | None, str]:
    """A province, prefecture or county that only one place of the country can mean, and why.

    Short names of counties outside the page's province are never guessed: 南关 is not 长春市南关区.
    """
    hits = list(divisions.upper_named(name))
    rank = {"province": 0, "city": 1, "county": 2, "functional": 2}
    hits.sort(key=lambda d: (rank.get(d.level, 3), d.code))
    upper = [d for d in hits if d.level in ("province", "city")]
    full = [d for d in hits if d.name == name]
    if len(full) == 1 and (not upper or full[0] in upper or not is_bare(name)):
        return full[0], "only one area of the country has this name"
    if upper and is_bare(name):
        return upper[0], "short name of a province or prefecture"
    near = narrow(hits, printed, *([[own[:2] + "0000"]] if own else []))
    if near and (contains((own or "00")[:2] + "0000", near.code) or any(contains(p, near.code) for p in printed)):
        return near, "the only area of this name in the province or beside an area printed here"
    if len(hits) == 1 and not is_bare(name):
        return hits[0], "only one area of the country has this name"
    return None, ""


def zone_matches(name: str, zone: str) -> bool:
    """Whether a printed zone name can be short for a full one.

    >>> zone_matches("开发区", "鹤壁经济技术开发区"), zone_matches("郑州高新区", "郑州高新技术产业开发区")
    (True, True)
    >>> zone_matches("示范区", "鹤壁经济技术开发区")
    False
    """
    forms = {name, *(name.removesuffix(short) + long for short, long in SAME_ZONE if name.endswith(short))}
    core = {re.sub(r"^[市省区县]", "", form) for form in forms}
    return any(zone == form or zone.endswith(form) for form in core)


def prefectures(codes: Iterable[str]) -> list[str]:
    """The prefectures that codes lie in, in order, without those of whole provinces."""
    return list(
        dict.fromkeys(
            p for c in codes if not (p := prefecture_of(c)).endswith("0000") or p[:2] in ("11", "12", "31", "50")
        )
    )
