"""What comes into being (某中心启用, 活动启动): its hosts and those who declare it open are no targets."""

from __future__ import annotations

import re

from pipeline.events.arguments.subjects import Group, groups
from pipeline.events.report import Draft
from pipeline.events.triggers.hit import Hit
from pipeline.events.view import View
from pipeline.records import Mention

# An office right behind a body's name: it is the man's title, not the body, that the sentence tells of.
# source: the titles that papers print; 书记工作室, 院长办公楼 and the like are things of the body
OFFICE = re.compile(
    r"(?:党[组委](?:成员)?|党支部|党总支|常委|委员)?、?(?:第一|常务|原|时任)?副?(?:代表|秘书长|董事长|(?:总|副|总副)?经理|总裁|理事长|主席|主任|书记"
    r"|[省市州县区旗镇乡村校院馆局部处科厅行站所队会]长|负责(?:人|同志))"
    r"(?=$|[，。；、和与及等]|一行|同志|[一-龥]?某|[一-龥]{2,3}(?:$|[，。；、和与]|出席|参加|宣布|讲话|致辞|主持|下达|按下|鸣))"
)
HOSTS = re.compile(r"(?:共同|联合|牵头)*(?:主办|举办|承办|协办|组织|发起|投资|出资|援建|捐建|建设|实施|运营)")
OPENS = re.compile(r"宣布|按下|推动|推杆|触摸|点亮|下达|下令|令|鸣|揭|剪彩|奠基|培土|启动(?!仪式)")
TOWN = re.compile(r"(?:[省市县乡镇]|街道|(?<![社小])区)$")  # a town is not what is opened
DRIVE = re.compile(r"(?:行动|活动|战役|大赛|工程|宣传[周月]|文化[节周月])(?:正式|全面|同步|同时|随即|也|已)*$")
ALONE = re.compile(r"并|开放|后|于|以|以来|仪式|使用|运[行营]")


def titled(view: View, mention: Mention) -> bool:
    """Whether a body is named only for an office of it: 市人大常委会|副主任王某."""
    return mention.type in ("organisation", "district") and bool(OFFICE.match(view.text, mention.sent_end))


def bare(view: View, hit: Hit, end: int) -> bool:
    """Whether nothing stands behind the verb that could come into being."""
    behind = [g for g in groups(view, hit.end, end) if g.role in ("", "goal")]
    thing = re.match(r"了?[0-9一-龥“]{3,}", view.text[hit.end : end])
    return not behind and not (thing and not ALONE.match(view.text[hit.end : end]))


def became(view: View, hit: Hit, draft: Draft, agents: tuple[str, ...]) -> None:
    """Share out those who stand before the verb: what came into being is the target, who hosts or opens it the agent."""
    here = groups(view, view.clauses[hit.clause][0], hit.verb)
    hosts = [i for g in here if g.role == "agent" or HOSTS.match(view.text, g.end) for i in _ids(g)]
    if hosts and set(agents) <= set(hosts):
        draft.add("agent", hosts)
        draft.add("target", [i for g in here[-1:] if g.role == "" and _thing(g) for i in _ids(g) if i not in hosts])
        return
    before = [m for m in view.mentions if m.sent_end <= hit.verb and m.entity_id in agents]
    if any(m.type == "person" or titled(view, m) for m in before) or any(i.startswith("per:") for i in agents):
        own = {i for g in here for i in _ids(g)}
        if own & set(agents) or (before and OPENS.search(view.text[before[-1].sent_end : hit.verb])):
            draft.add("agent", agents)
        return
    if not here and before and DRIVE.search(view.text[view.clauses[hit.clause][0] : hit.verb]):
        draft.add("agent", agents)  # 法院干警奔赴各镇，集中执行行动正式启动
        return
    towns = {m.entity_id for m in view.mentions if m.type == "district" and TOWN.search(m.text)}
    draft.add("target", [i for i in agents if i not in towns])
    for number in range(hit.clause - 1, -1, -1):
        for g in groups(view, *view.clauses[number]):
            if re.match(r"[^，；。]{0,4}为(?:主阵地|抓手|载体|依托|契机)", view.text[g.end :]):
                continue
            if g.role == "" and all(m.type in ("district", "organisation") for m in g.heads):
                draft.add("agent", [i for i in _ids(g) if i not in agents])
                return


def _thing(group: Group) -> bool:
    return all(m.type != "person" for m in group.heads)


def _ids(group: Group) -> list[str]:
    return [m.entity_id for m in group.heads if m.entity_id]
