"""Festivals and days of remembrance, by name, as days of a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.chinese.days import Day, nth_sunday, read_edtf
from pipeline.lexicon.tables import read_table

DATA = Path(__file__).parent / "data"
FAR = 240  # days; further than this from the paper's date, a festival of the next or last year is meant
BARE = frozenset({"春节", "除夕"})  # lunar days that are said without 节 or need none


@dataclass(frozen=True)
class Festivals:
    """Names of days: lunar ones by year, fixed ones by month and day, and the short ones (七一) that need a cue."""

    lunar: dict[str, dict[int, Day]]
    fixed: dict[str, str]
    short: frozenset[str]

    def day(self, name: str, year: int | None) -> Day | None:
        """The day that a name means in a year; None where the table does not reach."""
        if name in self.lunar:
            return self.lunar[name].get(year) if year is not None else None
        month, day = self.fixed[name].split("-")
        if day.startswith("S"):
            return nth_sunday(year, int(month), int(day[1:])) if year is not None else None
        return Day(year, int(month), int(day))

    def nearest(self, name: str, page: Day | None) -> Day | None:
        """The day that a name means in a paper: of the paper's year, unless that is more than eight months off.

        >>> str(festivals().nearest("重阳", Day(2024, 10, 18))), str(festivals().nearest("元旦", Day(2024, 12, 25)))
        ('2024-10-11', '2025-01-01')
        """
        if page is None or page.year is None or page.month is None:
            return self.day(name, page.year if page else None)
        issue = date(page.year, page.month, page.day or 15)
        own = self.day(name, page.year)
        if own is None or abs(_days(own, issue)) <= FAR:
            return own
        other = self.day(name, page.year + (1 if _days(own, issue) < 0 else -1))
        return other if other is not None and abs(_days(other, issue)) < abs(_days(own, issue)) else own


def _days(day: Day, other: date) -> int:
    return (date(day.year or 1, day.month or 1, day.day or 1) - other).days


@cache
def festivals() -> Festivals:
    """The built-in tables."""
    lunar: dict[str, dict[int, Day]] = {}
    for row in read_table(DATA / "festivals.tsv"):
        for name, cell in row.items():
            day = read_edtf(cell)
            if name != "year" and day is not None:
                lunar.setdefault(name, {})[int(row["year"])] = day
    rows = read_table(DATA / "fixed_days.tsv")
    return Festivals(
        lunar, {r["name"]: r["day"] for r in rows}, frozenset(r["name"] for r in rows if r["use"] == "short")
    )


def feast_names() -> frozenset[str]:
    """Every name of a feast or day."""
    table = festivals()
    return frozenset({*table.fixed, *table.lunar, *table.short, *BARE})


def names_pattern() -> str:
    """Source of a pattern with groups `feast` (the name) and `short` (a name that needs the words behind it)."""
    table = festivals()
    after = r"(?:期间|前夕|前后|小长假|长假|假期|假日|黄金周|(?:即将)?(?:来临|到来)(?:之际)?|将至|临近|当[天日晚])"
    full = sorted({*(n for n in table.fixed if n not in table.short), *BARE}, key=lambda n: (-len(n), n))
    lunar = sorted(n for n in table.lunar if n not in BARE)
    short = sorted({*table.short, *lunar}, key=lambda n: (-len(n), n))
    prefixes = "“(?:三八|五一|五四|六一|八一)”|三八|五一|五四|六一|八一|国际|中国|全国|世界"
    return (
        rf"(?:(?:{prefixes}){{0,3}}(?P<feast>{_any(full)}|(?:{_any(lunar)})(?=佳?节))(?:佳?节)?(?!联欢|晚会|[路街村巷])"
        rf"(?:节日)?(?P<feast_cue>{after})?|[“\"‘「]?(?P<short>{_any(short)})[”\"’」]?(?:节日)?(?P<short_cue>{after}))"
    )


def _any(names: list[str]) -> str:
    return "|".join(map(re.escape, names))
