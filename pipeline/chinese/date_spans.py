"""Times that say how long: 持续至10月30日, 即日起至年底, 今日起至10日, 为期三天."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.chinese.context import Context, Span
from pipeline.chinese.date_forms import CLOCK_HERE, END, LASTING
from pipeline.chinese.date_values import Piece, read_match, read_piece, read_range
from pipeline.chinese.days import Day, interval, month_length, of, read_edtf
from pipeline.chinese.found import Found
from pipeline.chinese.numbers import whole_number

FAR = 400  # days; what began longer ago is another matter
LONG = 4000  # days; a printed year may lie so far ahead
PAST = 300  # days; an end without a year that lies further ahead of the paper is over
OVER = re.compile(r"[^。；]{0,40}?(?:结束|闭幕|结业|落幕|收官|结课|圆满)")
DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}
MONTHS = {"月": 1, "年": 12}


def read_span(match: re.Match[str], context: Context) -> Span | None:
    """The meaning of one match of `FORM`, with what tells how long; None where it is no time after all."""
    if match["until"]:
        return _until(match, context)
    if match["now"]:
        return _from_now(match, context)
    span = read_match(match, context)
    if span is not None and match["said"] and (day := read_edtf(span.value)) is not None and day.day is not None:
        end, last = read_range(span.end, context, Piece(day, day))  # 今日起至10日
        if last is not None and str(day) <= str(last.last):
            return Span(end, interval(day, last.last), last.near)
    return span


def _until(match: re.Match[str], context: Context) -> Span | None:
    """持续至10月30日: from the day told of before, else from the paper's, as far as either is known."""
    found = None
    end = END.match(context.text, match.end())
    named = end is not None and (end["y"] or end["sy"]) is not None
    for start in (context.began, context.page):
        if start is None or (start is context.began and start.day is None):
            continue
        found = _end(match.end(), context, start)
        earlier = start is context.began and not context.told_here
        far = FAR if earlier else LONG if named else FAR if start is context.began else PAST
        if found is not None and _leads_to(start, found[1].last, far):
            return Span(found[0], interval(start, found[1].last), found[1].near)
    found = found or _end(match.end(), context, None)
    if found is None:
        return None
    last = found[1].last
    if not named and last.year and context.page and context.page.year and not _leads_to(context.page, last, PAST):
        last = Day(min(last.year, context.page.year), last.month, last.day)
    return Span(found[0], f"../{last}", found[1].near)


def _from_now(match: re.Match[str], context: Context) -> Span | None:
    """即日起至10月31日: from the paper's day; without an end it stays open."""
    found = None if match[0].endswith("起") else _end(match.end(), context, context.page)
    if found is None:
        day = context.page if context.page is not None and context.page.day is not None else None
        return Span(match.end("now"), f"{day}/.." if day is not None else None)
    end, last = found
    known = context.page is not None and _leads_to(context.page, last.last, LONG)
    return Span(end, interval(context.page, last.last) if known and context.page else f"../{last.last}", last.near)


def _end(at: int, context: Context, start: Day | None) -> tuple[int, Piece] | None:
    match = END.match(context.text, at)
    if match is None or match.end() == at:
        return None
    base = start if start is not None and start.month is not None else None
    piece = read_piece(match, context, base)
    if piece is None or not piece.last.exists or piece.last.month is None:
        return None
    clock = CLOCK_HERE.match(context.text, match.end())
    return (clock.end() if clock else match.end()), piece


def _leads_to(start: Day, end: Day, far: int = FAR) -> bool:
    """Whether a known start lies before the end, and not long before."""
    known = str(end)
    if start.month is None or (start.year is None) != (end.year is None) or str(start)[: len(known)] > known:
        return False
    return _first(end).toordinal() - _first(start).toordinal() <= far


def _first(day: Day) -> date:
    return date(day.year or 2024, day.month or 1, day.day or 1)


def lasting(text: str, at: int, found: list[Found]) -> Found | None:
    """为期三天 with the one day printed before it, else behind it, in the same text; None where there is none.

    >>> day = Found(0, 4, "8月2日", "time", "2024-08-02")
    >>> lasting("8月2日，为期三天的培训班", 5, [day]).value, lasting("8月2日，历时三天的比赛落幕", 5, [day]).value
    ('2024-08-02/2024-08-04', '2024-07-31/2024-08-02')
    """
    match = LASTING.match(text, at)
    # 历时 looks back, 持续三年 is a manner of speaking
    if match is None or (match["unit"] not in DAYS and match["word"] != "为期"):
        return None
    known = [f for f in found if f.value is not None and f.leads]
    near = [f for f in known if f.end <= at][-1:] or [f for f in known if f.start >= match.end()][:1]
    day = read_edtf(near[0].value) if near and "/" not in (near[0].value or "") else None
    if day is None or day.year is None or day.day is None:
        return None
    back = bool(OVER.match(text, match.end())) or bool(OVER.match(text[min(near[0].end, at) : at]))
    if match["word"] == "历时" and not back:
        return None
    other = _other_end(_first(day), match["number"], match["unit"], -1 if back else 1)
    if other is None:
        return None
    value = interval(*sorted((day, of(other)), key=str))
    about = bool(match["about"]) or match["unit"] not in DAYS
    return Found(at, match.end(), match[0], "time", value, None, about, leads=False)


def _other_end(day: date, number: str, unit: str, step: int) -> date | None:
    """The other end, both days counted: three days from the 2nd end on the 4th, a month on the 1st of the next."""
    half = number == "半"
    count = 0 if half else whole_number(number) or 0
    try:
        if unit in DAYS:
            length = 0 if half else count * DAYS[unit]
            return day + timedelta(step * (length - 1)) if length else None
        if unit == "半月" or (half and unit == "月"):
            return day + timedelta(step * 14)
        months = 6 if half else count * MONTHS[unit]
        number_of = day.year * 12 + day.month - 1 + step * months
        year, month = number_of // 12, number_of % 12 + 1
        return date(year, month, min(day.day, month_length(year, month))) - timedelta(step)
    except (ValueError, OverflowError):  # beyond the calendar
        return None
