"""Turns triggers and statements into drafts of events, with their time inside the report."""

from __future__ import annotations

import re

from pipeline.events.arguments.agents import agents_of
from pipeline.events.arguments.fill import fill
from pipeline.events.arguments.subjects import groups
from pipeline.events.arguments.sums import amount_of, count_of
from pipeline.events.arguments.where import one_place
from pipeline.events.report import Draft, Report
from pipeline.events.speech.said import Said
from pipeline.events.times.carried import closes, tells_of_long
from pipeline.events.times.lasting import lasting
from pipeline.events.times.when import time_of
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

SPEAKS_LATER = re.compile(r"负责人|相关人员|记者|据")


def draft_deed(
    tables: Tables, view: View, report: Report, number: int, hit: Hit, subjects: dict[int, tuple[str, ...]], opened: bool, stays: bool,
    stays_on: bool, said: list[Said],
) -> None:  # fmt: skip
    """Add a draft for a deed: who, with whom, where, when, how many."""
    agents = agents_of(view, hit, subjects, report, opened, said)
    if agents == ("@speaker",) and report.open_speech and report.speaker is not None:
        agents = ()
    if not agents:
        agents = _speakers_body(view, hit, said)
    time = time_of(view, hit.verb)
    dated = time is not None
    if (
        time is None
        and stays
        and report.anchor
        and not view.in_speech(hit.verb)
        and not tells_of_long(view, hit.verb, said)
    ):
        time = of_day(report.anchor.time)
    day, printed = report.last_day
    moved = not report.anchor or (printed > report.anchor.sentence and not opened)
    if time in (None, report.anchor.time if report.anchor else None) and not dated and day and number - printed <= 1:
        done = any(d.sentence == printed and d.dated and d.type not in ("meeting", "statement") for d in report.drafts)
        later = (
            (done or all(d.sentence == number for d in report.drafts))
            and moved
            and stays_on
            and not report.passed
            and not view.in_speech(hit.verb)
        )
        time = day if later and not tells_of_long(view, hit.verb, said) else time
    whole = lasting(view, hit.type, hit.clause, hit.start, time)
    dated = dated or whole != time
    time = whole
    if hit.type == "launch" and time and time.endswith("/.."):
        time = time[:-3]  # 自去年8月开工: it began then
    draft = Draft(
        hit.type, number, hit.start, hit.end, hit.rule, hit.confidence, hit.stance, time, light=hit.light, words=view.text[hit.start : hit.end], dated=dated,
        count=count_of(view, hit.clause, hit.start, hit.end), amount=amount_of(view, hit.clause),
    )  # fmt: skip
    for clause in hit.also:
        draft.count = draft.count or count_of(view, clause, *view.clauses[clause])
        draft.amount = draft.amount or amount_of(view, clause)
    here = opened and not _moved_on(view, report, agents)
    fill(tables, view, hit, draft, agents, report, here)
    if here and report.anchor:
        draft.add("campaign", report.anchor.campaigns)
    elif stays and not opened:
        same_scene(view, report, hit, draft)
    if (
        hit.type == "launch"
        and not draft.roles.get("campaign")
        and "宣布" in view.text[view.clauses[hit.clause][0] : hit.verb]
    ):
        told = [d for d in report.drafts[-4:] if d.roles.get("campaign")]
        draft.add("campaign", told[-1].roles["campaign"] if told else [])
    if not draft.roles.get("campaign") and hit.type not in ("meeting", "launch", "finance") and UP_TO.match(view.text):
        # 截至目前，已走访130户: the drive that the report has told of, if there is one only
        drives = {c for d in report.drafts for c in d.roles.get("campaign", [])}
        if len(drives) == 1:
            draft.add("campaign", sorted(drives))
    report.drafts.append(draft)


def _moved_on(view: View, report: Report, agents: tuple[str, ...]) -> bool:
    """随后，执法队对沿街商铺检查: another body does something else somewhere else."""
    if not AFTERWARDS.match(view.text) or not report.anchor or not agents:
        return False
    hosts = set(report.anchor.agents or ())
    return bool(hosts) and all(i in report.bodies and i not in hosts for i in agents)


def same_scene(view: View, report: Report, hit: Hit, draft: Draft) -> None:
    """Drive and place of the day's happening for what is done in it, though no word such as 活动中 says so."""
    anchor = report.anchor
    if not anchor or not report.scene or draft.dated or view.in_speech(hit.verb) or not of_day(anchor.time):
        return
    if ELSEWHERE.search(view.text) or hit.type in ("meeting", "launch", "finance") or HOLDS.match(hit.light):
        return
    if not draft.roles.get("campaign"):
        draft.add("campaign", anchor.campaigns)
    elsewhere = draft.roles.get("place") or (hit.type not in ("publicity", "training") and draft.roles.get("target"))
    if not elsewhere and one_place(report) and hit.type in HELD_THERE and not CLOSES.search(view.text):
        draft.add("place", [p for p in anchor.places if p not in draft.roles.get("agent", [])])


def _speakers_body(view: View, hit: Hit, said: list[Said]) -> tuple[str, ...]:
    """某办负责人说，…组织培训: the office whose man tells of it did it."""
    for one in said:
        if one.content and one.content[0] <= hit.verb < one.content[1] and not one.speakers and one.clause < hit.clause:
            begin, _ = view.clauses[one.clause]
            for g in groups(view, begin, one.start):
                return tuple(m.entity_id for m in g.heads if m.entity_id and m.type in ("organisation", "district"))
    return ()


def of_day(time: str | None) -> str | None:
    """A year or a month is too wide to be carried over."""
    return time if time and len(time) >= 10 else None


def draft_statement(view: View, report: Report, number: int, one: Said, opened: bool, fresh: bool, stays: bool) -> None:
    """Add a draft for a statement; inside a gathering or its report it takes the gathering's date."""
    time = time_of(view, one.start)
    anchor = report.anchor
    early: object = re.match(r"(?:近日|日前|近期|此前|去年|[一-龥]{0,2}年来)[，,]?", view.text)
    if report.passed and not opened and anchor and not anchor.gathering and not _sums_up(view, report, one):
        early = True
    if (
        time is None
        and anchor
        and not early
        and (opened or not closes(view, report, one))
        and (stays or fresh or anchor.gathering)
        and not view.text.startswith("据")
    ):
        begin, _ = view.clauses[one.clause]
        if opened or anchor.gathering or not SPEAKS_LATER.search(view.text[begin : one.start]):
            time = None if re.search(r"所说|曾|总书记", view.text[begin : one.end]) else of_day(anchor.time)
    day, printed = report.last_day
    if (
        day
        and number - printed <= 2
        and not fresh
        and not early
        and not report.passed
        and not closes(view, report, one)
    ) and (not anchor or (printed > anchor.sentence and not opened)):
        time = (time if anchor and anchor.gathering else time_of(view, one.start)) or day
    draft = Draft(
        "statement", number, one.start, one.end, one.rule.name, one.rule.confidence, "actual", time, content=one.content,
        more=one.more, words=view.text[one.start : one.end],
    )  # fmt: skip
    draft.add("agent", one.speakers)
    if time and one.content and DEMANDS.search(draft.words) and report.people.issuperset(one.speakers or ()):
        # 要求，要把垃圾分类纳入…: asked for at a gathering about that very drive
        end = one.content[1]
        asked = [m.entity_id for m in view.within(one.end, end) if m.type == "campaign" and m.entity_id]
        draft.add("campaign", asked[:1])
    if one.speakers and WARNS.search(draft.words):
        # 讲解了骗局，提醒大家…: part of the same work
        for deed in reversed(report.drafts):
            if deed.sentence != number:
                break
            if deed.type != "statement" and set(deed.roles.get("agent", [])) == set(one.speakers):
                draft.add("campaign", deed.roles.get("campaign", []))
    report.drafts.append(draft)


def _sums_up(view: View, report: Report, one: Said) -> bool:
    """程某指出…: who led or joined the visit speaks at its end, whatever was told in between."""
    anchor = report.anchor
    if not anchor or not one.speakers or not DEMANDS.search(view.text[one.start : one.end]):
        return False
    roles = report.drafts[anchor.event].roles if anchor.event < len(report.drafts) else {}
    came = {*(anchor.agents or ()), *roles.get("participant", ())}
    return bool(came.intersection(one.speakers) & report.people)


# what leads out of the day's happening: sums over months, other times
ELSEWHERE = re.compile(
    r"累计|以来|近年|年来|去年|年前|场次|[一二三四]季度|上半年|下半年|每[年月周天日]|[0-9一二三四五六七八九十]+余?[期场批轮](?!比赛)|平时|日常|常态|长期|备[赛战]"
)
CLOSES = re.compile(r"捐赠|赠送|颁奖|颁发")
HELD_THERE = ("service", "publicity", "training", "culture", "remediation", "inspection")
AFTERWARDS = re.compile(r"随后|之后|会后|结束后|(?:活动|检查|会议|演练|仪式)(?:后|结束后)")
DEMANDS = re.compile(r"强调|指出|要求|部署")
WARNS = re.compile(r"提醒|叮嘱|告诫|嘱咐|呼吁|倡导|倡议")
HOLDS = re.compile(r"举办|召开|组织|举行|开设|开办|主办")
UP_TO = re.compile(r"(?:据悉[，,])?(?:截[至止]|目前)[^，。]{0,10}[，,](?!该[^，。]{0,3}行|全)")
