"""Columns and their values, of either format."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from pipeline.graph.lint.report import Report

WHOLE = frozenset({"int", "long", "integer", "short", "byte", "biginteger"})
BROKEN = frozenset({"float", "double", "bigdecimal"})
NODE_LOOKS = frozenset({"x", "y", "z", "size", "r", "g", "b"})
EDGE_LOOKS = frozenset({"weight", "r", "g", "b"})
LONGEST_LABEL = 40
HEX = re.compile(r"#?[0-9a-fA-F]{6}$")
LISTED = re.compile(r"""\s*(?:\[\s*\]|\[\s*["'\d].*\]|\(\s*["'].*\)|\{\s*["'].*\})\s*$""", re.S)
NOTHING = frozenset({"None", "none", "null", "NULL", "NaN", "nan", "NA", "N/A", "undefined"})
CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A declared column: its id in the file, its name, `node` or `edge`, its type."""

    key: str
    name: str
    side: str
    type: str


def check_name(column: Column, line: int, report: Report) -> None:
    """The name against those that Gephi takes for itself."""
    name, subject = column.name, f"{column.side} column {column.name}"
    looks = NODE_LOOKS if column.side == "node" else EDGE_LOOKS
    if column.side == "node" and name != "label" and name.strip().lower() == "label":
        report.add("B1", line, f"{subject} should be `label`")
    if column.side == "edge" and name != "weight" and name.strip().lower() == "weight":
        report.add("B2", line, f"{subject} should be `weight`")
    if name in looks and column.type not in WHOLE | BROKEN:
        report.add(
            "B2" if name == "weight" else "B3", line, f"{subject} is of type {column.type}, Gephi takes it for a number"
        )
    if not name.isascii():
        report.add("F3", line, f"{subject} is not in ASCII")


def check_value(column: Column, value: str, line: int, report: Report) -> None:
    """A value against its column's type, and against what Gephi does to certain values."""
    subject = f"{column.side} column {column.name}"
    shown = value if len(value) <= 40 else value[:40] + "…"
    if column.type in WHOLE | BROKEN:
        _check_number(column, value.strip(), line, report)
    elif column.type == "boolean":
        if value not in ("true", "false"):
            report.add("D1" if value in NOTHING or not value else "D7", line, f"{subject}: {shown!r}", subject)
    elif value in NOTHING:
        report.add("D1", line, f"{subject}: {shown!r}", subject)
    elif column.type == "string" and LISTED.match(value):
        report.add("D2", line, f"{subject}: {shown!r}", subject)
    if column.type not in BROKEN and "INF" in value:
        report.add("D4", line, f"{subject}: {shown!r}", subject)
    if "\n" in value or "\r" in value:
        report.add("D6", line, f"{subject}: a line break in {shown!r}", f"break in {subject}")
    if column.name == "color" and not HEX.match(value):
        report.add("B4", line, f"{subject}: {shown!r}", subject)
    if column.name == "label":
        check_label(column.side, value, line, report)


def _check_number(column: Column, value: str, line: int, report: Report) -> None:
    subject = f"{column.side} column {column.name}"
    number = as_number(value)
    if column.name == "weight" and column.side == "edge" and number is not None:
        check_weight(number, value, line, report)
    elif not value or value in NOTHING:
        whole_nan = column.type in WHOLE and value in ("NaN", "nan")
        report.add("D7" if whole_nan else "D1", line, f"{subject}: {value!r}", subject)
    elif number is None or (column.type in WHOLE and not re.fullmatch(r"[+-]?\d+", value)):
        report.add("D3", line, f"{subject}: {value!r} is no {column.type}", subject)
    elif not math.isfinite(number):
        report.add("D3", line, f"{subject}: {value!r} is not finite", subject)
    elif column.name in ("r", "g", "b") and not (number.is_integer() and 0 <= number <= 255):
        report.add("B4", line, f"{subject}: {value!r}", subject)


def check_weight(number: float, value: str, line: int, report: Report) -> None:
    """Weights are finite and above zero."""
    if not (math.isfinite(number) and number > 0):
        report.add("C3", line, f"weight {value!r}", "weight")


def check_label(side: str, value: str, line: int, report: Report) -> None:
    """Labels are short; Chinese ones need a font."""
    if len(value) > LONGEST_LABEL:
        report.add("F2", line, f"{side} label of {len(value)} characters: {value[:20]}…", f"{side} label")


def as_number(value: str) -> float | None:
    """A number as Java and Python read it; None for anything else.

    >>> as_number("1e3"), as_number("一")
    (1000.0, None)
    """
    try:
        return float(value) if value.isascii() and "_" not in value else None
    except ValueError:
        return None
