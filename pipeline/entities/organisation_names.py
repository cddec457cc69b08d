"""How the name of a body is built: the area it stands on, and what it is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.lexicon.lexicon import DATA
from pipeline.lexicon.tables import read_table

# 市 of 市民政局, but not of 市场监督管理局
LEANING = re.compile(
    r"(?P<word>省|市(?!场|政工程|级|容|北|南|中区|直)|州(?!际)|区(?!块|域|间|直)|县(?!级|直)|旗|街道|镇|乡(?!村)|社区(?!卫生|医院)|村(?!镇|级)|开发区|示范区|高新区|新区)(?=..)"
)
BRACKETS = re.compile(r"[（(][^）)]*[）)]")
GENERIC_CORE = re.compile(
    r"^(?:党工委|纪工委|党委|纪委|党支部|党总支|工会|团委|妇联|居委会|村委会|办事处|办公室|综合执法队|新时代文明实践[站所中心]+|便民服务中心|党群服务中心|"
    r"[一-鿿]{2,8}(?:部|科|处|股|室|队|站|所|中心|大队|中队))$"
)
BODY_OF_FIRM = re.compile(r"(?:部|科|室|处|股)$")


@lru_cache(maxsize=1)
def _office_forms() -> tuple[tuple[str, str], ...]:
    rows = read_table(DATA / "office_heads.tsv")
    pairs = [(short, row["full"]) for row in rows for short in row["short"].split("|")]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=1)
def _bank_forms() -> tuple[tuple[str, str], ...]:
    pairs = [(row["short"], row["full"]) for row in read_table(DATA / "banks.tsv")]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def core_key(core: str) -> str:
    """What makes a body itself inside its area: brackets gone, the office's short form replaced by the full one.

    >>> core_key("城管局") == core_key("综合行政执法局（城市管理局）") == core_key("城市管理局")
    True
    >>> core_key("工行鹤壁分行")
    '中国工商银行鹤壁分行'
    """
    plain = BRACKETS.sub("", core)
    for short, full in _office_forms():
        if plain == short:
            return full
    return full_bank(plain)


def full_bank(name: str) -> str:
    """A bank's registered name in the place of its short one."""
    for short, full in _bank_forms():
        if name.startswith(short):
            return full + name[len(short) :]
    return name


def is_short_for(short: str, full: str) -> bool:
    """Whether a printed form is cut out of a longer name: 圆方物业 of 河南圆方物业管理有限公司, 中联集团 of 河南省中联再生资源集团有限公司.

    >>> is_short_for("圆方物业", "河南圆方物业管理有限公司"), is_short_for("中联集团", "河南省中联再生资源集团有限公司")
    (True, True)
    >>> is_short_for("管理公司", "河南圆方物业管理有限公司"), is_short_for("民政局", "鹤壁市民政局")
    (False, True)
    """
    if len(short) < 3 or len(short) >= len(full):
        return False
    if full.endswith(short):
        return True
    brand, head = short[:2], short[2:]
    at = full.find(brand)
    return 0 <= at <= 4 and head in full[at + 2 :] and at + len(short) < len(full)


def canonical_name(core: str, areas: Sequence[str]) -> str:
    """The full name: the areas from the city down, then the body; a party committee by its own form.

    >>> canonical_name("民政局", ["鹤壁市"]), canonical_name("委", ["郑州市", "管城回族区"])
    ('鹤壁市民政局', '中共郑州市管城回族区委员会')
    >>> canonical_name("委老干部局", ["郑州市", "管城回族区"])
    '中共郑州市管城回族区委老干部局'
    """
    where = "".join(areas)
    if core == "委":
        return f"中共{where}委员会"
    if core.startswith("委") and where and not core.startswith("委员会"):
        return f"中共{where}{core}"
    return f"{where}{full_bank(core)}"
