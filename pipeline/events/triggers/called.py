"""Happenings that no table names: told by the name of a drive, by an ending, or standing as the subject."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.triggers.deeds import REFERENCE
from pipeline.events.triggers.hit import ACTIVITY, Hit, hit_of
from pipeline.events.triggers.table import Rule, Tables
from pipeline.events.view import View

# what is held is told by how its name ends, whatever comes before: 清欠会, 科技节, 剪纸展, 交接仪式
ENDINGS = {
    "会": "meeting", "会议": "meeting", "论坛": "meeting", "节": "culture", "展": "culture", "赛": "culture", "晚会": "culture",
    "仪式": "launch", "班": "training", "课": "training", "营": "training",
}  # fmt: skip
ENDING = re.compile(
    r"[^，。；的]{1,30}?(?P<end>" + "|".join(sorted(ENDINGS, key=len, reverse=True)) + r")(?=$|[，。；、])"
)

# 启动老旧小区改造项目
WORKS = re.compile(r"了?[^，。；的]{2,24}(?:项目|工程|计划|改造|试点|改革|普查)(?:建设|工作)?$")
DRIVE = re.compile(r"(?:咨询|宣传)?[日周月季]?[”』]?(?:系列|主题|专项)*(?:活动|行动|工程|项目)")
NAMED_DRIVES = ("publicity", "culture", "service", "inspection", "visit", "award")


def by_cue(tables: Tables, view: View, number: int, at: int, stop: int, limit: int) -> list[Hit]:
    """开展“清洁家园”行动: no word of the tables, but the name of the drive tells what is done."""
    text = view.text
    if text[at:stop].endswith("启动") and (works := WORKS.match(text, stop, limit)):
        return (
            []
            if tables.lists["back"].search(text[stop : works.end()])
            else [Hit("launch", at, stop, at, number, "works_started", 0.8)]
        )
    if re.match(r"参|出席|列席|完成|接受|迎来|观看|收", text[at:stop]) and not re.match(
        r"完成|参[加与][^，。]*(?:活动|行动)", text[at:limit]
    ):
        return []
    called = ENDING.match(text[stop : limit + 1])
    if called and text[at:stop].endswith(("召开", "举行", "举办", "开办")):
        end = stop + called.end()
        kind = ENDINGS[called["end"]]
        back = tables.lists["back"].search(text[stop : end - 2])
        return (
            []
            if back
            else [Hit(kind, max(stop, end - 4), end, at, number, f"{kind}_by_ending", 0.7, light=text[at:stop])]
        )
    named = [m for m in view.mentions if m.type == "campaign" and stop <= m.sent_start <= limit]
    if named:
        first, last = named[0].sent_start, named[-1].sent_end
        end = next((b for a, b in view.clauses if a <= last - 1 < b), limit)
    else:
        match = re.search(
            r"(?P<name>[^，。的]{2,16}?)(?:系列|主题)*(?:活动|行动)(?!中|室|中心|现场|时)", text[stop:limit]
        )
        if not match:
            return []
        first, last = stop + match.start("name"), stop + match.end("name")
        end = limit
    if text[at:stop].endswith("启动") and named and named[0].sent_start - stop <= 8:
        return (
            []
            if tables.lists["back"].search(text[stop:first])
            else [Hit("launch", at, stop, at, number, "drive_started", 0.8)]
        )
    tail = text[last:end]
    whole = bool(re.search(r"(?:活动|行动|工程|项目|专项|大赛|课堂|仪式)[”』]?$", text[first:last]))
    if (
        named
        and not whole
        and not re.match(r"[”』]?[^，。]{0,12}(?:活动|行动|工程|项目|工作|专项|大赛|课堂|仪式)", tail)
    ):
        return []
    if tables.lists["back"].search(text[stop:first]):
        return []
    words = text[first:last] + tail[:6]
    if text[at:stop].endswith("启动") and named:
        return [Hit("launch", at, stop, at, number, "drive_started", 0.8)]
    for kind, pattern in tables.cues:
        if pattern.search(words):
            return [Hit(kind, first, last, at, number, f"{kind}_by_name", 0.7, light=text[at:stop])]
    return []


def as_subject(tables: Tables, view: View, number: int, a: int, b: int, rule: Rule) -> list[Hit]:
    """推进会在…召开; 文艺演出进小区活动，…: the happening stands as the subject."""
    begin, end = view.clauses[number]
    text = view.text
    tail = text[b:end]
    later = text[b : view.clauses[min(number + 1, len(view.clauses) - 1)][1]]
    if REFERENCE.match(text, begin, end):
        return []
    if a == begin and text.startswith(("会议", "活动", "大会"), a):
        return []
    held = re.compile(r"[^，；。：]{0,26}?(?:" + tables.lists["held"].pattern + r")(?!前|后|时|的|以来|期间|之际)")
    if held.match(tail) or (ACTIVITY.fullmatch(tail) and held.match(later[len(tail) + 1 :])):
        if text[b - 1] == "节" and re.search(r"开幕|启幕|拉开(?:帷幕|序幕|大幕)", later):
            return []
        where = held.match(tail) or held.match(later[len(tail) + 1 :])
        begun = where and where.group().endswith("启动")
        if begun and (rule.type == "remediation" or (rule.type in NAMED_DRIVES and DRIVE.match(tail))):
            # 整治行动正式启动: that it began is the news
            return []
        if where and not tables.lists["back"].search(text[begin:a]):
            return [hit_of(rule, a, b, a, number, "held")]
    if (
        rule.type in ("culture", "service")
        and b - begin <= 12
        and re.fullmatch(r"[一-龥]{0,4}活动", tail)
        and number == 0
    ):
        return (
            []
            if tables.lists["back"].search(text[begin:a])
            else [replace(hit_of(rule, a, b, a, number, "bare"), confidence=0.6)]
        )
    return []
