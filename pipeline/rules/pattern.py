"""The pattern language: a readable line, compiled once to a regular expression over an encoded sentence.

    {head:PER}          one mention of a type, kept under a name; quotes around it are passed over, and so are
                        areas right before an area, body or place: in 甲区|乙街道|丙社区 a {x:DIS} is 丙社区
    {tail:ORG|DIS}      one of several types: PER ORG DIS CAM LOC POL TIME MONEY COUNT
    {tail:ORG+}         one or a list: 、 和 与 及 暨, with 等 and what it counts
    {head:PER++}        the same for people who may carry bodies and titles, commas between them too
    {tail:DIS!}         exactly this mention, nothing passed over
    {role:<office>}     what a word class, gap or group covers, kept under a name
    {ORG}  <任>         a mention, a word of a class, not kept
    ~12   ~             up to 12 (any number of) characters, fewest first, inside the clause (，。；：！？ end it)
    ~~40  ~~            the same, but commas and colons may be crossed (。！？； not)
    ~12-(联合|{PER})    a gap in which neither of these begins
    (任|出任)  x?  x*   alternatives; optional; any number
    !(的|了)            not followed by         !<(各|{PER})    not preceded by
    #                   here a clause begins or ends
    ^  $                the sentence begins, ends
    \\~                  the character itself
Everything else stands for itself; blanks are for the reader only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.rules.either import either
from pipeline.rules.encode import CODES
from pipeline.rules.errors import PatternError
from pipeline.rules.needed import needed_words
from pipeline.rules.prefilter import Kinds, needed_kinds
from pipeline.rules.units import Classes, listed, unit

END_CLAUSE = "，。；：！？\n"
END_SENTENCE = "。！？；"
SINGLE = re.compile(r"[^\\()\[\]]|\\[^0-9A-Za-z]|(?:\(\?:)?\[[^\[\]]+\]\)?")  # matches one character


@dataclass(frozen=True)
class Element:
    """One top-level piece of a pattern: where it stands in the source, and its regular expression."""

    source: str
    regex: str


@dataclass(frozen=True)
class Pattern:
    """A pattern read: `groups` maps regular-expression groups to slots, `items` says how a list falls apart."""

    source: str
    elements: tuple[Element, ...]
    groups: Mapping[str, str]
    items: Mapping[str, str]
    needs: Kinds
    words: tuple[tuple[str, ...], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The whole pattern, compiled when a sentence first holds what it needs: a run tries half of all patterns."""
        return re.compile("".join(e.regex for e in self.elements))

    @cached_property
    def pieces(self) -> Mapping[str, re.Pattern[str]]:
        """`items`, compiled when a list is first found."""
        return {group: re.compile(one) for group, one in self.items.items()}


class Compiler:
    """Reads one pattern; `classes(name, pattern, at)` gives the regular expression of a word class."""

    def __init__(self, source: str, classes: Classes, slots: frozenset[str] | None = None) -> None:
        self.source, self.classes, self.slots = source, classes, slots
        self.at = 0
        self.groups: dict[str, str] = {}
        self.items: dict[str, str] = {}

    def compile(self) -> Pattern:
        """The whole pattern. Raises PatternError."""
        elements: list[Element] = []
        self._blank()
        while self.at < len(self.source):
            start = self.at
            if self.source[start] == "|":
                raise self._error("alternatives need brackets: (甲|乙)", start)
            regex = self._item()
            elements.append(Element(self.source[start : self.at].strip(), regex))
            self._blank()
        if not elements:
            raise self._error("the pattern is empty", 0)
        sources = [e.source for e in elements]
        needs, words = needed_kinds(sources), needed_words(sources, self.classes.plain)
        return Pattern(self.source, tuple(elements), self.groups, self.items, needs, words)

    def inner(self) -> list[list[str]]:
        """A word of a class: alternatives without slots, each as the regular expressions of its pieces."""
        branches = self._branches("")
        if self.at < len(self.source):
            raise self._error("a bracket too many", self.at)
        return branches

    def _error(self, message: str, at: int) -> PatternError:
        return PatternError(message, self.source, at)

    def _blank(self) -> None:
        while self.at < len(self.source) and self.source[self.at] == " ":
            self.at += 1

    def _alternatives(self, end: str) -> str:
        return either(self._branches(end))

    def _branches(self, end: str) -> list[list[str]]:
        branches: list[list[str]] = [[]]
        start = self.at - 1
        while True:
            self._blank()
            if self.at >= len(self.source):
                if end:
                    raise self._error(f"nothing closes this, {end!r} is missing", start)
                break
            if self.source[self.at] == end:
                self.at += 1
                break
            if self.source[self.at] == "|":
                self.at += 1
                branches.append([])
            else:
                branches[-1].append(self._item())
        return branches

    def _item(self) -> str:
        char, start = self.source[self.at], self.at
        self.at += 1
        if char == "(":
            regex = self._alternatives(")")
        elif char == "{":
            regex = self._slot(start)
        elif char == "<":
            regex = self.classes(self._until(">", start), self.source, start)
        elif char == "~":
            return self._gap()
        elif self.source.startswith("<(", self.at) and char == "!":
            self.at += 2
            return self._behind(start)
        elif char == "!":
            self._expect("(", "! is followed by what must not come: !(的|了)")
            return f"(?!{self._alternatives(')')})"
        elif char == "#":
            return f"(?:(?<![^{END_CLAUSE}“‘（])|(?![^{END_CLAUSE}”’）]))"
        elif char == "^":
            return r"\A"
        elif char == "$":
            return r"(?=[。！？；]*[”’）]?\Z)"
        elif char in ")}>[]?*+-":
            raise self._error(f"{char!r} has nothing to belong to (write \\{char} for the character itself)", start)
        else:
            if char == "\\":
                char = self.source[self.at : self.at + 1]
                self.at += 1
            regex = re.escape(char)
        if self.at < len(self.source) and self.source[self.at] in "?*":
            regex = f"(?:{regex}){self.source[self.at]}"
            self.at += 1
        return regex

    def _behind(self, start: int) -> str:
        widths: dict[int | str, list[list[str]]] = {}  # words of one length are looked for at once
        for branch in self._branches(")"):
            single = all(SINGLE.fullmatch(piece) for piece in branch)
            widths.setdefault(len(branch) if single else "".join(branch), []).append(branch)
        try:
            return str(re.compile("".join(f"(?<!{either(words)})" for words in widths.values())).pattern)
        except re.error as error:
            raise self._error("what must not come before must be of fixed length", start) from error

    def _until(self, end: str, start: int) -> str:
        stop = self.source.find(end, self.at)
        if stop < 0:
            raise self._error(f"nothing closes this, {end!r} is missing", start)
        text, self.at = self.source[self.at : stop], stop + 1
        return text.strip()

    def _expect(self, char: str, message: str) -> None:
        if self.source[self.at : self.at + 1] != char:
            raise self._error(message, self.at)
        self.at += 1

    def _gap(self) -> str:
        ends = END_CLAUSE
        if self.source[self.at : self.at + 1] == "~":
            self.at, ends = self.at + 1, END_SENTENCE
        digits = re.compile("[0-9]*").match(self.source, self.at)
        most = digits.group() if digits else ""
        self.at += len(most)
        one = f"[^{ends}]"
        if self.source[self.at : self.at + 2] == "-(":
            self.at += 2
            one = f"(?:(?!{self._alternatives(')')}){one})"
        return f"{one}{{0,{most}}}?"

    def _slot(self, start: int) -> str:
        named = re.compile(r"\s*([a-z][a-z_0-9]*)\s*:").match(self.source, self.at)
        name = named[1] if named else ""
        self.at = named.end() if named else self.at
        if name and self.slots is not None and name not in self.slots:
            raise self._error(f"no slot is called {name!r}; known: {', '.join(sorted(self.slots))}", start)
        types = re.compile(r"\s*([A-Z]{2,}(?:\s*\|\s*[A-Z]{2,})*)\s*(\+{0,2}|!)\s*\}").match(self.source, self.at)
        if not types:
            group = self._group(name)
            return f"(?P<{group}>{self._alternatives('}')})" if name else self._alternatives("}")
        wanted = [t.strip() for t in types[1].split("|")]
        for kind in wanted:
            if kind not in CODES:
                raise self._error(f"no type {kind!r}; known: {', '.join(CODES)}", self.at)
        self.at = types.end()
        return self._mentions(name, "".join(CODES[k] for k in wanted), types[2])

    def _mentions(self, name: str, types: str, sign: str) -> str:
        if "+" not in sign:
            one = unit(types, self.classes, exact=sign == "!")
            if not name:
                return one.replace("?P<@>", "?:")
            while "?P<@>" in one:
                one = one.replace("?P<@>", f"?P<{self._group(name)}>", 1)
            return one
        one = unit(types, self.classes, titled=sign == "++")
        bare = one.replace("?P<@>", "?:")
        whole = listed(bare, commas=sign == "++")
        if not name:
            return whole
        group = self._group(name)
        halves = one.split("?P<@>")
        numbered = halves[0] + "".join(f"?P<i{n}>{half}" for n, half in enumerate(halves[1:]))
        self.items[group] = numbered
        return f"(?P<{group}>{whole})"

    def _group(self, name: str) -> str:
        group = f"{name or 'x'}__{len(self.groups)}"
        if name:
            self.groups[group] = name
        return group
