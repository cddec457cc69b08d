"""What is known where a time is read: the text, the paper's date, and the times before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.chinese.days import Day, read_edtf, year_of

AHEAD = re.compile("将|拟定?于|定于|计划")
AHEAD_AFTER = re.compile(r"起|底?前(?!夕|后|往|来|去)")
AND = re.compile("[、和及与，至到]{0,2}")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a time ends, its value in EDTF, and whether it is only near it."""

    end: int
    value: str | None
    approximate: bool = False


class Context:
    """The paper's date, the running date, and the last time of this text."""

    def __init__(self, text: str, page: Day | None, running: str | None) -> None:
        self.text = text
        self.page = page
        self.last = read_edtf(running)
        self.began = read_edtf((running or "").partition("/")[0])  # first day of the last time
        self._edge = -1  # where the last time of this text ended

    def note(self, span: Span) -> None:
        """Remember a time that was read."""
        day = read_edtf(span.value)
        if day is not None:
            self.last, self._edge = day, span.end
            self.began = read_edtf((span.value or "").partition("/")[0])

    @property
    def told_here(self) -> bool:
        """Whether the last time stands in this text, not before it."""
        return self._edge >= 0

    @property
    def day(self) -> str | None:
        """The day that 当天 points at."""
        return str(self.last) if self.last is not None and self.last.day is not None else None

    def year(self, month: int, start: int, end: int) -> int | None:
        """The year of a month printed at [start, end) without one."""
        if self.last is not None and 0 <= self._edge <= start and AND.fullmatch(self.text, self._edge, start):
            return self.last.year  # 2022年3月、5月
        if self.page is None or self.page.year is None:
            return self.last.year if self.last is not None else None
        ahead = bool(AHEAD.search(self.text, max(0, start - 6), start) or AHEAD_AFTER.match(self.text, end))
        return year_of(month, self.page, ahead=ahead)

    def said_year(self, word: str) -> int | None:
        """The year that 今年, 去年, 当年 … name."""
        if word in ("当年", "同年", "次年", "翌年"):
            base, step = self.last, int(word in ("次年", "翌年"))
        else:
            base, step = self.page, YEARS[word]
        return None if base is None or base.year is None else base.year + step

    def said_month(self, word: str, year: int | None) -> Day | None:
        """The month that 本月, 上月, 当月 … name."""
        base = self.page if word in ("本月",) or word.startswith(("上", "下")) else self.last
        if word in ("当月", "同月") and base is None:
            base = self.page
        if base is None or base.month is None:
            return None
        step = -1 if word.startswith("上") else int(word.startswith(("下", "次")))
        number = base.month - 1 + step
        own = None if base.year is None else base.year + number // 12
        return Day(own if year is None else year, number % 12 + 1)

    def day_of_month(self, number: int) -> Day | None:
        """A day printed without its month: of this text's or the running month, else the last such day before the paper."""
        last, recent = self.last, self._recent(number)
        if last is not None and last.month is not None:
            back = self._edge < 0 and last.day is not None and number < last.day  # 7月31日 … 记者1日从
            return recent if back and recent is not None else Day(last.year, last.month, number)
        return recent

    def _recent(self, number: int) -> Day | None:
        page = self.page
        if page is None or page.month is None:
            return None
        if page.day is not None and number > page.day:
            month = self.said_month("上月", None)
            return None if month is None else Day(month.year, month.month, number)
        return Day(page.year, page.month, number)


YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
