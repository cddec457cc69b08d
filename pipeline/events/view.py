"""A sentence cut into clauses, with what stands in it: mentions, brackets, direct speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import Mention, Sentence, Value

CUT = "，；：。！？,;!?…"
OPEN, CLOSE = "“『", "”』"
QUOTES = re.compile(r"[“『‘][^“”『』‘’]*[”』’]")
BRACKETS = re.compile(r"（[^（）]*）|《[^《》]*》|\([^()]*\)")


@dataclass(frozen=True)
class View:
    """One sentence as the rules see it; all positions are code points of its clean text."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    nested: tuple[Mention, ...]
    values: tuple[Value, ...]
    clauses: tuple[tuple[int, int], ...]
    speech: tuple[tuple[int, int], ...]
    closed: frozenset[int]
    quoted: tuple[tuple[int, int], ...] = ()

    def clause_at(self, position: int) -> int:
        """Number of the clause that a position lies in."""
        return next((n for n, (a, b) in enumerate(self.clauses) if a <= position < b), len(self.clauses) - 1)

    def in_speech(self, position: int) -> bool:
        """Whether a position lies in direct speech."""
        return any(a <= position < b for a, b in self.speech)

    def within(self, start: int, end: int) -> list[Mention]:
        """Outermost mentions that lie between two positions, in order."""
        return [m for m in self.mentions if start <= m.sent_start and m.sent_end <= end]


def look(sentence: Sentence, mentions: list[Mention], values: list[Value], *, open_before: bool = False) -> View:
    """Prepare a sentence for the rules; `open_before` says that direct speech began in an earlier sentence.

    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[人民路社区|DIS]召开座谈会，居民说：“好！”")
    >>> view = look(case.sentence, list(case.mentions), [])
    >>> [view.text[a:b] for a, b in view.clauses], [view.text[a:b] for a, b in view.speech]
    (['人民路社区召开座谈会', '居民说', '“好', '”'], ['“好！”'])
    """
    text = sentence.text
    outer = tuple(sorted((m for m in mentions if m.outermost), key=lambda m: (m.sent_start, -m.sent_end)))
    nested = tuple(m for m in mentions if not m.outermost)
    closed = {i for m in outer for i in range(m.sent_start, m.sent_end)}
    speech = tuple(_speech(text, open_before))
    kept = closed | {i for hit in BRACKETS.finditer(text) for i in range(hit.start() + 1, hit.end() - 1)}
    kept |= {
        i
        for hit in QUOTES.finditer(text)
        if not any(a <= hit.start() < b for a, b in speech)
        for i in range(*hit.span())
    }
    # a campaign's own words may tell what kind of happening it is, so triggers are looked for in them
    named = {i for m in outer if m.type != "campaign" for i in range(m.sent_start, m.sent_end)}
    clauses, start = [], 0
    for i, char in enumerate(text):
        if char not in CUT or i in kept:
            continue
        number = char in ",:：" and 0 < i < len(text) - 1 and text[i - 1].isdigit() and text[i + 1].isdigit()
        runs_on = text.startswith(("以及", "及"), i + 1)
        if not number and not runs_on:
            if i > start:
                clauses.append((start, i))
            start = i + 1
    if start < len(text):
        clauses.append((start, len(text)))
    # words in quotation marks that are neither speech nor a name are somebody's slogan
    quoted = tuple(
        hit.span() for hit in QUOTES.finditer(text)
        if not any(a <= hit.start() < b for a, b in speech) and not any(hit.start() <= m.sent_start < hit.end() for m in outer)
    )  # fmt: skip
    brackets = {i for hit in BRACKETS.finditer(text) for i in range(hit.start(), hit.end())}
    return View(
        sentence, text, outer, nested, tuple(sorted(values, key=lambda v: v.sent_start)), tuple(clauses),
        speech, frozenset(named | brackets), quoted,
    )  # fmt: skip


def leaves_open(text: str, *, open_before: bool = False) -> bool:
    """Whether direct speech is still open at the end of a sentence.

    >>> leaves_open("“这次演出很精彩。"), leaves_open("希望多办。”他说。", open_before=True)
    (True, False)
    """
    depth = int(open_before)
    for char in text:
        depth = 1 if char in OPEN else 0 if char in CLOSE else depth
    return bool(depth)


def _speech(text: str, open_before: bool) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start = 0 if open_before else -1
    for i, char in enumerate(text):
        if char in OPEN:
            start = i
        elif char in CLOSE and start >= 0:
            inside = text[start:i]
            begun = open_before and start == 0
            if begun or re.search(r"[。！？!?]", inside) or re.search(r"[，,]$", inside) or _long(inside):
                out.append((start, i + 1))
            start = -1
    if start >= 0:
        out.append((start, len(text)))
    return out


def _long(inside: str) -> bool:
    return len(inside) > 22 and ("，" in inside or "," in inside)
