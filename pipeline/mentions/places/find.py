"""Named places that are no administrative areas: roads, rivers, mountains, parks, memorials, venues, care homes, malls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.find import find_districts
from pipeline.mentions.districts.listed import SHORT
from pipeline.mentions.districts.names import never_inside
from pipeline.mentions.edges import STOP, Edges
from pipeline.mentions.view import SentenceView

THRESHOLD = 3.0
CONTINENTS = re.compile(
    r"亚洲|欧洲|非洲|北美洲|南美洲|大洋洲|拉丁美洲|拉美|北美|南美|东南亚|中东(?!部)|中亚(?!热)|东欧|西欧|北欧|南极|北极|太平洋|大西洋|印度洋"
)
AREA_FOLLOWS = re.compile(
    r"街道|社区|小区|办事处|派出所|小学|中学|支行|分局|[0-9〇一二三四五六七八九十]+号(?:院|家属院|小区)|家属院|村|镇|站|店|市场|广场|公园|大厦|花园|桥(?![下上面头底梁洞墩体])|校区|菜市"
)
ROAD_CONTEXT = re.compile(
    r"[与和、]?.{0,6}(?:交叉口|交会处|路口|沿线|沿街|两侧|段|[0-9]+号|以[东西南北]|[东西南北]侧|[东西南北]段|施工|改造|道路)"
)
MADE = re.compile("沿线|两侧|周边|附近|建成|改造|新建|新增|建设|打造|扩建|修建|走进|来到|参观|前往|带队")
"""What stands between a name and a common noun: 岘山路沿线建成|口袋公园."""
COUNTED = re.compile(
    "^(?:[一两几某这那每各]|第?[一二三四五六七八九十]+)[处座条家个所间片块]|[0-9余多]+[处座条家个所间片块]"
)
"""一处河堤, 两座公园: counted, not named."""
SQUARE_HELD = re.compile("(?:上)?(?:开展|举行|举办|启动|设立|开幕|拉开|集中|搭建|摆|上演|正式)")
SOME = ("不少", "许多", "一些", "部分", "众多", "大片", "成片", "多处", "很多", "有些", "某些", "多座", "多条")
MOVING = frozenset(["v", "vd", "p", "d", "ad", "c", "u", "r", "xc"])
SURE_TAILS = ("水库", "大桥", "水闸", "立交桥", "隧道")
"""Hardly anything else ends so, whether or not the tagger knows the name."""
LINGUISTIC = frozenset("的了和与及在各该本全某等着")
NAMES = ("LOC", "ns", "ORG", "nz", "PER")
WATER = frozenset("江河湖海溪渠山岭川库")
VISITED = re.compile("(?:^|[，。；、！]|[在到赴]|走进|来到|位于|前往|游览|走访)$")
AREA_LEAN = re.compile(r"(?<![一二三四五六七八九十两多各全我])[市区县]$")


@dataclass(frozen=True)
class PlaceTail:
    """A class word of places, its kind, whether it takes areas before it, and how long a name before it is."""

    word: str
    kind: str
    swallow: bool
    least: int
    most: int


def find_places(view: SentenceView, areas: Sequence[Candidate] | None = None) -> list[Candidate]:
    """Every named place of a sentence, sorted; `areas` saves finding the districts again.

    A generic head takes the areas before it (山城区长风中路街道养老公寓), a name of its own does not (兰考县|焦裕禄纪念园).
    """
    edges = Edges(view)
    districts = find_districts(view) if areas is None else areas
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in [*_by_tail(edges, view.lexicon, districts), *_continents(edges)]:
        span = (candidate.start, candidate.end)
        if span not in found or found[span].score < candidate.score:
            found[span] = candidate
    kept = [c for c in found.values() if not any(_covers(o, c) for o in found.values())]
    return sorted(kept, key=lambda c: (c.start, c.end))


@lru_cache(maxsize=2)
def place_tails(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, PlaceTail], dict[str, str]]:
    """The class words of places, what the table says of each, and the words that leave a common noun."""
    rows = {
        r["tail"]: PlaceTail(r["tail"], r["kind"], r["swallow"] == "yes", int(r["least"]), int(r["most"]))
        for r in lexicon.words("place_tails")
    }
    generic = {r["word"]: r["kind"] for r in lexicon.words("generic_place_words")}
    return re.compile("|".join(sorted(rows, key=lambda w: (-len(w), w)))), rows, generic


def _by_tail(edges: Edges, lexicon: Lexicon, areas: Sequence[Candidate]) -> Iterator[Candidate]:
    pattern, rows, generic = place_tails(lexicon)
    ended = {a.end: a for a in areas if a.score >= 0.7}
    inside = {i for a in areas for i in range(a.start, a.end)}
    for match in pattern.finditer(edges.text):
        tail = rows[match[0]]
        if match.end() - 1 in inside or (tail.kind == "road" and AREA_FOLLOWS.match(edges.text, match.end())):
            continue
        if tail.swallow and (swallowed := _swallow(edges, areas, ended, generic, match.start())) is not None:
            yield Candidate(
                swallowed, match.end(), "place", "place grammar", 0.85, tail.kind, ("generic head with its area",)
            )
            continue
        best = _best(edges, lexicon, tail, generic, ended, match.start(), match.end())
        if best:
            score, start = best
            yield Candidate(start, match.end(), "place", "place grammar", min(0.95, 0.4 + score / 14), tail.kind)


def _swallow(
    edges: Edges, areas: Sequence[Candidate], ended: dict[int, Candidate], generic: Mapping[str, str], tail: int
) -> int | None:
    """Where a generic place begins: at the first of the areas, or 市 and 区, that stand right before its common words."""
    for length in range(0, 7):
        start = tail - length
        head = edges.text[start:tail]
        if start < 0 or STOP.search(head):
            return None
        if MADE.search(head):
            return None
        if length and head not in generic and not (edges.ordinary(start, tail) and _still(edges, start, tail)):
            continue
        if start in ended:
            while start in ended:
                start = min(a.start for a in areas if a.end == start)
            return start
        if AREA_LEAN.search(edges.text[:start]) and edges.before(start - 1) > 0.5:
            return start - 1
    return None


def _still(edges: Edges, start: int, end: int) -> bool:
    """No verb or function word between an area and a generic place: 裕华社区|建成|长者食堂 is no name."""
    return not any(w.tag in MOVING for w in edges.words if start <= w.start and w.end <= end)


def _best(
    edges: Edges,
    lexicon: Lexicon,
    tail: PlaceTail,
    generic: Mapping[str, str],
    ended: dict[int, Candidate],
    tail_start: int,
    end: int,
) -> tuple[float, int] | None:
    options = []
    noise = never_inside(lexicon)
    for start in range(tail_start - max(1, tail.least), max(-1, tail_start - tail.most - 1), -1):
        head = edges.text[start:tail_start]
        if start < 0 or STOP.search(head) or noise.search(head):
            break
        options.append((_score(edges, tail, generic, start, tail_start, end, start in ended), -start))
        if start in ended:
            first = ended[start].start
            if SHORT in ended[start].reasons and tail.kind in ("memorial", "park") and _one_name(edges, first, end):
                options.append((_score(edges, tail, generic, first, tail_start, end, True), -first))
            break
    if not options:
        return None
    score, start = max(options)
    return (score, -start) if score >= THRESHOLD else None


def _one_name(edges: Edges, start: int, end: int) -> bool:
    """The tagger takes all of it for one place: 百色起义纪念馆."""
    word = edges.by_start.get(start)
    return word is not None and word.end == end and word.tag in ("LOC", "ns")


def _score(
    edges: Edges, tail: PlaceTail, generic: Mapping[str, str], start: int, tail_start: int, end: int, behind_area: bool
) -> float:
    head = edges.text[start:tail_start]
    if COUNTED.search(head) or edges.text.endswith(SOME, 0, start):
        return -9.0
    score = edges.before(start) - edges.inside(start, tail_start)
    score -= 4.0 * bool(MADE.search(head, 2) or head.startswith(("走进", "来到", "参观", "前往")))
    word = edges.by_start.get(start)
    exact = bool(word and word.end == end and word.tag in NAMES)
    within = edges.tag_from(start, end)  # 阿尔茨海|默病 is nobody's sea
    exact = exact or (
        tail.kind in ("water", "memorial") and within in NAMES and (within not in ("nz", "ORG") or not edges.cut(end))
    )
    reaching = bool(word and word.tag in ("LOC", "ns") and word.end < end)
    score -= 2.0 * sum(w.tag in ("LOC", "ns") for w in edges.words if start < w.start and w.end <= tail_start)
    score += 1.5 * bool(tail.kind == "memorial" and word and word.tag == "PER" and word.end == tail_start)
    score -= 9.0 * (tail.word == "路" and head[-1].isascii())  # K1路 is a bus
    score += 0.8 * (tail.kind == "care home" and len(head) >= 2)  # 福泽园|颐养院: hardly anything else ends so
    score += 2.5 * exact + 1.5 * reaching + 1.0 * behind_area
    score -= 0.0 if reaching else _common(edges.text, tail, generic, start, tail_start)
    if tail.kind in ("road", "water", "land") and not exact:
        context = tail.kind == "road" and ROAD_CONTEXT.match(edges.text, end)
        score -= 1.5 if context or (tail.word in SURE_TAILS and reaching) else 4.0
    here = edges.text[tail_start:end] == "小镇" and VISITED.search(edges.text[:start])
    if edges.ordinary(start, tail_start) and not exact and here:
        score -= 0.8  # 在越剧小镇开幕
    elif edges.ordinary(start, tail_start) and not exact and _square_held(edges, tail, start, tail_start, end):
        score -= 0.2  # 在正气广场开展
    elif edges.ordinary(start, tail_start) and not exact:
        score -= 0.0 if head.endswith(("站", "广场", "公园")) and edges.by_start.get(start) and len(head) <= 4 else 3.5
    if any(ch in LINGUISTIC for ch in head) and not exact:
        score -= 3.0
    if edges.cut(end):
        score -= 1.0
    return score + {1: -0.5, 2: 0.5, 3: 0.5, 4: 0.2}.get(len(head), 0.0)


def _square_held(edges: Edges, tail: PlaceTail, start: int, tail_start: int, end: int) -> bool:
    """In a square with a word of two characters before it something is held: it is that town's 正气广场."""
    at = VISITED.search(edges.text[:start]) and SQUARE_HELD.match(edges.text, end)
    return tail.kind == "square" and tail_start - start == 2 and bool(at)


def _common(text: str, tail: PlaceTail, generic: Mapping[str, str], start: int, tail_start: int) -> float:
    """What a word that leaves a common noun takes away: 背街小|巷, 口袋|公园; 文化|路 is a name, 文化|广场 is none."""
    if tail.kind in ("water", "land") and set(text[start:tail_start]) <= WATER:
        return 9.0
    for length in range(min(6, tail_start), 0, -1):
        kind = generic.get(text[tail_start - length : tail_start])
        if kind is None or (kind == "venue" and tail.kind in ("road", "water", "land")):
            continue
        if text[tail_start - length : tail_start] == "人民" and length == tail_start - start:
            continue  # 人民广场, 人民公园: the town's one
        return 9.0 if length > 1 or tail_start - start == 1 else 0.0
    return 0.0


def _continents(edges: Edges) -> Iterator[Candidate]:
    for match in CONTINENTS.finditer(edges.text):
        if not edges.cut(match.start()):
            yield Candidate(match.start(), match.end(), "place", "continents", 0.85, "land")


def _covers(outer: Candidate, inner: Candidate) -> bool:
    return (
        outer is not inner
        and outer.start <= inner.start
        and inner.end <= outer.end
        and outer.score >= inner.score - 0.2
    )
