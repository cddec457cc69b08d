"""Who and what takes part in a happening, read from the clause of its trigger and the clauses around it."""

from __future__ import annotations

import re

from pipeline.events.report import Draft, Report
from pipeline.events.subjects import STAFF, Group, groups, subject
from pipeline.events.table import Tables
from pipeline.events.triggers import Hit
from pipeline.events.view import View

BECAME = re.compile(
    r"成立$|组建|设立$|挂牌|揭牌|投入使用|投用|启用|建成$|落成|竣工|完工|开工|动工|奠基|开业|开馆|开园|开放|运营|运行|投产|通车|开通|上线|启动$|封顶|入驻|落地|首发$|开班|开营"
)
PASSES = re.compile(r"截至目前|目前|近日|日前|今年以来|今年年初以来|近年来|去年|如今|同时，今年")
GETS = re.compile(r"获|荣|喜|斩|入选|上榜|摘|捧回|被|评为|登")
TAKES_PART = re.compile(r"参加|出席|参会|与会|列席|主持|陪同|应邀|到场|参与活动")
LISTED = re.compile(r"(?:、|等|参加|参会|出席|共同|主持|列席|与会|到场|陪同|和|及|，|共\d|[\d一二三四五六七八九十百]+余?[名人家]|$)")


def subjects_of(tables: Tables, view: View, report: Report, verbs: dict[int, int]) -> dict[int, tuple[str, ...]]:
    """The explicit subject of every clause that has one, up to its first verb or its end."""
    out: dict[int, tuple[str, ...]] = {}
    for number, (_, end) in enumerate(view.clauses):
        who = subject(tables, view, number, verbs.get(number, end), report.unit)
        if who is not None:
            out[number] = who
    return out


def agents_of(view: View, hit: Hit, subjects: dict[int, tuple[str, ...]], report: Report, opened: bool) -> tuple[str, ...]:
    """The subject of the clause, of an earlier clause of the sentence, of the report, or the article's own unit."""
    speech = view.in_speech(hit.verb)
    if re.search(r"(?:得到|得以)[一-龥]{0,5}$", view.text[view.clauses[hit.clause][0] : hit.verb]):
        return ()
    about = re.match(r"(?:随后|同时)?[，,]?(?:会议|大会|活动|培训班|仪式)(?!室|中心|[一-龥]{0,3}[，,])", view.text[view.clauses[hit.clause][0] :])
    if about and not speech and hit.clause not in subjects and report.anchor and report.anchor.agents:
        return report.anchor.agents
    for number in range(hit.clause, -1, -1):
        if number < hit.clause and view.in_speech(view.clauses[number][1] - 1) != speech:
            break
        if number in subjects:
            if subjects[number] == STAFF:
                return () if report.anchor and report.anchor.type in ("publicity", "culture", "service") else _staff(report)
            if number < hit.clause and _aside(view, number):
                continue
            return subjects[number]
    if speech:
        return ("@speaker",)
    if opened and report.anchor and report.anchor.agents is not None:
        return report.anchor.agents
    if report.subject is not None and not (report.unit[0] and PASSES.match(view.text)):
        return report.subject
    return (report.unit[0],) if report.unit[0] else ()


def _staff(report: Report) -> tuple[str, ...]:
    """Bare 工作人员 are the staff of whoever the report is about."""
    if report.anchor and report.anchor.agents:
        return report.anchor.agents
    return (report.unit[0],) if report.unit[0] else ()


def _aside(view: View, number: int) -> bool:
    """Clauses that name somebody by the way: aims and conditions."""
    begin, end = view.clauses[number]
    return bool(re.match(r"为(?!了?[^，]{0,12}的)|按照|根据|在[^，]{0,20}(?:中|后|时|下|上)$|针对|随着|由于", view.text[begin:end]))


def fill(tables: Tables, view: View, hit: Hit, draft: Draft, agents: tuple[str, ...], report: Report, opened: bool) -> None:
    """Give a draft its participants, targets, places and campaigns."""
    begin, end = view.clauses[hit.clause]
    here = groups(view, begin, end)
    host = re.search(r"(?:组织|举办|召开|开展|主办)的[^，；。]*$", view.text[begin : hit.start])
    joins = bool(re.search(r"陪同|随同", view.text[begin : hit.verb])) or bool(
        hit.light and tables.lists["joins"].search(hit.light)
    )
    guests = [g for g in here if g.role == "guest" and g.end <= hit.verb]
    if guests and hit.learns or (guests and view.text[begin : guests[-1].start].find("邀") >= 0 and not hit.light):
        draft.add("agent", _ids(guests[-1]))
        draft.add("participant", agents)
    elif host and joins and (hosts := [g for g in here if g.end == begin + host.start()]):
        draft.add("agent", _ids(hosts[-1]))
        draft.add("participant", [i for i in agents if i not in _ids(hosts[-1])])
    elif hit.type == "award" and (by := [g for g in here if g.role == "agent" and g.end <= hit.verb]):
        draft.add("agent", _ids(by[-1]))
        draft.add("target", [i for g in here if g.role == "" and g.end <= by[-1].start for i in _ids(g)])
    elif hit.type == "award" and GETS.search(view.text[hit.start : hit.end]):
        draft.add("target", agents)
    elif hit.type == "launch" and not hit.light and hit.rule != "declared_open" and BECAME.search(view.text[hit.start : hit.end]) and _bare(view, hit, end):
        _became(view, hit, draft, agents, report)
    else:
        draft.add("participant" if joins else "agent", agents)
        for g in guests:
            if hit.type not in ("meeting", "training", "visit") and re.search(r"组织|带领|率领|率$", view.text[begin : g.start]):
                # 组织机动中队整治: who is sent does it
                draft.add("agent", [m.entity_id for m in g.heads if m.entity_id and m.type == "organisation"])
                continue
            draft.add("participant", [m.entity_id for m in g.heads if m.entity_id and m.type != "place"])
    taken = set(draft.roles.get("agent", [])) | set(draft.roles.get("participant", [])) | set(draft.roles.get("target", []))
    if hit.type != "statement":
        _objects(view, hit, draft, here, taken)
        _places(tables, view, hit, draft, taken, report, opened)
        draft.add("campaign", campaigns_of(view, hit, opened))


def _bare(view: View, hit: Hit, end: int) -> bool:
    behind = [g for g in groups(view, hit.end, end) if g.role in ("", "goal")]
    object_ = re.match(r"了?[0-9一-龥“]{3,}", view.text[hit.end : end])
    return not behind and not (object_ and not re.match(r"并|开放|后|于|以|以来|仪式|使用|运[行营]", view.text[hit.end : end]))


def _became(view: View, hit: Hit, draft: Draft, agents: tuple[str, ...], report: Report) -> None:
    draft.add("target", agents)
    for number in range(hit.clause - 1, -1, -1):
        for g in groups(view, *view.clauses[number]):
            if re.match(r"[^，；。]{0,4}为(?:主阵地|抓手|载体|依托|契机)", view.text[g.end :]):
                continue
            if g.role == "" and all(m.type in ("district", "organisation") for m in g.heads):
                ids = [m.entity_id for m in g.heads if m.entity_id and m.entity_id not in agents]
                draft.add("agent", ids)
                return


def _objects(view: View, hit: Hit, draft: Draft, here: list[Group], taken: set[str]) -> None:
    begin, end = view.clauses[hit.clause]
    for g in here:
        ids = [i for i in _ids(g) if i not in taken]
        if not ids:
            continue
        behind = g.start >= hit.end
        things = all(m.type != "person" for m in g.heads)
        if hit.type in ("visit", "inspection", "award", "launch") and behind and g.start - hit.end <= 12 and g.role in ("", "goal"):
            if hit.type != "launch" or things:
                draft.add("target", ids)
        elif hit.type == "remediation" and hit.light and not behind and g.start >= hit.verb and g.role == "":
            draft.add("place", [m.entity_id for m in g.heads if m.type == "district" and m.entity_id in ids])
        elif g.role == "target" and hit.type in ("inspection", "remediation", "visit", "award", "publicity"):
            draft.add("target", ids)
        elif g.role == "beneficiary" and hit.type in ("service", "award", "finance"):
            places = [m.entity_id for m in g.heads if m.type == "district" and m.entity_id]
            draft.add("place", [i for i in places if i in ids])
            draft.add("target", [i for i in ids if i not in places])
        elif hit.type == "service" and behind and g.role in ("", "goal") and g.start == hit.end:
            draft.add("target", ids)
        elif hit.type == "visit" and g.role == "place" and all(m.type == "organisation" for m in g.heads):
            draft.add("target", ids)
    if hit.type == "publicity" and "解读" in view.text[hit.start : hit.end]:
        policies = [m for m in view.within(begin, hit.start) if m.type == "policy" and m.entity_id]
        draft.add("target", [m.entity_id for m in policies if m.entity_id])
    if hit.type == "inspection":
        looking = False
        for number in range(hit.clause + 1, min(hit.clause + 5, len(view.clauses))):
            looking = looking or bool(re.match(r"对|查看|察看|重点", view.text[view.clauses[number][0] :]))
            if looking and "；" not in view.text[hit.end : view.clauses[number][0]]:
                for m in view.within(*view.clauses[number]):
                    if m.type in ("place", "organisation") and m.entity_id and m.entity_id not in taken:
                        draft.add("target", [m.entity_id])


def _places(
    tables: Tables, view: View, hit: Hit, draft: Draft, taken: set[str], report: Report, opened: bool
) -> None:
    targets = set(draft.roles.get("target", []))
    for number in range(hit.clause, max(-1, hit.clause - 3), -1):
        begin, end = view.clauses[number]
        if number < hit.clause and ("；" in view.text[end : end + 1] or view.in_speech(begin) != view.in_speech(hit.verb)):
            break
        for g in groups(view, begin, end):
            ids = [m.entity_id for m in g.heads if m.entity_id and m.entity_id not in taken | targets and m.type != "person"]
            if number == hit.clause and g.start >= hit.end and not hit.light and hit.type == "launch":
                continue
            if g.role == "place" and not re.match(r"(?:举办|召开|主办|组织|开展)的", view.text[g.end : end]) and ids:
                if number == hit.clause or g.end >= end - 14:
                    draft.add("place", ids)
        if draft.roles.get("place"):
            return
    begin, end = view.clauses[hit.clause]
    if re.search(r"在辖区|在全镇|在全区|到辖区|深入辖区", view.text[begin : hit.end]) and report.unit[0].strip():
        if report.unit[0] not in taken and draft.roles.get("agent"):
            draft.add("place", (report.unit[0],))
    elif opened and report.anchor and hit.type not in ("visit", "meeting"):
        draft.add("place", [p for p in report.anchor.places if p not in taken])


def campaigns_of(view: View, hit: Hit, opened: bool) -> list[str]:
    """Campaigns of the trigger's clause; with none there, of the clauses around it that no other deed owns."""
    begin, end = view.clauses[hit.clause]
    inside = [m for m in view.within(begin, end) if m.type == "campaign" and m.sent_start <= hit.start < m.sent_end]
    if inside and not hit.rule.endswith("_by_name"):
        return [m.entity_id for m in inside if m.entity_id]
    own = [m.entity_id for m in view.within(begin, end) if m.type == "campaign" and m.entity_id]
    if hit.light:
        # a list of quoted names may run on behind the frame's clause
        own += [
            m.entity_id for m in view.mentions
            if m.type == "campaign" and m.entity_id and m.sent_start < hit.end and m.sent_end > hit.start
        ]  # fmt: skip
    if own:
        return own
    if hit.type == "launch":
        return []
    for number in range(hit.clause - 1, -1, -1):
        a, b = view.clauses[number]
        if "；" in view.text[b : b + 1]:
            break
        words = view.text[a:b]
        if re.search(r"(?:活动|行动|工作|项目)(?:中|时|期间|过程中)$|(?:开展|实施|举办)[^，；。]*(?:活动|行动|项目)$|^为|主题|等?活动$", words):
            found = [m.entity_id for m in view.within(a, b) if m.type == "campaign" and m.entity_id]
            if found:
                return found
    if hit.clause + 1 < len(view.clauses) and not hit.light and not opened:
        a, b = view.clauses[hit.clause + 1]
        return [m.entity_id for m in view.within(a, b) if m.type == "campaign" and m.entity_id and not view.in_speech(a)]
    return []


def participants_of(view: View) -> list[str]:
    """The people, or else the bodies, that a sentence lists as taking part in the happening reported.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[市妇联|ORG]主席[王芳|PER]、[市民政局|ORG]局长[李航|PER]参加活动。")
    >>> participants_of(look(case.sentence, list(case.mentions), []))
    ['per:王芳', 'per:李航']
    """
    people: list[str] = []
    bodies: list[str] = []
    for number, (begin, end) in enumerate(view.clauses):
        if view.in_speech(begin) or not TAKES_PART.search(view.text[begin:end]) and not _runs_on(view, number):
            continue
        verb = TAKES_PART.search(view.text, begin, end)
        for g in groups(view, begin, verb.start() if verb and verb.group() != "主持" else end):
            if g.role in ("place", "target", "beneficiary"):
                continue
            people += [m.entity_id for m in g.heads if m.type == "person" and m.entity_id and m.entity_id not in people]
            if LISTED.match(view.text[g.end :]):
                bodies += [m.entity_id for m in g.heads if m.type == "organisation" and m.entity_id]
    return people + [b for b in bodies if b not in people] if people or bodies else []


def _runs_on(view: View, number: int) -> bool:
    """A clause of a list whose verb comes in a later clause: 甲局局长张三，乙局局长李四参加."""
    begin, end = view.clauses[number]
    seen = view.within(begin, end)
    if not seen or seen[-1].type != "person" or seen[-1].sent_end != end or number + 1 >= len(view.clauses):
        return False
    a, b = view.clauses[number + 1]
    return bool(TAKES_PART.search(view.text[a:b])) or _runs_on(view, number + 1)


def _ids(group: Group) -> tuple[str, ...]:
    return tuple(m.entity_id for m in group.heads if m.entity_id)
