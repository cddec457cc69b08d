"""Place and date of a page: from the sidecar, or else from what the page itself says."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.lexicon.divisions import Divisions
from pipeline.pages.facts import PageFacts

DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日(星期[一二三四五六日天]|周[一二三四五六日])?"
)
NOT_NOW = re.compile(r"[至到前于]$|截至$|截止$|[出生]$")
LEAD = 2.0
CLEAR = 1.2


class Place(NamedTuple):
    """A place or date and where it comes from; both None without evidence."""

    name: str | None = None
    code: str | None = None
    source: str | None = None


def place_of(text: str, facts: PageFacts | None, divisions: Divisions) -> Place:
    """The prefecture-level city a page speaks from: `pages.csv`, or else a clear winner of the vote of the areas it names.

    `text` is the page without white space.
    """
    if facts and facts.place:
        return Place(facts.place, _code(facts.place, divisions), "pages.csv")
    ranked = divisions.vote_place(text)
    if not ranked or ranked[0][2] < LEAD or (len(ranked) > 1 and ranked[0][2] < CLEAR * ranked[1][2]):
        return Place()
    name, code, score = ranked[0]
    rest = "".join(f", {other} {value:g}" for other, _, value in ranked[1:3])
    return Place(name, code, f"vote: {name} {score:g}{rest}")


def date_of(text: str, facts: PageFacts | None) -> tuple[str | None, str | None]:
    """Date of issue in EDTF and where it comes from: `pages.csv`, a dated page head, or the year of the latest full date.

    >>> date_of("鹤壁日报2024年8月5日星期一", None), date_of("2024年8月2日，天山路街道召开会议", None), date_of("8月2日", None)
    (('2024-08-05', 'page head: 2024年8月5日星期一'), ('2024', 'latest full date: 2024年8月2日'), (None, None))
    """
    if facts and facts.date:
        return facts.date, "pages.csv"
    found = [(int(m[1]), int(m[2]), int(m[3]), m) for m in DAY.finditer(text)]
    for year, month, day, match in found:
        if match[4]:
            return f"{year}-{month:02d}-{day:02d}", f"page head: {match[0]}"
    told = [row for row in found if not NOT_NOW.search(text[max(0, row[3].start() - 2) : row[3].start()])]
    if not told:
        return None, None
    latest = max(told, key=lambda row: row[:3])
    return str(latest[0]), f"latest full date: {latest[3][0]}"


def _code(name: str, divisions: Divisions) -> str | None:
    hits = [d for d in divisions.named(name) if d.level in ("province", "city", "county", "functional")]
    order = {"city": 0, "county": 1, "functional": 2, "province": 3}
    best = sorted(hits, key=lambda d: (order[d.level], d.code))
    return best[0].code if best and sum(order[d.level] == order[best[0].level] for d in best) == 1 else None
