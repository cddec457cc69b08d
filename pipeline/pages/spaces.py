"""Which spaces inside a printed line mean something: named observations, the first that holds decides."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

STOPS = "、，。；：！？,;!?…—·～~+＋/／=＝％%"
OPENING = "“‘（《〈【「『［("
CLOSING = "”’）》〉】」』］)"
TOKEN = re.compile(r"\S+")
MARKS = re.compile(f"[{re.escape(STOPS + OPENING + CLOSING)}]")
NUMBER = re.compile(r"[\d.,%％+-]*\d[\d.,%％+-]*$")
AMOUNT = re.compile(r"[\d.]+[%％‰]?[，。、；：）”]")
CHAIN = 4
HAN = re.compile(r"[\u4e00-\u9fff]")
MARKED = re.compile(r"(?:[□■●◎◆▲△○◇★☆▶►▪•※]|\d{1,2}[.．、]|[①-⑳])")
DATE = re.compile(r"\d{1,2}月(?:\d{1,2}日|[上中下底])|\d{1,2}日[，,上下]")


@dataclass(frozen=True, slots=True)
class Gap:
    """White space between two printed tokens of a line."""

    left: str
    right: str
    width: int
    usual: int
    """the most common gap of the line: the distance between its letters, where it is letter-spaced"""
    spaced: bool
    """the line is letter-spaced: it has a run of four or more single characters"""


def stop_beside(gap: Gap) -> bool | None:
    """A comma or full stop carries its own room: `来 ，工` says 来，工."""
    return False if gap.left[-1] in STOPS or gap.right[0] in STOPS else None


def inside_brackets(gap: Gap) -> bool | None:
    """`“ 五篇` says “五篇."""
    return False if gap.left[-1] in OPENING or gap.right[0] in CLOSING else None


def number_and_word(gap: Gap) -> bool | None:
    """`7 月 31 日` and `为 60 名` are set with thin spaces that mean nothing; `浚县 60名劳动者` may be two parts of a headline."""
    if (gap.left[-1].isdigit() or AMOUNT.match(gap.right)) and not (gap.left[-1].isascii() and gap.right[0].isascii()):
        return False
    left, right = bool(NUMBER.match(gap.left)), bool(NUMBER.match(gap.right))
    if left == right:
        return None
    other = gap.right[0] if left else gap.left[-1]
    return False if not other.isascii() else None


def letters(gap: Gap) -> bool | None:
    """`AR 智能`, `A 区`, `Wi Fi`: a space beside a Latin letter stays, unless Chinese is the whole reason for it."""
    left, right = gap.left[-1], gap.right[0]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return not (gap.spaced and len(gap.left) == len(gap.right) == 1 and gap.width <= gap.usual)
    return True if (left.isascii() and left.isalpha()) or (right.isascii() and right.isalpha()) else None


def wide_gap(gap: Gap) -> bool | None:
    """In a letter-spaced line, a gap wider than the others parts two things."""
    return True if gap.width > gap.usual else None


def letter_spacing(gap: Gap) -> bool | None:
    """`金 融 资 源` and `原 昆 鹏`: single characters set apart."""
    left, right = _units(gap.left), _units(gap.right)
    if left <= 1 and right <= 1:
        return False
    return False if gap.spaced and (left <= 1 or right <= 1) else None


RULES = (stop_beside, inside_brackets, number_and_word, letters, wide_gap, letter_spacing)


def meaningful_gaps(line: str) -> list[tuple[int, int, bool]]:
    """Every run of white space of a line as (start, end, whether one space stays); none stays at either end.

    >>> [gap for gap in meaningful_gaps("街 道 社 区 谈  我来说") if gap[2]]
    [(9, 11, True)]
    >>> meaningful_gaps("南湖花园 A 区 3 号楼")
    [(4, 5, True), (6, 7, True), (8, 9, False), (10, 11, False)]
    """
    tokens = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(line)]
    if not tokens:
        return [(0, len(line), False)] if line else []
    if len(tokens[0][2]) == len(line):
        return []
    out = [(0, tokens[0][0], False)] if tokens[0][0] else []
    widths = Counter(_width(line[a[1] : b[0]]) for a, b in pairwise(tokens))
    usual = min(widths, key=lambda w: (-widths[w], w)) if widths else 1
    spaced = _spaced([token for _, _, token in tokens])
    for (_, end, left), (start, _, right) in pairwise(tokens):
        width = _width(line[end:start])
        if spaced and len(left) == len(right) == 1 and HAN.match(left) and HAN.match(right):
            out.append((end, start, width > usual))  # what the rules say of two characters, and there are many
            continue
        gap = Gap(left, right, width, usual, spaced)
        if not spaced and _head_before_date(left, line[start:], end - len(left) - tokens[0][0], tokens[0][2]):
            out.append((end, start, True))
            continue
        for rule in RULES:  # a plain loop: this is asked of every blank of a page
            verdict = rule(gap)
            if verdict is not None:
                break
        out.append((end, start, verdict is not False))
    if tokens[-1][1] < len(line):
        out.append((tokens[-1][1], len(line), False))
    return out


def _head_before_date(left: str, right: str, before: int, first: str) -> bool:
    """`●市工商联 3月3日，市工商联…`: the head of a brief, behind a mark or named again in its text, is set apart from its date."""
    if not DATE.match(right) or before > 24 or left[-1] in STOPS or len(MARKED.sub("", left)) < 3:
        return False
    return bool(MARKED.match(first)) or (before == 0 and len(left) >= 4 and left in right[:80])


def _spaced(tokens: list[str]) -> bool:
    run = longest = 0
    for token in tokens:
        run = run + 1 if _units(token) <= 1 and not NUMBER.match(token) else 0
        longest = max(longest, run)
    return longest >= CHAIN


def _units(token: str) -> int:
    return len(token) if len(token) > 8 else len(MARKS.sub("", token))


def _width(gap: str) -> int:
    return len(gap) + gap.count("\u3000") + 3 * gap.count("\t")
