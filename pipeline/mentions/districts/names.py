"""Areas by the grammar of their names: a head, then a class word such as 社区, 街道, 小区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.page import PageAreas
from pipeline.mentions.districts.score import Reading, Tail
from pipeline.mentions.edges import STOP, Edges

THRESHOLD = 2.0
LONGEST = 12
OFFICIAL = "In the official list"
HAN = re.compile(r"[\u4e00-\u9fff]")
OTHER_WORD = re.compile(
    r"村(?:官|民(?!政|委)|庄|落|居(?!民)|容|级|里|镇|寨|医|校)|镇(?:痛|静|定|压|江|守|区|上)|乡(?:村|镇|土|情|亲|音|贤|愁|里|下|科)|"
    r"区(?:域|别|块|分|间|划|位|县|级|内|外|里)|市(?:场(?!监|局)|民(?!政|代表|委)|容|面|值|井|价|区)|县(?:域|级|区|直|城(?!关|.{0,3}(?:街道|[镇乡村])))|"
    r"苑区|省(?:级|会|外|内|份)|旗(?:下|帜|舰|袍)"
)
"""Another word that begins with the class word: 村民, 区域, 市场, 县城."""
LONGER = re.compile(r"(?:[东西南北中A-Z一二三四五六七八九十][区期院])?(?:小区|社区|家属院|大院|街道)")
"""Class words that, right behind another, go on with the same name: 景祥苑|小区."""
PART = re.compile(r" ?(?:[A-Za-z]|[东西南北中]|[一二三四五六七八九十]+|\d+) ?[区期院](?![域别块间内])")


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
    edges: Edges,
    page: PageAreas,
    lexicon: Lexicon,
    ended: frozenset[int] = frozenset(),
    bare: frozenset[int] = frozenset(),
) -> Iterator[Candidate]:
    """Candidates of a sentence from left to right; where one has `ended` the next may begin.

    `bare` are the ends of short names (桂林), which may be the head of a longer one (桂林电子科技大学社区).
    """
    pattern, rows = tails(lexicon)
    at = 0
    while match := pattern.search(edges.text, at):
        tail = rows[match[0]]
        found = _best(edges, page, lexicon, tail, match.start(), match.end(), ended, bare)
        if found is None and tail.level == "functional" and match[0][-1] in rows:
            found = _best(edges, page, lexicon, rows[match[0][-1]], match.end() - 1, match.end(), ended, bare)
        at = match.start() + 1 if found is None and tail.level == "functional" else match.end()
        goes_on = found is not None and tail.level != "street" and bool(LONGER.match(edges.text, found.end))
        if found and goes_on and tail.level not in ("residential", "community"):
            goes_on = OFFICIAL not in found.reasons
        inner = len(match[0]) > 1 and edges.text.startswith(("里", "内", "外"), match.end())  # 小区|里, but 区里
        other = (
            not inner
            and OTHER_WORD.match(edges.text, match.end() - 1)
            and not (found and tail.level == "street" and OFFICIAL in found.reasons)
        )
        either = tail.level == "community" and edges.text.startswith(
            ("（社区）", "(社区)", "（居）", "（村）"), match.end()
        )
        if found and not goes_on and not other and not (either and OFFICIAL not in found.reasons):
            ended |= {found.end}
            yield found


def _best(
    edges: Edges,
    page: PageAreas,
    lexicon: Lexicon,
    tail: Tail,
    tail_start: int,
    end: int,
    ended: frozenset[int],
    bare: frozenset[int],
) -> Candidate | None:
    options = []
    words, noise = generic(lexicon), _noise(never_inside(lexicon), edges.text, tail_start)
    for start in range(tail_start - 1, max(-1, tail_start - LONGEST - 1), -1):
        if STOP.match(edges.text[start]) or not _allowed(edges.text[start], tail):
            break
        reading = Reading(edges, page, words, ended, tail, start, tail_start, end)
        if start <= noise and not reading.known:
            break
        if (tail_start in ended or end in ended or end in bare) and not reading.known:
            continue  # 中原区|街道 is no name; nor is 助推新乡 where the list has 新乡
        if tail.least <= tail_start - start <= tail.most or reading.known:
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


def _noise(pattern: re.Pattern[str], text: str, end: int) -> int:
    """Where the last word begins that stands in no name, of those shortly before `end`; -1 if there is none."""
    at, last = max(0, end - LONGEST), -1
    while found := pattern.search(text, at, end):
        last = found.start()
        at = last + 1
    return last


def _allowed(char: str, tail: Tail) -> bool:
    return bool(HAN.match(char)) or (tail.level == "residential" and char.isascii() and char.isalnum()) or char == "·"


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
