"""What a page prints beside its articles: classified notices with their texts, and credits for the whole page."""

from __future__ import annotations

import re

from pipeline.articles.bylines import People, read_byline
from pipeline.articles.headings import reason
from pipeline.articles.lines import Line
from pipeline.articles.pieces import Piece

NOTICE = re.compile(
    r"遗失|作废|挂失|丢失|声明|招租|出租|转让|出售|拍卖|竞买|竞价|注销|清算|债权|减资|招聘|应聘|认领|走失|寻人|弃婴|联系人|联系电话|"
    r"电话[:：]|有意者|报名|特此|逾期|迁坟|停电|停水|本院|原告|送达|绕行|交通管制|检修"
)
WHOLE_PAGE = re.compile(
    r"本版(?:撰文|文字|稿件|采写|文图|图文|文[/／]图|供稿|图片|摄影|照片|供图|组稿)[^。，\n]{0,4}?[:：/／ ]*(?:均由|均为|由)?(?P<by>[^。，]{2,40})$"
)
LONGEST = 6
"""Printed lines of one notice at most."""


def take_notices(pieces: list[Piece]) -> tuple[list[Piece], list[Line]]:
    """The pieces without the texts below classified headings (遗失声明 …), and those texts.

    A text is taken sentence by sentence while it speaks as notices do, so a headline printed next is left alone.
    """
    kept: list[Piece] = []
    taken: list[Line] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if piece.kind != "text" or not _opens(piece.line.text):
            kept.append(piece)
            i += 1
            continue
        taken.append(piece.line)
        i += 1
        while (count := _notice(pieces, i)) > 0:
            taken += [p.line for p in pieces[i : i + count]]
            i += count
    return kept, taken


def _opens(text: str) -> bool:
    """A classified heading, alone on its line or with the text behind it: 遗失声明 王某身份证丢失，."""
    head, _, rest = text.partition(" ")
    return reason(text) == "classified" or (bool(NOTICE.search(rest)) and reason(head) == "classified")


def _notice(pieces: list[Piece], start: int) -> int:
    """How many pieces from `start` are one notice; 0 when it is something else."""
    text = ""
    for count, piece in enumerate(pieces[start : start + LONGEST], 1):
        if piece.kind != "text" or (count > 1 and piece.line.gap > pieces[start].line.gap):
            return 0
        if _opens(piece.line.text):
            return 0
        text += piece.line.text
        if piece.line.final:
            return count if NOTICE.search(text) else 0
    return 0


def take_page_credits(pieces: list[Piece]) -> tuple[list[Piece], list[Line], People]:
    """The pieces without `本版撰文 记者 叶知秋`, those lines, and who wrote the texts of the whole page."""
    kept: list[Piece] = []
    taken: list[Line] = []
    people = People()
    for piece in pieces:
        hit = WHOLE_PAGE.match(piece.line.text) if piece.line.text.startswith("本版") else None
        found = (
            read_byline(hit["by"] if "记者" in hit["by"] or "通讯员" in hit["by"] else f"记者 {hit['by']}")
            if hit
            else None
        )
        if hit is None or found is None:
            kept.append(piece)
            continue
        taken.append(piece.line)
        if not re.match("本版(?:图片|摄影|照片|供图)", piece.line.text):
            people = people + found
    return kept, taken, People(people.reporters, people.correspondents)
