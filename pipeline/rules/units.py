"""What a slot for mentions compiles to: one mention with what it takes along, or a list of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pipeline.rules.encode import CODES

OPEN, CLOSE = "[“‘「『《〈\"']?", "[”’」』》〉\"']?+"  # never give a closing quote back
NEAR = f"[{CODES['DIS']}{CODES['ORG']}{CODES['LOC']}]"
JOIN = "(?:[、和与及暨]|以及|(?<=[”’])(?=[“‘]))"
STAFF = "(?:(?:全体|部分|机关)?(?:工作人员|党员干部|干部职工|干部|职工|党员|志愿者|成员|代表)(?=[、和与及暨]))?"
MANY = (
    f"(?:等(?:[0-9一二三四五六七八九十百千余多数几两各{CODES['COUNT']}]+[家个名位所支项次余]?)?"
    "(?:相关|有关|成员|共建|爱心|职能|辖区|直属|医疗|主题|系列)?"
    "(?:单位|部门|企业|公司|机构|商户|组织|学校|人员|人|同志|领导|专家|小区|社区|街道|地|处|地区|活动|行动|工程|项目|机关|院校|团队|银行)?)?"
)


class Classes(Protocol):
    """Word classes by name: as a regular expression (asked for at a place of a pattern), or as plain words."""

    def __call__(self, name: str, pattern: str, at: int) -> str:
        """The regular expression of a class."""

    def plain(self, name: str) -> Sequence[str] | None:
        """The words of a class as they stand in its table."""


def unit(types: str, classes: Classes, *, exact: bool = False, titled: bool = False) -> str:
    """The regular expression of one mention, with what it takes along; `@` marks where its kept character begins."""
    if exact:
        return f"(?P<@>[{types}])"
    parts, rest = [], types
    if CODES["PER"] in types:
        rest = types.replace(CODES["PER"], "")
        # Posts are read once, not taken apart in every other way when no name follows them.
        before = f"(?>(?:{NEAR}|{classes('before_person', '', 0)}[、，]?)*)" if titled else ""
        parts.append(f"{before}(?P<@>{CODES['PER']})(?:{classes('after_person', '', 0)})?")
    if rest:
        area = any(t in NEAR for t in rest)
        chain, last = (f"{CODES['DIS']}*", f"(?!{NEAR})") if area else ("", "")
        parts.append(f"{OPEN}{chain}(?P<@>[{rest}]){last}{CLOSE}{STAFF if area else ''}")
    return "(?:" + "|".join(parts) + ")"


def listed(one: str, *, commas: bool) -> str:
    """A list of what `one` matches: 甲、乙和丙等3家单位."""
    join = f"(?:{JOIN}|，)" if commas else JOIN
    return f"{one}(?:{join}{one})*{MANY}"
