"""What a sentence must hold for a pattern to match it at all: asked first, because most patterns match few sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.rules.encode import CODES

PLAIN = re.compile(r"[^(){}<>\[\]~!#^$?*+|\\ ]+")
GROUP = re.compile(r"\(((?:[^(){}<>\[\]~!#^$?*+|\\ ]+\|)*[^(){}<>\[\]~!#^$?*+|\\ ]+)\)")
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
    (('担任',), ('局', '厅'))
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
        group, name = GROUP.fullmatch(source), CLASS.fullmatch(source)
        if group:
            out.append(tuple(group[1].split("|")))
        elif name:
            known = words(name[1].strip())
            if known and all(PLAIN.fullmatch(w) for w in known):
                out.append(tuple(_shortest(known)))
    return tuple(sorted(out, key=len))


def _shortest(words: Sequence[str]) -> list[str]:
    """Words none of which holds another: 开展 says all that 组织开展 says."""
    kept: list[str] = []
    for word in sorted(words, key=lambda w: (len(w), w)):
        if not any(k in word for k in kept):
            kept.append(word)
    return kept
