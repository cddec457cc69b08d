"""How many and how much: the count and the sum printed with a happening."""

from __future__ import annotations

import re

from pipeline.events.view import View

NUMBER = r"(?:[0-9０-９][0-9０-９,，.]*|[一二三四五六七八九十百千两]+)(?:余|多)?(?:万|亿|千|百)?(?:余|多)?"
UNIT = (
    r"(?:个(?:小区|社区|村|单位|家庭|项目|镇|街道|点位|问题|场所|班级|摊位)|人次|人|名|位|户次|户|家次|家|份|件|册|本|张|台|次|场|期|轮|起|处|条|个|盏|辆次|辆|吨|公斤|斤|平方米"
    r"|亩|公里|米|棵|株|袋|箱|套|幅|块|批|项|例|只|组|支|堂|节|所|袋|桶|车|枚|面|幢|栋|盆|瓶|双|床|顶)"
)
COUNT = re.compile(rf"{NUMBER}{UNIT}")
MONEY = re.compile(rf"{NUMBER}(?:元|块钱|美元)(?!/)")
NOT_COUNT = re.compile(r"^(?:[一两]?(?:个|次|条|位|起|家|场|名|种|支|项|块|批|本|份|堂|节|组|件|人|轮)|第)")


def count_of(view: View, clause: int, start: int, end: int) -> str | None:
    """The printed count nearest behind the trigger in its clause, else before it, else in the next clause.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> count_of(look(read_marked("发放宣传页2000余份。").sentence, [], []), 0, 0, 2)
    '2000余份'
    """
    begin, stop = view.clauses[clause]
    ranges = [(end, stop), (begin, start)]
    if clause + 1 < len(view.clauses):
        following = view.clauses[clause + 1]
        if re.match(r"(?:共计?|累计|先后|吸引|惠及|参加|[一-龥]{0,10}等?\d)", view.text[following[0] : following[1]]):
            ranges.append(following)
    for a, b in ranges:
        hits = [h for h in COUNT.finditer(view.text, a, b) if _counts(view, h)]
        if hits:
            return hits[0].group() if a >= end else hits[-1].group()
    return None


def amount_of(view: View, clause: int) -> str | None:
    """The sum of money printed in a clause, as printed.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> amount_of(look(read_marked("申请了700万元的贷款。").sentence, [], []), 0)
    '700万元'
    """
    begin, end = view.clauses[clause]
    hit = MONEY.search(view.text, begin, end)
    return hit.group() if hit else None


def _counts(view: View, hit: re.Match[str]) -> bool:
    if NOT_COUNT.match(hit.group()) or view.text[max(0, hit.start() - 1) : hit.start()] in (
        "第",
        "月",
        "年",
        "之",
        "初",
    ):
        return False
    return not any(v.type == "time" and v.sent_start <= hit.start() < v.sent_end for v in view.values)
