"""Who did it: the subject of the clause, of an earlier one, of the report, or the article's own unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.events.arguments.crews import crew_of
from pipeline.events.arguments.hosts import held_by
from pipeline.events.arguments.subjects import groups, subject
from pipeline.events.arguments.unnamed import STAFF
from pipeline.events.report import Report
from pipeline.events.speech.said import Said
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

PASSES = re.compile(
    r"截至目前|目前|近日|日前|今年以来|今年年初以来|近年来|去年|如今|同时，今年|[0-9年一-龥]{0,6}(?:春节|假期|节日|国庆|暑假|寒假|元旦|端午|中秋|双节|节假日)[一-龥]{0,2}期间"
)

# 行动共拘传23人, 据悉，此次活动共发放…: the happening reported stands for whoever holds it
ABOUT = re.compile(
    r"(?:随后|同时|据悉|据了解|据介绍|据统计|截[至止][^，。]{1,12})?[，,]?(?:(?:此次|本次|整个|这次|整场)[^，。；]{0,6}?(?:演练|检查|整治|义诊|讲座|比赛|展览|排查)|(?:(?:此次|本次|整个|这次|整场)[^，。；]{0,6}?)?(?:会议|大会|活动|培训班|仪式|行动))(?!室|中心|组|队|站|人员|[一-龥]{0,3}[，,])"
)
ON_HIS_OWN = re.compile(r"[“，：:]?(?:随后|并|还|又|同时|自己|[他她]|我(?![省市县区镇乡们]))")
# 260名老年人接受了体检: whoever was said to offer it
TAKEN = re.compile(r"[0-9]+余?多?[名位人户][^，；。]{0,12}(?:接受|享受|得到|领取)了?")
# 3天共检查商户73家, 当天，50名志愿者共清理…: the sum of what was told before
OF_DAY = re.compile(
    r"(?:[0-9一二三两几]+[天日](?:时间)?[里来内]?|当天|当日|当晚|行动中?|活动中?)?[，,]?(?:[0-9]+余?多?[名位人](?:志愿者|队员|党员|干部|工作人员|人员|义警|民警)?)?(?:共|累计|总计)(?!建|享|同|创|治)"
)
# 豫剧、快板等节目轮番登场: numbers of a show, whoever plays them
SHOWN = re.compile(r"(?:等|的|个|项)[^，；。、]{0,6}(?:节目|舞蹈|歌曲|剧目|戏曲|作品|曲目)[^，；。]{0,6}$")
IN_ALL = re.compile(r"共(?!建|享|同|创|治)|累计|总计|合计")


def subjects_of(tables: Tables, view: View, report: Report, verbs: dict[int, int]) -> dict[int, tuple[str, ...]]:
    """The explicit subject of every clause that has one, up to its first verb or its end."""
    out: dict[int, tuple[str, ...]] = {}
    for number, (_, end) in enumerate(view.clauses):
        who = subject(tables, view, number, verbs.get(number, end), report.unit, report.areas)
        if who is not None:
            out[number] = who
    return out


def agents_of(
    view: View, hit: Hit, subjects: dict[int, tuple[str, ...]], report: Report, opened: bool, said: Sequence[Said] = ()
) -> tuple[str, ...]:
    """The subject of the clause, of an earlier clause of the sentence, of the report, or the article's own unit."""
    speech = view.in_speech(hit.verb)
    if re.search(r"(?:得到|得以)[一-龥]{0,5}$", view.text[view.clauses[hit.clause][0] : hit.verb]):
        return ()
    shown = hit.type == "culture" and not speech and not subjects.get(hit.clause)
    if shown and SHOWN.search(view.text, view.clauses[hit.clause][0], hit.start):
        return ()
    holding, _ = held_by(view, hit.clause, max(hit.verb, hit.start))
    if holding and not speech:
        return holding
    handed = not speech and subjects.get(hit.clause) in (None, ()) and report.anchor and report.anchor.agents
    if handed and (
        (hit.type == "service" and TAKEN.search(view.text, view.clauses[hit.clause][0], hit.start))
        or (set(report.subject or ()) <= {*STAFF, *handed} and OF_DAY.match(view.text, view.clauses[hit.clause][0]))
    ):
        return report.anchor.agents or () if report.anchor else ()
    about = ABOUT.match(view.text, view.clauses[hit.clause][0]) or (
        ABOUT.match(view.text) and not any(0 < n <= hit.clause for n in subjects)
    )
    first = view.clauses[hit.clause][0]
    if about and not speech and crew_of(view.text[first : max(first, hit.verb)], report) is not None:
        about = None
    if about and not speech and hit.clause not in subjects and report.anchor and report.anchor.agents:
        return report.anchor.agents
    for number in range(hit.clause, -1, -1):
        if number < hit.clause and view.in_speech(view.clauses[number][1] - 1) != speech:
            break
        if subjects.get(number) in (None, (), STAFF) and not speech:
            begin, end = view.clauses[number]
            crew = crew_of(view.text[begin : min(end, max(hit.verb, begin))], report)
            if crew is not None:
                return crew + _partners(view, number + 1, hit, crew)
        if number in subjects:
            if subjects[number] == STAFF:
                staff = staff_of(report)
                shared = report.anchor and report.anchor.type in ("publicity", "culture", "service") and len(staff) > 1
                return () if shared else staff  # whose people they are, of two or three hosts, nobody says
            if number < hit.clause and _aside(view, number):
                continue
            if number < hit.clause and (one := _told_by(view, number, hit, said)):
                return _body_of(view, one)
            who = (*_before_them(view, number, subjects[number]), *subjects[number])
            return who + _partners(view, number + 1, hit, who)
    if speech:
        return ("@speaker",)
    if opened and report.anchor and report.anchor.agents is not None:
        return report.anchor.agents
    of_unit = bool(
        report.subject and report.unit[1] and report.names.get(report.subject[0], "").startswith(report.unit[1])
    )
    alone = report.subject and all(i.startswith("per") or i in report.people for i in report.subject)
    if (
        alone
        and not re.search(r"[他她]", view.text)
        and report.anchor
        and report.anchor.agents
        and IN_ALL.search(view.text[view.clauses[hit.clause][0] : hit.verb + 1])
    ):
        return report.anchor.agents
    if report.subject is not None and (of_unit or not (report.unit[0] and PASSES.match(view.text))):
        return report.subject
    if hit.light == "held":
        return ()  # 推进会在某市召开: whoever is named later does not hold it
    return (report.unit[0],) if report.unit[0] else ()


def _before_them(view: View, number: int, agents: tuple[str, ...]) -> tuple[str, ...]:
    """区委常委张某，应急局局长李某一行深入…: people listed in clauses of their own before the verb's."""
    found: list[str] = []
    people = {m.entity_id for m in view.mentions if m.type == "person"}
    if not agents or not set(agents) <= people:
        return ()
    for earlier in range(number - 1, -1, -1):
        begin, end = view.clauses[earlier]
        seen = groups(view, begin, end)
        if len(seen) != 1 or seen[0].role or seen[0].end != end or seen[0].heads[-1].type != "person":
            break
        if view.text[end : end + 1] != "，" or seen[0].start - begin > 12 or view.in_speech(begin):
            break
        found = [i for m in seen[0].heads if (i := m.entity_id) and m.type == "person" and i not in agents] + found
    return tuple(found)


def _told_by(view: View, number: int, hit: Hit, said: Sequence[Said]) -> Said | None:
    """Whoever tells of the deed in the words of another clause: 科长介绍，近年来，共建成…."""
    return next(
        (
            one for one in said
            if one.clause == number and one.content and one.content[0] <= hit.verb < one.content[1] and one.end <= one.content[0]
            and not ON_HIS_OWN.match(view.text, one.content[0])
        ),
        None,
    )  # fmt: skip


def _body_of(view: View, one: Said) -> tuple[str, ...]:
    """The body whose man speaks, unless he speaks of the whole town."""
    if one.content and re.search(r"我[省市县区镇乡]|全[省市县区镇乡]", view.text[one.content[0] : one.content[0] + 24]):
        return ()
    begin, _ = view.clauses[one.clause]
    for m in view.within(begin, one.start):
        if m.type in ("organisation", "district") and m.entity_id:
            return (m.entity_id,)
    return ()


def _partners(view: View, first: int, hit: Hit, agents: tuple[str, ...]) -> tuple[str, ...]:
    """某局出动民警，联合某社区，开展…: those joined in the clauses between."""
    found: list[str] = []
    for number in range(first, hit.clause + 1):
        begin, end = view.clauses[number]
        for g in groups(view, begin, hit.verb if number == hit.clause else end):
            if (
                agents
                and g.role == "partner"
                and re.match(r"(?:随后|并|还)?(?:联合|会同|协同|携手|联手)", view.text[begin:])
            ):
                found += [
                    m.entity_id for m in g.heads if m.entity_id and m.entity_id not in agents and m.type != "person"
                ]
    return tuple(found)


def staff_of(report: Report) -> tuple[str, ...]:
    """Bare 工作人员 are the staff of whoever the report is about."""
    if report.anchor and report.anchor.agents:
        return report.anchor.agents
    return (report.unit[0],) if report.unit[0] else ()


def _aside(view: View, number: int) -> bool:
    """Clauses that name somebody by the way: aims and conditions."""
    begin, end = view.clauses[number]
    return bool(
        re.match(
            r"为(?!了?[^，]{0,12}的)|按照|根据|在[^，]{0,20}(?:中|后|时|下|上)$|针对|随着|由于", view.text[begin:end]
        )
    )
