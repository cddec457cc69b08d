"""Who stands for a body, or for nobody named, where the subject is no name: 全镇, 社区干部, 居民们."""

from __future__ import annotations

import re

from pipeline.events.triggers.table import Tables

STAFF = ("@staff",)
# 居民纷纷…, 商户也…: others than those named so far
OTHERS = re.compile(
    r"(?!同时|此外|另外|活动|现场|随后|并|不仅|我|该|社区|街道|办事处|近日|目前|不但|其间|[镇乡村县区市局行院校])[一-龥0-9]{2,10}?(?:还|也|则|纷纷|分别|都)"
)
OF_LEVEL = re.compile(
    r"(?:截至目前|目前|今年以来|近年来|如今|一季度|上半年)?[，,]?(?:已|共)?(?:全(?P<all>[镇乡村县区市])|(?P<bare>街道))(?:累计|共|已|先后|推行|还|组织|开展|建立|成立|举办|召开|依托|坚持|实施|$)"
)
WHOLE = re.compile(
    r"(?:截至目前|目前|今年以来|近年来|如今)?[，,]?(?:全[镇乡村县区市街局校院](?!(?![^，；。]*(?:共|累计|已|先后|还|也|积极|集中|陆续|相继|均|都|上下|扎实|深入|全面|大力|广泛|统一))[一-龥]{3,}$)|[镇乡村县区市]里(?!的)|我们)"
)
BARE_BODIES = tuple(
    (re.compile(rf"(?:随后|同时|此外|近日)?[，,]?(?:该|我)?{word}(?![一-龥]{{0,4}}的)"), re.compile(f"(?:{ending})$"))
    for word, ending in (
        ("学校", "学校|中学|小学|大学|学院|高中|幼儿园"),
        ("医院", "医院|卫生院"),
        ("银行", "银行|[支分]行|信用社"),
    )
)
BARE_UNIT = re.compile(
    r"(?:同时|此外|另外|近日|随后|其间|目前|近年来|今年以来)?[，,]?(?:该|我|本)?(街道|社区|办事处|镇|乡|村|区|县|市|局|院|校|行|中心|公司|支行|分行|所|站)(?!里|内|民|居|党|书|负|级|情|长|志|政|面|域)(?!工作会|干[净事])"
)
# 社区工作人员还…, 镇干部…: those of the community or town last named
STAFF_OF_AREA = re.compile(
    r"(?:随后|同时|此外|课后|会后|活动后|其间|当天|近日)?[，,]?(社区|街道|镇|乡|村)(?:全体|党员|“?两委”?)?(?:工作人员|工作者|干部|网格员)"
)
# 由住户自行拆除: nobody named
BY_OTHERS = re.compile(
    r"由(?:[^，；。由]{0,4}的)?(?:涉事|各|相关)?(?:住户|居民|村民|业主|商户|户主|群众|农户|当事人|经营者|施工单位|施工方|物业公司|企业|家长)(?:们|自行|自愿|主动|负责|共同|轮流)*$"
)
# 小读者们…: several, unnamed
SEVERAL = re.compile(
    r"(?:随后|同时|此外|其间|现场|当天)?[，,]?[^，。；“”我咱它他她人为给让向与对和跟同把被由在到请带将叫]{1,4}们|(?:随后|最终)?[，,]?(?:各方|两家)(?=当事人|代表|[一-龥]{0,4}签|$)"
)
THAT_ONE = re.compile(
    r"(?:随后|同时|目前)?[，,]?(?:该|其)(?:公司|企业|单位|店|商户|家属|家人|男子|女子|当事人|被执行人|亲属|子女|业主)"
)
LEADING = re.compile(
    r"(?:随后|同时|此外|另外|其间|活动中|现场|台[上下]|许多|众多|不少|广大|全体|各位|一些|有|部分|多名|[0-9一二三四五六七八九十百两]+余?多?[名位个户家]|辖区|社区|街道|附近|前来|参会|在场"
    r"|参与活动的|来自[^，。；]{1,12}的|热爱[一-龥]{2,4}的|热心|老|小|文艺|志愿|网格|活动|当地|周边|还有|这些|党员|文明|单位|爱心|年轻|退休|青年|巾帼|各|当天|日前|近日|[，,“]|到场|现场的)*"
)


def unnamed(tables: Tables, region: str, unit: tuple[str, str], areas: dict[str, str]) -> tuple[str, ...] | None:
    """Whom the words before a verb mean without a name: the report's unit, an area named before, STAFF, () or None.

    >>> from pipeline.events.triggers.table import load_event_rules
    >>> [unnamed(load_event_rules(), words, ("", ""), {"社区": "dis:春晖社区"}) for words in ("社区干部", "小读者们", "现场")]
    [('dis:春晖社区',), (), None]
    """
    if not region:
        return None
    if tables.lists["own_staff"].search(region):
        return STAFF
    if OTHERS.match(region):
        return ()
    level = OF_LEVEL.match(region)
    if level and areas.get(level["all"] or "道"):
        return (areas[level["all"] or "道"],)
    if unit[0] and WHOLE.match(region):
        return (unit[0],)
    if unit[0] and any(word.match(region) and ending.search(unit[1]) for word, ending in BARE_BODIES):
        return (unit[0],)
    of_area = STAFF_OF_AREA.match(region)
    if of_area and (area := areas.get(of_area[1] if of_area[1] == "社区" else of_area[1][-1])):
        return (area,)
    bare = BARE_UNIT.match(region)
    if (
        bare
        and unit[0]
        and (unit[1].endswith(bare[1]) or (bare[1] in ("办事处", "街道") and re.search(r"街道(?:办事处)?$", unit[1])))
    ):
        return (unit[0],)
    if (
        bare
        and bare[1] in ("社区", "街道", "镇", "乡", "村")
        and (area := areas.get(bare[1] if bare[1] == "社区" else bare[1][-1]))
    ):
        return (area,)
    if THAT_ONE.match(region) or SEVERAL.match(region) or BY_OTHERS.search(region):
        return ()
    hit = tables.lists["generic_subject"].search(region[:26])
    if hit and LEADING.fullmatch(region[: hit.start()]):
        return ()
    return None
