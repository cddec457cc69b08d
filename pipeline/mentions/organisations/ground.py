"""What a walk to the left of a head looks at: the words of a sentence, and the areas and bodies that end somewhere in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.organisations.words import OrganisationWords
from pipeline.mentions.pieces import Piece, Word

STOP_TAGS = frozenset({"p", "c", "u", "r", "d", "w", "xc", "TIME", "t", "q", "vd", "ad"})
FRONT = re.compile("[经由在和与及向对从到据](?=省|市|区|县|街道|镇|乡)|不少|许多|多家|部分|众多|某些|一些|单位")
COUNTED = re.compile(r"(?:[\d一二三四五六七八九十百两几数多]余?)(?:个|家|所)$")
NO_NAME = ("部分", "多个", "一些", "不少", "许多", "各", "某", "该", "本", "此", "这", "那", "每", "任何", "哪", "全")


@dataclass(slots=True)
class Ground:
    """What the walk looks at: the text, its words by their last offset, and areas and bodies that end somewhere."""

    text: str
    words: OrganisationWords
    pieces: Sequence[Word | Piece]
    piece_at: list[int]
    areas: Mapping[int, Candidate]
    bodies: dict[int, Candidate] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def piece_before(ground: Ground, end: int) -> Piece:
    """The word that ends at `end`, or the part of a word before it; an area inside the word cuts it."""
    piece = ground.pieces[ground.piece_at[end - 1]]
    start = piece.start
    for at in range(end - 1, start, -1):
        if at in ground.areas or at in ground.bodies:
            start = at
            break
    front = FRONT.match(ground.text, start, end)  # 经|县教体局
    if front and front.end() < end:
        start = front.end()
    verbs = list(ground.words.strong.finditer(ground.text, start, end))  # 联合物业公司; …管理办组织…中队
    if verbs:
        start = verbs[-1].end() if verbs[-1].end() < end else verbs[-1].start()
    part = end < piece.end and piece.tag in STOP_TAGS  # 和旅游|局/c
    return Piece(start, end, "" if part else piece.tag)


def generic_before(ground: Ground, start: int) -> bool:
    """各, 某, 该 or a number stands before it (10个街道党工委): it names nobody."""
    if start == 0:
        return False
    if COUNTED.search(ground.text, max(0, start - 6), start):
        return True
    piece = ground.pieces[ground.piece_at[start - 1]]
    before = ground.text[piece.start : start]
    return (
        before in NO_NAME
        or (piece.tag == "r" and before[-1] in "各某该本此这那每")
        or before[-1:] in ("各", "某", "该")
    )
