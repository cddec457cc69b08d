"""Finds the words of a sentence that tell of a happening: light-verb frames, called happenings, deeds."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.triggers.called import as_subject, by_cue
from pipeline.events.triggers.deeds import QUALIFIES, TALK_OF, done
from pipeline.events.triggers.habits import habitual
from pipeline.events.triggers.hit import ACTIVITY, Hit, hit_of, same_again
from pipeline.events.triggers.stance import judge
from pipeline.events.triggers.table import Rule, Tables, scan
from pipeline.events.view import View

JOINED = re.compile(r"[、和及与暨]|以及|并|[”“]")
# 参加体检的居民需携带身份证: who they are, not what was done
TAKERS = re.compile(
    r"(?:活动|会议)?的(?:[一-龥]{0,4})(?:居民|村民|市民|群众|老人|学员|人员|学生|家长|选手|队员|队伍|党员|干部|企业|商家|单位|孩子|妇女|职工)们?(?:需|须|应|可|都|纷纷|均|，|$)"
)
TALKED_ABOUT = ("service", "training", "remediation", "inspection", "visit")


def find_hits(tables: Tables, view: View, *, dated: bool) -> list[Hit]:
    """All happenings of a sentence, in order, before those that tell of the same thing are merged.

    >>> from pipeline.events.triggers.table import load_event_rules
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
        if view.in_speech(hit.verb) and not hit.light and hit.type in TALKED_ABOUT:
            # “把孩子送到学校就行了”: what people mention in their own words is no report of a deed
            continue
        if habitual(view, hit):
            continue
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
        if re.search(r"结合[^，；。]{0,24}$|(?:依托|根据|按照)[^，；。]{0,6}$", text[begin:at]):
            continue
        limit = next((a for a, b in lights[order + 1 :] if a > stop), end)
        if text[at:stop].endswith("组织") and limit < end:
            # 组织党员开展走访: the second verb carries the happening
            continue
        inside = [(a, b, r) for a, b, r in found if stop <= a and b <= limit]
        for a, b, rule in _heads(tables, view, inside, limit):
            used.update(range(at, b))
            out.append(hit_of(rule, a, b, at, number, text[at:stop]))
        started = (
            [m for m in view.mentions if m.type == "campaign" and stop <= m.sent_start <= stop + 8]
            if text[at:stop].endswith("启动")
            else []
        )
        if started:
            out = [h for h in out if h.verb != at]
        if not any(stop <= h.start < limit for h in out):
            out += by_cue(tables, view, number, at, stop, limit)
        if any(h.verb == at for h in out):
            used.update(range(at, limit))
    for a, b, rule in found:
        if a in used:
            continue
        if rule.form == "deed" and done(tables, view, begin, end, a, b, rule):
            out.append(hit_of(rule, a, b, a, number, ""))
        elif any(twin.form == "noun" for twin in tables.rules[text[a:b]]):
            again = [h for h in as_subject(tables, view, number, a, b, rule) if h]
            # 联展鹤壁站启动仪式在…举行: of two nouns before the verb the last is the happening
            out = [h for h in out if not (again and h.light == "held" and "，" not in text[h.end : a])] + again
    return sorted(out, key=lambda h: h.start)


def _lights(tables: Tables, view: View, begin: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for hit in tables.lists["light"].finditer(view.text, begin, end):
        if view.text.startswith("的", hit.end()) and re.match(r"主办|承办|协办", hit.group()):
            continue
        # 参加市人大组织的调研: the second verb only tells who held it
        if view.text.startswith("的", hit.end()) and re.match(r"参[加与]|出席|接受|观看", hit.group()):
            continue
        if out and view.text.startswith("的", hit.end()) and re.match(r"参|出席|接受|观看", view.text[slice(*out[-1])]):
            continue
        blocked = any(m.sent_start <= hit.start() < m.sent_end for m in view.mentions)
        before = view.text[max(0, hit.start() - 4) : hit.start()]
        # 某村组织…演练: a village named right before it organises; 村组织 does not
        named = any(m.sent_end == hit.start() for m in view.mentions)
        bodies = hit.group() == "组织" and not named and tables.lists["not_light_before"].search(before)
        if not blocked and not bodies:
            out.append(hit.span())
    return out


def _heads(tables: Tables, view: View, inside: list[tuple[int, int, Rule]], limit: int) -> list[tuple[int, int, Rule]]:
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
        if re.match(r"[^，；。]{0,6}的同时|[^，；。]{0,4}(?:为契机|为抓手|为载体)", tail) or same_again(
            tables, view, a
        ):
            return []
        if TAKERS.match(tail):
            return []
        if QUALIFIES.match(tail) or re.search(r"(?:纳入|列入|计入|列为|可以)[^，；。]{0,12}$", view.text[:a]):
            continue
        if re.match(r"[^，。；]{0,8}的(?:方式|形式|模式|手段)", tail):
            continue
        if rule.type not in ("publicity", "training") and TALK_OF.match(tail):
            return []
        heads = [inside[index]]
        for c, d, other in reversed(inside[:index]):
            gap = view.text[d : heads[0][0]]
            if re.match(r"[^，；。]{0,20}等", gap):
                continue
            if (
                len(gap) <= 10
                and JOINED.match(gap)
                and "暨" not in gap
                and other.type not in {h[2].type for h in heads}
            ):
                if len(ACTIVITY.sub("", gap)) <= 7:
                    heads.insert(0, (c, d, other))
            elif len(gap) > 10:
                break
        return heads
    return []
