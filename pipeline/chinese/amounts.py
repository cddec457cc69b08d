"""Find sums of money and counts: 1.5亿元, 700余万元, 400余人, 数百名, 3至5家."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from pipeline.chinese.found import Found, in_title
from pipeline.chinese.numbers import ARABIC, CHINESE, plain, read_number
from pipeline.lexicon.tables import read_table

DATA = Path(__file__).parent / "data"
_ROWS = read_table(DATA / "units.tsv")
UNITS = {row["unit"]: row["of"] for row in _ROWS}
"""Units of counts, and what they count: people, households, bodies, things, acts, measures."""
CURRENCIES = (
    "元人民币|元|块钱|人民币|美元|港元|港币|欧元|日元|英镑|韩元|澳元|加元|卢布|新台币|澳门元"  # without word: yuan
)
YUAN = {"元", "元人民币", "块钱", "人民币"}

_ABOUT = r"大约|约为|约|将近|接近|近|超过|超|逾|上|不足|不到|至少|多达|最多|最高|共计|共|累计|达到|达"
_NEAR = frozenset(
    {"大约", "约为", "约", "将近", "接近", "近", "超过", "超", "逾", "上", "不足", "不到", "至少", "多达", "最多"}
)
_SOME = r"数[十百千万亿]+|好?几[十百千万亿]*|[十百千万]几|若干|上?[百千]上?[千万]|成[百千]上[千万]"
_PAIR = r"[一二三四五六七八九][二三四五六七八九](?=[十百千万亿名人位个家户次份件场支台条处])[十百千万亿]*|[一三]两|两三"
_MORE = "[余多来]"
_PLAIN = rf"(?:{ARABIC}|{CHINESE}+)(?:[百千万亿]+(?:{ARABIC}|{CHINESE}+)?)*"
_NUMBER = rf"(?:{_PLAIN})(?:{_MORE}[百千万亿]*|几(?=[个名位]))?"
_LATER = {row["unit"]: row["not_before"].split() for row in _ROWS}
_UNIT = "|".join(
    re.escape(unit) + (f"(?!{'|'.join(map(re.escape, _LATER[unit]))})" if _LATER[unit] else "")
    for unit in sorted(UNITS, key=lambda u: (-len(u), u))
)
_NOT_COUNT = "|".join(sorted((r["phrase"] for r in read_table(DATA / "not_counts.tsv")), key=lambda w: (-len(w), w)))
_TO = r"(?:至|到|[—–~～－-]{1,2})"
_START = r"[\d０-９零两一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾数几好若成上]"

AMOUNT = re.compile(
    rf"(?={_START})(?<![\d.·第/０-９A-Za-z零一二两三四五六七八九十百千万亿几数-])(?!{_NOT_COUNT})"
    rf"(?:(?P<some>{_SOME}|{_PAIR})(?P<some_more>{_MORE})?|(?:(?P<low>{_PLAIN})(?:{CURRENCIES}|{_UNIT})?{_TO})?(?P<number>{_NUMBER}))"
    rf"(?:(?P<money>{CURRENCIES})(?![旦宵素月首帅勋老件村里坊化桥巷街社区朝]|结构)|(?P<unit>{_UNIT})(?!名册))?(?P<after>{_MORE}(?!自|[年月日]))?"
)
AROUND = re.compile("左右|上下|以上|以下")
BEFORE = re.compile(rf"(?:{_ABOUT})$")
MONEY_WORD = re.compile(
    "(?:投资|投入|贷款|资金|融资|捐款|善款|募捐|募集|筹集|筹资|补贴|补助|奖励|收入|产值|损失|金额|授信|放款|拨付|争取|追回|发放|落实|销售额|营业额|余额|工资|欠款)"
    "(?:总额|共计|合计|累计|达到|超过|近|约|达|超|逾|共|为|了)*$"
)


def find_amounts(text: str) -> list[Found]:
    """Sums of money (in yuan, or with their own currency as unit) and counts, in the order of the text.

    >>> [(f.text, f.value, f.unit, f.approximate) for f in find_amounts("向400余人发放贷款1.5亿元，数百名群众")]
    [('400余人', '400', '人', True), ('1.5亿元', '150000000', '元', False), ('数百名', None, '名', True)]
    """
    found = []
    at = 0
    while match := AMOUNT.search(text, at):
        amount = None if in_title(text, match.start()) else _read(match, text)
        if amount is not None:
            found.append(amount)
        at = max(match.end(), at + 1)
    return found


def _read(match: re.Match[str], text: str) -> Found | None:
    money, unit = match["money"], match["unit"]
    printed = match["number"]
    before = text[max(0, match.start() - 8) : match.start()]
    if not (money or unit):
        if not (printed and printed[-1] in "万亿" and MONEY_WORD.search(before)):
            return None
        money = "元"
    if unit and _is_word(match, text, before):
        return None
    value, more = _value(match)
    if value is None and not match["some"]:
        return None
    end = match.end()
    around = AROUND.match(text, end)
    said = BEFORE.search(before)
    approximate = more or around is not None or (said is not None and said[0] in _NEAR)
    if unit and unit.startswith("个多"):
        unit, approximate = unit.replace("多", ""), True  # 两个多月
    kind, named = ("money", "元" if money in YUAN else money) if money else ("count", unit)
    return Found(match.start(), end, match[0], kind, value, named, approximate)  # type: ignore[arg-type]


def _value(match: re.Match[str]) -> tuple[str | None, bool]:
    """The number in normal form, and whether it is only about that."""
    if match["some"]:
        return None, True
    printed = match["number"]
    bare = re.sub("[余多来几]", "", printed)
    number = read_number(bare)
    if number is None:
        return None, False
    more = bare != printed or match["after"] is not None
    if match["low"] is None:
        return plain(number), more
    low = read_number(match["low"])
    if low is None:
        return None, False
    if bare[-1] in "万亿" and match["low"][-1] not in "万亿":
        low *= Decimal(10000 if bare[-1] == "万" else 10**8)  # 3至5万元
    return f"{plain(low)}/{plain(number)}" if low < number else None, more


def _is_word(match: re.Match[str], text: str, before: str) -> bool:
    """Whether what looks like number and unit is something else: 一个, “四个意识”, 万家灯火, 十位."""
    printed = match["number"]
    if printed is None:
        return False
    chinese = not any(c.isdigit() and c not in "零〇一二三四五六七八九" for c in printed) and not printed[0].isdecimal()
    if not chinese:
        return False
    if printed in ("一", "零") or (len(printed) == 1 and before.endswith(("“", "《", "‘", '"'))):
        return True
    about = BEFORE.search(before)
    # 百家, 千名, 万户 alone are ways of saying many
    return all(c in "百千万亿" for c in printed) and match["after"] is None and about is None
