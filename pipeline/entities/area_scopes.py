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
    if full:  # a farm or a mine is listed as a street and again as the one community inside it
        return [d for d in full if not any(o.code != d.code and contains(o.code, d.code) for o in full)]
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


def nationwide(name: str, own: str | None, divisions: Divisions, named: Sequence[str]) -> tuple[Division | None, str]:
    """A province, prefecture or county outside the paper's city, and the evidence for it; never a guess.

    Evidence is a city named in the article (`named`, codes), or a name whose kind is safe: the short or full name of a
    province or prefecture, the full name of a county that no other area of the country bears. A district (区) needs its
    city, for many a city calls a part of itself 东城区 or 鼓楼区 too; a short county name needs it as well.
    """
    rank = {"province": 0, "city": 1, "county": 2, "functional": 2}
    hits = sorted(divisions.upper_named(name), key=lambda d: (rank.get(d.level, 3), d.code))
    upper = [d for d in hits if d.level in ("province", "city")]
    full = [d for d in hits if d.name == name]
    if full and full[0] in upper:
        return full[0], "full name of a province or prefecture"
    lower = [d for d in hits if d not in upper]
    near = [d for d in lower if any(contains(code, d.code) for code in named)]
    if len(near) == 1 and not any(u.code in named for u in upper):
        return near[0], "in a city that the article names"
    if upper and not full:  # 苏州, 吉林: their last character is no class word here
        rival = upper[0].level == "city" and own and own[:2] != upper[0].code[:2]
        if rival and any(d.code[:2] == (own or "")[:2] for d in lower):
            return None, ""  # 朝阳 in a paper of 吉林: 朝阳市, or 长春市朝阳区
        return upper[0], "short name of a province or prefecture"
    if len(full) == 1 and _safe(full[0], divisions):
        return full[0], "only one area of the country has this name"
    return None, ""


def _safe(area: Division, divisions: Divisions) -> bool:
    """Whether a full name that is the only one in the country says by itself which area is meant."""
    if area.level == "functional":
        return any(form in area.name for d in divisions.above(area.code) for form in divisions.forms(d))
    return not area.name.endswith("区") or area.name.endswith(("林区", "特区"))


def cities_named(names: Iterable[str], divisions: Divisions) -> list[str]:
    """Codes of the prefectures and municipalities that names stand for, in order; 吉林 is the province.

    >>> from pipeline.lexicon import load_lexicon
    >>> cities_named(["开封", "河南省", "海淀区", "北京"], load_lexicon().divisions)
    ['410200', '110000']
    """
    found = []
    for name in names:
        top = min(divisions.upper_named(name), key=lambda d: len(d.code.rstrip("0")), default=None)
        if top and top.level in ("city", "province") and prefectures([top.code]):
            found.append(top.code)
    return list(dict.fromkeys(found))


def candidates(areas: Sequence[Division], divisions: Divisions) -> str:
    """What a name left open could mean, for the reader: the first three with the areas right above them.

    >>> from pipeline.lexicon import load_lexicon
    >>> china = load_lexicon().divisions
    >>> candidates(china.upper_named("鼓楼区"), china)
    '320106 鼓楼区（南京市）, 320302 鼓楼区（徐州市）, 350102 鼓楼区（福州市）, …'
    """
    shown = [
        f"{d.code} {d.name}" + (f"（{above[0].name}）" if (above := divisions.above(d.code)) else "") for d in areas[:3]
    ]
    return ", ".join(shown + ["…"] * (len(areas) > 3))


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
