"""Where a sentence does not end although an end mark stands there: named observations, the first that holds decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = "“‘（《【「『(〈["
CLOSING = "”’）》】」』)〉]"
SAID = re.compile(
    r"[^，。！？；：“”]{0,12}?(?:说|表示|道|介绍|告诉|问|答|回答|强调|指出|称|坦言|感慨|回忆|解释|透露|笑着|补充|提醒|呼吁|建议|认为|总结|写道|点赞)"
)
LIST_NUMBER = re.compile(r"(?:^|[。；！？：\n])\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)]?)[.．]$")
LATIN_DOT = re.compile(r"[A-Za-z0-9][.．]$")


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sentence might end: behind an end mark and the closing marks that follow it."""

    left: str
    """what comes before it in the paragraph, its end mark included"""
    right: str
    """what follows in the paragraph"""
    depth: int
    """brackets and quotes still open"""
    quoted: bool
    """closing quotes stand between the end mark and this place"""
    inside: int
    """characters of the quotation that is open or was just closed"""


def bracket_open(gap: Gap) -> bool | None:
    """《市民怎么办？》 and （见图。） are never cut; nor is a quotation of one sentence."""
    return False if gap.depth and gap.right else None


def continues_with_comma(gap: Gap) -> bool | None:
    """“快来！”，他喊道 goes on behind the quotation."""
    return False if gap.right[:1] in tuple("，、；：。！？,;:!?…—") and gap.right else None


def closing_bracket_only(gap: Gap) -> bool | None:
    """（“一站式”服务！）等 goes on: an end mark inside brackets ends nothing outside."""
    if gap.left[-1] in "）》】)〉]" and gap.right:
        return bool(re.search(r"[。！？]$", gap.left[: _opening(gap.left)])) if gap.left[-1] in "）)" else False
    return None


def quote_then_said(gap: Gap) -> bool | None:
    """“好！”他说。 is one sentence."""
    return False if gap.quoted and gap.right and SAID.match(gap.right) else None


def quoted_word(gap: Gap) -> bool | None:
    """以“垃圾分类我先行！”为主题 is one sentence: a short quotation in the middle of a clause, nothing but text behind it."""
    if not gap.quoted or not gap.right or gap.inside > 24:
        return None
    return (
        False
        if re.match(r"[的为等和与是成也在这一]|活动|主题|口号|标语|字样|宣传|理念|之[类声]|三|两|几", gap.right)
        else None
    )


def list_number(gap: Gap) -> bool | None:
    """1. 加强领导 is not cut behind its number."""
    return False if LIST_NUMBER.search(gap.left) or (LATIN_DOT.search(gap.left) and gap.right) else None


RULES = (bracket_open, continues_with_comma, closing_bracket_only, quote_then_said, quoted_word, list_number)


def _opening(text: str) -> int:
    """Where the bracket that the text ends with was opened."""
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        depth += (text[i] in CLOSING) - (text[i] in OPENING)
        if depth == 0:
            return i
    return 0
