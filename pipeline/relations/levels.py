"""How high an area stands, by its record or by what its name ends in."""

from __future__ import annotations

import re

from pipeline.records import Entity

ORDER = ("country", "province", "city", "county", "functional", "street", "community", "residential")
# source: endings of the official list of divisions, and of housing estates as papers print them
ENDINGS = (
    (re.compile("(?:自治区|省)$"), 1),
    (re.compile("(?:自治州|盟|市)$"), 2),
    (
        re.compile(
            "(?:开发区|示范区|高新区|高新技术产业区|产业集聚区|实验区|试验区|新区|园区|港区|度假区|管理区|保税区|合作区|先导区)$"
        ),
        4,
    ),
    (re.compile("(?:街道办?|镇|乡|苏木|办事处)$"), 5),
    (re.compile("(?:社区|村|嘎查|居委会)$"), 6),
    (
        re.compile(
            "(?:小区|苑|花园|家园|家属院|号院|院|城|府|里|园|公寓|[一二三四五六七八九十A-Z]区|期|庭|湾|大厦|组)$"
        ),
        7,
    ),
    (re.compile("(?:区|县|旗)$"), 3),
)
LEANS = {
    "省": 1,
    "市": 2,
    "区": 3,
    "县": 3,
    "旗": 3,
    "镇": 5,
    "乡": 5,
    "街道": 5,
    "办事处": 5,
    "社区": 6,
    "村": 6,
    "小区": 7,
}


def level_of(entity: Entity | None, text: str) -> int | None:
    """0 (country) to 7 (housing estate); None when neither record nor name tells.

    >>> [level_of(None, name) for name in ("安平区", "和平街道", "花园社区", "丽景苑", "洛阳")]
    [3, 5, 6, 7, None]
    """
    if entity and entity.level:
        return ORDER.index(entity.level)
    for name in (text, *((entity.name, *entity.aliases) if entity else ())):
        for pattern, level in ENDINGS:
            if pattern.search(name):
                return level
    return None
