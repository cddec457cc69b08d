"""A sentence as words that tile it: the tagger's, else the segmenter's, else single characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Word(Protocol):
    """A tagged word: `pipeline.chinese.tagger.Tagged` is one."""

    @property
    def start(self) -> int:
        """Offset in the sentence."""

    @property
    def end(self) -> int:
        """Offset in the sentence, past the last character."""

    @property
    def text(self) -> str:
        """The word."""

    @property
    def tag(self) -> str:
        """PER, LOC, ORG, TIME or a part of speech (n, v, p …)."""


class Piece(NamedTuple):
    """A word of a sentence, or a part of one: characters [start, end) and the tag, empty for a single character."""

    start: int
    end: int
    tag: str = ""


def pieces_of(text: str, tagged: Sequence[Word], words: Sequence[tuple[int, int]]) -> Sequence[Word | Piece]:
    """Words that tile the sentence.

    >>> pieces_of("我在北京。", [], [(1, 2), (2, 4)])
    [Piece(start=0, end=1, tag=''), Piece(start=1, end=2, tag=''), Piece(start=2, end=4, tag=''), Piece(start=4, end=5, tag='')]
    """
    if sum(word.end - word.start for word in tagged) == len(text):
        return tagged
    tag_at: list[Piece | None] = [None] * len(text)
    for word in tagged:
        tag_at[word.start : word.end] = [Piece(word.start, word.end, word.tag)] * (word.end - word.start)
    for start, end in words:
        free = [at for at in range(start, min(end, len(text))) if tag_at[at] is None]
        if free:
            span = Piece(free[0], free[-1] + 1, "w" if not text[free[0]].isalnum() else "")
            for at in free:
                tag_at[at] = span
    pieces: list[Piece] = []
    for at in range(len(text)):
        if not pieces or pieces[-1].end <= at:
            span = tag_at[at] or Piece(at, at + 1)
            pieces.append(Piece(at, max(span.end, at + 1), span.tag))
    return pieces
