"""Official heads of offices: which forms mean one office, and which abbreviations may be written out."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon.lexicon import DATA
from pipeline.lexicon.tables import read_table
from pipeline.records import Level

BRACKETS = re.compile(r"[（(][^）)]*[）)]")
# what may stand behind an office's head inside a longer name: 城管局环卫科, 人社局党组
SECTION = re.compile(
    r"^(?:党组|党委|党支部|党总支|机关党委|工会|团委|团支部|办公室|[一-鿿]{1,10}?(?:科|处|股|室|大队|中队|支队|中心|所|站|分局|领导小组|专班))$"
)


@lru_cache(maxsize=1)
def _forms() -> dict[str, list[tuple[str, str, bool]]]:
    """Printed form -> (level or nothing, full head, whether it may be written out)."""
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for row in read_table(DATA / "office_heads.tsv"):
        for column in ("full", "short", "same"):
            for form in filter(None, row[column].split("|")):
                table.setdefault(form, []).append((row["level"], row["full"], column == "short"))
    return table


@lru_cache(maxsize=1)
def _banks() -> tuple[tuple[str, str], ...]:
    pairs = [(row["short"], row["full"]) for row in read_table(DATA / "banks.tsv")]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def is_office(core: str) -> bool:
    """Whether a name without its area is an office of the table: 城管局 on its own.

    >>> is_office("城管局"), is_office("物业公司")
    (True, False)
    """
    return core in _forms()


def written_out(core: str, level: Level | None = None) -> str:
    """The head in full where the table knows one full form; a section's own name stays behind it.

    >>> written_out("城管局"), written_out("法院", "city"), written_out("房管局"), written_out("城管局环卫科")
    ('城市管理局', '中级人民法院', '房管局', '城市管理局环卫科')
    """
    head, rest = _split(core)
    known = _row(head, level)
    return (known[0] if known and known[1] else head) + rest


def core_key(core: str, level: Level | None = None) -> str:
    """What makes a body itself inside its area: brackets gone, all forms of an office under its official head.

    >>> core_key("城管局") == core_key("综合行政执法局（城市管理局）") == core_key("城市管理局")
    True
    >>> core_key("工行鹤壁分行"), core_key("人社局党组")
    ('中国工商银行鹤壁分行', '人力资源和社会保障局党组')
    """
    head, rest = _split(BRACKETS.sub("", core))
    known = _row(head, level)
    return full_bank((known[0] if known else head) + rest)


def full_bank(name: str) -> str:
    """A bank's registered name in the place of its short one.

    >>> full_bank("农行淇滨支行"), full_bank("行长进万企")
    ('中国农业银行淇滨支行', '行长进万企')
    """
    for short, full in _banks():
        if name.startswith(short) and not name.startswith(full):
            return full + name[len(short) :]
    return name


def _split(core: str) -> tuple[str, str]:
    """An office's head and what stands behind it; the whole name when it is a head itself."""
    if core in _forms():
        return core, ""
    for at in range(len(core) - 1, 2, -1):
        if core[:at] in _forms() and SECTION.match(core[at:]):
            return core[:at], core[at:]
    return core, ""


def _row(head: str, level: Level | None) -> tuple[str, bool] | None:
    wanted = "city" if level in ("city", "province") else "county"
    hits = [(full, out) for known, full, out in _forms().get(head, ()) if known in ("", wanted)]
    return hits[0] if hits else None
