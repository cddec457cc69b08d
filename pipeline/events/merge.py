"""One event per happening per sentence: what tells of the same thing in other words is merged."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

NUMBER = re.compile(r"[0-9]+(?:余|多)?[处份人件次场个户名]")
COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十两百]+(?:余|多)?(?:次|场|期|轮|堂|届|批|节)")
# 走访慰问困难职工，发放慰问金18.4万元: the sum is a deed of its own
GIVES_MONEY = re.compile(r"发放[^，；。0-9]{0,14}[0-9０-９.]+(?:余)?[万亿]?余?元")
OWN = re.compile(
    r"[^，；。0-9]{0,20}[0-9０-９][0-9.,]*(?:余|多)?(?:万|亿|千|百)?(?:余|多)?(?:处|块|个|车|吨|份|套|箱|件|台|盏|米|公里|亩|棵|株|面|条|座|元|袋|立方|平方米|公斤|斤|辆|宗|起|支|所|户|份|人次|名|人|册|张|本)"
)
# 对先进个人进行表彰，某主任为他们颁发证书: one award; 拘传23人，执行到位金额186万元: one execution
HANDS_OVER = re.compile(r"颁发|颁奖|授牌|授予|授旗|奖励")
EXECUTES = re.compile(r"拘传|拘留|执结|执行(?:完毕|到位)")
TELLS = re.compile(r"讲解|普及|宣讲|解读")
GIVES = re.compile(r"捐|赠|发放|派发|资助|送(?:上|去|出)")
AS_WELL = re.compile(r"[^，；。]{0,20}等(?:多种)?(?:方式|形式|手段|途径)")
MEANS = re.compile(r"通过[^，；。]{0,30}$|(?:以|采取|利用)[^，；。]{0,16}$")


def merge(tables: Tables, view: View, hits: list[Hit], subjects: dict[int, tuple[str, ...]]) -> list[Hit]:
    """Keep one hit for each happening; `subjects` holds the explicit subject of each clause that has one.

    Two hits of one type are two happenings only when somebody else does the second, when a semicolon parts them, or when
    both are frames that are counted or named on their own.
    """
    out: list[Hit] = []
    for hit in hits:
        if hit.learns and out:
            # 举办培训班，邀请某教授授课: whoever is invited to teach took part in what was held, too
            out = [replace(k, also=(*k.also, hit.clause)) if _invites(view, k, hit) else k for k in out]
        same = next((i for i, k in enumerate(out) if k.type == hit.type and not _apart(view, k, hit, subjects)), None)
        if same is None:
            out.append(hit)
        elif _weaker(view, out[same], hit):
            out[same] = replace(hit, also=(out[same].clause, *out[same].also))
        else:
            out[same] = replace(out[same], also=(*out[same].also, hit.clause))
    return sorted(out, key=lambda h: h.start)


def _apart(view: View, first: Hit, second: Hit, subjects: dict[int, tuple[str, ...]]) -> bool:
    between = view.text[first.end : second.start]
    if re.search(r"比如|例如|譬如|包括", view.text[: second.start]):
        return False
    if "；" in between or ";" in between:
        return True
    begin, _ = view.clauses[first.clause]
    if MEANS.search(view.text[begin : first.verb]) and AS_WELL.match(view.text, first.end):
        # 通过播放视频、现场提问等方式，向学生讲解…: the means of the same
        return False
    if (first.rule == "sent_over_media") != (second.rule == "sent_over_media") and first.clause != second.clause:
        return True
    if (
        first.rule == "handed_out_print"
        and second.rule == "spread_the_word"
        and first.clause != second.clause
        and not first.light
        and _counted_deed(view, first)
        and TELLS.match(view.text, second.start)
    ):
        # 发放折页300份，讲解防骗知识: the print is counted, the talk is another
        return True
    if first.type == "culture" and first.light and not second.light:
        # 举行文艺汇演，孩子们载歌载舞
        return False
    if first.type == "training" and first.light and second.rule == "taught_or_learned" and "邀" not in between:
        # 开展主题党日活动，党员们重温入党誓词
        return False
    if first.type == "award" and (
        re.search(r"(?:受到|获得?|得到)$", view.text[: second.start]) or HANDS_OVER.match(view.text, second.start)
    ):
        return False
    if all(EXECUTES.match(view.text, h.start) for h in (first, second)):
        return False
    here, there = subjects.get(first.clause), subjects.get(second.clause)
    if here is not None and there is not None and here != there and first.clause != second.clause:
        return True
    if first.stance != second.stance:
        return True
    if first.rule == second.rule == "built_something" and first.clause != second.clause:
        return True
    if (
        first.type == "service"
        and not first.light
        and second.start - first.end < 40
        and GIVES_MONEY.match(view.text[second.start : second.start + 24])
    ):
        return first.clause != second.clause
    if _counted_deed(view, first) and _counted_deed(view, second) and first.clause != second.clause:
        return True
    if (
        second.rule == "handed_out_print" != first.rule
        and (first.rule != "told_the_public" or NUMBER.search(view.text, *view.clauses[first.clause]))
        and first.clause != second.clause
        and _counted_deed(view, second)
    ):
        # 上门宣传8600余户，发放指南1.2万份
        return True
    if second.learns and first.clause != second.clause and ("邀" in between or _lecturer(view, second)):
        return True
    same_word = view.text[first.start : first.end] == view.text[second.start : second.end]
    if first.light and (same_word or first.rule == second.rule == "planted_trees"):
        return False
    if first.light and EXECUTES.match(view.text, second.start):
        return False
    gives = second.type != "service" or GIVES.match(view.text, second.start)
    if first.light and gives and _counted_deed(view, second) and first.clause != second.clause:
        # 开展清洁行动，清理垃圾18吨: the deed is counted by itself
        return True
    if bool(first.light) != bool(second.light) and all(
        NUMBER.search(view.text, *view.clauses[h.clause]) for h in (first, second)
    ):
        return first.clause != second.clause and bool(COUNTED.search(view.text, *view.clauses[first.clause]))
    return bool(
        first.light and second.light and first.clause != second.clause and _own(view, first) and _own(view, second)
    )


def _invites(view: View, held: Hit, lesson: Hit) -> bool:
    return (
        lesson.rule == "gave_a_lesson"
        and held.type == "training"
        and bool(held.light)
        and "邀" in view.text[held.end : lesson.start]
    )


def _lecturer(view: View, hit: Hit) -> bool:
    """Whether a person is named in the clause of a lesson before its verb: he gives it."""
    return any(m.type == "person" for m in view.within(view.clauses[hit.clause][0], hit.verb))


def _counted_deed(view: View, hit: Hit) -> bool:
    """拆除广告牌212块: the deed's own number of things follows it in its clause."""
    end = view.clauses[hit.clause][1]
    return (
        not hit.light
        and (hit.type in ("remediation", "service", "launch") or hit.rule == "handed_out_print")
        and bool(OWN.match(view.text[hit.end : end]))
    )


def _own(view: View, hit: Hit) -> bool:
    begin, end = view.clauses[hit.clause]
    return bool(COUNTED.search(view.text, begin, end)) or any(
        m.type in ("place", "campaign") for m in view.within(begin, end)
    )


def _weaker(view: View, kept: Hit, other: Hit) -> bool:
    """通过发放传单开展宣传活动: the means gives way to the happening."""
    begin, _ = view.clauses[kept.clause]
    return bool(MEANS.search(view.text[begin : kept.verb])) and bool(other.light) and not kept.light
