"""What times said in words mean: 当天, 上周五, 端午节, “七一”期间, 上世纪90年代, 近日."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.chinese.context import Context, Span
from pipeline.chinese.date_forms import CLOCK_HERE
from pipeline.chinese.days import Day, interval, of
from pipeline.chinese.festivals import festivals
from pipeline.chinese.numbers import whole_number

STEPS = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
LUNAR_DAYS = {("正", 1): "春节", ("正", 15): "元宵", ("五", 5): "端午", ("七", 7): "七夕", ("七", 15): "中元", ("八", 15): "中秋", ("九", 9): "重阳", ("腊", 8): "腊八"}  # fmt: skip


def vague(match: re.Match[str], context: Context) -> Span:
    """近日, 近年来, 今年以来: no time."""
    return Span(match.end(), None)


def said_day(match: re.Match[str], context: Context) -> Span:
    """今日, 昨晚 from the paper's day; 当天, 次日 from the running one."""
    word = match["said"]
    base = context.page if word[0] in STEPS else context.last
    step = STEPS.get(word[0], int(word[0] in "次翌第"))
    day = base.shifted(step) if base is not None else None
    end = _clock(match.end(), context)
    if day is None and base is not None and base.day is not None and step == 0:
        day = base  # a day of an unknown year is still the same day
    return Span(end, None if day is None else str(day))


def week(match: re.Match[str], context: Context) -> Span:
    """上周五 as a day, 本周 as Monday to Sunday, 上周末 as Saturday and Sunday."""
    page = context.page
    end = _clock(match.end(), context)
    if page is None or page.year is None or page.month is None or page.day is None:
        return Span(end, None)
    issue = date(page.year, page.month, page.day)
    monday = issue - timedelta(issue.weekday()) + timedelta(7 * {"上": -1, "下": 1}.get(match["week"], 0))
    name = match["weekday"]
    first, last = (0, 6) if name is None else (5, 6) if name == "末" else (WEEKDAYS[name],) * 2
    return Span(end, interval(of(monday + timedelta(first)), of(monday + timedelta(last))))


def decade(match: re.Match[str], context: Context) -> Span:
    """上世纪90年代, 二十世纪八十年代: the years that begin with the same three digits."""
    number = whole_number(match["decade"]) or 0
    century = match["century"]
    first = 19 if century in (None, "上") else (whole_number(century) or 20) - 1
    start = whole_number(match["decade_from"] or "")
    if start is not None:
        return Span(match.end(), f"{first}{start}0/{first}{number // 10}9")  # 五六十年代
    return Span(match.end(), f"{first}{number // 10}X")


def plan(match: re.Match[str], context: Context) -> Span:
    """“十四五”时期: the five years of a plan; the eleventh ran from 2006 to 2010."""
    first = 2006 + 5 * ((whole_number(match["plan"]) or 11) - 11)
    return Span(match.end(), interval(Day(first), Day(first + 4)))


def iso(match: re.Match[str], context: Context) -> Span:
    """2024-08-02, 2024.8.2, 2024/8/2."""
    year, month, number = (int(part) for part in re.split("[-./]", match["iso"]))
    day = Day(year, month, number)
    return Span(_clock(match.end(), context), str(day) if day.exists else None)


def festival(match: re.Match[str], context: Context) -> Span:
    """端午节, 今年春节, “七一”期间: the day of that year."""
    name = match["feast"] or match["short"]
    year = whole_number(match["fy"] or "") if match["fy"] else None
    if match["fsy"]:
        year = context.said_year(match["fsy"])
    day = festivals().day(name, year) if match["fy"] or match["fsy"] else festivals().nearest(name, context.page)
    cue = match["feast_cue"] or match["short_cue"]
    return Span(match.end(), None if day is None else str(day), bool(cue) and not (cue or "").startswith("当"))


def lunar(match: re.Match[str], context: Context) -> Span | None:
    """农历八月十五, 正月十五, 三月三: known where it is a festival, else none; never a month of the sun."""
    month, said = match["lm"] or match["lm2"] or match["lm3"], match["ld"] or match["ld2"]
    if match["lunar"] in ("农历", "阴历"):
        return None
    name = LUNAR_DAYS.get((month, whole_number(said.removeprefix("初")) or 0)) if month and said else None
    if match["feast33"] == "九月九":
        name = "重阳"
    day = festivals().nearest(name, context.page) if name else None
    return Span(match.end(), None if day is None else str(day))


def daytime(match: re.Match[str], context: Context) -> Span:
    """上午9时30分, 下午: of the running day."""
    return Span(match.end(), context.day)


def _clock(at: int, context: Context) -> int:
    match = CLOCK_HERE.match(context.text, at)
    return match.end() if match else at


Reader = Callable[[re.Match[str], Context], Span | None]
WORDS: dict[str, Reader] = {
    "lunar": lunar, "vague": vague, "said": said_day, "week": week, "decade": decade, "plan": plan, "iso": iso,
    "feast": festival, "short": festival, "daytime": daytime,
}  # fmt: skip
