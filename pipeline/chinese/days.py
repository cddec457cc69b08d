"""Days, months and years that may be known only in part, and their EDTF form (ISO 8601-2:2019)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_EDTF = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month (no day) or a year (no month); the year may be unknown.

    >>> str(Day(2024, 8, 2)), str(Day(None, 7, 31)), str(Day(2023))
    ('2024-08-02', 'XXXX-07-31', '2023')
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def exists(self) -> bool:
        """Whether there is such a day in the calendar; of an unknown year, whether there ever is one."""
        if self.month is None:
            return self.year is not None and 1 <= self.year <= 9999
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= month_length(self.year, self.month))

    def shifted(self, days: int) -> Day | None:
        """So many days later, where the day is known in full."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return of(date(self.year, self.month, self.day) + timedelta(days))


def of(day: date) -> Day:
    """A calendar date as a Day."""
    return Day(day.year, day.month, day.day)


def read_edtf(text: str | None) -> Day | None:
    """The day, month or year that an EDTF string names, of an interval its last; None for None and other strings.

    >>> read_edtf("2024-10-15/2024-10-18")
    Day(year=2024, month=10, day=18)
    """
    match = _EDTF.fullmatch((text or "").rpartition("/")[2])
    if not match:
        return None
    year, month, day = match.groups()
    found = Day(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)
    return found if found.exists else None


def month_length(year: int | None, month: int) -> int:
    """Days of a month; February of an unknown year may have 29."""
    return monthrange(2024 if year is None else year, month)[1]


def interval(start: Day, end: Day) -> str:
    """Both ends in EDTF; one end alone where they are the same."""
    return str(start) if start == end else f"{start}/{end}"


def tenth(month: Day, name: str) -> tuple[Day, Day]:
    """First and last day of 上旬, 中旬 or 下旬 of a month; February of an unknown year is taken to end on the 28th.

    >>> interval(*tenth(Day(2023, 2), "中旬"))
    '2023-02-11/2023-02-20'
    """
    number = month.month or 1
    end = 28 if month.year is None and number == 2 else month_length(month.year, number)
    first, last = {"上旬": (1, 10), "中旬": (11, 20), "上中旬": (1, 20), "中下旬": (11, end)}.get(name, (21, end))
    return Day(month.year, number, first), Day(month.year, number, last)


def nth_sunday(year: int, month: int, number: int) -> Day:
    """The second Sunday of May and its like."""
    first = date(year, month, 1)
    return of(first + timedelta((6 - first.weekday()) % 7 + 7 * (number - 1)))


def year_of(month: int, page: Day, *, ahead: bool = False) -> int | None:
    """The year of a month printed without one, in a paper of the given date: papers tell of what is past.

    A month seven or more ahead of the paper's is last year's; with a word of the future beside it (将, 起), a month ten or
    more behind is next year's.

    >>> year_of(12, Day(2024, 1)), year_of(8, Day(2024, 7)), year_of(1, Day(2024, 12), ahead=True)
    (2023, 2024, 2025)
    """
    if page.year is None or page.month is None:
        return page.year
    if not ahead and month - page.month >= 7:
        return page.year - 1
    if ahead and month - page.month <= -10:
        return page.year + 1
    return page.year
