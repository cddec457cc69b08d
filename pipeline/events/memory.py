"""What is carried from sentence to sentence: the happening reported on, the subject, the speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.report import Anchor, Report
from pipeline.events.speech.said import Said
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

PRONOUN = re.compile(r"(?:^|[，”])(?:针对[^，]*，|同时，|随后，)?[他她](?!们|人)[^，。]{0,10}$")

# 李某陪同, 王某带队: he came along; the sentence is about those before
COMPANION = re.compile(
    r"(?:陪同|随同|参加(?:活动|会议|检查|调研|视察|座谈)?|出席(?:会议|活动)?|列席|带队|现场指挥|全程见证|见证)(?:了[一-龥]{0,6})?$"
)


SPEAKS_UP = re.compile(r"(?:作了?|做了?|进行了?)[^，。；]{0,8}(?:解读|通报|汇报|说明|发言|讲解|点评|交流)")


def stays(
    tables: Tables, view: View, report: Report, opened: bool, fresh: bool, subjects: dict[int, tuple[str, ...]]
) -> bool:
    """Whether a sentence still tells of the happening that the article reports on."""
    if not report.anchor:
        return False
    if opened:
        return True
    if fresh or tables.lists["plan"].search(view.text[:8]):
        return False
    if re.match(r"[^，]{0,4}辖区[0-9一二三四五六七八九十]+[家个]", view.text):
        return False
    first = tuple(i for i in subjects.get(0, ()) if not i.startswith(("per", "@")) and not _is_person(view, i))
    if first and not any(m.entity_id in first for m in (*view.mentions, *view.nested)):
        return True  # 社区工作人员还…: of a community named before
    known = set(report.anchor.agents or ()) | {report.unit[0]}
    for draft in report.drafts:
        for ids in draft.roles.values():
            known.update(ids)
    names = [
        n
        for n in (report.names.get(i, "") for i in known)
        if len(n) >= 3 and (n[-1] not in "省市县区旗州" or n.endswith(("社区", "小区")))
    ]
    # 春晖社区舞蹈队 belongs to 春晖社区
    akin = bool(first) and all(any(report.names.get(i, "").startswith(n) for n in names) for i in first)
    # 活动现场…。甲会向老人送药。: a guest of the happening, right after what was told of it
    guest = report.within and report.scene and all(i in report.bodies for i in first)
    # 区房产局就办法作了解读: whoever speaks up at a meeting sits in it
    speaks = report.anchor.gathering and bool(SPEAKS_UP.search(view.text))
    return not first or bool(set(first) & known) or akin or guest or speaks


def _is_person(view: View, entity: str) -> bool:
    return any(m.entity_id == entity and m.type == "person" for m in view.mentions)


def name_pronoun(view: View, one: Said, report: Report) -> Said:
    """他要求: the person last named."""
    begin, _ = view.clauses[one.clause]
    words = view.text[begin : one.start]
    if one.speakers or not PRONOUN.search(words):
        return one
    here = [m.entity_id for m in view.mentions if m.type == "person" and m.sent_end <= begin and m.entity_id]
    who = (here[-1],) if here else report.person
    return replace(one, speakers=who) if who else one


def settle_speech(view: View, report: Report, said: list[Said], number: int) -> None:
    """Deeds told in the first person belong to whoever turns out to speak, a person who took part or a body's man."""
    bodies = [m.entity_id for m in view.mentions if m.type == "organisation" and m.entity_id]
    for draft in report.drafts:
        agents = draft.roles.get("agent", [])
        waiting = draft.roles.get("participant", []) if "@speaker" in draft.roles.get("participant", []) else agents
        if "@speaker" in waiting:
            waiting.remove("@speaker")
            if number - draft.sentence > 3 or (draft.sentence == number and said[0].start < draft.start):
                continue
            if said[0].speakers and draft.light == "参加":
                draft.add("participant", said[0].speakers)
            elif not said[0].speakers and bodies and draft.type != "culture":
                draft.add("agent", bodies[:1])


def remember(
    tables: Tables, view: View, report: Report, number: int, before: int, said: list[Said],
    subjects: dict[int, tuple[str, ...]], opened: bool,
) -> None:  # fmt: skip
    """Keep what later sentences lean on: the happening reported, the last subject and speaker, whether demands go on."""
    new = report.drafts[before:]
    if subjects:
        by = COMPANION.search(view.text[view.clauses[max(subjects)][0] : view.clauses[max(subjects)][1]])
        last = subjects[min(subjects)] if opened or by else subjects[max(subjects)]
        report.subject = last if not view.in_speech(0) else report.subject
    elif not opened:
        done_by = next((tuple(d.roles["agent"]) for d in new if d.type != "statement" and d.roles.get("agent")), ())
        if done_by and "@speaker" not in done_by:
            report.subject = done_by
    for index, draft in enumerate(new, before):
        if (
            draft.type == "statement"
            or "@speaker" in draft.roles.get("agent", ())
            or (not draft.time and report.anchor and opened)
        ):
            continue
        # 7月16日，某社区清理楼道: the first day printed with somebody at work, after general words
        first = bool(report.anchor and not report.anchor.time and not report.anchor.agents)
        first = first and draft.dated and len(draft.time or "") >= 10 and bool(draft.roles.get("agent"))
        if draft.light or draft.rule == "held" or not report.anchor or first:
            if report.anchor and report.anchor.time and not draft.dated and draft.time == report.anchor.time:
                continue
            narrower = draft.dated and draft.type == "meeting" and len(draft.time or "") == 10
            if report.anchor and len(report.anchor.time or "") > len(draft.time or "") > 0 and not narrower:
                continue
            if (
                report.anchor
                and report.anchor.time
                and (opened or (not draft.time and report.anchor.type == draft.type))
            ):
                continue
            if draft.type == "launch" and report.anchor and not draft.light:
                continue
            report.scene = True
            report.anchor = Anchor(
                draft.type, tuple(draft.roles.get("agent", ())) or None, tuple(draft.roles.get("place", ())),
                tuple(draft.roles.get("campaign", ())), draft.time,
                draft.type == "meeting" or bool(re.search(r"召开|举行|held", draft.light)), number, index,
            )  # fmt: skip
            break
    report.speaker = said[-1].speakers if said else None
    words = "".join(view.text[one.start : one.end] for one in said)
    demanded = bool(tables.lists["demand"].search(words)) or bool(
        re.match(r"[^，。]{0,8}(?:会议|大会)[一-龥]{0,4}(?:强调|要求|指出|提出|明确|部署)", view.text)
    )
    if demanded:
        report.demand = True
    elif said or opened or subjects.get(0) or view.values:
        report.demand = False
