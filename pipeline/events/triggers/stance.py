"""Whether what a clause tells has happened: done, denied, planned, or only wished for."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

Stance = Literal["actual", "planned", "negative", "none"]


EFFECT = re.compile(
    r"(?:[一-龥]{2,14})?(?:通过)?(?:此次|本次|这次|该次?)[一-龥“”]{0,14}(?:活动|培训|会议|行动|检查|演练|讲座|比赛|演出|宣传|整治|走访|慰问|义诊|调研|观摩|学习|展览|志愿服务)[^，。]{0,6}[，]?"
    r"(?:旨在|不仅|既|进一步|有效|使|让|增强|提升|丰富|营造|充分|拉近|受到|取得|得到|弘扬|为|是|大家|切实|极大|通过|以)"
)
# 此次活动共发放折页300份，受到好评: the sum is news, the praise is not
IN_ALL = re.compile(r"[^，。]{0,12}(?:共|累计)(?!同)[^，。]{0,16}[0-9０-９]")
THIS_IS = re.compile(r"这(?:已经?|也|只|仅仅?|便|就)是")  # 这已是今年第三次清理行动
# 围绕《乡村振兴促进法》作辅导: the words of a title promise and wish for nothing
TITLES = re.compile(r"《[^《》]*》")
# 争取资金160万元: with a sum it was had, without one only striven for
STOPS = "；。！？;"
GOT = re.compile(r"争取(?:到|了|[^，。]{0,14}(?:资金|补助)[0-9０-９])")


def judge(tables: Tables, view: View, start: int, *, dated: bool) -> Stance:
    """How the words that begin at `start` stand in their sentence; `dated` says that a time is printed with them.

    A duty (要, 应) or a wish holds to the end of the sentence; a plan counts only when it is dated.

    >>> from pipeline.events.triggers.table import load_event_rules
    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> def of(text, word): return judge(load_event_rules(), look(read_marked(text).sentence, [], []), text.find(word), dated=False)
    >>> of("街道召开例会。", "召开"), of("要开展检查。", "开展"), of("下一步将开展检查。", "开展"), of("未开展检查。", "开展")
    ('actual', 'none', 'none', 'negative')
    """
    lists, text = tables.lists, view.text
    number = view.clause_at(start)
    begin, end = view.clauses[number]
    before = TITLES.sub("《》", text[begin:start])
    if (
        _slogan(tables, view)
        or THIS_IS.match(text)
        or (EFFECT.match(text) and not IN_ALL.match(text))
        or re.search(r"记者[^，。；]{0,16}$", before)
    ):
        return "none"
    if re.search(
        r"(?:可以|能够|[还也就都便]能)[^，；。]{0,14}$|是否[^，；。等对]{0,14}$|(?<![许认不])可(?:免费|预约|随时|凭[一-龥]{1,6}|在线|就近|自愿|直接|提前)[^，；。]{0,8}$",
        before,
    ):
        return "none"
    if lists["unreal"].search(before + text[start : start + 2]) or _purpose(tables, view, number, start):
        return "none"
    if before.startswith(("除了", "除")) or (
        number and re.match(r"对[^，；。]*的$", view.text[slice(*view.clauses[number - 1])])
    ):
        return "none"
    if lists["causes"].search(before, max(0, len(before) - 18)) and not re.search(
        r"[0-9]+余?(?:次|场|期|轮|批|个|件|处|条|项|眼|盏|座)", text[start:end]
    ):
        return "none"
    spoken = next(((a, b) for a, b in view.speech if a <= start < b), None)
    # a duty or plan no longer reaches behind a semicolon or full stop
    first = max(view.text.rfind(stop, 0, start) for stop in STOPS) + 1
    if spoken:
        first = max(first, spoken[0])
    reach = text[first:start]
    if not spoken:
        reach = _without_speech(view, first, start)
    reach = TITLES.sub("《》", reach)
    if _modal(tables, reach):
        return "none"
    word = "" if GOT.match(text, start) else text[start : start + 2]
    if (
        lists["plan"].search(_without_campaigns(view, first, start, reach) + word)
        or re.search(r"将[会要于]?$", reach)
        or lists["plan"].search(text[start - 1 : start] + word)
    ):
        return "planned" if dated else "none"
    if re.search(r"(?:未|没有?|尚未)[一-龥]{0,3}$", before) and not lists["light"].match(text, start):
        return "none"
    if lists["against"].search((before + text[start : start + 1])[-14:]):
        return "negative"
    return "actual"


def _slogan(tables: Tables, view: View) -> bool:
    """加强排查，消除隐患。: a heading inside the text, short, without anybody, a number or 了."""
    text = view.text.strip("。！ ")
    return (
        len(text) <= 24
        and all(b - a <= 11 for a, b in view.clauses)
        and not view.mentions
        and not re.search(r"[了过0-9“”：:向为给在到对把被未没]|已|正在|举行|召开|我|他|她|纷纷|大家|们|一行", text)
        and not tables.lists["generic_subject"].match(text)
        and not tables.lists["fresh"].search(text)
    )


def _modal(tables: Tables, reach: str) -> bool:
    return bool(tables.lists["modal"].search(reach + "。"))


def _without_speech(view: View, start: int, end: int) -> str:
    if not view.speech:
        return view.text[start:end]
    return "".join(c for i, c in enumerate(view.text[start:end], start) if not view.in_speech(i))


def _without_campaigns(view: View, start: int, end: int, reach: str) -> str:
    """“绿动未来”启动仪式: a campaign's name promises nothing."""
    for m in view.within(start, end):
        if m.type == "campaign":
            reach = reach.replace(m.text, "○" * len(m.text))
    return reach


def _purpose(tables: Tables, view: View, number: int, start: int) -> bool:
    """为进一步…，: what comes up to the comma is an aim; with no later clause the words stand for the deed itself."""
    begin, _ = view.clauses[number]
    if number + 1 >= len(view.clauses):
        return False
    prior = view.text[slice(*view.clauses[number - 1])] if number else ""
    if tables.lists["purpose"].search(prior) and start == begin:
        # 为加快改造，拆除违建，某街道…: the aim runs on until somebody is named
        return any(m.type != "campaign" for m in view.within(view.clauses[number][1], len(view.text)))
    head = view.text[begin : max(start + 4, begin)]
    for mark in ("同时，", "近日，"):
        head = head.removeprefix(mark)
    return bool(tables.lists["purpose"].search(head.lstrip("“")))
