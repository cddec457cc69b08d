"""Where it took place, and as part of which drive."""

from __future__ import annotations

import re

from pipeline.events.arguments.subjects import Group, groups
from pipeline.events.report import Draft, Report
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

WIDE = re.compile(r"(?:[镇乡县市路街湖河道村库]|(?<![社小])区|市场|广场)$")


# 在县医院的支持下: who helped, no place
HOST = re.compile(
    r"(?:举办|召开|主办|组织|开展)的"
    r"|[^，；。]{0,8}的?(?:大力|积极|精心|悉心|耐心|共同|热心|全力)*(?:支持|帮助|指导|主持|见证|陪同|带领|组织|配合|协助|努力|推动|协调|调解|关心|关怀|倡导|号召|引导)(?:和[一-龥]{2,4})?(?:之)?下"
)
LOOKED = re.compile(r"查看|察看|视察|观摩|考察|走访|调研|检查|了解")
# 对某路沿线的餐饮店, 对某小区的12处充电棚: the names say where, not what
AROUND = re.compile(
    r"等?[地处]?(?:的|内|上|里)?(?:沿线|沿街|周边|附近|一带|两侧|境内|辖区|范围内|(?<=[的内里])[0-9０-９]+余?多?[处家个座户块条台]"
    r"|[一-龥]{0,8}(?:店|商铺|商户|摊点|经营户|企业|卫生|门市|市场|垃圾|网点|道路|路段))"
)


def ground(view: View, g: Group, hit: Hit) -> bool:
    """对某路沿线的餐饮店检查, 对某小区集中清理: whether the names say where, not what."""
    if hit.type not in ("inspection", "remediation") or any(m.type not in ("district", "place") for m in g.heads):
        return False
    # 对甲街道、乙街道校园周边店铺检查: of whole towns only what stands there is looked at
    begin = view.clauses[hit.clause][0]
    towns = all(WIDE.search(m.text) for m in g.heads) and g.end < hit.verb and g.start >= begin
    things = towns and re.match(
        r"(?!等?[地处]?(?:进行|开展|展开|实施))(?![^，；。]*(?:工作|情况|事项)(?:进行|开展|展开|实施|$))[一-龥]{4,}",
        view.text[g.end : hit.verb],
    )
    return hit.type == "remediation" or bool(AROUND.match(view.text, g.end)) or bool(things)


def add_places(
    tables: Tables, view: View, hit: Hit, draft: Draft, taken: set[str], report: Report, opened: bool
) -> None:
    """Places that the clause or one shortly before it names behind 在, 到 and the like; else those of the report."""
    targets = set(draft.roles.get("target", []))
    for number in range(hit.clause, max(-1, hit.clause - 3), -1):
        begin, end = view.clauses[number]
        if number < hit.clause and (
            "；" in view.text[end : end + 1] or view.in_speech(begin) != view.in_speech(hit.verb)
        ):
            break
        if number < hit.clause and hit.type == "meeting" and LOOKED.search(view.text, begin, hit.start):
            break  # 到甲站、乙站，查看水源，并召开座谈会: the meeting was somewhere else
        for g in groups(view, begin, end):
            ids = [
                m.entity_id
                for m in g.heads
                if m.entity_id and m.entity_id not in taken | targets and m.type != "person"
            ]
            if number == hit.clause and g.start >= hit.end and not hit.light and hit.type == "launch":
                continue
            host = HOST.match(view.text, g.end, end)
            onward = number < hit.clause and g.role == "target" and ground(view, g, hit)
            if (
                (g.role == "place" or onward)
                and not host
                and ids
                and (number == hit.clause or onward or g.end >= end - 14)
            ):
                draft.add("place", ids)
        if draft.roles.get("place"):
            return
    begin, end = view.clauses[hit.clause]
    if re.search(r"在辖区|在全镇|在全区|到辖区|深入辖区", view.text[begin : hit.end]) and report.unit[0].strip():
        if report.unit[0] not in taken and draft.roles.get("agent"):
            draft.add("place", (report.unit[0],))
    elif opened and report.anchor and one_place(report) and hit.type not in ("visit", "meeting"):
        draft.add("place", [p for p in report.anchor.places if p not in taken])


def one_place(report: Report) -> bool:
    """Whether the happening was in one place, or in some courts of flats: not along roads or in several towns."""
    places = report.anchor.places if report.anchor else ()
    return len(places) == 1 or not any(WIDE.search(report.names.get(i, "")) for i in places)


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
        if re.search(
            r"(?:活动|行动|工作|项目)(?:中|时|期间|过程中)$|(?:开展|实施|举办|组织|启动)[^，；。]*(?:活动|行动|项目)$|(?:开展|举行|举办|组织)[^，；。]*(?:比赛|大赛|竞赛|评选|整治|宣传|讲座|课堂|辅导|党课|演练|义诊|宣讲|展览|演出)$|^为|主题|等?活动$",
            words,
        ):
            found = [m.entity_id for m in view.within(a, b) if m.type == "campaign" and m.entity_id]
            if found:
                return found
    if hit.clause + 1 < len(view.clauses) and not hit.light and not opened:
        a, b = view.clauses[hit.clause + 1]
        return [
            m.entity_id for m in view.within(a, b) if m.type == "campaign" and m.entity_id and not view.in_speech(a)
        ]
    return []
