"""What a sentence must hold for a pattern to match it at all: asked first, because most patterns match few sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.rules.encode import CODES

PLAIN = re.compile(r"[^(){}<>\[\]~!#^$?*+|\\ ]+")
CLASS = re.compile(r"<([^<>]+)>")
SLOT = re.compile(r"\{(?:[a-z_0-9]+:)?([A-Z]{2,})[+!]*\}")
Words = Callable[[str], Sequence[str] | None]


def needed_kinds(sources: Sequence[str]) -> frozenset[str]:
    """The mention characters that every match holds, from the top-level pieces of a pattern.

    >>> needed_kinds(["{head:PER+}", "任", "{tail:ORG|DIS}", "{LOC}?"]) == {CODES["PER"]}
    True
    """
    slots = (SLOT.fullmatch(s) for s in sources)
    return frozenset(CODES[m[1]] for m in slots if m and m[1] in CODES)


def needed_words(sources: Sequence[str], words: Words) -> tuple[tuple[str, ...], ...]:
    """Sets of words of each of which every match holds one.

    >>> needed_words(["{head:PER}", "担", "任", "(局|厅)", "长?", "<名>"], lambda name: None)
    (('担任',), ('厅', '局'))
    >>> needed_words(["(任(了)?|出任~4过|为~12(主任|站长)的)", "(好|<名>)"], lambda name: None)
    (('为', '任'),)
    """
    out: list[tuple[str, ...]] = []
    run = ""
    for source in [*sources, ""]:
        if len(source) == 1 and PLAIN.fullmatch(source):
            run += source
            continue
        if run:
            out.append((run,))
            run = ""
        name = CLASS.fullmatch(source)
        runs = [_longest_run(branch) for branch in _branches(source)]
        if runs and all(runs):
            out.append(tuple(_shortest(runs)))
        elif name:
            known = words(name[1].strip())
            if known and all(PLAIN.fullmatch(w) for w in known):
                out.append(tuple(_shortest(known)))
    return tuple(sorted(out, key=len))


def _branches(source: str) -> list[str]:
    """The alternatives of a group that must match, or nothing: (甲乙?|丙(丁|戊)) -> 甲乙?, 丙(丁|戊)."""
    if not source.startswith("("):
        return []
    depth, out, start = 0, list[str](), 1
    for at, char in enumerate(source):
        depth += (char in "({<[") - (char in ")}>]")
        if depth == 0:
            return [*out, source[start:at]] if at == len(source) - 1 else []
        if depth == 1 and char == "|":
            out.append(source[start:at])
            start = at + 1
    return []


def _longest_run(branch: str) -> str:
    """The longest run of characters that every match of an alternative holds; "" when it need hold none."""
    runs, run, depth, at = [""], "", 0, 0
    while at < len(branch):
        char, after = branch[at], branch[at + 1 : at + 2]
        depth += char in "({<["
        optional = after and after in "?*"
        if depth == 0 and PLAIN.fullmatch(char) and not optional:
            run += char
        else:
            runs, run = [*runs, run], ""
        depth -= char in ")}>]"
        at += 1
        while char in "~!" and branch[at : at + 1] in ("~", "-", "<", *"0123456789"):
            at += 1
    return max([*runs, run], key=len)


def _shortest(words: Sequence[str]) -> list[str]:
    """Words none of which holds another: 开展 says all that 组织开展 says."""
    kept: list[str] = []
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not any(k in word for k in kept):
            kept.append(word)
    return kept
