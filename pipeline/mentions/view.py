"""A sentence with everything a mention finder may look at; finders only read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from pipeline.lexicon import Lexicon
from pipeline.mentions.pieces import Piece, Word, pieces_of
from pipeline.records import Article, EntityType, Page, Sentence


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
    page_areas: tuple[str, ...] = ()
    """The areas among them, and the page's city in both forms."""
    pieces: Sequence[Word | Piece] = field(default=(), repr=False)
    """Words that tile the sentence, laid out once for all finders."""

    def __post_init__(self) -> None:
        if not self.pieces:
            object.__setattr__(self, "pieces", pieces_of(self.text, self.tagged, self.words))
        if not self.page_areas:
            object.__setattr__(self, "page_areas", areas_of(self.page, self.page_names))

    @property
    def text(self) -> str:
        """The clean text of the sentence."""
        return self.sentence.text


def areas_of(page: Page, names: Mapping[str, EntityType]) -> tuple[str, ...]:
    """The areas among the names of a page, and the page's city in both forms: 鹤壁市, 鹤壁."""
    own = {page.place, page.place.removesuffix("市")} if page.place else set()
    return tuple(sorted({name for name, kind in names.items() if kind == "district"} | own))
