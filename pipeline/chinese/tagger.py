"""The tagger: words with part of speech, and the names among them, as character spans.

A backend is any function from texts to spans, so a model of your own is about thirty lines: see `spacy_backend`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from pipeline.chinese.lac import Lac

LONGEST = 512  # characters the model sees at once; longer text is cut at a pause
PAUSES = (re.compile(r"[。！？；!?;\n]"), re.compile(r"[，、：,:\s]"))
SPACY_LABELS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "DATE": "TIME"}  # OntoNotes to LAC; others as they are


class Tagged(NamedTuple):
    """A word or name at characters [start, end) of its text; tags are LAC's (PER LOC ORG TIME nz n v m q …)."""

    start: int
    end: int
    text: str
    tag: str


_tagged = partial(tuple.__new__, Tagged)  # from (start, end, text, tag); there are many
Backend = Callable[[list[str]], list[list[Tagged]]]


class Tagger:
    """The tagger that a setting names: `lac`, `spacy:NAME` (a pipeline by name or folder) or `none`.

    >>> [tagged.tag for tagged in Tagger("lac").tag(["张三在北京市工作"])[0]]
    ['PER', 'p', 'LOC', 'n']

    Raises ValueError for a name it does not know and for a model that cannot be loaded, saying what to do.
    """

    def __init__(self, name: str = "lac") -> None:
        self.name = name
        self._backend = backend(name)

    def tag(self, texts: list[str]) -> list[list[Tagged]]:
        """Spans of each text in order; what a text gets never depends on the texts beside it."""
        return self._backend(texts)


def backend(name: str) -> Backend:
    """The backend that a setting names."""
    if name == "lac":
        return lac_backend()
    if name == "none":
        return lambda texts: [[] for _ in texts]
    if name.startswith("spacy:") and name != "spacy:":
        return spacy_backend(name.removeprefix("spacy:"))
    raise ValueError(f"no such tagger: {name!r}. Known: lac, none, spacy:NAME (a spaCy pipeline by name or folder)")


def lac_backend() -> Backend:
    """Baidu LAC: every character of a text lies in exactly one span."""
    lac = Lac()

    def tag(texts: list[str]) -> list[list[Tagged]]:
        pieces = [(index, start, end) for index, text in enumerate(texts) for start, end in cut(text)]
        found: list[list[Tagged]] = [[] for _ in texts]
        for (index, start, _), words in zip(pieces, lac([texts[i][a:b] for i, a, b in pieces]), strict=True):
            stops = [start + stop for stop, _ in words]
            starts = [start, *stops[:-1]]
            printed = map(texts[index].__getitem__, map(slice, starts, stops))
            found[index] += map(_tagged, zip(starts, stops, printed, (label for _, label in words), strict=True))
        return found

    return tag


def spacy_backend(name: str) -> Backend:
    """A spaCy pipeline of the user's own, by name or folder: its entities only."""
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ValueError(f"tagger spacy:{name}: give an installed spaCy pipeline or its folder ({error})") from error

    def tag(texts: list[str]) -> list[list[Tagged]]:
        return [
            [Tagged(e.start_char, e.end_char, e.text, SPACY_LABELS.get(e.label_, e.label_)) for e in doc.ents]
            for doc in nlp.pipe(texts)
        ]

    return tag


def cut(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Pieces of at most `longest` characters that tile the text, each ended by a pause where there is one.

    >>> cut("散会。大家回家，吃饭。", 8)
    [(0, 3), (3, 11)]
    """
    pieces, start = [], 0
    while len(text) - start > longest:
        end = start + longest
        for pause in PAUSES:
            last = max((m.end() for m in pause.finditer(text, start + longest // 4, end)), default=0)
            if last:
                end = last
                break
        pieces.append((start, end))
        start = end
    return [*pieces, (start, len(text))] if start < len(text) else pieces
