"""The days that an EDTF time may mean, for times that say a day or at least a month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

PART = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
LONGEST = 366  # days; a longer run is a period, no happening


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, counted from the year 1, and whether days were printed (or only a month)."""

    first: int
    last: int
    exact: bool

    def meets(self, other: Days) -> bool:
        """Whether a day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def months(self) -> tuple[str, ...]:
        """The months touched.

        >>> read_days("2024-10-30/2024-11-02").months()
        ('2024-10', '2024-11')
        """
        day, out = date.fromordinal(self.first), []
        while day.toordinal() <= self.last:
            out.append(f"{day.year:04d}-{day.month:02d}")
            day = (day.replace(day=1) + timedelta(31)).replace(day=1)
        return tuple(out)


def read_days(time: str | None) -> Days | None:
    """The days of a time; None for a time of no known year, a year, an open end, a run of months, and for what is no time.

    >>> read_days("2024-08-02") == read_days("2024-08-02/2024-08-02"), read_days("2024-08").exact
    (True, False)
    >>> read_days("XXXX-08-02"), read_days("2024"), read_days("2024-08-02/.."), read_days("2024-02-30")
    (None, None, None, None)
    """
    parts = [PART.fullmatch(part) for part in (time or "").split("/")]
    if not 1 <= len(parts) <= 2 or parts[0] is None or parts[-1] is None:
        return None
    exact = parts[0][3] is not None and parts[-1][3] is not None
    if not exact and (len(parts) == 2 or parts[0][3]):
        return None
    try:
        first = date(int(parts[0][1]), int(parts[0][2]), int(parts[0][3] or 1))
        year, month = int(parts[-1][1]), int(parts[-1][2])
        last = date(year, month, int(parts[-1][3] or monthrange(year, month)[1]))
    except ValueError:  # no such day, month or year
        return None
    if not 0 <= (last - first).days <= LONGEST:
        return None
    return Days(first.toordinal(), last.toordinal(), exact)
