"""The tagger's words mended where it took a verb between two names for a part of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.chinese.tagger import Tagged

BETWEEN = re.compile(
    "联合(?![会国社体党部处院大收医利])|会同|携手|协同(?!创新|发展|办公|治理)|走进|来到|赶赴|前往|带队到|特邀|邀请"
)
AT = re.compile("(?<=[局委办处部队会院校社站所团])(?:还|也|正|又|将|已|都|均)?在(?![线职校编岗读建外])")
"""街道办事处|在|街道党群服务中心: the tagger took the place for a part of the body's name."""
LEAST = 4  # shorter words are hardly two names


def mended(words: Sequence[Tagged]) -> list[Tagged]:
    """The words, those that hold a verb of company or motion cut before and behind it; no character is lost.

    >>> [(w.text, w.tag) for w in mended([Tagged(0, 8, "会同海棠公安分局", "v")])]
    [('会同', 'v'), ('海棠公安分局', 'nz')]
    """
    return [part for word in words for part in ((word,) if len(word.text) < LEAST else _parts(word))]


def _parts(word: Tagged) -> Iterator[Tagged]:
    if word.tag in ("TIME", "PER", "m", "v") and not BETWEEN.match(word.text):
        yield word
        return
    tag = word.tag if word.tag in ("LOC", "ORG") else "nz"
    at = 0
    cuts = [*BETWEEN.finditer(word.text), *(AT.finditer(word.text, 3) if word.tag == "ORG" else ())]
    for verb in sorted(cuts, key=lambda cut: cut.start()):
        if verb.start() > at:
            yield _cut(word, at, verb.start(), tag)
        yield _cut(word, verb.start(), verb.end(), "p" if verb[0].endswith("在") else "v")
        at = verb.end()
    if not at:
        yield word
    elif at < len(word.text):
        yield _cut(word, at, len(word.text), tag)


def _cut(word: Tagged, start: int, end: int, tag: str) -> Tagged:
    return Tagged(word.start + start, word.start + end, word.text[start:end], tag)
