"""A sentence as the string that patterns run over: one character a mention or value, the rest verbatim, without blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.records import Mention, Sentence, Value

# One private-use character a type. A page's own ones become U+FFFD, so that no page can forge a mention.
CODES = {
    "PER": "\ue000", "ORG": "\ue001", "DIS": "\ue002", "CAM": "\ue003", "LOC": "\ue004", "POL": "\ue005",
    "TIME": "\ue006", "MONEY": "\ue007", "COUNT": "\ue008",
}  # fmt: skip
NAMES = {
    "person": "PER", "organisation": "ORG", "district": "DIS", "campaign": "CAM", "place": "LOC", "policy": "POL",
    "time": "TIME", "money": "MONEY", "count": "COUNT",
}  # fmt: skip
SOME = 6  # mentions of one type: more of them tell a pattern nothing
NO_KINDS = (0,) * len(CODES)
BLANK = frozenset(" \u3000\t")  # a blank that meant something in print tells patterns nothing
PRIVATE = dict.fromkeys(range(0xE000, 0xF900), "\ufffd")
WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
OTHER = {**PRIVATE, **str.maketrans(WIDTH)}
ODD = re.compile("[\ue000-\uf8ff,;:!?()]")  # most sentences hold none


@dataclass(frozen=True, slots=True)
class Span:
    """A run of the sentence, and the mention or value that it is, if it is one."""

    start: int
    end: int
    text: str
    item: Mention | Value | None = None

    @property
    def mention(self) -> Mention | None:
        """The mention that stands here, or None."""
        return self.item if isinstance(self.item, Mention) else None


@dataclass(frozen=True)
class Encoded:
    """A sentence ready for patterns: `code` is the string; `starts`, `ends`, `items` say what its characters stand for."""

    sentence: Sentence
    code: str
    starts: Sequence[int]
    ends: Sequence[int]
    items: Mapping[int, Mention | Value]
    mentions: tuple[Mention, ...] = field(repr=False)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """How many of each mention and value character occur, `SOME` for more than that."""
        return tuple([min(SOME, self.code.count(c)) for c in CODES.values()]) if self.items else NO_KINDS

    def where(self, start: int, end: int) -> tuple[int, int]:
        """Sentence offsets of the run [start, end) of the code."""
        if start == end:
            at = self.starts[start] if start < len(self.starts) else len(self.sentence.text)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def span(self, at: int) -> Span:
        """What one character of the code stands for."""
        start, end = self.starts[at], self.ends[at]
        return Span(start, end, self.sentence.text[start:end], self.items.get(at))

    def inside(self, mention: Mention) -> tuple[Mention, ...]:
        """The mentions nested in an outermost one, from left to right."""
        return tuple(
            m for m in self.mentions
            if m is not mention and mention.sent_start <= m.sent_start and m.sent_end <= mention.sent_end
        )  # fmt: skip


def encode(sentence: Sentence, mentions: Iterable[Mention], values: Iterable[Value] = ()) -> Encoded:
    """Encode a sentence with its mentions (nested ones and anaphors too) and values.

    A mention wins over a value, a longer one over a shorter, an earlier one over one that overlaps it.

    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[罗敏|PER]任[市财政局|ORG]局长。")
    >>> encode(case.sentence, case.mentions).code
    '\\ue000任\\ue001局长。'
    """
    text = sentence.text
    here = sentence.sentence_id
    own = sorted((m for m in mentions if m.sentence_id == here), key=lambda m: (m.sent_start, -m.sent_end))
    heads = _heads(own, [v for v in values if v.sentence_id == here], len(text))
    code, starts, ends, stand, at = list[str](), list[int](), list[int](), dict[int, Mention | Value](), 0
    plain = text.translate(OTHER) if ODD.search(text) else text
    stops: list[tuple[int, Mention | Value | None]] = [*heads, (len(text), None)]
    for begin, stop in stops:
        run = plain[at:begin]
        if BLANK.isdisjoint(run):
            code.append(run)
            starts += range(at, begin)
            ends += range(at + 1, begin + 1)
        else:
            kept = [n for n in range(at, begin) if plain[n] not in BLANK]
            code += [plain[n] for n in kept]
            starts += kept
            ends += [n + 1 for n in kept]
        if stop:
            stand[len(starts)] = stop
            code.append(CODES[NAMES[stop.type]])
            starts.append(begin)
            ends.append(stop.sent_end)
            at = stop.sent_end
    return Encoded(sentence, "".join(code), starts, ends, stand, tuple(own))


def _heads(own: list[Mention], values: list[Value], length: int) -> list[tuple[int, Mention | Value]]:
    """What stands for itself, by its first offset, from left to right."""
    items: list[Mention | Value] = sorted([*own, *values], key=_first) if values else [*own]
    at = 0
    for item in items:
        if not at <= item.sent_start < item.sent_end <= length:
            break
        at = item.sent_end
    else:
        return [(item.sent_start, item) for item in items]  # nothing overlaps: nothing has to give way
    heads: dict[int, Mention | Value] = {}
    taken = bytearray(length)
    longest: list[Mention | Value] = [*sorted(own, key=_longest), *sorted(values, key=_longest)]
    for item in longest:
        start, end = item.sent_start, item.sent_end
        if 0 <= start < end <= length and not any(taken[start:end]):
            taken[start:end] = bytes([1]) * (end - start)
            heads[start] = item
    return sorted(heads.items(), key=lambda h: h[0])


def _first(item: Mention | Value) -> int:
    return item.sent_start


def _longest(item: Mention | Value) -> tuple[int, int]:
    return item.sent_start - item.sent_end, item.sent_start
