"""The words that every match of a pattern holds, read from the pattern: 书记 or 主任 or … for one with an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

Words = Callable[[str], Sequence[str] | None]
OPEN = {"(": ")", "{": "}", "<": ">"}
GAP = re.compile(r"~~?[0-9]*")
NAMED = re.compile(r"\{[a-z_0-9]+:(?![A-Z|]+[+!]*\})(.*)\}", re.DOTALL)
DEEP = 8  # classes in classes; a class that stands in itself is refused elsewhere
Group = tuple[str, ...]


def needed_words(sources: Sequence[str], words: Words) -> tuple[Group, ...]:
    """Sets of words of each of which every match holds one, the smallest first.

    >>> needed_words(["{head:PER}", "担", "任", "(局|厅)", "长?", "<名>"], lambda name: None)
    (('担任',), ('厅', '局'))
    >>> needed_words(["(任(了)?|出任~4过|为~12(主任|站长)的)", "(好|<名>)"], lambda name: None)
    (('为', '任'),)
    >>> needed_words(["{role:<职>}", "~4", "!(的)"], {"职": ["副?<长>", "主任"], "长": ["局长", "所长"]}.get)
    (('主任', '局长', '所长'),)
    """
    return tuple(sorted(_groups(" ".join(sources), words, DEEP), key=len))


def _groups(branch: str, words: Words, deep: int) -> list[Group]:
    """The sets of words that a branch needs: a run of characters, one of the words of a group or a class."""
    out: list[Group] = []
    run = ""
    for piece in [*_pieces(branch), ""]:
        if len(piece) == 1:
            run += piece
            continue
        out += [(run,)] if run else []
        run = ""
        inner = _inner(piece, words) if deep else ()
        if len(inner) == 1:
            out += _groups(inner[0], words, deep - 1)
            continue
        found = [_best(_groups(one, words, deep - 1)) for one in inner]
        if found and all(found):
            out.append(_shortest(tuple(w for group in found for w in group)))
    return out


def _best(groups: Sequence[Group]) -> Group:
    return min(groups, key=lambda g: (len(g), -len(g[0])), default=())


def _inner(piece: str, words: Words) -> Sequence[str]:
    """The alternatives of a piece of which one must match; none when it need hold no words."""
    named = NAMED.fullmatch(piece)
    if piece.startswith("(") or named:
        return _branches(named[1] if named else piece[1:-1])
    return [b for word in words(piece[1:-1].strip()) or () for b in _branches(word)] if piece.startswith("<") else ()


def _branches(source: str) -> list[str]:
    """甲乙?|丙(丁|戊) -> 甲乙?, 丙(丁|戊)."""
    out, depth, at = [""], 0, 0
    while at < len(source):
        char = source[at : at + 2] if source[at] == "\\" else source[at]
        depth += (char in OPEN and not _behind(source, at)) - (char in ")}>")
        if char == "|" and depth == 0:
            out.append("")
        else:
            out[-1] += char
        at += len(char)
    return out


def _pieces(branch: str) -> Iterator[str]:
    """What must match, piece by piece: a character, (…), {…}, <…>; "" stands for anything else."""
    at = 0
    while at < len(branch):
        start, char = at, branch[at]
        at += 1
        piece = char
        if char == "\\":
            piece, at = branch[at : at + 1], at + 1
        elif char in OPEN:
            at = _closed(branch, start)
            piece = branch[start:at]
        elif char == "~":
            gap = GAP.match(branch, start)
            at = gap.end() if gap else at
            at = _closed(branch, at + 1) if branch[at : at + 2] == "-(" else at
            piece = ""
        elif char == "!":
            at = _closed(branch, at + (branch[at : at + 1] == "<"))
            piece = ""
        elif char in "#^$":
            piece = ""
        if branch[at : at + 1] in ("?", "*"):
            piece, at = "", at + 1
        if char != " ":
            yield piece


def _closed(source: str, start: int) -> int:
    """Where the bracket that opens at `start` has been closed."""
    depth, at = 0, start
    while at < len(source):
        char, here = source[at], at
        at += 1 + (char == "\\")
        depth += (char in OPEN and not _behind(source, here)) - (char in ")}>")
        if depth == 0:
            return at
    return at


def _behind(source: str, at: int) -> bool:
    """Whether here stands the < of !<(…), which closes nothing."""
    return source[at] == "<" and source[at - 1 : at] == "!" and at > 0


@lru_cache(512)
def _shortest(words: Group) -> Group:
    """Words none of which holds another: 开展 says all that 组织开展 says."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda w: (len(w), w)):
        if not any(k in word for k in kept):
            kept.append(word)
    return tuple(kept)
