"""Areas by the grammar of their names: a head, then a class word such as 社区, 街道, 小区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.district_page import PageAreas
from pipeline.mentions.district_score import Reading, Tail
from pipeline.mentions.edges import STOP, Edges

THRESHOLD = 2.0
OFFICIAL = "In the official list"
HAN = re.compile(r"[\u4e00-\u9fff]")
AFTER = {
    "村": "民庄落居容级里镇寨医校", "镇": "长痛静定压江守区上", "乡": "村镇土情亲音贤愁里下科", "区": "域别块分间位划县级内外里", "市": "场民容面值井价区",
    "县": "城域级区直", "苑": "区", "省": "级会外内份", "旗": "下帜舰袍", "新区": "域",
}  # fmt: skip
"""Characters that, right behind a class word, make another word of it: 村民, 区域, 市场."""
OFFICES = ("民政", "民代表", "民政府", "民委员会", "场监", "场局", "长")
LONGER = re.compile(r"小区|社区|家属院|大院|街道")
"""Class words that, right behind another, go on with the same name: 景祥苑|小区."""
PART = re.compile(r"[（(]?(?:[A-Za-z]|[东西南北中]|[一二三四五六七八九十]+|\d+)[区期院](?![域别块间内])[）)]?")


@lru_cache(maxsize=2)
def tails(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Tail]]:
    """The class words, longest first, and what the table says of each."""
    rows = {r["tail"]: _tail(r) for r in lexicon.words("area_tails")}
    return re.compile("|".join(sorted(rows, key=lambda w: (-len(w), w)))), rows


def _tail(row: Mapping[str, str]) -> Tail:
    return Tail(row["tail"], row["level"], int(row["least"]), int(row["most"]))  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def generic(lexicon: Lexicon) -> dict[str, str]:
    """Words that make a common noun of a class word behind them, with their kind: always, verb, virtue, inside."""
    rows = lexicon.words("generic_area_words")
    return {r["word"]: r["kind"] for r in sorted(rows, key=lambda r: r["kind"] != "inside")}


@lru_cache(maxsize=2)
def never_inside(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that stand in no name outside the official list: 活动, 居民, 开展."""
    words = sorted({r["word"] for r in lexicon.words("generic_area_words") if r["kind"] == "inside"})
    return re.compile("|".join(words))


def by_grammar(
    edges: Edges, page: PageAreas, lexicon: Lexicon, ended: frozenset[int] = frozenset()
) -> Iterator[Candidate]:
    """Candidates of a sentence from left to right; where an area has `ended` is a good place for the next to begin."""
    pattern, rows = tails(lexicon)
    at = 0
    while match := pattern.search(edges.text, at):
        tail = rows[match[0]]
        found = _best(edges, page, lexicon, tail, match.start(), match.end(), ended)
        if found is None and tail.level == "functional" and match[0][-1] in rows:
            found = _best(edges, page, lexicon, rows[match[0][-1]], match.end() - 1, match.end(), ended)
        at = match.start() + 1 if found is None and tail.level == "functional" else match.end()
        goes_on = found is not None and tail.level != "street" and bool(LONGER.match(edges.text, found.end))
        if found and goes_on and tail.level not in ("residential", "community"):
            goes_on = OFFICIAL not in found.reasons
        if found and not goes_on and not _other_word(edges.text, found, tail.word):
            ended |= {found.end}
            yield found


def _best(
    edges: Edges, page: PageAreas, lexicon: Lexicon, tail: Tail, tail_start: int, end: int, ended: frozenset[int]
) -> Candidate | None:
    options = []
    words, noise = generic(lexicon), never_inside(lexicon)
    for start in range(tail_start - 1, max(-1, tail_start - tail.most - 1), -1):
        if STOP.match(edges.text[start]) or not _allowed(edges.text[start], tail):
            break
        reading = Reading(edges, page, words, ended, tail, start, tail_start, end)
        if noise.search(reading.head) and not reading.known:
            break
        if (tail_start in ended or end in ended) and not reading.known:
            continue  # 中原区|街道 is no name; nor is 助推新乡 where the list has 新乡
        if tail_start - start >= tail.least or reading.known:
            options.append((*reading.judge(), reading))
        if start in ended:
            break
    if not options:
        return None
    score, why, reading = max(options, key=lambda o: (o[0], -o[2].start))
    if score < THRESHOLD:
        return None
    level = reading.known or tail.level
    return Candidate(reading.start, end, "district", "district grammar", min(0.99, 0.5 + score / 14), level, why)


def _allowed(char: str, tail: Tail) -> bool:
    return bool(HAN.match(char)) or (tail.level == "residential" and char.isascii() and char.isalnum()) or char == "·"


def _other_word(text: str, found: Candidate, tail: str) -> bool:
    after = text[found.end : found.end + 1]
    return bool(after) and after in AFTER.get(tail, "") and not text.startswith(OFFICES, found.end)


def extended(text: str, found: Candidate) -> Candidate:
    """A residential name with the part of it that follows: 南洋花园 + A区, 阳光小区 + 二期.

    >>> c = extended("在翠湖花园A区开会", Candidate(1, 5, "district", "x", 0.9, "residential"))
    >>> "在翠湖花园A区开会"[c.start : c.end]
    '翠湖花园A区'
    """
    more = PART.match(text, found.end) if found.kind == "residential" else None
    if not more:
        return found
    return Candidate(found.start, more.end(), found.type, found.found_by, found.score, found.kind, found.reasons)
