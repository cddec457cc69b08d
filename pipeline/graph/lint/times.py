"""Times in GEXF."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise

from pipeline.graph.lint.columns import as_number
from pipeline.graph.lint.report import Report

FORMATS = frozenset({"date", "dateTime", "datetime", "double"})
MOMENT = frozenset({"timestamp", "timestamps"})
SPAN = frozenset({"start", "end", "startopen", "endopen"})
DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def time_of(value: str, timeformat: str) -> float | None:
    """A time in its format as a number; None when it does not fit the format.

    >>> time_of("2024-08-02", "date"), time_of("2024-08", "date"), time_of("2024.5", "double")
    (739100.0, None, 2024.5)
    """
    try:
        if timeformat == "date":
            return float(date.fromisoformat(value).toordinal()) if DAY.match(value) else None
        if timeformat in ("dateTime", "datetime"):
            moment = datetime.fromisoformat(value)
            return moment.toordinal() + (moment.hour * 3600 + moment.minute * 60 + moment.second) / 86400
    except ValueError:
        return None
    return as_number(value)


def check_span(
    what: str, attributes: dict[str, str], timeformat: str, line: int, report: Report
) -> tuple[float, float] | None:
    """Start and end of an element: both there, in the format, in order. None when it has none or they are wrong."""
    given = [key for key in ("start", "end") if attributes.get(key)]
    for key in ("startopen", "endopen"):
        if key in attributes:
            report.add("E3", line, f"{what} with {key}", key)
    if not given:
        return None
    if len(given) == 1:
        report.add("E3", line, f"{what} with {given[0]} only: {attributes[given[0]]!r}", f"{what} {given[0]} only")
        return None
    times = [time_of(attributes[key], timeformat) for key in ("start", "end")]
    for key, time in zip(("start", "end"), times, strict=True):
        if time is None:
            report.add("E3", line, f"{key} of {what} is {attributes[key]!r}, no {timeformat}", f"{what} {key}")
    start, end = times
    if start is None or end is None:
        return None
    if start > end:
        report.add(
            "E3", line, f"{what} ends before it starts: {attributes['start']} > {attributes['end']}", f"{what} order"
        )
        return None
    return start, end


def check_spells(
    what: str, spells: list[tuple[float, float]], span: tuple[float, float] | None, line: int, report: Report
) -> None:
    """Spells lie apart, and start and end span them."""
    spells = sorted(spells)
    if any(later[0] <= earlier[1] for earlier, later in pairwise(spells)):
        report.add("E4", line, f"spells of {what} overlap", f"{what} overlap")
    if spells and span and span != (spells[0][0], max(end for _, end in spells)):
        report.add("E4", line, f"start and end of {what} are not those of its spells", f"{what} spells")
