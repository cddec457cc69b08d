"""Statements: who says what, with the words said as a span."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.events.arguments.subjects import groups
from pipeline.events.speech.quotations import pieces_of, quotes
from pipeline.events.triggers.table import SAYS, Rule, Tables, scan
from pipeline.events.view import View

NO_SPEAKER = re.compile(
    r"(?:(?<!出席)(?<!参加)(?<!主持)(?<!列席)(?:会议|大会|全会|活动)|通知|文件|方案|报告|意见|数据|(?<![对向给同])记者|据[一-龥]{0,6})[^的，。地]{0,4}$|据(?:了解|悉|介绍)?$"
)
ROLE = re.compile(
    r"负责人|书记|主任|局长|队长|院长|校长|所长|站长|科长|部长|镇长|区长|市长|县长|行长|会长|经理|居民|村民|市民|群众|志愿者|代表|工作人员|老师|教师"
    r"|学员|队员|干部|同志|家长|医生|专家|讲师|民警|店主|老板|业主|商户|老人|学生|孩子|游客|患者|客户|员工|职工|网格员|党员|大家|大爷|大妈|阿姨|奶奶|爷爷"
    r"|叔叔|师傅|(?:检查|督导|督查|巡察|巡查|调研|视察|考察|评议|执法)组|听证员|监督员|陪审员|评委|农技员|技术员|辅导员|教练|工程师|教授|医师|护士|园长|馆员|委员|社工|嘉宾|选手|网友|消费者|种植户|农户|司机|保洁员|环卫工人|法官|检察官|律师|同学|战士|官兵|人士|人员|分析师|调解员|宣讲员|楼长|领导"
    r"|警方|校方|院方|官方|店家|相关部门|有关部门|双方|摊主|房东|物业|小哥|骑手|[一几两多\d][位名][一-龥]{2,12}$|(?<![一-龥])[他她](?:们)?|他们|她们|[他她](?=$|还|也|说)"
)
BODY_MAY = re.compile(
    r"通报|发言|汇报|提醒|表示|回应|呼吁|介绍|解读|致辞|宣读|倡议|承诺|强调|要求|指出|传达|安排|部署|分享|答复|解释|建议|点评|总结"
)
AREA_MAY = re.compile(r"(?:要求|提醒|强调|通报|呼吁|倡议|承诺)[，：]")
# 村民代表作了发言: a formal word is spoken by a mere role only when it is said to be delivered
TAKES_FLOOR = re.compile(r"(?<!工)作了?[一-龥]{0,4}$|分别(?:向[一-龥]{1,6})?$")


@dataclass(frozen=True)
class Said:
    """One statement: its words of saying, who says it, and what is said."""

    start: int
    end: int
    clause: int
    rule: Rule
    speakers: tuple[str, ...]
    content: tuple[int, int] | None
    carried: bool = False
    more: tuple[tuple[int, int], ...] = ()  # other pieces of what was said: “…”王芳说，“…”


def find_said(
    tables: Tables, view: View, *, went_on: tuple[str, ...] | None, doer: tuple[str, ...] = (), quoted: bool = False
) -> list[Said]:
    """The statements of a sentence, one for each speaker.

    `went_on` is the speaker of the sentence before, if any, `doer` the person whose deeds it told,
    `quoted` that it ended in direct speech.

    >>> from pipeline.events.triggers.table import load_event_rules
    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("“路平了。”[春晖社区|DIS]居民[王芳|PER]说。")
    >>> [(s.speakers, case.sentence.text[slice(*s.content)])
    ...  for s in find_said(load_event_rules(), look(case.sentence, list(case.mentions), []), went_on=None)]
    [(('per:王芳',), '“路平了。”')]
    """
    out: list[Said] = []
    last: tuple[str, ...] | None = None
    for number, (begin, end) in enumerate(view.clauses):
        for a, b, rule in scan(tables, view.text, begin, end, SAYS):
            if rule.form != "said" or view.in_speech(a) or view.closed.intersection(range(a, b)):
                continue
            if rule.name == "showed_joy" and not quoted and not view.speech:
                continue
            who = _speaker(tables, view, begin, a, rule)
            carried = False
            if who is None:
                valued = rule.name == "valued"
                if rule.weak and not valued:
                    continue
                if re.search(r"(?:^|，)据[一-龥]{0,8}$", view.text[begin:a]):
                    continue
                earlier = last
                if earlier is None:
                    earlier = _earlier(view, number) if number else went_on
                if earlier is None and number and doer:
                    earlier = doer
                if (
                    earlier is None
                    or begin + (32 if valued else 16 if re.match(r"[对就并向用以结围还]", view.text[begin:a]) else 8)
                    < a
                ):
                    continue
                people = {m.entity_id for m in view.mentions if m.type == "person"}
                if valued and not (earlier and people.issuperset(earlier)):
                    continue
                if re.match(r"(?:请|希望|呼吁|倡议|建议)", view.text[a:b]) and number == 0:
                    continue
                who, carried = earlier, True
            pieces = pieces_of(view, a, b, [piece for s in out for piece in (s.content, *s.more) if piece])
            same = next((s for s in out if s.speakers == who and (carried or s.clause == number or who)), None)
            if same and same.rule.name != "valued":
                out = [replace(s, more=(*s.more, *quotes(view, pieces))) if s is same and who else s for s in out]
                continue
            # 予以肯定，并强调…: what is said at length stands for the praise before it
            out = [s for s in out if s is not same]
            last = who
            out.append(Said(a, b, number, rule, who, pieces[0] if pieces else None, carried, tuple(pieces[1:])))
    return out


def _speaker(tables: Tables, view: View, begin: int, verb: int, rule: Rule) -> tuple[str, ...] | None:
    """Ids of the named speakers, () for a speaker known only by role, None where nobody speaks."""
    speech = max((b for a, b in view.speech if b <= verb), default=0)
    begin = max(begin, speech)
    region = view.text[begin:verb]
    if NO_SPEAKER.search(region) or re.search(
        r"(?:鼓励|引导|邀请|(?<![党会团群])组织(?![部委科处人者])|动员|发动|倡导|允许|方便)[^，；。]{0,12}$", region
    ):
        return None
    takes_floor = bool(TAKES_FLOOR.search(region)) or view.text.startswith(("作", "致"), verb)
    named = [g for g in groups(view, begin, verb) if g.role in ("", "agent", "partner", "place", "beneficiary")]
    for g in named:
        people = tuple(m.entity_id for m in g.heads if m.type == "person" and m.entity_id)
        if (
            people
            and not re.match(r"(?:总书记)?关于|的(?!话)", view.text[g.end : verb])
            and g.role in ("", "agent", "partner")
        ):
            return people
    for g in named:
        after = view.text[g.end : verb]
        people = tuple(m.entity_id for m in g.heads if m.type == "person" and m.entity_id)
        if people and not re.match(r"(?:总书记)?(?:关于|的(?!话))", after) and g.role in ("", "agent", "partner"):
            return people
        if ROLE.search(after) and (not rule.weak or takes_floor) and g.role != "beneficiary":
            return ()
        bodies = tuple(m.entity_id for m in g.heads if m.type in ("organisation", "district") and m.entity_id)
        near = g.role == "" and len(after) <= 8 and "的" not in after
        if any(m.type != "organisation" for m in g.heads):
            # 某街道要求，…: an area speaks as a body only where nothing stands between
            near = near and not after and bool(AREA_MAY.match(view.text, verb))
        if bodies and near and BODY_MAY.search(view.text[verb : verb + 6]):
            return bodies
    if rule.weak and not takes_floor:
        return None
    hit = ROLE.search(region)
    if hit and not re.search(r"[向为对给让使请]|引导|督促|提醒|组织|鼓励", region[: hit.start()][-12:]):
        return ()
    return None


def _earlier(view: View, number: int) -> tuple[str, ...] | None:
    """The person or role that an earlier clause of the sentence is about."""
    for index in range(number - 1, -1, -1):
        begin, end = view.clauses[index]
        if view.in_speech(end - 1) or re.match(r"会议|大会|全会", view.text[begin:end]):
            return None
        for g in groups(view, begin, end):
            people = tuple(m.entity_id for m in g.heads if m.type == "person" and m.entity_id)
            if people and g.role == "":
                return people
            bodies = tuple(m.entity_id for m in g.heads if m.type == "organisation" and m.entity_id)
            if bodies and g.role == "" and not ROLE.search(view.text[g.end : g.end + 8]):
                return bodies
        hit = ROLE.search(view.text[begin:end][:24])
        if (
            hit
            and hit.start() <= 9
            and not re.search(r"[向为对给让使]|引导|组织", view.text[begin : begin + hit.start()])
        ):
            return ()
    return None
