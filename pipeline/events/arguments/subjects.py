"""Who stands in a clause and as what: runs of names, the preposition before them, the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.events.arguments.unnamed import unnamed as not_named
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View
from pipeline.records import Mention

TITLE = re.compile(
    r"[一-龥、（）()\d“”]{0,16}(?:书记|主任|长|经理|主席|总裁|教授|讲师|医生|医师|律师|老师|教师|官|民警|居民|村民|市民|志愿者|员"
    r"|代表|负责人|成员|职工|军人|学生|员工|专家|技师|工程师|博士|院士|总工|政委|秘书|助理|干事|店主|老板|商户|业主|家长|人|师|嫂|者"
    r"|先进|模范|选手|教练|支书|会计|干部|骨干|参谋|文书|副总|总监|总编|主编|编辑|理事|监事|常委|顾问|主播|主管|专干|领队|管家|中医|校医|歌手|骑手|学者|大使|战士|学子|学生|女士|先生|农|农户|大户|示范户|[车房船摊机]主|[渔牧]民|租客|房东|导演|画家|作家|同志|保洁|护士|司机|大爷|大妈|阿姨)(?:、[一-龥]{2,10})?(?:的)?"
)
PREPOSITIONS: dict[str, str] = {
    "place": "位于|在|到|赴|往|深入|走进|来到|前往|抵达|于|进入|奔赴|走入|进驻|莅临|驱车前往|进",
    "target": "对|针对|就|围绕|将|把",
    "beneficiary": "为|向|给|帮助|帮",
    "partner": "联合|会同|协同|携手|携|联手|协调|邀约|与|和|同|跟|以及|连同",
    "agent": "由|被|经|受|在由|获得|获|得到",
    "guest": "组织|带领|带|率|率领|邀请|邀请了|特邀|召集|发动|邀|集中|请|请来|组织了",
    "goal": "参观|观摩|走访|慰问|看望|调研|考察|视察|走访慰问|访问|拜访|检查|督导|表彰|授予|命名|成立|祭扫|瞻仰|了解|查看|察看|走访调研|实地参观了|参观了|观摩了|走访了|慰问了|看望了|调研了|考察了|成立了|打造|建成|建设|启动|启用|授牌|认定",
}
PREPOSITIONS["means"] = (
    "以|依托|利用|通过|借助|按照|根据|围绕|聚焦|结合|凭借|在得知|整合|调动|吸纳|借力|招募|聘请|充分发挥|发挥|利用好"
)
FAR = re.compile(r"(?:赴|前往|来到|走进|深入|奔赴|走入)[一-龥]{0,4}$")
PREP = {
    role: re.compile(
        f"(?:{words})(?:辖区内?|部分|位于|当地|来自|全区|全市|全县|全镇|(?:辖区|共建|驻区|成员|帮扶|派驻|爱心|周边|驻地)*(?:单位|企业|部门|机构|学校|医院|商家))?$"
    )
    for role, words in PREPOSITIONS.items()
}
NOT_PREP = re.compile(
    r"(?:所以|可以|予以|加以|足以|得以|难以|存|正|旨|现|实|所|参|加入|成为|作为|认为|以为|较为|行为|转为|视为|评为|变为|称为|同时|共同|会同|公布|应对|面对|派|达|受|遇|感|想|做|办|送|得|看|谈|说|提|找|用)$"
)
AND_STAFF = re.compile(
    r"(?:全体|相关|有关)?(?:工作人员|干部|干部职工|职工|负责人|代表|志愿者|党员)(?:、|和|及|与|以及)“?|[”]?(?:、|和)[“]"
)


WHOLE_TOWNS = re.compile(
    r"(?![^，；。]*(?:共|累计|已|先后|还|也|积极|集中|陆续|相继|均|都|上下|扎实|深入|全面|大力|广泛|统一))[一-龥]{3,}$"
)
# 还为残疾人贾某送去…: what the body does to somebody is no title of his
DOES = re.compile(
    r"(?:还|也|又|先后|已|共|并|分别|主动|专门|特意|及时)*(?:为|向|给|让|请|帮助|带领|组织|邀请|看望|慰问|走访|救助|帮扶|资助|奖励|表彰|通知|接到|联系)"
    r"(?!民|阳|外|口|公|办|部|科|处|股)"
)
KIND = (
    r"(?:困难|困境|孤寡|独居|空巢|残疾|低保|特困|留守|退役|退休|脱贫|失独|高龄|贫困|环卫|一线|当地|辖区|患病|受灾|老)*"
    r"(?:老人|居民|村民|群众|职工|学生|儿童|少年|党员|军人|工人|残疾人|患者|户|户主|家属|市民|农民|劳模|母亲|商户|同学|兵|战士|学子|家庭)"
)
KIND_OF_MAN = re.compile(rf"(?:为|向|给|对|看望|慰问|走访|帮助|救助|资助)(?:了)?({KIND})$")
OF_A_KIND = re.compile(rf"了?{KIND}")
NEAR = re.compile(r"(?:正式|共同|联合|组织|集中|成功|主动|积极)*")


@dataclass(frozen=True)
class Group:
    """Names joined by 、 or 和 that do one thing in the clause together."""

    heads: tuple[Mention, ...]
    start: int
    end: int
    role: str  # "" or a key of PREPOSITIONS


def groups(view: View, begin: int, end: int) -> list[Group]:
    """The runs of names between two positions; of a chain such as 甲区|乙街道|丙社区 only the last counts.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[东区|DIS][人民路街道|DIS]联合[市医院|ORG]、[市妇联|ORG]在[文化广场|LOC]义诊。")
    >>> view = look(case.sentence, list(case.mentions), [])
    >>> [([m.text for m in g.heads], g.role) for g in groups(view, 0, 30)]
    [(['人民路街道'], ''), (['市医院', '市妇联'], 'partner'), (['文化广场'], 'place')]
    """
    out: list[Group] = []
    heads: list[Mention] = []
    start = 0
    for m in view.within(begin, end):
        if m.type in ("campaign", "policy"):
            continue
        gap = view.text[heads[-1].sent_end : m.sent_start] if heads else None
        if gap is not None and _chain(heads[-1], m, gap):
            heads[-1] = m
        elif gap is not None and _joined(heads[-1], m, gap):
            heads.append(m)
        else:
            if heads:
                out.append(_group(view, heads, begin, start))
            heads, start = [m], m.sent_start
    if heads:
        out.append(_group(view, heads, begin, start))
    return out


def _chain(last: Mention, m: Mention, gap: str) -> bool:
    if (
        m.type == "organisation"
        and last.type in ("organisation", "district")
        and re.fullmatch(r"(?:常委、)?[一-龥]{1,8}、", gap)
        and TITLE.fullmatch(gap[:-1])
    ):
        # 市委书记、市人大常委会主任王某: offices of one person, who comes last
        return True
    if gap in ("", "的") and last.type != "person":
        return True
    if last.type not in ("organisation", "district") or m.type != "person" or DOES.match(gap):
        return False
    return bool(TITLE.fullmatch(gap))


def _joined(last: Mention, m: Mention, gap: str) -> bool:
    if gap in ("、", "和", "及", "与", "以及", "暨", "，和", "、和") or AND_STAFF.fullmatch(gap):
        return True
    if last.type == m.type == "person" and gap[:1] in ("、", "及"):
        return bool(TITLE.fullmatch(gap[1:])) and not DOES.match(gap[1:])  # 书记宋某、村支书马某
    return gap in ("，", "；") and last.type == "person"


def _group(view: View, heads: list[Mention], begin: int, start: int) -> Group:
    before = view.text[begin:start]
    if heads[0].type == "person" and (kind := KIND_OF_MAN.search(before)):
        before = before[: kind.start(1)]  # 为残疾人贾某: as if his name stood right behind 为
    if heads[-1].type == "place" and re.match(
        r"(?:上|里|内|中|前|旁|外|门口|大厅|现场)+(?:$|[，,一]|[^一-龥])", view.text[heads[-1].sent_end :]
    ):
        return Group(tuple(heads), start, heads[-1].sent_end, "place")
    for role in ("goal", "guest", "partner", "agent", "place", "target", "beneficiary", "means"):
        hit = PREP[role].search(before)
        if (hit and not NOT_PREP.search(before[: hit.end()])) or (hit and len(hit.group()) > 1):
            return Group(tuple(heads), start, heads[-1].sent_end, role)
    return Group(tuple(heads), start, heads[-1].sent_end, "place" if FAR.search(before) else "")


def subject(
    tables: Tables, view: View, number: int, verb: int, unit: tuple[str, str], areas: dict[str, str] | None = None
) -> tuple[str, ...] | None:
    """Entity ids of whoever does what the verb at `verb` tells; () for somebody unnamed, None where nobody stands.

    `unit` is the article's own unit as (entity id, name): a bare 街道 or 社区 stands for it; `areas` holds the area last
    named of each level by the last character of its name, for 全镇 and 街道.
    """
    begin, _ = view.clauses[number]
    text = view.text
    found: list[str] = []
    seen = groups(view, begin, verb)
    for g in seen:
        if not found and g.role in ("target", "beneficiary") and g is not seen[-1]:
            # 对甲处…: what stands behind an object is no subject
            break
        after = text[g.end : verb]
        near = not after or NEAR.fullmatch(after)
        if g.role == "agent" and re.match(r"(?:兼)?(?:担任|任|兼任)", after):
            continue
        if g.role == "agent" or (g.role == "place" and near and re.match(r"[一-龥]{2,4}的", text[verb : verb + 5])):
            return _ids(g)
        if g.role == "" and not found:
            if g.heads[-1].text.startswith("全") and WHOLE_TOWNS.match(after):
                continue  # 全市推进会在某地召开
            school = all(m.type == "organisation" for m in g.heads) and re.match(
                r"的?(?:[0-9]+余?名)?(?:学生|师生|演员|队员|学员|志愿者)", after
            )
            unnamed = not school and tables.lists["people"].match(after) and not tables.lists["staff"].match(after)
            if unnamed and all(m.type != "person" for m in g.heads):
                return ()
            found += _ids(g)
        elif g.role == "partner" and found and not re.match(r".{0,4}(?:沟通|联系|合作|交流|座谈|对接)", after):
            found += [i for i in _ids(g) if i not in found]
    if found:
        return tuple(found)
    return not_named(tables, text[begin:verb], unit, areas or {})


def _ids(group: Group) -> tuple[str, ...]:
    return tuple(m.entity_id for m in group.heads if m.entity_id)
