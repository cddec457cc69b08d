"""Where the name of a body begins: a walk to the left from its head, word by word, until something that is not its name."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.mentions.organisations_ground import STOP_TAGS, Ground, Piece, piece_before
from pipeline.mentions.organisations_words import LEANING, NARROW, OrganisationWords

STOP_MARKS = frozenset("，。；：！？、,;:!?…—（）()《》〈〉“‘\n \u3000■□●◆▲/\"'")
NAMED_FOR_PEOPLE = frozenset({"school", "enterprise", "volunteer group", "hospital", "culture", "performance"})
JOINED = frozenset({"government", "section", "culture", "consultative", "legislature"})
FORE = frozenset({"单位", "企业", "共建", "机构", "团体", "爱心"})
LONGEST = 26


@dataclass(slots=True)
class Left:
    """Where a name begins, what its front rests on (area, leaning, parent, quote or nothing), and what lies between."""

    start: int
    anchor: str | None
    middle: list[str]
    leaning: str | None = None
    tags: list[str] = field(default_factory=list)


def walk_left(ground: Ground, head_start: int, kind: str) -> Left:
    """Walk from a head to the beginning of its name."""
    left = Left(head_start, None, [])
    tentative = 0
    safe = (head_start, 0)
    while left.start > 0 and head_start - left.start < LONGEST:
        if _rest(ground, left):
            return left
        piece = piece_before(ground, left.start)
        text = ground.text[piece.start : piece.end]
        if text[-1] == "”" and _quoted(ground, left):
            return left
        joins = kind in JOINED and text in ("与", "和") and _noun_before(ground, piece.start)
        if text[-1] in STOP_MARKS or (not joins and _never(ground, piece, text, kind)):
            break
        if joins or _tentative(ground.words, piece, text):
            tentative += 1
            if tentative == 1:
                safe = (left.start, len(left.middle))
            if tentative > 2:
                break
        leaning = _leaning(ground, piece, text)
        if leaning in NARROW and text == leaning and (name := _named(ground, piece.start)):
            left.start, left.anchor = name.start, "area"
            _widen(ground, left)
            return left
        inner = leaning in ("社区", "村") and text == leaning and left.middle  # 郑州市委|城乡社区发展治理委员会
        if leaning and (piece.start in ground.bodies or inner):  # 明湖办事处|社区办
            if inner and not tentative:
                tentative, safe = 1, (left.start, len(left.middle))
            left.middle.insert(0, text)
            left.tags.insert(0, piece.tag)
            left.start = piece.start
            continue
        if leaning and _own_word(ground, piece):
            left.start, left.anchor, left.leaning = piece.start, "leaning", leaning
            if text[len(leaning) :]:
                left.middle.insert(0, text[len(leaning) :])
            _widen(ground, left)
            return left
        left.middle.insert(0, text)
        left.tags.insert(0, piece.tag)
        left.start = piece.start
    while len(left.middle) > 1 and left.middle[0] in FORE and not tentative:  # 共建单位|城建集团
        left.start += len(left.middle.pop(0))
        left.tags = left.tags[1:]
    if tentative:  # a verb belongs to a name only when an area stands before it (河南省清洗保洁行业协会)
        cut = safe[1]
        left.start = safe[0]
        left.middle = left.middle[len(left.middle) - cut :] if cut else []
        left.tags = left.tags[len(left.tags) - cut :] if cut else []
    return left


def _rest(ground: Ground, left: Left) -> bool:
    """An area or a body that ends here carries the name; what stands before it widens it."""
    body, area = ground.bodies.get(left.start), ground.areas.get(left.start)
    if area is not None and area.start in ground.bodies and ground.text[area.start] in "和与及":
        area = None  # 县文联和|县作协 is not 和县
    if body is not None and (area is None or area.start > body.start):
        left.start, left.anchor = body.start, "parent"
        return True
    if area is None:
        return False
    left.start, left.anchor = area.start, "area"
    _widen(ground, left)
    return True


def _widen(ground: Ground, left: Left) -> None:
    """Areas and bodies printed right before an area belong to the name; so does 市 before 淇滨中学."""
    while left.leaning not in NARROW:
        wider = ground.areas.get(left.start) or ground.bodies.get(left.start)
        if wider is None:
            break
        left.start = wider.start
        if left.anchor == "leaning" and left.leaning not in NARROW:
            left.anchor = "area"
    if left.anchor == "area" and left.start > 0 and ground.text[left.start - 1] in "市省县区":
        piece = piece_before(ground, left.start)
        if piece.start == left.start - 1 and not ground.areas.get(left.start):
            left.start -= 1


def _noun_before(ground: Ground, end: int) -> bool:
    """和 between two fields of work (未成年人保护与|服务中心): an area, a body or somebody before it would make a list."""
    if end == 0 or end in ground.areas or end in ground.bodies:
        return False
    piece = piece_before(ground, end)
    text = ground.text[piece.start : end]
    return piece.tag in ("n", "vn", "v", "an") and text not in ground.words.generic and text not in ground.titles


def _tentative(words: OrganisationWords, piece: Piece, text: str) -> bool:
    """A verb, or a noun that is also one, is part of a name only before an area or a body (河南省清洗保洁行业协会)."""
    if text in words.subject:
        return False
    return text in words.soft or (piece.tag == "v" and text not in words.generic)


def _never(ground: Ground, piece: Piece, text: str, kind: str) -> bool:
    words = ground.words
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
        return not (text in "和与" and _joined(ground, piece))
    if piece.tag == "m" and not (len(text) == 1 and ground.text[piece.end] in "大中支"):
        return not text.startswith("第") and not text.isascii()
    if piece.tag == "PER":
        return kind not in NAMED_FOR_PEOPLE
    if piece.tag == "p" or (piece.tag in STOP_TAGS and len(text) > 1 and text not in words.generic):
        return True
    return piece.tag in STOP_TAGS and text not in words.generic and text not in "之·"


def _joined(ground: Ground, piece: Piece) -> bool:
    """和 inside an official field of work: 人力资源和社会保障."""
    near = ground.text[max(0, piece.start - 7) : piece.end + 8]
    return any(piece.end - piece.start == 1 and s in near for s in ground.words.subject if "和" in s or "与" in s)


def _leaning(ground: Ground, piece: Piece, text: str) -> str | None:
    leaning = next((one for one in LEANING if text.startswith(one)), None)
    if leaning is None or (text != leaning and text.startswith(ground.words.not_lean)):
        return None
    whole = ground.pieces[ground.piece_at[piece.start]]
    return leaning if text == leaning or whole.tag in ("ORG", "LOC", "nz") or whole.end > piece.end else None


def _own_word(ground: Ground, piece: Piece) -> bool:
    """A leaning word by itself; not the end of a name that nobody knew as an area (…/LOC 区/n)."""
    before = ground.text[piece.start - 1] if piece.start else ""
    return not before or before not in "全各某该本两三四五六七八九十多辖城地片园小校"


def _named(ground: Ground, end: int) -> Piece | None:
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


def _quoted(ground: Ground, left: Left) -> bool:
    open_ = ground.text.rfind("“", max(0, left.start - 14), left.start)
    if open_ < 0 or any(mark in ground.text[open_ + 1 : left.start - 1] for mark in "，。；”"):
        return False
    left.middle.insert(0, ground.text[open_ : left.start])
    left.start, left.anchor = open_, "quote"
    _front_area(ground, left)
    return True


def _front_area(ground: Ground, left: Left) -> None:
    if left.start in ground.areas:
        left.start, left.anchor = ground.areas[left.start].start, "area"
        _widen(ground, left)
