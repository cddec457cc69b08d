"""Captions: the line of a picture, told by its credit (苏瑜 摄, 社区供图) or its opening words (图为…)."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.articles.bylines import ROLE, ROLES, People
from pipeline.articles.headings import kicker_end
from pipeline.articles.names import HAN, likely, split_names
from pipeline.articles.pieces import Piece

JOB = "|".join(re.sub(r"\?P<\w+>", "?:", f"(?:{pattern})") for pattern in ROLES.values())
CREDIT = re.compile(
    rf"(?:(?:^|(?<=[ 。！？，”）)]))(?P<who>(?:{JOB})?[ ]*[{HAN}]{{1,4}}(?:[ 、]?[{HAN}]{{1,4}}){{0,4}}) ?[/／]?(?:摄影|摄)|"
    rf"[（(]?(?:图片|照片|图)由(?P<by>[{HAN}]{{2,20}})提供[）)]?|[（(]?(?P<giver>[{HAN} ]{{2,20}})供图[）)]?|"
    rf"资料(?:图片|照片|图)[（(]?[^（）()]{{0,20}}[）)]?|"
    rf"[（(](?:[^（）()，。]{{1,12}}(?:摄|供图|图)|资料(?:图片|图)|新华社发[^（）()]{{0,12}})[）)])[。]?$"
)
HINT = re.compile("[摄图照]|新华社发")
CUE = re.compile(r"(?:[▲△↑←→↓▼]|[（(]?[上下左右]图|图[①②③④⑤\d一二三四五]?[为：:是]|图为|本版图片|活动现场图)")
OPENING_DATE = re.compile(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|今日|连日来)")


def mark_captions(pieces: list[Piece]) -> list[Piece]:
    """The pieces with captions told apart; a caption over several printed lines is several pieces in a row."""
    out = list(pieces)
    for i, piece in enumerate(pieces):
        if piece.kind != "text":
            continue
        hit = CREDIT.search(piece.line.text) if HINT.search(piece.line.text[-24:]) else None
        told = CUE.match(piece.line.text) or OPENING_DATE.match(piece.line.text)
        if hit and ((len(piece.line.text) > 60 and not told) or _in_a_sentence(piece.line.text, hit)):
            hit = None
        if not hit and not (CUE.match(piece.line.text) and _cue_stands_alone(pieces, i)):
            continue
        first = _first(pieces, i, hit) if hit else i
        last = i if hit else _last(pieces, i)
        for j in range(first, last + 1):
            people = photographers(pieces[j].line.text) if j in (last, i) else People()
            out[j] = replace(pieces[j], kind="caption", people=people)
    return _below_headlines(out)


def _below_headlines(pieces: list[Piece]) -> list[Piece]:
    """A short sentence alone between the last headline of a story in words and pictures and the next story is its caption."""
    out = list(pieces)
    pictured = False
    for i, piece in enumerate(pieces):
        if piece.kind in ("open", "byline"):
            pictured = bool(re.search("[文图] ?[/／、]? ?[图文]|摄", piece.line.text))
        after = pieces[i + 1] if i + 1 < len(pieces) else None
        if piece.kind != "text" or not piece.line.final or i < 2 or piece.line.width > 24 or piece.line.gap < 0:
            continue
        above, before = pieces[i - 1], pieces[i - 2]
        if (
            above.kind == before.kind == "text"
            and before.line.final
            and not above.line.final
            and (pictured or kicker_end(above.line.text))
            and not re.search("[，。、]", above.line.text)
            and (after is None or after.kind in ("open", "byline", "item") or not after.line.final)
            and not re.search("[“”]", piece.line.text)
            and (after is None or after.kind != "text" or kicker_end(above.line.text) > 0)
        ):
            out[i] = replace(piece, kind="caption")
    return out


def photographers(text: str) -> People:
    """The people named in a credit; a unit that gave the picture is nobody's name.

    >>> photographers("体检现场 苏瑜 摄").photographers, photographers("活动现场 河东社区供图").photographers
    (('苏瑜',), ())
    """
    hit = CREDIT.search(text)
    if not hit:
        return People()
    given = (
        hit["who"] or hit["by"] or hit["giver"] or re.sub(r"^.*[（(]|[）)]。?$|(?:摄影?|供图|图)[）)]?。?$", "", hit[0])
    )
    given = re.sub(r"(?:摄影?|供图|图)$", "", given.strip())
    names, _ = split_names(ROLE.sub(" ", given))
    return People(photographers=tuple(n for n in names if likely(n)))


def _in_a_sentence(text: str, hit: re.Match[str]) -> bool:
    """`…由张三拍摄` and other running text that only looks like a credit."""
    before = text[: hit.start()].rstrip()
    return (bool(before) and before[-1] in "，、的") or "拍摄" in hit[0]


def _cue_stands_alone(pieces: list[Piece], i: int) -> bool:
    before = pieces[i - 1] if i else None
    return (
        before is None
        or before.kind != "text"
        or before.line.final
        or before.line.width < 0.7 * pieces[i].line.width
        or pieces[i].line.text[0] in "▲△↑←→↓▼"
    )


def _first(pieces: list[Piece], i: int, hit: re.Match[str]) -> int:
    """Where a caption that ends in a credit begins."""
    line, first = pieces[i].line, i
    rest = line.text[: hit.start()].strip(" （(")
    before = pieces[i - 1] if i else None
    if before is None or before.kind != "text":
        return i
    if not rest:
        return i - _lines_above(pieces, i)
    while first and (above := pieces[first - 1]).kind == "text" and not above.line.final:
        whole = "".join(p.line.text for p in pieces[first : i + 1])
        comma = re.search("[，：；。]", above.line.text) and re.search("[，。]", whole)
        if above.line.width < 0.95 * pieces[first].line.width or not comma or i - first >= 4:
            break
        first -= 1
    return first


def _lines_above(pieces: list[Piece], i: int) -> int:
    """How many lines above a bare credit are its caption: one paragraph that is no part of a body, or a phrase on a scene."""
    above = pieces[i - 1].line
    if not above.final:
        return (
            1
            if re.search(r"(?:现场|场景|一角|掠影|瞬间|留影|合影|风光|图为.*)$", above.text) and above.width <= 16
            else 0
        )
    count = 1
    while (
        count < 4
        and i - count - 1 >= 0
        and (p := pieces[i - count - 1]).kind == "text"
        and not p.line.final
        and p.line.width > 0.8 * above.width
    ):
        count += 1
    begins = pieces[i - count]
    earlier = pieces[i - count - 1] if i - count - 1 >= 0 else None
    apart = earlier is None or earlier.kind not in ("text", "open") or not earlier.line.final
    if earlier is not None and earlier.kind == "text" and earlier.line.final:
        apart = bool(CUE.match(begins.line.text)) or (
            bool(OPENING_DATE.match(begins.line.text)) and begins.line.width > 1.25 * earlier.line.width
        )
    if earlier is not None and earlier.kind == "open":
        apart = False
    return count if apart else 0


def _last(pieces: list[Piece], i: int) -> int:
    """Where a caption that begins with 图为 ends: with its sentence, at most four lines on."""
    last = i
    while last - i < 4 and not pieces[last].line.final and last + 1 < len(pieces) and pieces[last + 1].kind == "text":
        if pieces[last + 1].line.gap > pieces[i].line.gap or pieces[last].line.width < 0.7 * pieces[i].line.width:
            break
        last += 1
    return last
