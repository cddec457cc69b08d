"""Where the name of a body begins: a walk to the left from its head, word by word, until something that is not its name."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.mentions.organisations.ground import Ground, piece_before
from pipeline.mentions.organisations.part import (
    FARMED,
    JOINED,
    STOP_MARKS,
    leaning_word,
    needs_an_area,
    never_in_name,
    noun_before,
    own_word,
    unknown_area,
)
from pipeline.mentions.organisations.words import NARROW

FORE = frozenset({"单位", "企业", "共建", "机构", "团体", "爱心"})
SENT = ("工作队", "帮扶队", "工作组", "纪检监察组", "纪检组")
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
        joins = kind in JOINED and text in ("与", "和") and noun_before(ground, piece.start)
        if text[-1] in STOP_MARKS or (not joins and never_in_name(ground, piece, text, kind)):
            break
        if joins or (needs_an_area(ground.words, piece, text) and not (kind == "association" and text in FARMED)):
            tentative += 1
            if tentative == 1:
                safe = (left.start, len(left.middle))
            if tentative > 2:
                break
        leaning = leaning_word(ground, piece, text)
        if leaning in NARROW and text == leaning and (name := unknown_area(ground, piece.start)):
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
        if leaning and own_word(ground, piece):
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


def stationed(ground: Ground, start: int, head: str) -> int:
    """Where the name of a team begins that a body has sent to a place: 市水利局|派驻|李庄村|帮扶工作队.

    The start itself where no body and 驻 stand before it; the area and the body were found before.
    """
    if not head.endswith(SENT):
        return start
    end = start - next((len(v) for v in ("派驻", "选派驻", "帮扶", "驻") if ground.text.endswith(v, 0, start)), 0)
    while end < start and ground.text[end - 1 : end] in ("派", "选"):
        end -= 1
    body = ground.bodies.get(end)
    return body.start if end < start and body is not None else start


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


def _quoted(ground: Ground, left: Left) -> bool:
    open_ = ground.text.rfind("“", max(0, left.start - 14), left.start)
    if open_ < 0 or any(mark in ground.text[open_ + 1 : left.start - 1] for mark in "，。；”"):
        return False
    left.middle.insert(0, ground.text[open_ : left.start])
    left.start, left.anchor = open_, "quote"
    _front_area(ground, left)
    return True


def _front_area(ground: Ground, left: Left) -> None:
    body, area = ground.bodies.get(left.start), ground.areas.get(left.start)
    if body is not None and (area is None or area.start > body.start):  # 某大学|“萤火”志愿服务队
        left.start, left.anchor = body.start, "parent"
        return
    if left.start in ground.areas:
        left.start, left.anchor = ground.areas[left.start].start, "area"
        _widen(ground, left)
