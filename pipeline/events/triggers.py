"""Finds the words of a sentence that tell of a happening: light-verb frames, called happenings, deeds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.events.stance import Stance, judge
from pipeline.events.table import Rule, Tables, scan
from pipeline.events.view import View

ACTIVITY = re.compile(r"[”』]?(?:系列|主题|专项|品牌|实践)*(?:活动|行动|工程|项目|工作|仪式|专场|课程|大会)")
COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十两百]+(?:余|多)?(?:次|场|期|轮|堂|届|批|节)")
TALK_OF = re.compile(r"[^，。；]{0,20}的(?:设想|消息|说法|计划|想法|愿望|目标|建议|讨论|通知|方案|必要|重要|意义|呼声|需求|条件|能力|窗口|前提|同时)")
JOINED = re.compile(r"[、和及与暨]|以及|并|[”“]")


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


def find_hits(tables: Tables, view: View, *, dated: bool) -> list[Hit]:
    """All happenings of a sentence, in order, before those that tell of the same thing are merged.

    >>> from pipeline.events.table import load_event_rules
    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> view = look(read_marked("街道召开安全生产推进会，要加强排查。").sentence, [], [])
    >>> [(h.type, view.text[h.start:h.end], h.light) for h in find_hits(load_event_rules(), view, dated=False)]
    [('meeting', '推进会', '召开')]
    """
    out: list[Hit] = []
    for number, (begin, end) in enumerate(view.clauses):
        found = [
            (a, b, rule)
            for a, b, rule in scan(tables, view.text, begin, end)
            if rule.form != "none" and not view.closed.intersection(range(a, b))
        ]
        out += _clause(tables, view, number, found)
    kept = []
    for hit in out:
        stance = judge(tables, view, hit.verb, dated=dated)
        if stance != "none":
            kept.append(replace(hit, stance=stance))
    return kept


def _clause(tables: Tables, view: View, number: int, found: list[tuple[int, int, Rule]]) -> list[Hit]:
    begin, end = view.clauses[number]
    text = view.text
    lights = _lights(tables, view, begin, end)
    out: list[Hit] = []
    used: set[int] = set()
    for order, (at, stop) in enumerate(lights):
        if re.search(r"(?:结合|依托|根据|按照)[^，；。]{0,24}$", text[begin:at]):
            continue
        limit = next((a for a, b in lights[order + 1 :] if a > stop), end)
        if text[at:stop].endswith("组织") and limit < end:
            # 组织党员开展走访: the second verb carries the happening
            continue
        inside = [(a, b, r) for a, b, r in found if stop <= a and b <= limit]
        for a, b, rule in _heads(tables, view, inside, limit):
            used.update(range(at, b))
            out.append(_hit(rule, a, b, at, number, text[at:stop]))
        if not any(stop <= h.start < limit for h in out):
            out += _by_cue(tables, view, number, at, stop, limit)
        if any(h.verb == at for h in out):
            used.update(range(at, limit))
    for a, b, rule in found:
        if a in used:
            continue
        if rule.form == "deed" and _done(tables, view, begin, end, a, b, rule):
            out.append(_hit(rule, a, b, a, number, ""))
        elif any(twin.form == "noun" for twin in tables.rules[text[a:b]]):
            again = [h for h in _as_subject(tables, view, number, a, b, rule) if h]
            # 联展鹤壁站启动仪式在…举行: of two nouns before the verb the last is the happening
            out = [h for h in out if not (again and h.light == "held" and "，" not in text[h.end : a])] + again
    return sorted(out, key=lambda h: h.start)


def _hit(rule: Rule, start: int, end: int, verb: int, number: int, light: str) -> Hit:
    return Hit(rule.type, start, end, verb, number, rule.name, rule.confidence, light=light, learns=rule.learns)


def _lights(tables: Tables, view: View, begin: int, end: int) -> list[tuple[int, int]]:
    out = []
    for hit in tables.lists["light"].finditer(view.text, begin, end):
        # 参加市人大组织的调研: the second verb only tells who held it
        if out and view.text.startswith("的", hit.end()) and re.match(r"参|出席|接受|观看", view.text[slice(*out[-1])]):
            continue
        blocked = any(m.sent_start <= hit.start() < m.sent_end for m in view.mentions)
        before = view.text[max(0, hit.start() - 4) : hit.start()]
        if not blocked and not (hit.group() == "组织" and tables.lists["not_light_before"].search(before)):
            out.append(hit.span())
    return out


def _heads(
    tables: Tables, view: View, inside: list[tuple[int, int, Rule]], limit: int
) -> list[tuple[int, int, Rule]]:
    """The last happening named behind a light verb, and those joined to it by 和 or 、 that are of another type."""
    # 召开专题会议研究…: what can only be a verb ends the object that the light verb has
    names = [any(twin.form == "noun" for twin in tables.rules[view.text[a:b]]) for a, b, _ in inside]
    if True in names and False in names[names.index(True) :]:
        inside = inside[: names.index(False, names.index(True))]
    for index in range(len(inside) - 1, -1, -1):
        a, b, rule = inside[index]
        tail = view.text[b:limit]
        if tables.lists["doubtful_tail"].search(tail) and not ACTIVITY.match(tail):
            continue
        if re.match(r"[^，；。]{0,6}的同时|[^，；。]{0,4}(?:为契机|为抓手|为载体)", tail) or _same_again(tables, view, a):
            return []
        if rule.type not in ("publicity", "training") and TALK_OF.match(tail):
            return []
        heads = [inside[index]]
        for c, d, other in reversed(inside[:index]):
            gap = view.text[d : heads[0][0]]
            if len(gap) <= 10 and JOINED.match(gap) and "暨" not in gap and other.type not in {h[2].type for h in heads}:
                if len(ACTIVITY.sub("", gap)) <= 7:
                    heads.insert(0, (c, d, other))
            elif len(gap) > 10:
                break
        return heads
    return []


def _same_again(tables: Tables, view: View, start: int) -> bool:
    """此次会议, 参加会议: nothing but a reference to what was told before."""
    begin, _ = view.clauses[view.clause_at(start)]
    before = view.text[begin:start]
    bare = view.text.startswith(("会议", "活动", "大会"), start) and re.search(r"(?:参加|出席|参与|主持|列席)(?:了)?$", before)
    return bool(bare or tables.lists["back"].search(before))


def _by_cue(tables: Tables, view: View, number: int, at: int, stop: int, limit: int) -> list[Hit]:
    """开展“清洁家园”行动: no word of the tables, but the name of the drive tells what is done."""
    text = view.text
    if re.match(r"参|出席|列席|完成|接受|迎来|观看|收", text[at:stop]) and not re.match(r"完成|参[加与][^，。]*(?:活动|行动)", text[at:limit]):
        return []
    called = re.match(r"[^，。；]{1,30}?会(?:议)?(?=$|[，。；、])", text[stop : limit + 1])
    if called and text[at:stop].endswith(("召开", "举行", "举办")) and not tables.lists["back"].search(text[stop : stop + called.end()][:-2]):
        end = stop + called.end()
        return [Hit("meeting", max(stop, end - 4), end, at, number, "meeting_by_ending", 0.7, light=text[at:stop])]
    named = [m for m in view.mentions if m.type == "campaign" and stop <= m.sent_start <= limit]
    if named:
        first, last = named[0].sent_start, named[-1].sent_end
        end = next((b for a, b in view.clauses if a <= last - 1 < b), limit)
    else:
        match = re.search(r"(?P<name>[^，。的]{2,16}?)(?:系列|主题)*(?:活动|行动)(?!中|室|中心|现场|时)", text[stop:limit])
        if not match:
            return []
        first, last = stop + match.start("name"), stop + match.end("name")
        end = limit
    tail = text[last:end]
    if named and not re.match(r"[”』]?[^，。]{0,12}(?:活动|行动|工程|项目|工作|专项|大赛|课堂|仪式)", tail):
        return []
    if tables.lists["back"].search(text[stop:first]):
        return []
    words = text[first:last] + tail[:6]
    for kind, pattern in tables.cues:
        if pattern.search(words):
            return [Hit(kind, first, last, at, number, f"{kind}_by_name", 0.7, light=text[at:stop])]
    return []


def _as_subject(tables: Tables, view: View, number: int, a: int, b: int, rule: Rule) -> list[Hit]:
    """推进会在…召开; 文艺演出进小区活动，…: the happening stands as the subject."""
    begin, end = view.clauses[number]
    text = view.text
    tail = text[b:end]
    later = text[b : view.clauses[min(number + 1, len(view.clauses) - 1)][1]]
    if a == begin and text.startswith(("会议", "活动", "大会"), a):
        return []
    held = re.compile(r"[^，；。：]{0,26}?(?:" + tables.lists["held"].pattern + r")(?!前|后|时|的|以来|期间|之际)")
    if held.match(tail) or (ACTIVITY.fullmatch(tail) and held.match(later[len(tail) + 1 :])):
        where = held.match(tail) or held.match(later[len(tail) + 1 :])
        if where and not tables.lists["back"].search(text[begin:a]):
            return [_hit(rule, a, b, a, number, "held")]
    if rule.type in ("culture", "service") and b - begin <= 12 and re.fullmatch(r"[一-龥]{0,4}活动", tail) and number == 0:
        if not tables.lists["back"].search(text[begin:a]):
            return [replace(_hit(rule, a, b, a, number, "bare"), confidence=0.6)]
    return []


def _done(tables: Tables, view: View, begin: int, end: int, a: int, b: int, rule: Rule) -> bool:
    """Whether a deed's word is the verb of its clause and not part of a name, an aim or a heading."""
    after = view.text[b:end]
    before = "".join("□" if any(m.sent_start <= i < m.sent_end for m in view.mentions) else view.text[i] for i in range(begin, a))
    if tables.lists["doubtful_tail"].search(after):
        return False
    if re.search(r"(?:此次|这次|本次|此项|上述)[一-龥]{0,4}$", before):
        return False
    governed = re.search(tables.lists["generic"].pattern + r"[^，；。在到对向为了]{0,14}$", before)
    if governed and not re.search(r"了$|并$|还$|方式$", before):
        return False
    if re.match(r"工作(?!人员)|活动|行动(?!不便)", after) and not re.match(r"工作的", after):
        return False
    if re.search(r"的[一-龥]{0,8}$", before) and (not after or re.match(r"赢得|受到|吸引|丰富|获得|博得|让|使|[，。、]|和|更|也|十分|很|以", after)):
        # 演员们的精彩表演赢得掌声: a noun
        return False
    if re.match(r"(?:活动)?(?:现场|期间|结束|当天|当日|间隙|环节)", after):
        return False
    spreads = rule.type in ("publicity", "training")
    if not spreads and (TALK_OF.match(after) or re.match(r"[一-龥]{0,2}(?:知识|技巧|技能|常识|窍门)", after)):
        return False
    if re.search(r"(?:结合|针对|根据|按照|围绕|对照|聚焦|依据)[^，；。]{0,24}$", before) and not re.search(r"[对向为给][^，；。]{0,16}$", before):
        return False
    if re.match(r"[^，。；]{0,12}的(?:基础上|同时|过程)|[与和、][一-龥]{2,8}的[一-龥]|(?:确认|核实)?[，,]", after) and (
        re.match(r"[^，。；]{0,12}的(?:基础上|同时|过程)", after) or re.search(r"(?:经过|通过|汲取|在)[^，；。]{0,20}的?[一-龥]{0,4}$", before)
    ):
        return False
    if rule.type != "publicity" and re.match(r"[^，。；]{0,16}(?:等|的)[^，。；]{0,10}(?:模式|方式|形式|手段|机制|特点|功能|功能区|环节|服务|项目|业务|内容)$", view.text[b:end]):
        return False
    if any(x <= a and b <= y for x, y in view.quoted):
        return False
    if re.match(r"(?:过|了)?的[一-龥]", after) and not re.match(r"(?:过|了)?的是", after):
        return False
    if rule.weak and not tables.lists["sign"].search(view.text[begin:end]):
        return False
    return bool(a == begin or not re.search(r"(?:的|等|之)$", before))
