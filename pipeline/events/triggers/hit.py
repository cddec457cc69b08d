"""A trigger with its reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.events.triggers.stance import Stance
from pipeline.events.triggers.table import Rule, Tables
from pipeline.events.view import View

ACTIVITY = re.compile(r"[”』]?(?:系列|主题|专项|品牌|实践)*(?:活动|行动|工程|项目|工作|仪式|专场|课程|大会)")


@dataclass(frozen=True)
class Hit:
    """A trigger with its reading; `verb` is where the light verb or the deed begins."""

    type: str
    start: int
    end: int
    verb: int
    clause: int
    rule: str
    confidence: float
    stance: Stance = "actual"
    light: str = ""
    learns: bool = False
    also: tuple[int, ...] = ()


def hit_of(rule: Rule, start: int, end: int, verb: int, number: int, light: str) -> Hit:
    """A trigger read as its rule says; `number` is its clause, `verb` where its verb begins."""
    return Hit(rule.type, start, end, verb, number, rule.name, rule.confidence, light=light, learns=rule.learns)


def same_again(tables: Tables, view: View, start: int) -> bool:
    """此次会议, 参加会议: nothing but a reference to what was told before."""
    begin, _ = view.clauses[view.clause_at(start)]
    before = view.text[begin:start]
    bare = view.text.startswith(("会议", "活动", "大会"), start) and re.search(
        r"(?:参加|出席|参与|主持|列席)(?:了)?$", before
    )
    return bool(bare or tables.lists["back"].search(before))
