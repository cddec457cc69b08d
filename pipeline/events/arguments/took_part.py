"""Who took part in a happening already told of: those listed, heard, asked along, or teaching in it."""

from __future__ import annotations

import re

from pipeline.events.arguments.attending import participants_of
from pipeline.events.arguments.fill import ids_of
from pipeline.events.arguments.subjects import groups
from pipeline.events.report import Report
from pipeline.events.view import View

HOLDS = re.compile(r"举办|召开|组织|举行|开设|开办|主办")
ASKED = re.compile(
    r"(?:此次|本次|本场)?(?:活动|讲座|会议|大会|培训班?|课堂|宣讲|演练|沙龙)(?:现场|中|上|还|特|特别)*邀请?"
)
LED_BY = re.compile(r"(?:此次|本次|本场)?(?:活动|讲座|仪式|会议|演出|培训|晚会|比赛|大会|课堂|宣讲|分享会)由")
HEARD = re.compile(r"听取(?:了)?")
SPEAKS_UP = re.compile(r"汇报|通报|发言|提出|建议|介绍|说明|交流|点评|述职")
ATTENDED = re.compile(r"(?:共计?|等)?([0-9]+余?多?(?:人|名|位|人次))[一-龥]{0,10}(?:参加|参会|出席|到场|与会)")


def _heard(view: View, report: Report, before: int) -> None:
    """召开座谈会，甲局作了汇报; 举办培训班，乙教授讲解: who speaks or teaches in the same sentence took part."""
    new = report.drafts[before:]
    for held in new:
        if held.type not in ("meeting", "training"):
            continue
        own = held.roles.get("agent", [])
        if held.type == "meeting" and (heard := HEARD.search(view.text, held.end)):
            _, end = view.clauses[view.clause_at(heard.start())]
            for g in groups(view, heard.end(), end)[:1]:
                if g.start == heard.end() and re.search(r"汇报|介绍|发言|报告", view.text[g.end : end]):
                    held.add("participant", [m.entity_id for m in g.heads if m.entity_id and m.entity_id not in own])
        for d in new:
            if d.start < held.end or d is held or (d.content and d.content[0] <= held.start < d.content[1]):
                continue
            if held.type == "meeting" and d.type == "statement" and SPEAKS_UP.search(d.words):
                held.add("participant", [i for i in d.roles.get("agent", []) if i not in own])
            elif held.type == "training" and d.type == "training" and HOLDS.search(held.light):
                held.add("participant", [i for i in d.roles.get("agent", []) if i in report.people and i not in own])


def add_participants(view: View, report: Report, number: int, before: int) -> None:
    """甲、乙参加活动: the people listed took part in the happening of this sentence or of the report."""
    _heard(view, report, before)
    anchor = report.anchor
    opening = (anchor is not None and anchor.type == "launch") or any(
        d.type == "launch" for d in report.drafts[before:]
    )
    if anchor and anchor.event < before and (asked := ASKED.match(view.text)):
        # 培训邀请某讲师授课, 会议邀请了某局干部: guests of the happening reported
        _, end = view.clauses[view.clause_at(asked.end())]
        guests = [g for g in groups(view, 0, end) if g.role == "guest"][:1]
        host = report.drafts[anchor.event]
        host.add("participant", [i for g in guests for i in ids_of(g) if i not in host.roles.get("agent", [])])
    ids = participants_of(view, opening=opening)
    if not ids:
        return
    gatherings = [
        d for d in report.drafts
        if d.type in ("meeting", "training") and number - d.sentence <= 8 and not re.search(r"参加|参与|出席|接受", d.light)
    ]  # fmt: skip
    gatherings = gatherings or [
        d for d in report.drafts[before:] if d.type != "statement" and d.rule != "declared_open"
    ]  # fmt: skip
    others = [report.drafts[report.anchor.event]] if report.anchor and number - report.anchor.sentence <= 2 else []
    if others and LED_BY.match(view.text):
        gatherings = others  # 活动由某人主持: the happening reported, not what comes next in the sentence
    for draft in (gatherings or others)[:1]:
        draft.add("participant", [i for i in ids if i not in draft.roles.get("agent", [])])
        if draft.count is None and (hit := ATTENDED.search(view.text)):
            draft.count = hit[1]
