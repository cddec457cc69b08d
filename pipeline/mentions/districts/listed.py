"""Areas by the lists: provinces, prefectures and counties in full or short form, countries, by-names of the page's city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import ahocorasick

from pipeline.lexicon import Lexicon
from pipeline.lexicon.divisions import Division
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.page import PageAreas
from pipeline.mentions.edges import STOP, Edges

SHORT = "short name in the official list"
ROAD = re.compile(r"[东西南北中前后一二三四五六七八九十]?(?:环?路|大?街(?![道头区面心市])|大道|巷|高速|铁路|高铁)")
OTHER = re.compile(r"[人话菜剧语商帮籍族货产]")
"""What makes another word of a bare name: 河南人, 四川话, 豫剧."""
FULL_OTHER = re.compile(r"市场(?!监|局)|区[域别块分间]|县级|县城(?!关|.{0,3}(?:街道|[镇乡村]))")
"""What makes another word of the end of a full name: 市场, 区域, 县城, but not 县|城关镇."""
CHINA_WORDS = (
    "特色",
    "式",
    "梦",
    "共产党",
    "人民",
    "共青团",
    "工商",
    "建设银",
    "农业银",
    "银行",
    "移动",
    "联通",
    "电信",
    "石化",
    "石油",
    "青年",
    "少年",
)
ORDINARY_FULL = frozenset(("老城区", "新城区", "城中区", "市中区", "东城区", "西城区", "城区", "郊区", "矿区"))
"""Full names that are common nouns outside the city that has such a district."""
VISITED = re.compile("(?:走进|来到|走访|[赴在到])$")
JOINING = "和与及"
"""What a county's name (和县) can be instead."""
TOGETHER = re.compile(r"^[、和与及]$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the lists: what it may mean, whether in short form, whether it is an ordinary word too."""

    name: str
    areas: tuple[Division, ...]
    bare: bool
    ordinary: bool
    country: bool = False


def by_list(edges: Edges, page: PageAreas, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates of a sentence, those in lists (安阳、鹤壁、濮阳) lending each other weight."""
    found = []
    for end, listed in _matcher(lexicon).iter(edges.text):
        start = end + 1 - len(listed.name)
        score, why = _score(edges, page, listed, start, end + 1)
        if score > 0:
            found.append((start, end + 1, score, why, listed))
    found.sort(key=lambda f: (f[0], -f[1]))
    beside = {i for i, (a, b) in enumerate(pairwise(found)) if TOGETHER.match(edges.text[a[1] : b[0]])}
    for i, (start, stop, score, why, listed) in enumerate(found):
        mates = i in beside or i - 1 in beside
        if score + 0.3 * mates >= 0.5:
            level = "country" if listed.country else listed.areas[0].level
            yield Candidate(start, stop, "district", "district list", min(0.99, score + 0.1 * mates), level, why)
    for name in sorted(page.nicknames):
        for match in re.finditer(name, edges.text):
            if not edges.text.startswith(("大", "路", "街"), match.end()) and edges.before(match.start()) > -1:
                yield Candidate(match.start(), match.end(), "district", "city by-name", 0.7, "city")


def _score(edges: Edges, page: PageAreas, listed: Listed, start: int, end: int) -> tuple[float, tuple[str, ...]]:
    text = edges.text
    if listed.country:
        if listed.name == "中国" and text.startswith(CHINA_WORDS, end):
            return 0.0, ()
        return (0.9 if not edges.cut(start) else 0.3), ("country",)
    if ROAD.match(text, end) and (listed.bare or text[end - 1] not in "市省"):
        return 0.0, ()
    if listed.name in ORDINARY_FULL and not any(page.near(d) for d in listed.areas):
        return 0.0, ()
    if listed.name[0] in JOINING and len(listed.name) == 2 and start and not any(page.near(d) for d in listed.areas):
        return 0.0, ()  # 乡镇|和|县直部门
    if not listed.bare:
        if FULL_OTHER.match(text, end - 1):
            return 0.0, ()
        crossing = edges.cut(start) and not edges.word_over(start, end)
        return (0.55 if crossing else 0.95), ("full name in the official list",)
    near = any(page.near(d) for d in listed.areas)
    province = any(p[:2] == d.code[:2] for p in page.prefectures for d in listed.areas)
    upper = any(d.level in ("province", "city") for d in listed.areas)
    word = edges.by_start.get(start)
    exact = bool(word and word.end == end and word.tag in ("LOC", "ns"))
    if OTHER.match(text, end) and not exact:
        return 0.0, ()
    if not exact and edges.tagged and edges.cut(start):
        over = edges.word_over(start, end)
        if not (over and over.tag in ("ORG", "LOC", "nz")):
            return 0.0, ()
    if not exact and word and word.end > end and text[end] != "站" and word.tag not in ("ORG", "LOC", "nz", "nt", "ns"):
        return 0.0, ()
    printed = any(d.name in page.text for d in listed.areas)
    score = (
        0.35 * exact
        + 0.3 * near
        + 0.15 * province
        + ((0.35 if listed.ordinary else 0.6) if upper else 0.1)
        + 0.2 * printed
        + 0.2 * bool(printed and near and VISITED.search(text, max(0, start - 2), start))
        - 0.4 * listed.ordinary
    )
    if not near and not province and not upper and not (exact and len(listed.areas) == 1):
        return 0.0, ()
    return score, (
        SHORT,
        *(("tagged LOC",) if exact else ()),
        *(("of the page's city",) if near else ()),
    )


def street_shorts(edges: Edges, page: PageAreas) -> Iterator[Candidate]:
    """Bare names of streets, counties and communities whose full form the page prints: 让南关更加整洁, 幸福满黎阳."""
    for short, full in _printed_shorts(page):
        for match in re.finditer(short, edges.text):
            start, end = match.span()
            if (
                edges.text.startswith(full, start)
                or ROAD.match(edges.text, end)
                or re.match(r"[区县市镇乡村街社小苑院]|[河湖江溪桥库](?![北南东西])", edges.text[end:])
            ):
                continue
            word = edges.by_start.get(start)
            exact = bool(word and word.end == end and word.tag in ("LOC", "PER", "ns"))
            if word and word.end == end and word.tag in ("v", "vn", "a", "an", "d", "ad"):
                continue
            closed = end == len(edges.text) or bool(STOP.match(edges.text[end]))
            noun = word is not None and word.end == end and word.tag in ("n", "nz", "m", "t", "s")
            if noun and not (edges.before(start) >= 2 and (closed or edges.text[end] in "的更")):
                continue
            if (
                exact
                or (not edges.cut(start) and (not edges.cut(end) or closed))
                or (closed and edges.before(start) > -1)
            ):
                yield Candidate(start, end, "district", "short form of a printed area", 0.72, "street", (full,))


@lru_cache(maxsize=2)
def _printed_shorts(page: PageAreas) -> tuple[tuple[str, str], ...]:
    """(short, full) for every street or town of the list or the page's text with a tail that leaves two characters or more."""
    out: dict[str, str] = {}
    for match in re.finditer(r"(?=([\u4e00-\u9fff]{2,6}(?:街街道|街道|镇|乡)))", page.text):
        full = match[1]
        if not page.divisions.streets_named(full):
            continue
        division = page.known(full)
        for form in page.divisions.forms(division)[1:] if division else ():
            if form[-1] not in "路街桥" and len(form) >= 2:
                out.setdefault(form, full)
    return tuple(sorted(out.items()))


@lru_cache(maxsize=2)
def _matcher(lexicon: Lexicon) -> ahocorasick.Automaton:
    ordinary = {row["name"] for row in lexicon.words("ordinary_words")}
    names: dict[str, Listed] = {}
    for division in lexicon.divisions.upper():
        full, *short = lexicon.divisions.forms(division)
        for form in (full, *short):
            if division.level == "functional" and form != full:
                continue
            bare = form != full and (len(form) == 2 or form[-1] not in "区县旗州市")
            areas = (*(names[form].areas if form in names else ()), division)
            areas = tuple(sorted(areas, key=lambda d: ({"province": 0, "city": 1}.get(d.level, 2), d.code)))
            names[form] = Listed(form, areas, bare and (form not in names or names[form].bare), form in ordinary)
    for row in lexicon.words("countries"):
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                names[name] = Listed(name, (), False, False, country=True)
    matcher = ahocorasick.Automaton()
    for name in sorted(names):
        matcher.add_word(name, names[name])
    matcher.make_automaton()
    return matcher
