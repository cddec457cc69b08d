"""Whether a word that can be a deed is one where it stands."""

from __future__ import annotations

import re

from pipeline.events.triggers.table import Rule, Tables
from pipeline.events.view import View

TALK_OF = re.compile(
    r"[^，。；]{0,20}的(?:设想|消息|说法|计划|想法|愿望|目标|建议|讨论|通知|方案|必要|重要|意义|呼声|需求|条件|能力|窗口|前提|同时)"
)
# 救治伤员等科目, 电商直播、手工编织等培训班: items of a list that a noun sums up
ITEMS = re.compile(
    r"[^，；。了]{0,40}等(?:[0-9一二三四五六七八九十多余]+[个项类种门])?[一-龥]{0,4}(?:措施|手段|科目|课程|技能|培训|节目|环节|内容|工种|岗位|建议|意见建议|行为|现象|场景|流程)"
)
# 就涵洞排查作了部署, 就加装电梯的费用听取意见: what was spoken about
ABOUT = re.compile(
    r"(?:[^，；。了]{0,6}(?:工作|情况|问题|事宜))?(?:作|进行|提出|听取|展开|交换|发表)|[^，；。了]{1,6}的[^，；。]{1,10}(?:听取|商|讨论|征求|表决)"
)
EARNS = re.compile(r"[一-龥]{0,4}(?:能|可以|可|就能|也能)(?:积|换|得[^到]|获|兑|攒|加分)")

# 依托商圈建成服务站点76个, 推动修复机井32眼: what was leant on or pushed, with a number of its own, was done
RESTS_ON = re.compile(r"依托|围绕|根据|按照|聚焦|紧盯|统筹|推动|配合|坚持|发挥")
SO_MANY = re.compile(
    r"了?(?![^，；。0-9]{0,12}等问题)[^，；。0-9]{1,14}[0-9０-９][0-9.]*(?:余|多|万)*(?:处|个|座|条|眼|盏|公里|台|套|件|起|户|家|所|亩|吨|间|栋|部|项)"
)
# 查看河道清淤、岸坡整治情况: what is looked at, heard or told of is a thing, not a deed of the clause
LOOKED_AT = re.compile(
    r"(?:查看|察看|了解|视察|询问|听取|汇报|介绍|通报|参与|负责(?!人)|从事)了?(?:了?[^，；。0-9并后]{1,30})$"
)
# 经过激烈角逐，…, 通过检查，…: what went before the news
BY_MEANS = re.compile(r"(?:经过|通过|历经)[^，；。对向为到]{0,6}$")
WENT_TO = re.compile(
    r"(?:深入|走进|来到|走访|进)(?!基层|一线|实际|群众$)[^，；。]{1,12}(?:家中|家里|户|田间|地头|校园|学校|企业|社区|小区|村|店|商铺|工地|车间|广场|集市)|走村[入串]户|进村入户|挨家挨户"
)
# 饮水安全巩固提升工程竣工: what is made better only names the works
IN_A_NAME = re.compile(
    r"(?:提升|巩固|改善|规范|完善|优化|保障|加固|扩大|促进|增强)(?:工程|项目|计划|行动)[”』]?(?:正式|全面|顺利|全部|如期|已|[一二三]期)*$"
)
# 通过广播、微信群等方式，宣传政策
IN_WAYS = re.compile(r"(?:通过|采取|采用|利用|运用|以)[^；。]{2,40}(?:方式|形式|渠道|途径|载体|手段)$")
HOW = re.compile(r"(?:如何|怎样|怎么)[^，；。、]{0,12}$")
BESIDES = re.compile(
    r"(?:[与和同][^，；。]{2,10})?(?:相互|相结合|结合|并重|并举|互补|有机)|在(?:小|早|萌芽|未然|一线|基层|源头)(?:$|[，。、])"
)
UNWILLING = re.compile(r"[^，；。]{0,10}(?:不理解|不支持|不配合|有?顾虑|有?疑虑|有意见|抵触)")
LOOKS = re.compile(r"查看|察看|查验|检查")
ABOUT_WHAT = re.compile(r"围绕|根据|按照|依托|聚焦")
FOR_THEM = re.compile(r"[为给帮][^，；。]{2,20}(?:免费|义务|上门)[一-龥]{0,4}$")
# 为前来就诊的群众测血压、测血糖: those it is done for
FOR_WHOM = re.compile(
    r"[为给帮][^，；。]{2,20}的(?:老人|群众|居民|村民|市民|患者|学生|孩子|骑手|考生|乘客|旅客|商户|职工|工人|司机)们?$"
)
# 六号楼的电梯正式投入使用: not a noun after 的
AT_LAST = re.compile(r"(?:正式|已经?|顺利|全面|终于|陆续|相继|全部|同步|成功|如期|近日|日前)$")
# 已办结事项, 清洗不及时的店铺, 捡拾垃圾成为习惯, 受表彰代表: the word qualifies something or names a habit
QUALIFIES = re.compile(
    r"[一-龥]{0,4}(?:不|未)(?:及时|到位|彻底|规范|完|净|干净|力|了)[^，；。]{0,6}的|[^，；。]{0,16}(?:成为|成了|蔚然|已成|变成)[^，；。]{0,8}(?:习惯|自觉|常态|风尚|时尚|共识|风气|日常|成风)"
    r"|[^，；。]{0,14}的(?:人|人们|居民|群众|市民|村民)(?:越来越|多了|少了|渐渐|逐渐)"
)
HANDLED = re.compile(r"对已?$")
THINGS = re.compile(r"(?:的?[一-龥]{2,4})(?:开展|进行|实行|实施)")
# 演出在开场舞中拉开帷幕: how what was told before went on
REFERENCE = re.compile(
    r"(?:整场|本场|当晚的?)?(?:演出|活动|晚会|比赛|仪式|大赛|展览|汇演|联欢会|音乐会|运动会|讲座|培训|会议|课堂)"
    r"(?:在[^，；。]{1,24}(?:中|下)|由[^，；。]{1,12})?[，]?(?:徐徐|缓缓|正式|圆满|隆重)*(?:拉开|开场|落幕|结束|开始|进行|分为|历时|持续|共分)"
)
DELIVERED = (
    "had_their_due",
    "discussed",
    "delivered_a_lecture",
    "shared_what_they_know",
    "made_them_put_it_right",
    "served_so_many",
)
TEACHES = ("taught_or_learned", "explained_to_learners", "gave_a_lesson", "spread_the_word")


def done(tables: Tables, view: View, begin: int, end: int, a: int, b: int, rule: Rule) -> bool:
    """Whether a deed's word is the verb of its clause and not part of a name, an aim or a heading."""
    after = view.text[b:end]
    looks = bool(LOOKS.search(view.text[a:b]))
    before = view.masked[begin:a]
    if tables.lists["doubtful_tail"].search(after) and not looks:
        return False
    if re.search(r"(?:此次|这次|本次|此项|上述)(?:(?![中共])[一-龥]){0,4}$", before):
        return False
    if rule.type in ("launch", "culture") and REFERENCE.match(view.text, begin, end):
        return False
    if rule.name in DELIVERED:
        return True
    if a == begin and REFERENCE.match(view.text, begin, end):
        return False
    governed = re.search(tables.lists["generic"].pattern + r"[^，；。在到对向为了]{0,14}$", before)
    if (
        governed
        and not (rule.name in TEACHES and ABOUT_WHAT.match(governed[0]))
        and not re.search(r"了$|并$|还$|方式$", before)
        and not (rule.type == "launch" and IN_A_NAME.search(before))
        and not (RESTS_ON.match(governed[0]) and (SO_MANY.match(after) or _built_on(governed[0], rule)))
    ):
        return False
    if not re.search(r"[并后]$", before) and (LOOKED_AT.search(before) or HOW.search(before)):
        return False
    if re.search(r"(?:学会|喜欢上|爱上|迷上)了?[^，；。]{0,3}$|有(?:专|了)?人$|吸引[^，；。]{0,20}$", before):
        return False
    if QUALIFIES.match(after) or (HANDLED.search(before) and THINGS.match(after)):
        return False
    if BESIDES.match(after) or UNWILLING.match(after) or re.search(r"(?:难|重|贵|关键|功夫|重点)在$", before):
        return False
    if rule.type == "training" and re.search(r"(?:参加|接受|参与)了?$", before):
        return False
    if re.match(r"工作(?!人员|专班|组|队|站|室|领导小组)|活动|行动(?!不便)", after) and not re.match(r"工作的", after):
        return False
    if (
        re.search(r"的[一-龥]{0,8}$", before)
        and not FOR_THEM.search(before + view.text[a:b])
        and not (rule.type == "service" and FOR_WHOM.search(before))
        and not (rule.type == "launch" and AT_LAST.search(before))
        and (not after or re.match(r"赢得|受到|吸引|丰富|获得|博得|让|使|[，。、]|和|更|也|十分|很|以", after))
    ):
        # 演员们的精彩表演赢得掌声: a noun
        return False
    if re.match(r"(?:活动)?(?:现场|期间|结束|当天|当日|间隙|环节)", after):
        return False
    if before.endswith("、") and re.match(r"齐|轮番|、|等", after):
        return False
    if (
        not after
        and view.text[end : end + 1] in ("，", ",")
        and BY_MEANS.match(before)
        and (rule.type != "remediation" or view.text[a:b].endswith(("整治", "整改", "清理", "治理")))
    ):
        return False
    if after.startswith("等") and not re.match(r"等待|等候", after):
        return False
    spreads = rule.type in ("publicity", "training")
    if not spreads and (
        TALK_OF.match(after) or re.match(r"[一-龥]{0,2}(?:知识|技巧|技能|技术|要领|本领|常识|窍门)", after)
    ):
        return False
    if re.search(r"(?:结合|针对|根据|按照|围绕|对照|聚焦|依据)[^，；。]{0,24}$", before) and not (
        rule.name in TEACHES or re.search(r"(?:(?<!针)对|[向为给])[^，；。]{0,16}$", before)
    ):
        return False
    if re.match(r"[^，。；]{0,12}的(?:基础上|同时|过程)|[与和、][一-龥]{2,8}的[一-龥]|(?:确认|核实)?[，,]", after) and (
        re.match(r"[^，。；]{0,12}的(?:基础上|同时|过程)", after)
        or re.search(r"(?:经过|通过|汲取|在)[^，；。]{0,20}的?[一-龥]{0,4}$", before)
    ):
        return False
    if (
        rule.type == "service"
        and re.search(r"通过[^，；。]{0,14}$", before)
        and re.match(r"[^，；。]{0,24}等[^，；。]{0,6}(?:方式|形式|模式|手段|举措|途径)$", after)
    ):
        return False
    if (
        rule.name not in ("handed_out_print", "sent_over_media", "spread_the_word", "explained_to_learners")
        and rule.type != "service"
        and not looks
        and re.match(
            r"[^，。；]{0,16}(?:等|的)[^，。；]{0,10}(?:模式|方式|形式|手段|机制|特点|功能|功能区|环节|服务|项目|业务|内容)$",
            view.text[b:end],
        )
    ):
        return False
    if (
        (ITEMS.match(after) and not looks and not view.text[a:b].endswith("了"))
        or EARNS.match(after)
        or (re.search(r"从[^，；。]{1,16}到$", before) and after[:1] != "了")
    ):
        return False
    if re.match(
        r"的(?:[、，。]|$)|上[求下抓做]|[0-9一二三四五六七八九十两]+个?(?:环节|方面|阶段|步骤|领域)|(?:、[^，。、]{2,8})+(?:轮番|齐|依次|同台)",
        after,
    ):
        return False
    if re.search(r"哪天$", before) or (re.search(r"(?:关于|就)[^，；。]{0,10}$", before) and ABOUT.match(after)):
        return False
    if any(x <= a and b <= y for x, y in view.quoted):
        return False
    if re.match(r"[过了好完后]?的[一-龥“]", after) and not re.match(r"[过了]?的是", after):
        return False
    prior = view.text[slice(*view.clauses[view.clause_at(begin) - 1])] if view.clause_at(begin) else ""
    if (
        rule.weak
        and not tables.lists["sign"].search(view.text[begin:end])
        and not (WENT_TO.search(prior) or (rule.type == "publicity" and IN_WAYS.search(prior)))
    ):
        return False
    return bool(a == begin or not re.search(r"(?:(?<!有)的|等|之)$", before))


def _built_on(governed: str, rule: Rule) -> bool:
    """依托闲置校舍建成幸福食堂: what was leant on is where it stands."""
    return (
        rule.name in ("came_into_being", "built_something")
        and governed.startswith(("依托", "围绕", "聚焦"))
        and len(governed) <= 12
    )
