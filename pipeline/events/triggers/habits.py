"""What people do as a rule: arrangements and ways of working, which tell of no happening."""

from __future__ import annotations

import re

from pipeline.events.triggers.hit import Hit
from pipeline.events.view import View

# what is done time and again; meetings held and things made public again and again are reported as such
REGULARLY = re.compile(r"不?定期(?!组织|邀请)|经常性?|时常|轮流|轮班|随叫随到|风雨无阻|一?年如一日")
BY_THE_WEEK = re.compile(
    r"每(?:逢|到|隔|周|月|天|日|晚|年|季度|半月|个月|星期)[一二三四五六日末初中下底]?(?![^，；。]{0,6}的)"
)
EACH_DAY = re.compile(r"每[天日晚早年逢到]|每[周月][^，；。]{0,2}有|都会")
OFFERS = ("provided",)
OCCASION = re.compile(r"活动|现场|集市|期间|近日|日前|志愿者|[今昨当][天日晚]")
SETTLES = ("remediation", "visit", "finance", "launch", "award", "training")
# 由志愿者送餐到家: how it is arranged; 全部由住户自行拆除, 由民警送回家中 of a day: how it went
BY_WHOM = re.compile(
    r"由(?:[一-龥]{0,6}(?:志愿者|网格员|社工|专人|党员|干部|工作人员|护理员|物业|人员|成员|队员|教师|骑手|楼长|商家|管家|助餐员|服务队|中心|部门|单位))"
    r"[^，；。]{0,14}$"
)
HAPPENED = re.compile(
    r"了|已|过(?!程|往|度)|共(?!同|建|享|商|治)|累计|[0-9０-９]|全部|当场|当[天日晚]|随后|最终|终于|成功"
)
# 七日内回访: what is laid down
WITHIN = re.compile(r"[0-9０-９一二三四五六七八九十两半]+(?:个?月|日|天|周|个?工作日|个?小时)(?:之|以)?内")
DONE = re.compile(r"了|已|共(?!同)|累计|全部|成功|就")
# 统一登记、分类流转、限时办结: members of equal length, none with an object
STEPS_AFTER = re.compile(r"、[一-龥]{4}(?=[、，。；]|$)")
ALL_ENDS = re.compile(r"$|[、，。；]")
HOW_IT_GOES = re.compile(r"(?:限时|限期|按期|就地|分级|分类|统一|跟踪|闭环|逐级|定期|随时|及时|早)$")


def habitual(view: View, hit: Hit) -> bool:
    """Whether the words tell how things are done as a rule and not what was done.

    >>> from pipeline.events.triggers.table import load_event_rules
    >>> from pipeline.events.triggers.find import find_hits
    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> def found(text): return [h.type for h in find_hits(load_event_rules(), look(read_marked(text).sentence, [], []), dated=False)]
    >>> found("志愿者定期上门为老人打扫卫生。"), found("志愿者上门为老人打扫了卫生。")
    ([], ['service'])
    """
    if hit.type in ("meeting", "publicity", "culture"):
        return False
    text = view.text
    begin, end = view.clauses[hit.clause]
    first = max(text.rfind("；", 0, hit.verb), text.rfind("。", 0, hit.verb), text.rfind("”", 0, hit.verb)) + 1
    reach = text[first : hit.verb + 2]
    happened = HAPPENED.search(text, hit.verb, end)
    if not happened and REGULARLY.search(reach):
        return True
    if not happened and hit.type in SETTLES and BY_THE_WEEK.search(reach):
        return True
    if (
        hit.type in (*SETTLES, "inspection")
        and WITHIN.search(text, begin, hit.verb)
        and not DONE.search(text, begin, end)
        and not happened
    ):
        return True
    if hit.light:
        return False
    if not happened and hit.type == "service" and EACH_DAY.search(reach):
        return True
    if hit.rule in OFFERS and not HAPPENED.search(text, begin, end) and not OCCASION.search(text, first, hit.verb):
        return True
    if BY_WHOM.search(text, begin, hit.verb) and not HAPPENED.search(text, begin, end):
        return True
    return bool(
        hit.end - hit.start == 2
        and ALL_ENDS.match(text, hit.end)
        and HOW_IT_GOES.search(text, begin, hit.verb)
        and (text[hit.verb - 3 : hit.verb - 2] == "、" or STEPS_AFTER.match(text, hit.end))
    )
