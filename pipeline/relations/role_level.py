"""The administrative level of an office: that of the area whose own body it is, as far as names and links say it."""

from __future__ import annotations

import re

from pipeline.records import Entity, OfficeLevel
from pipeline.relations.levels import ORDER
from pipeline.relations.names import LEAN, Names

# Functional zones and housing estates are no level of administration: a zone may rank as a county or as a city.
LEVELS: dict[str, OfficeLevel] = {
    "country": "country", "province": "province", "city": "city", "county": "county", "street": "town", "community": "village",
}  # fmt: skip
# 市 is a prefecture or a county, so that by itself it says nothing. source: the levels of the law on local government
LEANING: dict[str, OfficeLevel] = {
    "省": "province", "区": "county", "县": "county", "旗": "county", "镇": "town", "乡": "town", "街道": "town", "办事处": "town",
    "社区": "village", "村": "village",
}  # fmt: skip
PUBLIC = frozenset(
    (
        "party",
        "government",
        "legislature",
        "consultative",
        "judiciary",
        "mass organisation",
        "community body",
        "section",
    )
)
ENDS = re.compile(
    "(?:委|党组|支部|总支|政府|人大|政协|常委会|管委会|[居村]委会|法院|检察院|局|办|办公室|办事处|总工会|妇联|工商联|残联|"
    "联合会|[科处股部队])$"
)
# Bodies of a firm or school, and posts of a body in a lower area, whose level their name does not give.
OTHERS = re.compile(
    "公司|集团|银行|合作社|[工电]厂|医院|学校|[中小大]学|学院|幼儿园|协会|商会|研究[院所]|分局|支队.{2,}[大中]队|派出所|司法所|法庭|物业|业委会"
)
FRONT = re.compile("^(?:中共|中国共产党|共青团|团(?=[省市区县旗镇乡]委))")
STATE = re.compile("^(?:国务院|中央|中共中央|全国|国家|最高人民)")
REGION = re.compile("^自治区(?=.)")


def role_level(tail: str, names: Names) -> OfficeLevel | None:
    """The level of the area that a post belongs to, or None where neither name nor linked division tells it.

    A body counts by the area that its own name begins with (浚县县委: county) or leans on (镇党委: town; 市民政局: the level of
    the division it is linked to). Banks, firms, schools, hospitals and branches of bodies have none.
    """
    entity = names.entities.get(tail)
    if entity is None:
        return None
    return _of_area(entity, names) if entity.type == "district" else _of_body(entity, names)


def _of_area(area: Entity, names: Names) -> OfficeLevel | None:
    level = names.level(area.entity_id)
    if level is None or (area.code is None and area.name.endswith("市")):
        return None
    return LEVELS.get(ORDER[level])


def _of_body(body: Entity, names: Names) -> OfficeLevel | None:
    called = (body.name, *body.aliases)
    if any(OTHERS.search(name) for name in called) or not _public(body):
        return None
    for name in called:
        if own := names.chain(name):
            return _of_area(names.entities[own[-1]], names)
    return next((level for name in called if (level := _leaning(FRONT.sub("", name), body, names))), None)


def _public(body: Entity) -> bool:
    return body.kind in PUBLIC if body.kind else bool(ENDS.search(body.name))


def _leaning(name: str, body: Entity, names: Names) -> OfficeLevel | None:
    if STATE.match(name):
        return "country"
    if REGION.match(name):
        return "province"
    leans = LEAN.match(name)
    if not leans:
        return None
    area = names.entities.get(body.district or "")
    return _of_area(area, names) if area else LEANING.get(leans[1])
