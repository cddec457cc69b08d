"""A sentence cut into clauses, with what stands in it: mentions, brackets, direct speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.records import Mention, Sentence, Value

CUT = "，；：。！？,;!?…"
CUTS = re.compile(f"[{CUT}]")
OPEN, CLOSE = "“『", "”』"
MARKS = re.compile(f"[{OPEN}{CLOSE}]")
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
    masked: str = ""
    """The text with a □ for each character of a name."""

    def clause_at(self, position: int) -> int:
        """Number of the clause that a position lies in."""
        for n, (a, b) in enumerate(self.clauses):
            if a <= position < b:
                return n
        return len(self.clauses) - 1

    def in_speech(self, position: int) -> bool:
        """Whether a position lies in direct speech."""
        return bool(self.speech) and any(a <= position < b for a, b in self.speech)

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
    speech = tuple(_speech(text, open_before))
    brackets_of = list(BRACKETS.finditer(text))
    quotes = [hit for hit in QUOTES.finditer(text) if not any(a <= hit.start() < b for a, b in speech)]
    kept = {i for m in outer for i in range(m.sent_start, m.sent_end)}
    kept.update(i for hit in brackets_of for i in range(hit.start() + 1, hit.end() - 1))
    kept.update(i for hit in quotes for i in range(*hit.span()))
    # a campaign's own words may tell what kind of happening it is, so triggers are looked for in them
    masked, at = [], 0
    for m in outer:
        masked += [text[at : m.sent_start], "□" * (m.sent_end - max(at, m.sent_start))]
        at = max(at, m.sent_end)
    named = {i for m in outer if m.type != "campaign" for i in range(m.sent_start, m.sent_end)}
    clauses, start = [], 0
    for cut in CUTS.finditer(text):
        i, char = cut.start(), cut.group()
        if i in kept:
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
        hit.span() for hit in quotes if not any(hit.start() <= m.sent_start < hit.end() for m in outer)
    )  # fmt: skip
    brackets = {i for hit in brackets_of for i in range(hit.start(), hit.end())}
    return View(
        sentence, text, outer, nested, tuple(sorted(values, key=lambda v: v.sent_start)), tuple(clauses),
        speech, frozenset(named | brackets), quoted, "".join((*masked, text[at:])),
    )  # fmt: skip


def leaves_open(text: str, *, open_before: bool = False) -> bool:
    """Whether direct speech is still open at the end of a sentence.

    >>> leaves_open("“这次演出很精彩。"), leaves_open("希望多办。”他说。", open_before=True)
    (True, False)
    """
    opened, shut = (max(text.rfind(mark) for mark in marks) for marks in (OPEN, CLOSE))
    return open_before if opened == shut else opened > shut


def _speech(text: str, open_before: bool) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start = 0 if open_before else -1
    for mark in MARKS.finditer(text):
        i, char = mark.start(), mark.group()
        if char in OPEN:
            start = i
        elif start >= 0:
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
