"""Whether two printed numbers can be the same: 400余人 and 420人 can, 400人 and 420人 cannot."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.chinese.numbers import NUMBER, read_number

PRINTED = re.compile(rf"({NUMBER})([余多]?)([万亿千百]?)([余多]?)(.*)", re.DOTALL)
PEOPLE = frozenset({"人", "名", "位"})
ABOUT = Decimal("0.2")  # how far 余 and 多 reach


def compare(one: str | None, other: str | None) -> bool | None:
    """True for the same number of the same thing, False for two that cannot be one, None where nothing can be said.

    >>> compare("400余人", "400名"), compare("400余人", "420人"), compare("400人", "420人"), compare("60名", "2轮")
    (True, None, False, None)
    """
    if not one or not other:
        return None
    a, b = _read(one), _read(other)
    if a is None or b is None or a[1] != b[1]:
        return None
    if a[0] == b[0]:
        return True
    near = (a[2] or b[2]) and abs(a[0] - b[0]) <= ABOUT * max(a[0], b[0])
    return None if near else False


def _read(text: str) -> tuple[Decimal, str, bool] | None:
    match = PRINTED.fullmatch(text)
    number = read_number(match[1] + match[3]) if match else None
    if match is None or number is None:
        return None
    unit = "人" if match[5] in PEOPLE else match[5]
    return number, unit, bool(match[2] or match[4])
