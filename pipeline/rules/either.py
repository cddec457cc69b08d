"""Alternatives of a pattern, grouped by what they begin with: the same finds in the same order, tried far faster."""

from __future__ import annotations

import re
from collections.abc import Sequence

MANY = 24  # from so many first characters on it pays to ask for them all at once
LITERAL = re.compile(r"[^\\.^$*+?{}\[\]|()]|\\[^0-9A-Za-z]")
Branch = Sequence[str]


def either(branches: Sequence[Branch]) -> str:
    """One regular expression for alternatives, each given as the expressions of its pieces.

    Alternatives that begin with different characters cannot both match at one place, so that grouping them by their
    first character leaves alone which of them is tried before which.

    >>> either([["任"], ["出", "任"], ["出", "席"]])
    '(?:任|出(?:任|席))'
    >>> either([["任"], ["[甲乙]"], ["任", "职"]])
    '(?:任|[甲乙]|任职)'
    """
    out: list[str] = []
    opening: dict[str, list[Branch]] = {}
    for branch in branches:
        if branch and LITERAL.fullmatch(branch[0]):
            opening.setdefault(branch[0], []).append(branch[1:])
            continue
        out += _grouped(opening)
        opening = {}
        out.append("".join(branch))
    return f"(?:{'|'.join([*out, *_grouped(opening)])})"


def _grouped(opening: dict[str, list[Branch]]) -> list[str]:
    grouped = [first + _rest(rests) for first, rests in opening.items()]
    if len(grouped) < MANY:
        return grouped
    return [f"(?=[{''.join(opening)}])(?:{'|'.join(grouped)})"]


def _rest(rests: Sequence[Branch]) -> str:
    once = [rest for n, rest in enumerate(rests) if rest not in rests[:n]]
    return "".join(once[0]) if len(once) == 1 else either(once)
