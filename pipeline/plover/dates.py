"""When: PLOVER wants a full day; what is less than a day is padded and said to be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from pipeline.records import Page

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def when(time: str | None, page: Page | None) -> dict[str, str] | None:
    """`date`, `enddate` of an interval, `date_precision` (day, month, year, interval, until, issue); None when nothing is known.

    Without a time of its own an event gets the day of the issue, the last day on which it can have taken place.

    >>> when("2024-10-15/2024-10-18", None)
    {'date': '2024-10-15', 'enddate': '2024-10-18', 'date_precision': 'interval'}
    >>> when("2024-08", None), when("XXXX-07-31", None)
    ({'date': '2024-08-01', 'date_precision': 'month'}, None)
    """
    first, _, last = (time or "").strip("~?%").partition("/")
    start = _padded(first)
    if start and last and _padded(last, end=True) >= start:
        return {"date": start[0], "enddate": _padded(last, end=True)[0], "date_precision": "interval"}
    if first == ".." and _padded(last, end=True):  # 持续至10月18日, of no known beginning
        return {"date": _padded(last, end=True)[0], "date_precision": "until"}
    if start:
        return {"date": start[0], "date_precision": start[1]}
    issue = _padded(page.date) if page and page.date and not time else ()
    return {"date": issue[0], "date_precision": "issue"} if issue else None


def _padded(value: str, *, end: bool = False) -> tuple[str, ...]:
    if DAY.fullmatch(value):
        return (value, "day") if _is_day(value) else ()
    if re.fullmatch(r"[12]\d{3}-(?:0[1-9]|1[0-2])", value):
        return (f"{value}-{_last(value) if end else '01'}", "month")
    if re.fullmatch(r"[12]\d{3}", value):
        return (f"{value}-12-31" if end else f"{value}-01-01", "year")
    return ()


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _last(month: str) -> int:
    return monthrange(int(month[:4]), int(month[5:]))[1]
