"""Whether a stretch of a sentence is cut out of longer words."""

from __future__ import annotations

from pipeline.mentions.view import SentenceView
from pipeline.records import EntityType


def inside_word(view: SentenceView, start: int, end: int, type_: EntityType) -> bool:
    """A person's name inside a longer name or word (刘宁 in 刘宁波); a body's name may share a word with its neighbours."""
    for piece in view.pieces:
        if piece.end <= start or piece.start >= end:
            continue
        over = piece.start < start or piece.end > end
        if over and type_ == "person" and piece.tag in ("PER", "LOC", "ORG", "TIME"):
            return True
        if over and type_ == "person" and piece.start < start:
            return True
    return False
