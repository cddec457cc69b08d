"""What a printed date means in a paper of a given date: 10月15日至18日, 今年2月中旬, 2023年底, 前三季度."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.chinese.context import Context, Span
from pipeline.chinese.date_forms import CLOCK_HERE, END, LINK, NEAR, SINCE
from pipeline.chinese.date_words import WORDS
from pipeline.chinese.days import Day, interval, tenth
from pipeline.chinese.numbers import whole_number

QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "两": 2, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}


class Piece(NamedTuple):
    """First and last day (month, year) of a date, and whether it only says about when."""

    first: Day
    last: Day
    near: bool = False


def read_match(match: re.Match[str], context: Context) -> Span | None:
    """The meaning of one match of `FORM`, or None where it is no time after all."""
    for group, reader in WORDS.items():
        if match[group] is not None:
            return reader(match, context)
    if match["bd"] is None and not match["date"]:
        return None
    if match["bd"] is not None:
        day = context.day_of_month(int(match["bd"]))
        start = Piece(day, day) if day is not None and day.exists else None
    else:
        start = read_piece(match, context, None)
    end, until = read_range(match.end(), context, start)
    if start is None or not start.first.exists:
        return Span(end, None)
    if until is None and context.text[match.end() - 1].isalnum() and _unfinished(match):
        return None
    since = SINCE.match(context.text, end)
    if since and match["date"] and match["sy"] and match["m"] is None and match["half"] is None:
        return Span(since.end(), None)  # 今年以来 dates nothing
    if since:
        return Span(since.end(), f"{start.first}/..") if until is None else Span(end, interval(start.first, until.last))
    near = NEAR.match(context.text, end)
    if near:
        end = near.end()
    last = start.last if until is None else until.last
    return Span(end, interval(start.first, last), bool(near) or start.near or (until is not None and until.near))


def _unfinished(match: re.Match[str]) -> bool:
    """Whether the match ends in a number whose unit was to come (2020至…)."""
    return match[0][-1] not in "年月日号份度初底末旬季今去前明后上下本当同次翌半天晚间首" and match["half"] is None


def read_range(at: int, context: Context, start: Piece | None) -> tuple[int, Piece | None]:
    """The end of a range that begins before `at`: where it stops and what it means; `at` and None when there is none."""
    clock = CLOCK_HERE.match(context.text, at)
    at = clock.end() if clock else at
    link = LINK.match(context.text, at)
    match = END.match(context.text, link.end()) if link else None
    if link is None or match is None or match.end() == match.start() or start is None:
        return at, None
    piece = read_piece(match, context, start.first)
    if piece is None or not piece.last.exists or min(_precision(piece.last), 1) != min(_precision(start.last), 1):
        return at, None
    if link[0] == "、" and (piece.last.month or 0) != (start.last.month or 0) + 1:
        return at, None  # 3月、5月 are two times; 7、8月 is one
    clock = CLOCK_HERE.match(context.text, match.end())
    return (clock.end() if clock else match.end()), piece


def _precision(day: Day) -> int:
    return (day.month is not None) + (day.day is not None)


def read_piece(match: re.Match[str], context: Context, base: Day | None) -> Piece | None:
    """The days that one end of a date names; what it leaves out comes from `base`, the other end, or the context."""
    if base is not None and match.groupdict().get("monthend"):
        month_end = Day(base.year, base.month)
        return Piece(month_end, month_end, True)
    year = _year(match, context)
    named = match["y"] is not None or match["sy"] is not None
    if match["half"] and base is not None and not named:
        year, named = base.year, True  # 3月1日至年底
    if match["half"]:
        return _half(match["half"], year, named, context, match)
    month = _month(match, year, named, context, base)
    if month is None:
        if match["m"] or match["sm"] or year is None:
            return None
        if match["edge"]:
            edge = Day(year, 1 if "初" in match["edge"] else 12)
            return Piece(edge, edge, True)
        return Piece(Day(year), Day(year))
    number = whole_number(match["d"] or (match.groupdict().get("bare") or ""))
    if number is not None:
        day = Day(month.year, month.month, number)
        return Piece(day, day)
    if match["tenth"] and "旬" in match["tenth"]:
        first, last = tenth(month, match["tenth"])
        return Piece(first, last)
    return Piece(month, month, bool(match["tenth"]))


def _year(match: re.Match[str], context: Context) -> int | None:
    if match["y"]:
        return whole_number(match["y"])
    return context.said_year(match["sy"]) if match["sy"] else None


def _month(match: re.Match[str], year: int | None, named: bool, context: Context, base: Day | None) -> Day | None:
    if match["sm"]:
        return context.said_month(match["sm"], year)
    number = whole_number(match["m"] or "")
    if number is None:
        return base if base is not None and match.groupdict().get("bare") else None
    if named:
        return Day(year, number)
    if base is not None:
        later = base.year is not None and base.month is not None and number < base.month
        return Day(base.year + 1 if later and base.year is not None else base.year, number)
    return Day(context.year(number, match.start(), match.end()), number)


def _half(words: str, year: int | None, named: bool, context: Context, match: re.Match[str]) -> Piece | None:
    """上半年, 第一季度, 前三季度, 年底."""
    if "半年" in words:
        first, last = (1, 6) if "上" in words else (7, 12)
    elif "季" in words:
        quarter = next(QUARTERS[c] for c in words if c in QUARTERS)
        first, last = (1 if words[0] in "前头" else 3 * quarter - 2), 3 * quarter
    else:
        first = last = 1 if "初" in words else 12
    if not named:
        # 前三季度 is said when it is over; of the others, the beginning decides
        year = context.year(last if words[0] in "前头" else first, match.start(), match.end())
        page = context.page
        if words[0] in "前头" and page is not None and page.year == year and page.month and page.month < last and year:
            year -= 1
    return Piece(Day(year, first), Day(year, last), words[0] in "年岁")
