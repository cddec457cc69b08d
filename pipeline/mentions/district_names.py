"""Areas by the grammar of their names: a head, then a class word such as 社区, 街道, 小区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.district_page import PageAreas
from pipeline.mentions.edges import STOP, Edges
from pipeline.records import Level

THRESHOLD = 2.0
HAN = re.compile(r"[\u4e00-\u9fff]")
AFTER: dict[str, str] = {
    "村": "民庄落居容级里镇寨医校", "镇": "长痛静定压江守区上", "乡": "村镇土情亲音贤愁里下科", "区": "域别块分间位划县级内外里", "市": "场民容面值井价区",
    "县": "城域级区直", "苑": "区", "省": "级会外内份", "旗": "下帜舰袍", "社区": "", "街道": "", "新区": "域",
}  # fmt: skip
"""Characters that, right behind a class word, make another word of it: 村民, 区域, 市场."""
NEVER = {
    "区": "地市城园景校厂库战山灾牧林郊辖社小街片展专营湖社特禁试", "乡": "城家下老故他异水两", "镇": "城乡集重古小名村市", "村": "乡农城空全各新",
    "市": "城都超股上夜集早菜二三四五六七八九十两多", "县": "全各本郡二三四五六七八九十两多", "旗": "红国党锦彩军", "苑": "学文艺", "省": "全各本我外节二三四五六七八九十两多",
}  # fmt: skip
"""Characters that make a common noun of a class word right behind them: 地区, 城乡, 超市."""
NOT_LAST = frozenset("各该本全某每此这那个我们等的了着到进在入去来从向往至对把被给让使与及于并")
"""Characters that no name ends with before its class word."""
OFFICES = ("民政", "民代表", "民政府", "民委员会", "场监", "场局", "长")


LONGER = re.compile(r"小区|社区|家属院|大院|街道")
"""Class words that, right behind another, go on with the same name: 景祥苑|小区."""
LOCATIVE = ("在", "到", "赴", "走进", "来到", "位于", "前往", "深入", "家住", "住在", "走访", "对", "由", "从")
"""Words behind which even an ordinary word is a name: 在惠民社区."""


@dataclass(frozen=True)
class Tail:
    """A class word, the level it stands for, and the least and most characters of a name before it."""

    word: str
    level: Level
    least: int
    most: int


@lru_cache(maxsize=2)
def tails(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Tail]]:
    """The class words, longest first, and what the table says of each."""
    rows = {r["tail"]: _tail(r) for r in lexicon.words("area_tails")}
    return re.compile("|".join(sorted(rows, key=lambda w: (-len(w), w)))), rows


def _tail(row: dict[str, str]) -> Tail:
    return Tail(row["tail"], row["level"], int(row["least"]), int(row["most"]))  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def generic(lexicon: Lexicon) -> dict[str, str]:
    """Words that make a common noun of a class word behind them, with their kind: always, verb, virtue."""
    return {row["word"]: row["kind"] for row in lexicon.words("generic_area_words")}


def by_grammar(edges: Edges, page: PageAreas, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates of a sentence from left to right; an area that has just ended is a good place for the next to begin."""
    pattern, rows = tails(lexicon)
    ended: set[int] = set()
    at = 0
    while match := pattern.search(edges.text, at):
        tail = rows[match[0]]
        found = _best(edges, page, lexicon, tail, match.start(), match.end(), ended)
        if found is None and tail.level == "functional" and match[0][-1] in rows:
            found = _best(edges, page, lexicon, rows[match[0][-1]], match.end() - 1, match.end(), ended)
        at = match.start() + 1 if found is None and tail.level == "functional" else match.end()
        if found and LONGER.match(edges.text, found.end) and tail.level in ("residential", "community"):
            continue
        if found and not _other_word(edges.text, found, tail.word):
            ended.add(found.end)
            yield found


def _best(
    edges: Edges, page: PageAreas, lexicon: Lexicon, tail: Tail, tail_start: int, end: int, ended: set[int]
) -> Candidate | None:
    if tail_start in ended:
        return None
    options = []
    for start in range(tail_start - 1, max(-1, tail_start - tail.most - 1), -1):
        if STOP.match(edges.text[start]) or not _allowed(edges.text[start], tail):
            break
        if tail_start - start >= tail.least or page.level(edges.text[start:end]):
            score, level, why = _score(edges, page, lexicon, tail, start, tail_start, end, ended)
            options.append((score, start, level, why))
        if start in ended:
            break
    if not options:
        return None
    score, start, level, why = max(options, key=lambda o: (o[0], -o[1]))
    if score < THRESHOLD:
        return None
    return Candidate(start, end, "district", "district grammar", min(0.99, 0.5 + score / 14), level, tuple(why))


def _score(
    edges: Edges, page: PageAreas, lexicon: Lexicon, tail: Tail, start: int, tail_start: int, end: int, ended: set[int]
) -> tuple[float, Level, list[str]]:
    head, name = edges.text[start:tail_start], edges.text[start:end]
    known = page.level(name) if len(name) > 2 or tail.word in ("县", "村", "镇", "乡") else None
    words = generic(lexicon)
    score = (
        edges.before(start) - edges.inside(start, tail_start) - (0 if known else edges.verbs(start, tail_start, words))
    )
    why: list[str] = []
    if start in ended:
        score, why = score + 3.0, [*why, "behind an area"]
    elif start - 1 in ended and edges.text[start - 1] in "、和与及":
        score, why = score + 2.5, [*why, "in a list of areas"]
    if not known and (
        head[-1] in NEVER.get(tail.word, "") or head[-1] in "区县镇乡" or head.endswith(("街道", "社区", "小区"))
    ):
        score -= 9.0
    if known:
        near = page.known(name)
        bonus = 5.0 if near and page.near(near) else 3.0 if tail.level != "community" else 1.0
        score, why = score + bonus + 0.3 * len(head), [*why, "in the official list"]
    tag = edges.tag_from(start, end)
    if tag in ("LOC", "ORG", "ns", "nt"):
        score, why = score + 2.5, [*why, f"tagged {tag}"]
    score -= _common(
        head,
        words,
        bool(known),
        start in ended,
        tag == "LOC" and not edges.cut(end),
        edges.text[max(0, start - 2) : start],
    )
    if not known and not tag and start not in ended and edges.ordinary(start, tail_start):
        score -= 1.5 if edges.text.endswith(LOCATIVE, 0, start) else 4.0
    if not known and tail.level in ("county", "city", "province") and tag not in ("LOC", "ns"):
        score -= 6.0
    score += {1: -1.2, 2: 0.6, 3: 0.6, 4: 0.3, 5: -0.2, 6: -0.8}.get(len(head), -1.5)
    if edges.cut(end) and not edges.tag_from(start, end):
        score -= 0.8
    if page.text.count(name) > 1:
        score += 0.5
    if not known and any(ch in head[:-1] for ch in "区县镇乡村市") and tail.level != "functional":
        score -= 1.5
    return score, (known or tail.level), why


def _common(head: str, words: dict[str, str], known: bool, behind_area: bool, tagged: bool, before: str) -> float:
    """What the last word of a head takes away: 老旧|小区 is no name, 幸福|社区 one only if somebody vouches for it."""
    word = next((w for n in range(min(5, len(head)), 0, -1) if (w := head[-n:]) in words), "")
    kind = words.get(word, "")
    if not kind or (known and behind_area):
        return 0.0
    if kind == "virtue" and words.get(before) in ("virtue", "verb", "always"):
        return 9.0
    if kind == "virtue":
        return (
            0.0
            if known and (tagged or word != head)
            else 2.0
            if behind_area and word == head
            else 9.0
            if word == head
            else 4.0
        )
    if len(word) == 1 and len(head) > 1:
        return 9.0 if word in NOT_LAST and not known else 0.0
    if known and word != head:
        return 0.0
    return 2.0 if known and tagged and kind == "always" and len(head) > 2 else 9.0


def _allowed(char: str, tail: Tail) -> bool:
    return bool(HAN.match(char)) or (tail.level == "residential" and char.isascii() and char.isalnum()) or char == "·"


def _other_word(text: str, found: Candidate, tail: str) -> bool:
    after = text[found.end : found.end + 1]
    if not after or after not in AFTER.get(tail, ""):
        return False
    return not text.startswith(OFFICES, found.end)


def extended(text: str, found: Candidate) -> Candidate:
    """A residential name with the part of it that follows: 南洋花园 + A区, 阳光小区 + 二期.

    >>> c = extended("在翠湖花园A区开会", Candidate(1, 5, "district", "x", 0.9, "residential"))
    >>> "在翠湖花园A区开会"[c.start : c.end]
    '翠湖花园A区'
    """
    if found.kind != "residential":
        return found
    more = re.compile(
        r"[（(]?(?:[A-Za-z]|[东西南北中]|[一二三四五六七八九十]+|\d+)[区期院](?![域别块间内])[）)]?"
    ).match(text, found.end)
    if not more:
        return found
    return Candidate(found.start, more.end(), found.type, found.found_by, found.score, found.kind, found.reasons)
