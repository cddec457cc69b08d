"""Articles that begin without 本报讯: one-sentence briefs behind a mark, lists of appointments, letters with a salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.articles.bylines import MARKERS
from pipeline.articles.headings import COLUMN, reason
from pipeline.articles.lines import Line
from pipeline.articles.pieces import Piece

MARK = re.compile(rf"[{MARKERS}▪▶►◈◉•＊*※][ ]*")
NUMBER = re.compile(r"(?:\d{1,2}[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)])[ ]*")
DATED = r"(?:(?:近日|日前|连日来|近期|今日|昨日|昨天|今天|今年|去年|上周|本周)|\d{1,2}月\d{1,2}日|\d{1,2}日[，,上下]|\d{1,2}月[上中下底])"
HEAD = re.compile(
    rf"(?P<head>【[^】]{{2,20}}】(?= ?{DATED})|[^。，！？；：\n]{{2,30}}?(?= +{DATED}|[：:] *{DATED}))[ ：:]*"
)
STARTS_DATED = re.compile(DATED)
PASSED = re.compile(r"[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日[^）)]{2,80}(?:通过|公布|批准|决定|发布)[）)]")
LIST_HEAD = re.compile(r"(?:名单|任免|任前公示|任职公示)$")
LIST_LEAD = re.compile(r"(?:经[^。]{0,40})?(?:决定)?(?:任命|免去|接受|批准任命|决定任命|决定免去)[^。，；]{0,12}[：:]$")
SALUTATION = re.compile(
    r"(?:编辑(?:同志|老师|部)?|记者(?:同志|老师)|(?:尊敬的|亲爱的|各位|广大)[^。，！？：]{2,24})[：:]$"
)
HEAD_ABOVE = 24
"""Breadth of a head above its brief at most."""
LONGEST, SHORTEST = 14, 16
"""Printed lines a brief has at most; characters it has at least."""


@dataclass(frozen=True, slots=True)
class Item:
    """A brief that begins with piece `at`: its mark is so long, its head (if any) ends there, its text begins there."""

    at: int
    mark: int
    head_end: int
    text_start: int
    signed: bool
    column: bool


def mark_items(pieces: list[Piece]) -> list[Piece]:
    """The pieces with an opening mark before every brief, list and letter; the head of a brief goes with its mark."""
    briefs = {item.at: item for item in _told_apart(_candidates(pieces))}
    above = _heads_above(pieces, briefs)
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        if i in above:
            cut = _cut(piece, briefs[i])
            out[-1:] = [replace(cut[0], head=pieces[i - 1].line), *cut[1:]]
        elif i in briefs:
            out += _cut(piece, briefs[i])
        elif piece.kind == "text" and piece.line.gap >= 0 and _begins(pieces, i):
            out += [_opening(piece.line, 0, 0), piece]
        else:
            out.append(piece)
    return out


def _heads_above(pieces: list[Piece], briefs: dict[int, Item]) -> set[int]:
    """Briefs whose heads stand on the line above their marks; one alone may be the last line of something else."""
    out = set()
    for i, item in briefs.items():
        line = pieces[i - 1].line if i else None
        if line is None or item.head_end > item.mark or not item.mark or pieces[i - 1].kind != "text":
            continue
        before = pieces[i - 2] if i > 1 else None
        alone = before is None or before.kind != "text" or before.line.final or bool(reason(before.line.text))
        if alone and not line.final and line.width <= HEAD_ABOVE and not reason(line.text):
            out.add(i)
    return out if len(out) > 1 else set()


def _candidates(pieces: list[Piece]) -> list[Item]:
    out: list[Item] = []
    column = False
    for i, piece in enumerate(pieces):
        if piece.kind != "text":
            column = column and piece.kind == "byline"
            continue
        if COLUMN.match(piece.line.text):
            column = True
        elif piece.line.gap >= 0:
            found = _item(pieces, i, column)
            out += [found] if found else []
    return out


def _item(pieces: list[Piece], i: int, column: bool) -> Item | None:
    line = pieces[i].line
    mark = MARK.match(line.text) or (NUMBER.match(line.text) if column else None)
    begin = mark.end() if mark else 0
    head = HEAD.match(line.text, begin)
    if not mark and not (head and (column or head["head"][0] == "【")):
        return None
    whole, signed = _whole(pieces, i)
    if _before_lead(pieces, i) and mark:
        return Item(i, begin, len(line.text), len(line.text), False, column)
    if len(whole) - begin < SHORTEST or not re.search("[，,]", whole) or not re.search("[。！？]", whole):
        return None
    if head and "“" in head["head"] and "”" not in head["head"]:
        head = None
    if head is None and begin and _head_line(pieces, i):
        return Item(i, begin, len(line.text), len(line.text), signed, column)
    return Item(i, begin, head.end("head") if head else begin, head.end() if head else begin, signed, column)


def _whole(pieces: list[Piece], i: int) -> tuple[str, bool]:
    """The text of the paragraph that begins with piece i, and whether a signature closes it."""
    text = ""
    for j, piece in enumerate(pieces[i : i + LONGEST], i):
        if piece.kind != "text":
            return text, piece.kind == "byline"
        if j > i and (MARK.match(piece.line.text) or NUMBER.match(piece.line.text)):
            break
        if text[-1:] in tuple("。！？") and piece.line.gap > 0:
            break
        text += piece.line.text
    return text, False


def _before_lead(pieces: list[Piece], i: int) -> bool:
    """A marked line right above (or before) 本报讯, with no other headline above it."""
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    above = pieces[i - 1] if i else None
    alone = above is None or above.kind != "text" or above.line.final or bool(reason(above.line.text))
    text = pieces[i].line.text
    return (
        alone and after is not None and after.kind == "open" and 8 <= len(text) <= 36 and not reason(MARK.sub("", text))
    )


def _head_line(pieces: list[Piece], i: int) -> bool:
    """A head on a line of its own above a sentence that begins with a date."""
    line, after = pieces[i].line, pieces[i + 1] if i + 1 < len(pieces) else None
    bare = len(line.text) <= 30 and not re.search("[。，！？；：]", line.text)
    return bare and after is not None and after.kind == "text" and bool(STARTS_DATED.match(after.line.text))


def _told_apart(items: list[Item]) -> list[Item]:
    """Briefs, not points of a list: in a column of briefs, or two and more with heads, or two and more signed."""
    heads = sum(item.head_end > item.mark for item in items)
    signed = sum(item.signed for item in items)
    return [
        item for item in items
        if item.column or (item.head_end > item.mark and (heads > 1 or item.signed)) or (item.signed and signed > 1)
    ]  # fmt: skip


def _opening(line: Line, begin: int, end: int) -> Piece:
    head = Line(line.start + begin, line.start + end, line.text[begin:end], line.gap) if end > begin else None
    return Piece("item", replace(line, end=line.start + begin, text=line.text[:begin]), head=head)


def _cut(piece: Piece, item: Item) -> list[Piece]:
    line = piece.line
    rest = line.text[item.text_start :]
    out = [_opening(line, item.mark, item.head_end)]
    if rest.strip():
        out.append(Piece("text", Line(line.start + item.text_start, line.end, rest, -1)))
    return out


def _begins(pieces: list[Piece], i: int) -> bool:
    """A list that an assembly passed, or a letter, below its headline."""
    text = pieces[i].line.text
    if SALUTATION.match(text):
        return True
    above = pieces[i - 1] if i else None
    heading = above is not None and above.kind == "text" and not above.line.final
    if text[0] in "（(":
        joined = "".join(p.line.text for p in pieces[i : i + 3] if p.kind == "text")
        return heading and bool(PASSED.match(joined))
    named = above is not None and heading and LIST_HEAD.search(above.line.text) is not None
    return named and LIST_LEAD.match(text) is not None
