"""Full days out of partial dates, for programs that know no other."""

from __future__ import annotations

import calendar
import re
from typing import Any

PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
COARSE_FIRST = ("year", "month", "day")


def first_day(edtf: str | None) -> str | None:
    """The first day a date may mean; None when the year is not known.

    >>> first_day("2024-08"), first_day("2024-10-15/2024-10-18"), first_day("XXXX-07-31")
    ('2024-08-01', '2024-10-15', None)
    """
    match = PART.match((edtf or "").split("/")[0])
    if not match or not _exists(match):
        return None
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}"


def last_day(edtf: str | None) -> str | None:
    """The last day a date may mean; None for an open end.

    >>> last_day("2024-02"), last_day("2024"), last_day("2024-08/..")
    ('2024-02-29', '2024-12-31', None)
    """
    match = PART.match((edtf or "").split("/")[-1])
    if not match or not _exists(match):
        return None
    month = int(match[2] or 12)
    return f"{match[1]}-{month:02d}-{match[3] or calendar.monthrange(int(match[1]), month)[1]:02}"


def precision(edtf: str | None) -> str | None:
    """How exactly a date is known: day, month or year; of an interval the coarser end.

    >>> precision("2024-08"), precision("2024-10-15/2024-10-18"), precision("XXXX-07")
    ('month', 'day', None)
    """
    parts = [match for part in (edtf or "").split("/") if (match := PART.match(part))]
    return COARSE_FIRST[min(2 if part[3] else 1 if part[2] else 0 for part in parts)] if parts else None


def widen(attributes: dict[str, Any], edtf: str | None) -> None:
    """Let first and last date take in one more date; the precision becomes that of the coarsest.

    >>> edge = {}
    >>> widen(edge, "2024-08-02"); widen(edge, "2023"); edge
    {'first_date': '2023-01-01', 'date_precision': 'year', 'last_date': '2024-08-02'}
    """
    first, last, exact = first_day(edtf), last_day(edtf), precision(edtf)
    if first and exact:
        attributes["first_date"] = min(first, attributes.get("first_date") or first)
        before = attributes.get("date_precision") or exact
        attributes["date_precision"] = min(exact, before, key=COARSE_FIRST.index)
    if last:
        attributes["last_date"] = max(last, attributes.get("last_date") or last)


def _exists(match: re.Match[str]) -> bool:
    """Whether the calendar knows the day: 2024-02-30 and the year 0000 are misprints."""
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
