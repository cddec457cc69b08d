"""What a word left of a head may be to the body's name: never part of it, part of it only before an area, or a leaning word."""

from __future__ import annotations

from pipeline.mentions.organisations.ground import STOP_TAGS, Ground, piece_before
from pipeline.mentions.organisations.words import LEANING, OrganisationWords
from pipeline.mentions.pieces import Piece

NAMED_FOR_PEOPLE = frozenset({"school", "enterprise", "volunteer group", "hospital", "culture", "performance"})
JOINED = frozenset({"government", "section", "culture", "consultative", "legislature"})
FARMED = frozenset({"种植", "养殖", "种养", "加工", "栽培", "繁育", "购销", "农机", "植保", "种植加工", "培育"})
"""Work that is part of a co-operative's name (红土湾中药材|种植|农民专业合作社) and, alone, names none."""
STOP_MARKS = frozenset("，。；：！？、,;:!?…—（）()《》〈〉“‘\n \u3000■□●◆▲/\"'")


def never_in_name(ground: Ground, piece: Piece, text: str, kind: str) -> bool:
    """A verb, preposition, post, number or person ends the name on its left (联合|市司法局; 局长孙伟|大队)."""
    words = ground.words
    if text[0] == "该" and len(text) <= 3:
        return True  # 该院|产科
    verb = words.strong.match(ground.text, piece.start)
    if verb is not None and verb.end() == piece.end:
        return True
    if text in words.subject:
        return False
    if ground.titles.get(text) == "office" and text not in words.soft:
        return True
    if text in words.soft and piece.tag not in ("p", "c", "u", "d", "r", "f"):
        return False
    if text in words.barrier:
        return not (text in "和与" and joined(ground, piece))
    if piece.tag == "m" and not (len(text) == 1 and ground.text[piece.end] in "大中支"):
        return not text.startswith("第") and not text.isascii()
    if piece.tag == "PER":
        return kind not in NAMED_FOR_PEOPLE
    if piece.tag == "p" or (piece.tag in STOP_TAGS and len(text) > 1 and text not in words.generic):
        return True
    return piece.tag in STOP_TAGS and text not in words.generic and text not in "之·"


def needs_an_area(words: OrganisationWords, piece: Piece, text: str) -> bool:
    """A verb, or a noun that is also one, is part of a name only before an area or a body (河南省清洗保洁行业协会)."""
    if text in words.subject:
        return False
    return text in words.soft or (piece.tag == "v" and text not in words.generic)


def joined(ground: Ground, piece: Piece) -> bool:
    """和 inside an official field of work: 人力资源和社会保障."""
    near = ground.text[max(0, piece.start - 7) : piece.end + 8]
    return any(piece.end - piece.start == 1 and s in near for s in ground.words.subject if "和" in s or "与" in s)


def noun_before(ground: Ground, end: int) -> bool:
    """和 between two fields of work (未成年人保护与|服务中心): an area, a body or somebody before it would make a list."""
    if end == 0 or end in ground.areas or end in ground.bodies:
        return False
    piece = piece_before(ground, end)
    text = ground.text[piece.start : end]
    return piece.tag in ("n", "vn", "v", "an") and text not in ground.words.generic and text not in ground.titles


def leaning_word(ground: Ground, piece: Piece, text: str) -> str | None:
    """市, 区, 街道 … with which a name leans on an area printed elsewhere: 市|民政局, but not 市场|监管."""
    leaning = next((one for one in LEANING if text.startswith(one)), None)
    if leaning is None or (text != leaning and text.startswith(ground.words.not_lean)):
        return None
    whole = ground.pieces[ground.piece_at[piece.start]]
    return leaning if text == leaning or whole.tag in ("ORG", "LOC", "nz") or whole.end > piece.end else None


def own_word(ground: Ground, piece: Piece) -> bool:
    """A leaning word by itself; not the end of a name that nobody knew as an area (…/LOC 区/n)."""
    before = ground.text[piece.start - 1] if piece.start else ""
    return not before or before not in "全各某该本两三四五六七八九十多辖城地片园小校"


def unknown_area(ground: Ground, end: int) -> Piece | None:
    """A word before 社区, 街道 or 村 that nobody knew as an area's name, but that can only be one (后港路|社区)."""
    if end == 0 or end in ground.areas or end in ground.bodies:
        return None
    piece = piece_before(ground, end)
    text = ground.text[piece.start : piece.end]
    known = (
        text in ground.words.barrier
        or text in ground.words.generic
        or text in ground.words.soft
        or text in ground.titles
    )
    plain = piece.tag in ("LOC", "ORG", "nz", "PER", "nw") or text[-1] in "路街巷园苑山河湖桥"
    return piece if len(text) >= 2 and text.isalpha() and not known and plain and text[0] not in "各全该本每" else None
