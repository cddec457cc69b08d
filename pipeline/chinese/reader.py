"""The reader: the spaCy pipeline with its segmenter, and the tagger, built once per process.

Words are hints: whatever the segmenter, mentions are character spans.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.chinese.tagger import Tagged, Tagger

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.config import ChineseConfig

SEGMENTERS = ("jieba", "pkuseg", "char")


class Reader:
    """Segments and tags text; spaCy and the segmenter are loaded when first asked for.

    >>> Reader(segmenter="char", tagger="none").segment("开会了")
    [(0, 1), (1, 2), (2, 3)]

    Raises ValueError for an unknown segmenter or tagger, or a model that is not there.
    """

    def __init__(self, segmenter: str = "jieba", tagger: str = "lac", pkuseg_model: Path | None = None) -> None:
        if segmenter not in SEGMENTERS:
            raise ValueError(f"no such segmenter: {segmenter!r}. Known: {', '.join(SEGMENTERS)}")
        self.segmenter = segmenter
        self._pkuseg = pkuseg_folder(pkuseg_model) if segmenter == "pkuseg" else None
        self._tagger = Tagger(tagger)

    @classmethod
    def from_config(cls, config: ChineseConfig) -> Reader:
        """The reader that the section `[chinese]` of the settings describes."""
        model = Path(config.pkuseg_model) if config.pkuseg_model else None
        return cls(config.segmenter, config.tagger, model)

    @cached_property
    def nlp(self) -> Language:
        """The blank Chinese spaCy pipeline that carries the segmenter."""
        import spacy

        if self.segmenter == "jieba":
            from pipeline.chinese.quiet_jieba import load_jieba

            load_jieba()
        nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": self.segmenter}}})
        if self._pkuseg is not None:
            nlp.tokenizer.from_disk(self._pkuseg)  # type: ignore[union-attr]
        return nlp

    def tag(self, texts: list[str]) -> list[list[Tagged]]:
        """Tagged words and names of each text, as character spans."""
        return self._tagger.tag(texts)

    def segment(self, text: str) -> list[tuple[int, int]]:
        """Words as character spans, white space left out."""
        return [(t.idx, t.idx + len(t)) for t in self.nlp.make_doc(text) if not t.is_space] if text else []

    def doc(self, text: str, spans: Iterable[tuple[int, int, str]] = ()) -> Doc:
        """A spaCy Doc in which each (start, end, label) is one entity token, for displaCy or a DocBin.

        Raises ValueError for spans that overlap, are empty or lie outside the text.
        """
        from spacy.tokens import Doc, Span
        from spacy.util import get_words_and_spaces

        marked = sorted(spans)
        cuts = {0, len(text)}
        cuts.update(edge for word in self.segment(text) for edge in word)
        at = 0
        for start, end, _ in marked:
            if not at <= start < end <= len(text):
                raise ValueError(f"spans must not overlap, be empty or leave the text: {start}–{end} of {len(text)}")
            cuts -= set(range(start + 1, end))
            cuts |= {start, end}
            at = end
        edges = sorted(cuts)
        words = [text[a:b] for a, b in pairwise(edges)]
        doc = Doc(self.nlp.vocab, *get_words_and_spaces(words, text))
        found = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in marked]
        doc.ents = tuple(span for span in found if isinstance(span, Span))
        return doc


def pkuseg_folder(given: Path | None = None) -> Path:
    """The folder of the pkuseg model, as `make pkuseg` leaves it.

    Raises ValueError when it is not there or would have to be unpickled.
    """
    folder = given or Path(sys.prefix) / "share" / "pkuseg"
    if not (folder / "pkuseg_model" / "features.msgpack").is_file():
        raise ValueError(f"segmenter 'pkuseg' has no model in {folder}: run `make pkuseg` once, or choose 'jieba'")
    return folder
