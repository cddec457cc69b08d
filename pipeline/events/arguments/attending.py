"""Who came: people and bodies that a report lists as taking part."""

from __future__ import annotations

import re

from pipeline.events.arguments.subjects import groups
from pipeline.events.view import View

COMES = r"参加|出席|参会|与会|列席|主持|陪同|应邀|到场|参与活动|述职(?!评议|报告|会|大会|测评)"
TAKES_PART = re.compile(COMES)
# at an opening those who speak or command take part too; who declares it open is told by the statement
OPENS_IT = re.compile(COMES + r"|致辞|致欢迎词|(?:现场|坐镇|全程)(?:指挥|调度)")
LISTED = re.compile(
    r"(?:(?:的)?(?:相关|有关|主要|分管)?(?:负责人|负责同志|负责人员|工作人员|干部|代表|人员|同志|干部职工|师生|专家)?(?:以及|、|和|及|等|参加|参会|出席|共同|陪同|列席|到场|应邀)|派员|派人|派代表|派出|、|等|参加|参会|出席|共同|主持|列席|与会|到场|陪同|和|及|，|共\d|[\d一二三四五六七八九十百]+余?[名人家]|$)"
)


def participants_of(view: View, *, opening: bool = False) -> list[str]:
    """The people, or else the bodies, that a sentence lists as taking part in the happening reported, perhaps an opening.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[市妇联|ORG]主席[王芳|PER]、[市民政局|ORG]局长[李航|PER]参加活动。")
    >>> participants_of(look(case.sentence, list(case.mentions), []))
    ['per:王芳', 'per:李航']
    """
    part = OPENS_IT if opening else TAKES_PART
    people: list[str] = []
    bodies: list[str] = []
    if not part.search(view.text):
        return []
    for number, (begin, end) in enumerate(view.clauses):
        if view.in_speech(begin) or (not part.search(view.text[begin:end]) and not _runs_on(view, number)):
            continue
        verb = part.search(view.text, begin, end)
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
