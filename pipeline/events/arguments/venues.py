"""What is looked at or given to, where the text says only where somebody went: 先后来到甲养老院、乙公寓，重点查看了…."""

from __future__ import annotations

import re

from pipeline.events.arguments.crews import PARTY
from pipeline.events.arguments.subjects import Group, groups
from pipeline.events.report import Report
from pipeline.events.triggers.hit import Hit
from pipeline.events.view import View

WENT = re.compile(
    r"(?:到|来到|走到|走进|深入|前往|赶往|赶到|赴|抵达|进入|奔赴|走入|进驻|莅临|直奔)(?:辖区内?|位于|当地|部分)?$"
)
LOOKS = re.compile(r"查看|察看|查验|检查|督[查导]|巡[查检]|排查|暗访|视察|了解|观摩|考察|询问|巡视|抽查")
# an area where people live is looked at as a whole; a town is only where things are looked at
DWELLING = re.compile(r"(?:小区|家属院|宿舍|街坊|[苑园]|公寓|大院|院落|新村|楼院|家园|安置房|安置点)$")
ALONG = re.compile(r"等?[地处]?(?:的|内|上|里)?(?:沿线|沿街|周边|附近|一带|两侧|境内|路段|沿途)")
GIVES = re.compile(r"捐|赠|资助")
THE_BODY = re.compile(
    r"(?:向|给|为)(?:该(?P<short>校|院|馆|园|站)|(?P<full>学校|医院|养老院|敬老院|福利院|幼儿园|图书馆))(?=捐|赠|送|发|提|、|[一-龥]?了?[0-9一-龥])"
)
ENDS = {"校": "学校|中学|小学|大学|学院|高中|一中", "园": "幼儿园", "院": "院", "馆": "馆", "站": "站"}


def looked_at(view: View, hit: Hit, taken: set[str]) -> list[str]:
    """Venues that somebody went to in order to see or inspect them.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("检查组来到[夕阳红敬老院|ORG]，查看用电情况。")
    >>> looked_at(look(case.sentence, list(case.mentions), []), Hit("inspection", 12, 14, 12, 1, "", 1.0), set())
    ['org:夕阳红敬老院']
    """
    if hit.type not in ("inspection", "visit"):
        return []
    if hit.type == "visit" and not LOOKS.search(view.text[hit.start : hit.end]):
        return []
    for number in range(hit.clause, max(-1, hit.clause - 4), -1):
        begin, end = view.clauses[number]
        if number < hit.clause and (view.text[end : end + 1] in "；;。" or view.in_speech(begin)):
            break
        found: list[str] = []
        for g in groups(view, begin, hit.verb if number == hit.clause else end):
            if (g.role == "place" and (WENT.search(view.text[begin : g.start]) or (found and g.heads))) or (
                g.role == "place" and hit.type == "visit" and all(m.type == "organisation" for m in g.heads)
            ):
                found += [i for i in _venues(view, g) if i not in taken]
        if found:
            return found
    return []


def looked_at_again(view: View, hit: Hit, report: Report) -> list[str]:
    """检查组查看了厨房: in the venues that the lead says they went to."""
    anchor = report.anchor
    begin, _ = view.clauses[0]
    if hit.type not in ("inspection", "visit") or not anchor or anchor.type not in ("inspection", "visit"):
        return []
    if not PARTY.match(view.text, begin) or anchor.event >= len(report.drafts):
        return []
    return report.drafts[anchor.event].roles.get("target", [])


def _venues(view: View, group: Group) -> list[str]:
    if ALONG.match(view.text, group.end):
        return []
    return [
        m.entity_id
        for m in group.heads
        if m.entity_id and (m.type in ("organisation", "place") or (m.type == "district" and DWELLING.search(m.text)))
    ]


def given_to(view: View, hit: Hit, report: Report) -> list[str]:
    """向该校捐赠, 向学校捐赠: the school last named."""
    begin, end = view.clauses[hit.clause]
    told = THE_BODY.search(view.text, begin, end) if hit.type == "service" else None
    if not told:
        return []
    ending = re.compile(f"(?:{ENDS[told['short']] if told['short'] else ENDS.get(told['full'][-1], told['full'])})$")
    fits = [i for i, name in report.bodies.items() if ending.search(name)]
    return fits[-1:]
