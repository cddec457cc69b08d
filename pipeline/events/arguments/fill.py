"""Who and what takes part in a happening, read from the clause of its trigger and the clauses around it."""

from __future__ import annotations

import re

from pipeline.events.arguments.became import bare, became, titled
from pipeline.events.arguments.hosts import held_by
from pipeline.events.arguments.led import led
from pipeline.events.arguments.subjects import OF_A_KIND, Group, groups
from pipeline.events.arguments.venues import DWELLING, GIVES, given_to, looked_at, looked_at_again
from pipeline.events.arguments.where import add_places, campaigns_of, ground
from pipeline.events.report import Draft, Report
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

BECAME = re.compile(
    r"成立$|组建|设立$|挂牌|揭牌|投入使用|投用|启用|建成$|落成|竣工|完工|开工|动工|奠基|开业|开馆|开园|开放|运营|运行|投产|通车|开通|上线|启动$|封顶|入驻|落地|首发$|开班|开营"
)
UNVEILS = re.compile(r"揭牌|挂牌|启用|成立|落成|奠基|开工|竣工|开业|开馆|投用")
FOR_IT = re.compile(r"(?:共同|一起|一同)?为[^，；。]{1,20}(?:揭牌|揭幕|剪彩|授牌|奠基|培土)$")
SEES = re.compile(r"参观|观摩|瞻仰|祭扫")
EXPLAINS = re.compile(r"解读|讲解|宣讲|普及|辅导|学习|讲授|宣读|宣传|[发派散]放|签订|赠阅|张贴")
PUPILS = re.compile(
    r"的?(?:[0-9]+余?名)?(?:全体|部分|留守)?(?:师生|学生|儿童|孩子|同学|员工|职工|干部|党员|队员|老师|教师)"
)
LEARNERS = re.compile(
    r"(?:全体|部分)[^，；。]{0,8}(?:人员|党员|干部|职工|队员|成员)|队[^，；。]{0,6}(?:开展|队员|参加)|专题学习|集中学习|主题党日"
)
TEACHES = re.compile(
    r"(?:现场)?(?:(?:围绕|就|结合|从)[^，；。]{1,20})?(?:讲解|授课|讲授|辅导|作(?:了)?专题|为[^，；。]{1,10}(?:讲|授课|上))"
)
TEACHES_SO = re.compile(r"(?:结合|围绕|就|采取|通过|运用|以|用|从)")
MEN_OF = re.compile(r"(?:等?(?:[一-龥]{0,6}(?:工作人员|负责人|代表|干部|专家|人员))?(?:(?:、|和|及)[一-龥]{2,10})*)?")
GETS = re.compile(r"获|荣|喜|斩|入选|上榜|摘|捧回|被|评为|登")


def fill(
    tables: Tables, view: View, hit: Hit, draft: Draft, agents: tuple[str, ...], report: Report, opened: bool
) -> None:
    """Give a draft its participants, targets, places and campaigns."""
    begin, end = view.clauses[hit.clause]
    here = groups(view, begin, end)
    host = re.search(r"(?:组织|举办|召开|开展|主办)的[^，；。]*$", view.text[begin : hit.start])
    joins = bool(re.search(r"陪同|随同", view.text[begin : hit.end])) or bool(
        hit.light and tables.lists["joins"].search(hit.light) and not (hit.type == "service" and "接受" in hit.light)
    )
    guests = [g for g in here if g.role == "guest" and g.end <= hit.verb]
    taught_by = (
        hit.type in ("training", "publicity")
        and not hit.light
        and not guests
        and not any(g.role == "" and g.end <= hit.verb for g in here)
        and _invited(view, hit)
    )
    if taught_by:
        draft.add("agent", taught_by)
    elif (guests and hit.learns) or (guests and view.text[begin : guests[-1].start].find("邀") >= 0 and not hit.light):
        draft.add("agent", ids_of(guests[-1]))
        if LEARNERS.search(view.text[: hit.verb]) or not (hit.learns or hit.type == "training"):
            draft.add("participant", agents)
    elif guests and hit.type == "training" and not hit.light and guests[-1].heads[-1].type == "person":
        draft.add("agent", ids_of(guests[-1]))
    elif host and joins and (hosts := [g for g in here if g.end == begin + host.start()]):
        draft.add("agent", ids_of(hosts[-1]))
        draft.add("participant", [i for i in agents if i not in ids_of(hosts[-1])])
    elif hit.type == "award" and (by := [g for g in here if g.role == "agent" and g.end <= hit.verb]):
        draft.add("agent", ids_of(by[-1]))
        draft.add("target", [i for g in here if g.role == "" and g.end <= by[-1].start for i in ids_of(g)])
    elif hit.type == "award" and GETS.search(view.text[hit.start : hit.end]):
        draft.add("target", agents)
    elif (
        hit.type == "launch"
        and UNVEILS.search(view.text[hit.start : hit.end])
        and hit.light == "held"
        and (own := [g for g in here if g.end == hit.start])
    ):
        draft.add("target", ids_of(own[-1]))
    elif hit.type == "launch" and FOR_IT.search(view.text[begin : hit.end]):
        draft.add(
            "agent", [i for g in here if g.role in ("", "agent") and g.end <= hit.verb for i in ids_of(g)] or agents
        )
        draft.add("target", [i for g in here if g.role == "beneficiary" for i in ids_of(g)])
    elif (
        hit.type == "launch"
        and not hit.light
        and hit.rule != "declared_open"
        and BECAME.search(view.text[hit.start : hit.end])
        and bare(view, hit, end)
    ):
        became(view, hit, draft, agents)
    elif hit.type == "remediation" and agents and all(_dwelling(i, report) for i in agents):
        draft.add("place", agents)  # 某宿舍已更换管道: it was done there
    else:
        draft.add("participant" if joins else "agent", agents)
        for g in guests:
            if hit.type not in ("meeting", "training", "visit") and re.search(
                r"组织|带领|率领|率$", view.text[begin : g.start]
            ):
                # 组织机动中队整治: who is sent does it
                draft.add("agent", [m.entity_id for m in g.heads if m.entity_id and m.type == "organisation"])
                continue
            draft.add("participant", [m.entity_id for m in g.heads if m.entity_id and m.type != "place"])
    draft.add("agent", led(view, hit))
    draft.add("participant", held_by(view, hit.clause, max(hit.verb, hit.start))[1])
    for number in hit.also:
        a, b = view.clauses[number]
        for g in groups(view, a, b):
            if (
                g.role == "guest"
                and "邀" in view.text[a : g.start]
                and hit.type in ("training", "service", "publicity")
            ):
                draft.add("participant", [m.entity_id for m in g.heads if m.entity_id and m.type == "person"])
    if hit.light and hit.type in ("training", "meeting"):
        asked = [*_invited(view, hit), *_asked_along(view, hit)]
        draft.add("participant", [i for i in asked if i not in draft.roles.get("agent", [])])
    if hit.type == "training" and re.search(r"举办|召开|组织|举行|开设|开办|主办", hit.light):
        for number in range(hit.clause + 1, len(view.clauses)):
            for g in groups(view, *view.clauses[number]):
                if g.role in ("", "guest") and TEACHES.match(view.text, g.end) and not view.in_speech(g.start):
                    draft.add("participant", [m.entity_id for m in g.heads if m.entity_id and m.type == "person"])
    taken = (
        set(draft.roles.get("agent", [])) | set(draft.roles.get("participant", [])) | set(draft.roles.get("target", []))
    )
    if hit.type != "statement":
        _objects(view, hit, draft, here, taken)
        draft.add("target", looked_at(view, hit, taken))
        draft.add("target", given_to(view, hit, report))
        add_places(tables, view, hit, draft, taken, report, opened)
        if hit.type == "service" and GIVES.match(view.text, hit.start) and not draft.roles.get("target"):
            # 走进小学授课，并赠送头盔: the school gets them
            places = draft.roles.get("place", [])
            draft.add("target", [i for i in places if i in report.bodies])
            draft.roles["place"] = [i for i in places if i not in report.bodies]
        if not draft.roles.get("target") and not draft.roles.get("place"):
            draft.add("target", looked_at_again(view, hit, report))
        draft.add("campaign", campaigns_of(view, hit, opened))


def _asked_along(view: View, hit: Hit) -> list[str]:
    """召开听证会，邀请甲局、监督员王某参加: guests of the next clause come to the meeting."""
    if hit.type != "meeting" or hit.clause + 1 >= len(view.clauses):
        return []
    begin, end = view.clauses[hit.clause + 1]
    seen = groups(view, begin, end) if re.match(r"(?:并|还)?特?邀请?", view.text[begin:]) else []
    return [i for g in seen if g.role == "guest" or g is seen[0] for i in ids_of(g)]


def _invited(view: View, hit: Hit) -> list[str]:
    """邀请技师赵某，采取…的方式，手把手传授: the guest of an earlier clause teaches."""
    for number in range(hit.clause - 1, -1, -1):
        begin, end = view.clauses[number]
        if "；" in view.text[end : end + 1] or view.in_speech(begin):
            return []
        seen = groups(view, begin, end)
        if seen and seen[-1].role == "guest" and "邀" in view.text[begin : seen[-1].start]:
            if hit.type == "meeting" and MEN_OF.fullmatch(view.text, seen[-1].end, end):
                return list(ids_of(seen[-1]))
            if seen[-1].end == end or (not hit.light and TEACHES_SO.match(view.text, seen[-1].end)):
                return [m.entity_id for m in seen[-1].heads if m.type == "person" and m.entity_id]
        if seen:
            return []
    return []


def _objects(view: View, hit: Hit, draft: Draft, here: list[Group], taken: set[str]) -> None:
    begin, _ = view.clauses[hit.clause]
    for g in here:
        ids = [i for i in ids_of(g) if i not in taken]
        if not ids or titled(view, g.heads[-1]):
            continue
        if g.heads[-1].text.startswith("全") and g.heads[-1].type == "district" and g.role != "place":
            continue  # 对全县食堂检查: no one looks at the county
        behind = g.start >= hit.end
        things = all(m.type != "person" for m in g.heads)
        if (
            hit.type in ("visit", "inspection", "award", "launch")
            and behind
            and g.start - hit.end <= 12
            and g.role in ("", "goal")
        ):
            if hit.type != "launch" or things:
                draft.add("target", ids)
        elif hit.type == "remediation" and hit.light and not behind and g.start >= hit.verb and g.role == "":
            draft.add("place", [m.entity_id for m in g.heads if m.type == "district" and m.entity_id in ids])
        elif g.role == "target" and ground(view, g, hit):
            draft.add("place", ids)
        elif g.role == "target" and hit.type in ("inspection", "remediation", "visit", "award", "publicity"):
            draft.add("target", ids)
        elif g.role == "beneficiary" and hit.type == "training" and PUPILS.match(view.text, g.end):
            draft.add("participant", [m.entity_id for m in g.heads if m.type == "organisation" and m.entity_id in ids])
        elif g.role == "beneficiary" and hit.type in ("service", "award", "finance"):
            places = [m.entity_id for m in g.heads if m.type == "district" and m.entity_id]
            draft.add("place", [i for i in places if i in ids])
            draft.add("target", [i for i in ids if i not in places])
        elif (
            (
                hit.type == "visit"
                and g.role == "place"
                and SEES.search(view.text[hit.start : hit.end])
                and not view.text[hit.end : view.clauses[hit.clause][1]].strip("了")
            )
            or (
                hit.type == "service"
                and behind
                and g.role in ("", "goal", "beneficiary")
                and _right_behind(view, hit, g)
            )
            or (hit.type == "visit" and g.role == "place" and all(m.type == "organisation" for m in g.heads))
        ):
            draft.add("target", ids)
    if hit.type in ("publicity", "training") and EXPLAINS.search(view.text[hit.start : hit.end]):
        policies = [m for m in view.within(begin, view.clauses[hit.clause][1]) if m.type == "policy" and m.entity_id]
        named = [m for m in policies if not re.match(r"》?为(?:主?题|内容)", view.text[m.sent_end :])]
        draft.add("target", [m.entity_id for m in named if m.entity_id])
    if hit.type == "inspection":
        looking = False
        for number in range(hit.clause + 1, min(hit.clause + 5, len(view.clauses))):
            looking = looking or bool(re.match(r"对|查看|察看|重点", view.text[view.clauses[number][0] :]))
            if looking and "；" not in view.text[hit.end : view.clauses[number][0]]:
                for m in view.within(*view.clauses[number]):
                    if m.type in ("place", "organisation") and m.entity_id and m.entity_id not in taken:
                        draft.add("target", [m.entity_id])


def _right_behind(view: View, hit: Hit, g: Group) -> bool:
    """看望慰问困境儿童小某: only what kind of people they are stands between."""
    people = g.heads[0].type == "person" and OF_A_KIND.fullmatch(view.text, hit.end, g.start)
    return g.start == hit.end or bool(people)


def _dwelling(entity: str, report: Report) -> bool:
    return entity not in report.bodies and bool(DWELLING.search(report.names.get(entity, "")))


def ids_of(group: Group) -> tuple[str, ...]:
    """Entity ids of a run of names, in order."""
    return tuple(m.entity_id for m in group.heads if m.entity_id)
