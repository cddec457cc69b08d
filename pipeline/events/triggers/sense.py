"""What a word tells of among its surroundings: a check or a visit, a check-up, a lesson or mere publicity."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.report import Report
from pipeline.events.triggers.hit import Hit
from pipeline.events.view import View

CHECKERS = re.compile(
    r"(?:检查|督查|督导|巡查|巡察|巡视|执法|排查|验收|评估|暗访|专项)[小]?组|(?:执法|检查|巡查|督查|安监|监管)人员|执法队员|民警|辅警|消防员|消防监督员|监督员|网格员|纪委|纪工委|纪检"
)
VISITORS = re.compile(
    r"代表们|委员们|[与参]会(?:人员|代表)|与会者|人大代表|政协委员|代表[一-龥]{0,4}(?:先后|实地|来到|走进|深入)|委员[一-龥]{0,4}(?:先后|实地|来到|走进|深入)"
    r"|(?:视察|调研|考察|观摩|参观|采风)(?:组|团|人员)|一行|学员|师生|考察|调研|视察|观摩"
)
SAFETY = re.compile(r"隐患|安全|消防|执法|检查|督查|督导|巡查|整改|值班值守|防汛|食品|台账|进货|证照|排污|卫生")
GOES = re.compile(r"走进|深入|来到|赶到|前往|赴|^在[^，；。]{2,20}，")
CHECK_UP = re.compile(r"^(?:检查|筛查|检测|复查|监测|排查|评估)$")
MEDICAL = re.compile(
    r"心电图|彩超|B超|CT|血常规|尿常规|体格|身体检查|身体进行|视力|眼底|口腔|听诊|血压|血糖|骨密度|义诊|体检|就诊|医护|医务|医疗队|医疗专家|医生|医师|护士|家庭医生|问诊"
)
OFFICIAL = re.compile(r"督导|督查|监督|执法|卫健|疾控|安全|消防|食品|药店|药品|诊所|卫生院开展检查|垃圾")
PREACHERS = re.compile(r"宣讲[员团队]|宣讲小分队|普法[^，；。]{0,4}(?:人员|志愿者)")
CLASS_ROOM = re.compile(r"课堂上|教室|孕妇学校|家长学校|老年大学|讲座|培训|课程|夜校|上课|学员们|讲堂")
SO_MANY = re.compile(r"[^，；。]{0,12}[0-9０-９一二三四五六七八九十百]+(?:余|多)?(?:人次|人|件|条|个|次)")
OPEN_WORDS = ("looked_on_the_spot", "asked_on_the_spot", "answered_questions")


def settle(view: View, report: Report, hits: list[Hit]) -> list[Hit]:
    """Read each hit whose word has several senses as its sentence and the happening reported ask for.

    >>> from pipeline.events.triggers.table import load_event_rules
    >>> from pipeline.events.triggers.find import find_hits
    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> view = look(read_marked("代表们来到学校，实地察看食堂。").sentence, [], [])
    >>> [h.type for h in settle(view, Report(), find_hits(load_event_rules(), view, dated=False))]
    ['visit']
    """
    out: list[Hit] = []
    for hit in hits:
        kind = _sense(view, report, hit, [h for h in hits if h is not hit])
        if kind:
            out.append(hit if kind == hit.type else replace(hit, type=kind))
    return out


def _sense(view: View, report: Report, hit: Hit, others: list[Hit]) -> str:
    around = {h.type for h in others if h.rule not in OPEN_WORDS}
    told = report.anchor.type if report.anchor else ""
    if hit.rule == "looked_on_the_spot":
        return _looked(view, around, told, hit)
    if hit.rule == "asked_on_the_spot":
        if "inspection" in around or (told == "inspection" and "visit" not in around):
            return ""
        before = view.text[: hit.start]
        toured = GOES.search(before) and (
            VISITORS.search(before) or any(m.type == "person" and m.sent_end <= hit.start for m in view.mentions)
        )
        return "visit" if "visit" in around or told == "visit" or toured else ""
    if hit.rule == "discussed":
        return "" if "meeting" in around or any(d.type == "meeting" for d in report.drafts) else "meeting"
    if hit.rule == "award_called_so" and view.text[hit.start : hit.end].endswith("会"):
        # 表彰大会举行，对先进进行了表彰: the gathering and the award
        return "meeting" if "award" in around else "award"
    if hit.rule == "answered_questions":
        if SO_MANY.match(view.text, hit.end):
            return "service"
        kinds = around or {told}
        return "" if "training" in kinds else "publicity" if kinds == {"publicity"} else "service"
    if hit.type == "inspection" and CHECK_UP.match(view.text[hit.start : hit.end]):
        return "service" if MEDICAL.search(view.text[: hit.start]) and not OFFICIAL.search(view.text) else "inspection"
    if hit.rule in ("explained_to_learners", "delivered_a_lecture") and told != "training" and "training" not in around:
        words = view.text[view.clauses[max(0, hit.clause - 2)][0] : hit.end]
        if PREACHERS.search(words) or (told == "meeting" and words.endswith(("解读", "解读了"))):
            return "publicity"
    if hit.rule == "showed_how" or (hit.rule == "spread_the_word" and view.text.startswith("讲解", hit.start)):
        lecturers = {i for d in report.drafts if d.type == "training" for ids in d.roles.values() for i in ids}
        if any(m.type == "person" and m.entity_id in lecturers and m.sent_end <= hit.start for m in view.mentions):
            return "training"
        last = [d for d in report.drafts if d.type != "statement"][-1:]
        speaker = any(m.type == "person" and m.sent_end <= hit.start for m in view.mentions)
        if told == "training" and speaker and last and last[0].type == "training" and "宣传" not in view.text:
            # 举办法治讲座。王芳结合案例，讲解了…: who speaks next gives the lecture
            return "training"
        begin = view.clauses[max(0, hit.clause - 2)][0]
        if CLASS_ROOM.search(view.text[begin : hit.start]) and not view.text.startswith("活动", begin):
            return "training"
    return hit.type


def _looked(view: View, around: set[str], told: str, hit: Hit) -> str:
    """查看: what checkers do is a check, what deputies and leaders on a tour do a visit."""
    before = view.text[: hit.start]
    for kind in ("inspection", "visit"):
        if kind in around:
            return kind
    if CHECKERS.search(before):
        return "inspection"
    if told in ("inspection", "visit"):
        return told
    if VISITORS.search(before):
        return "visit"
    if SAFETY.search(view.text):
        return "inspection"
    if any(m.type == "person" and m.sent_end <= hit.start for m in view.mentions):
        return "visit"
    # 农技员蹲在田埂上，查看长势: nobody in charge looks, nothing is checked
    return "inspection" if told or any(m.sent_end <= hit.start for m in view.mentions) else ""
