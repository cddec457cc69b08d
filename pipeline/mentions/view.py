"""A sentence with everything a mention finder may look at; finders only read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from pipeline.lexicon import Lexicon
from pipeline.records import Article, EntityType, Page, Sentence


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


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence, its tagged words, its segmenter's word spans, its page and article, and what the page names elsewhere."""

    sentence: Sentence
    page: Page
    article: Article
    lexicon: Lexicon
    tagged: Sequence[Word] = ()
    words: Sequence[tuple[int, int]] = ()
    page_text: str = field(default="", repr=False)
    """Clean text of all sentences of the page, a line each."""
    page_names: Mapping[str, EntityType] = field(default_factory=lambda: MappingProxyType({}))
    """Names already found on the page, with their types."""

    @property
    def text(self) -> str:
        """The clean text of the sentence."""
        return self.sentence.text
