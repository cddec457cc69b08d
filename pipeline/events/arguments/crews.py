"""People named only by what they are, told apart by whose people they can be: 民警 are the police station's, 检查组 the inspectors'."""

from __future__ import annotations

import re

from pipeline.events.report import Report

LEAD = r"^(?:随后|同时|现场|其间|活动中|当天|当日|此外|另外|最后|来自|还有|还|对[^，；。]{1,14}的[^，；。]{1,6}，)?[，,“]?(?:[0-9一二三四五六七八九十]+余?[名位个]|部分|多名|全体|相关|有关|专业|值班|当班|一线|参与|在场)*"
# whose they are, by how the body's name ends
CREWS = tuple(
    (re.compile(LEAD + f"(?:{words})(?:们)?(?![一-龥]{{0,3}}(?:的|感[谢动激]|称赞|表示感谢))"), re.compile(body))
    for words, body in (
        (r"(?:公安|派出所|交警|交管|特警|巡特警|禁毒|反诈|社区)?(?:民警|民辅警|辅警|交警|警务人员|反诈宣传员)", r"公安|派出所|交警|交通管理|交管|特警|警务|反诈|刑侦|经侦"),
        (r"消防(?:救援|宣传|监督|执法)?(?:工作)?(?:人员|员|队员|官兵|指战员|志愿者)|指战员", r"消防"),
        (r"(?:医务|医护|医疗)(?:人员|工作者|专家|志愿者|团队)|(?:义诊|健康|中医|医学)专家|医生|医师|护士|护理人员", r"医院|卫生院|卫生服务(?:中心|站)|妇幼保健|疾控|疾病预防|诊所|血站"),
        (r"(?:执行|法院|审判)(?:干警|法官|人员|团队)|法警|执行员|法官", r"法院|法庭"),
        (r"(?:检察|检察院)(?:官|干警|人员)|(?:承办|办案)检察官|检察官", r"检察院"),
        (r"(?:银行|支行|网点|该行|分行)(?:的)?(?:工作人员|员工|职员|志愿者|宣讲员|客户经理)|客户经理|柜员", r"银行|[支分]行|信用(?:联)?社|农商行"),
        (r"税务(?:人员|干部|工作人员|志愿者)|税收(?:宣传员|志愿者)|税务部门", r"税务"),
        (r"城管(?:执法)?(?:队员|人员|工作人员)|城管部门", r"城管|城市管理|综合执法|综合行政执法"),
        (r"供电(?:员工|人员|职工|公司工作人员)|电力(?:员工|职工|工人|人员)", r"供电|电力|国网|电网"),
        (r"司法(?:所)?(?:工作人员|干警|人员)|普法工作者", r"司法"),
        (r"燃气(?:公司)?(?:工作人员|安检员|员工|人员)", r"燃气|天然气"),
        (r"妇联(?:干部|工作人员|执委)", r"妇联|妇女联合会"),
    )
)  # fmt: skip
# a party sent out to look: whoever was said to lead or send it
PARTY = re.compile(
    LEAD
    + r"(?:联合)?(?:检查|督导|督查|督察|巡查|视察|调研|考察|工作|执法|慰问|走访|巡察|暗访|排查|观摩|验收|抽查)(?:组|团|队|小组)(?!织|长|成员[^，]|由)"
)
# 自来水公司工作人员: the body by the end of its name
STAFF_OF = re.compile(
    LEAD
    + r"(?P<head>[一-龥]{1,8}?(?:公司|中心|[局行院校所站队社会办厂店]))的?(?:工作人员|员工|志愿者|职工|干部|干警|队员|技术人员|专家|讲师)(?!宿舍|家属)"
)
# what is short for a body named before: 工作队, 大队, 调解室
SHORT = re.compile(
    r"^(?:随后|同时|目前|近年来|今年以来|截至目前|其间|当天|如今)?[，,]?(?:该|这支|我)?(?P<head>(?:驻村|帮扶|驻村帮扶)?工作队|(?:志愿)?服务队|宣讲团|宣讲队|突击队|应急队|救援队|巡逻队|大队|支队|中队|调解室|调委会|合作社|协会|商会|联合会|基金会|剧团|艺术团|合唱团|工作室|执法队|检察院|法院|派出所|法庭|分局|联盟|业委会|居委会|村委会|卫生院|党支部|党委|党工委|县委|区委|团县委|团区委|妇联|残联|总工会|文化馆|图书馆|博物馆)"
    r"(?![一-龥]{0,4}(?:书记|主任|队长|员|成员|长|负责人|会员|干警|干部|的|门|里|内|党员|主席)|[，。、]|[一-龥]{2,10}?(?:揭牌|成立))"
)  # fmt: skip


def crew_of(words: str, report: Report) -> tuple[str, ...] | None:
    """Who stands behind people named by their trade or by a bare head noun; None where the words name no such people.

    >>> report = Report(bodies={"org:1": "北湖县人民医院", "org:2": "北湖县民政局"})
    >>> crew_of("医务人员现场为村民", report), crew_of("居民为村民", report), crew_of("民警为村民", report)
    (('org:1',), None, ())
    """
    for people, body in CREWS:
        if people.match(words):
            return _one_of(report, body) or ()
    staff = STAFF_OF.match(words)
    if staff and len(staff["head"]) >= 3 and (who := _one_of(report, re.compile(f"{staff['head']}$"))):
        return who
    short = SHORT.match(words)
    if short:
        return _one_of(report, re.compile(f"{short['head']}$"))
    if PARTY.match(words) and report.anchor and report.anchor.agents:
        # who led the party by name is said last; a party of one named man is nobody's
        last = max((n for n, i in enumerate(report.anchor.agents) if i in report.bodies), default=-1)
        return report.anchor.agents[: last + 1]
    return None


def _one_of(report: Report, body: re.Pattern[str]) -> tuple[str, ...] | None:
    """The one body of this kind: among those at work in the report, else among those named so far."""
    anchor = report.anchor
    at_work = dict.fromkeys(anchor.agents or ()) if anchor else {}
    if anchor and anchor.event < len(report.drafts):
        at_work.update(dict.fromkeys(report.drafts[anchor.event].roles.get("participant", ())))
    named = {report.unit[0]: report.unit[1], **report.bodies}
    for group in (at_work, named):
        fits = [i for i in group if body.search(named.get(i, ""))]
        if len(fits) == 1:
            return (fits[0],)
        of_subject = [i for i in fits if i in (report.subject or ())]
        if len(of_subject) == 1:
            return (of_subject[0],)
        if fits:
            return None
    return None
