"""How the name of a body is built: the area it stands on, and what it is there."""

from __future__ import annotations

import re

from pipeline.entities.offices import full_bank, written_out
from pipeline.records import Entity, Level

# 市 of 市民政局, but not of 市场监督管理局
LEANING = re.compile(
    r"(?P<word>省|市(?!场|政工程|级|容|北|南|中区|直|民(?![政族宗营])|井)|州(?!际)|区(?!块|域|间|直)|县(?!级|直|域)|旗|街道(?!办(?!事处))|镇|乡(?!村|土|亲)|社区(?!卫生|医院|矫正)|村(?!镇|级)|"
    r"经开区|高新区|开发区|示范区|新区)(?=.)"
)
PARTY = re.compile(r"^(?:中共|中国共产党)(?=.{2})")
LEAGUE = re.compile(r"^(?:共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国国民党革命委员会)(?=.)")
FIRM_TAIL = re.compile(r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|集团|公司|合作社|事务所|厂)$")
# firms, schools and the like bear an area as part of a brand: 河南圆方物业管理有限公司 is not of the province's government
OWN_NAME = re.compile(
    r"(?:公司|集团|物业|商场|超市|酒店|银行|信用社|分行|支行|厂|店|合作社|事务所|报社|大学|学院|联盟|商会|协会|学会)$"
)
GENERIC_CORE = re.compile(
    r"^(?:街道|镇|乡|社区|村)?(?:党工委|纪工委|党委|纪委|党支部|党总支|党员活动室|工会|团委|妇联|居委会|村委会|办事处|街道办|办公室|综合执法队|"
    r"(?:新时代)?文明实践[站所中心]+|便民服务(?:中心|站)|党群服务(?:中心|站)|[一-鿿]{2,8}(?:部|科|处|股|室|队|站|所|中心|大队|中队))$"
)
BODY_OF_FIRM = re.compile(r"(?:部|科|室|处|股)$")
HEAD_OFFICE = re.compile(r"^(?:总行|总公司|总部|集团总部|省行|市行|省分行|市分行|分行|支行|分公司|支公司)$")
STEM = re.compile(r"^.*?(?:银行|信用社|农商行|农信社|集团|公司|保险|人寿|财险|移动|联通|电信|邮政|石化|石油)")
# the area on which a generic body stands, by the level its kind is set up at
STANDS_ON: tuple[tuple[re.Pattern[str], tuple[Level, ...]], ...] = (
    (re.compile(r"文明实践站$|居委会|居民委员会|村委会|村民委员会|业委会|业主委员会|日间照料中心$|警务室$|合唱团$"), ("community", "residential")),
    (re.compile(r"文明实践所$|党工委|纪工委|办事处|街道办|司法所$|派出所$|综合(?:行政)?执法[中大]?队$|社会事务办|平安建设办|党政办"), ("street", "functional")),
    (re.compile(r"文明实践中心$|融媒体中心$|政务服务中心$|疾控中心$|消防救援大队$|交警大队$"), ("county", "functional")),
)  # fmt: skip


def stands_on(core: str) -> tuple[Level, ...]:
    """The levels of area at which a generic body is set up; nothing when its name does not tell.

    >>> stands_on("新时代文明实践站"), stands_on("党工委"), stands_on("工会")
    (('community', 'residential'), ('street', 'functional'), ())
    """
    return next((levels for pattern, levels in STANDS_ON if pattern.search(core)), ())


def is_short_for(short: str, full: str) -> bool:
    """Whether a printed form is cut out of a longer name: 圆方物业 of 河南圆方物业管理有限公司, 中联集团 of 河南省中联再生资源集团有限公司.

    >>> is_short_for("圆方物业", "河南圆方物业管理有限公司"), is_short_for("中联集团", "河南省中联再生资源集团有限公司")
    (True, True)
    >>> is_short_for("管理公司", "河南圆方物业管理有限公司"), is_short_for("民政局", "鹤壁市民政局")
    (False, True)
    >>> is_short_for("中原银行鹤壁分行", "中原银行鹤壁分行财务会计部"), is_short_for("新区公司", "郑州东瑞城市发展有限公司")
    (False, False)
    """
    if len(short) < 3 or len(short) >= len(full):
        return False
    if full.endswith(short):
        return True
    stem = FIRM_TAIL.sub("", full)
    if stem == full:
        return False
    if stem.endswith(short) or (short in stem and stem.find(short) <= 4):
        return True
    brand, head = short[:-2], short[-2:]
    at = full.find(brand)
    return len(brand) >= 2 and 0 <= at <= 4 and head in full[at + len(brand) :]


def canonical_name(core: str, area: Entity, city: Entity | None) -> str:
    """The full name of an area's body: abbreviations written out by the table, a party committee by its own form.

    Bodies of a city's districts are called by city and district, as their seals are; those of counties by the county alone.
    """
    where = _where(area, city)
    league = LEAGUE.match(core)
    if league and core[league.end() :].startswith("委"):
        return f"{league[0]}{where}{core[league.end() :]}"
    if core.startswith("委") and not core.startswith("委员会"):
        doubled = area.name[-1] if len(area.name) == 2 else ""  # 中共浚县县委, but 中共淇滨区委
        return f"中共{where}{doubled}{written_out(core, area.level)}"
    return f"{where}{written_out(full_bank(core), area.level)}"


def _where(area: Entity, city: Entity | None) -> str:
    if area.level == "county" and city is not None and area.name.endswith("区") and not area.name.startswith(city.name):
        return city.name + area.name
    return area.name
