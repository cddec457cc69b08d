"""Full days out of partial dates, for programs that know no other."""

from __future__ import annotations

import calendar
import re

PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def first_day(edtf: str | None) -> str | None:
    """The first day a date may mean; None when the year is not known.

    >>> first_day("2024-08"), first_day("2024-10-15/2024-10-18"), first_day("XXXX-07-31")
    ('2024-08-01', '2024-10-15', None)
    """
    match = PART.match((edtf or "").split("/")[0])
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else None


def last_day(edtf: str | None) -> str | None:
    """The last day a date may mean.

    >>> last_day("2024-02"), last_day("2024")
    ('2024-02-29', '2024-12-31')
    """
    match = PART.match((edtf or "").split("/")[-1])
    if not match:
        return None
    month = int(match[2] or 12)
    return f"{match[1]}-{month:02d}-{match[3] or calendar.monthrange(int(match[1]), month)[1]:02}"
