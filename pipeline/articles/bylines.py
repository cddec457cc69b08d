"""Who wrote and who took the picture: bylines in all their forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.articles.names import HAN, likely, split_names

MARKERS = "□■●◎◆▲△○◇★☆▶►"
PAPER = rf"(?:本报|本台|本网|本刊|[{HAN}]{{2,6}}?(?:日报|晚报|晨报|时报|早报|都市报|商报|周报|新闻网|融媒体中心|融媒|客户端))"
KINDS = "特约|全媒体|融媒体|融媒|见习|实习|首席|特派|文字|高级|资深|新媒体|驻站"
ROLES = {
    "photographers": r"摄影记者|摄影(?=[:：/／ ]|$)|图片(?=[:：/／ ]|$)|供图|摄(?=[:：/／ ]|$)|(?<![文/])图(?=[:：/／ ])",
    "correspondents": r"(?:本报|本台)?(?:特约|骨干|优秀)?通讯员|特约撰稿人?|通联员|作者|(?:热心)?读者(?=[ ：:])",
    "reporters": rf"{PAPER}?(?:{KINDS})*记者|实习生|{PAPER}评论员|特约评论员|撰文|撰稿|(?<![图/])文(?=[:：/／ ])",
}
ROLE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in ROLES.items()))
TAIL = re.compile(
    r"(?:文[ /／、]?图|图[ /／、]?文|文并图|文并摄|摄影报道|图片报道|联合报道|综合报道|报道|采写|整理|编写|采访|撰文|撰稿)$"
)
COLUMN_WORD = re.compile(
    r"手记|调查|观察|了解|获悉|视线|连线|探访|体验|见闻|现场|一线|独家|系列|特别|深度|连续|专题|采访|走访|在线|日记|节|站|看到|发现|介绍"
)
"""What stands behind 记者 where no name does: 记者手记, ■记者观察."""
AFFILIATION = re.compile("[媒报社台网端部站]$|中心$")
"""What the reporter writes for, not who sent the text in: 云州融媒 记者."""
ALONE = re.compile(rf"[{HAN}]{{3}} (?:摄|摄影)")
"""征玉平 摄, by itself: a name, however rare the surname."""
AFTER_NAME = re.compile(rf"(?P<names>(?:[{HAN}]{{2,4}}[ 、])*[{HAN}]{{2,4}}) ?[/／]?(?:摄影|摄|供图|图)$")
WORDS_AND_PICTURE = re.compile(
    rf"(?P<words>[{HAN}]{{2,4}}) ?[/／]? ?文[ 、，/／]+(?P<picture>[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{2,4}})*) ?[/／]? ?(?:图|摄影|摄)$"
)
"""柳宁/文 苏瑜/图"""


@dataclass(frozen=True, slots=True)
class People:
    """The names of a byline by what they did."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()

    def __add__(self, other: People) -> People:
        def both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys((*a, *b)))

        return People(
            both(self.reporters, other.reporters),
            both(self.correspondents, other.correspondents),
            both(self.photographers, other.photographers),
        )

    def __bool__(self) -> bool:
        return bool(self.reporters or self.correspondents or self.photographers)


def read_byline(text: str) -> People | None:
    r"""The people of a byline; None when the text is no byline.

    >>> read_byline("记者 鲁燕\n通讯员 崔晨亮 杨雪丽 文/图")
    People(reporters=('鲁燕',), correspondents=('崔晨亮', '杨雪丽'), photographers=())
    >>> read_byline("（刘延哲）").correspondents, read_byline("记者 了解到"), read_byline("苏瑜 摄").photographers
    (('刘延哲',), None, ('苏瑜',))
    """
    core = re.sub(r"^[（(]|[）)]$", "", text.strip(f"{MARKERS} \n")).strip()
    core = re.sub(r"通\s*讯\s*员", "通讯员", re.sub(r"记\s*者", "记者", core))
    core = re.sub(r"\s*\n\s*(?=[/／])|(?<=[/／])\s*\n\s*", "", core)
    if not core or len(core) > 120 or re.search("[。！？”“]", core):
        return None
    shared = WORDS_AND_PICTURE.search(core)
    if shared:
        before = core[: shared.start()]
        core = f"{before}{'' if ROLE.search(before) else '记者 '}{shared['words']} 摄影 {shared['picture']}"
    credit = AFTER_NAME.search(core)
    people = People()
    if credit and not TAIL.search(core) and not re.search(r"[文图]/?$", core[: credit.start("names")]):
        head = core[: credit.start("names")]
        names = [n for n in split_names(credit["names"])[0] if likely(n) or ALONE.fullmatch(core)]
        trailing = list(ROLE.finditer(head))
        if not names:
            return None
        people = People(photographers=tuple(names))
        core = (
            head[: trailing[-1].start()].strip()
            if trailing and not head[trailing[-1].end() :].strip()
            else head.strip(" 、，")
        )
        if not core:
            return people
    bare = TAIL.sub("", core).strip(" 、，/")
    closed = bool(re.search(rf"(?:员|记者|实习生) ?[:： ] ?[{HAN}]{{2,3}}$", bare)) and not COLUMN_WORD.search(bare)
    closed = closed and (bare != core or text.strip()[:1] in f"（({MARKERS}")
    return _roles(bare, people, bracketed=text.strip()[:1] in f"（({MARKERS}", closed=closed)


def _roles(core: str, people: People, *, bracketed: bool, closed: bool) -> People | None:
    """The people by role; a form that is `closed` on both sides holds names even of rare surnames."""
    hits = list(ROLE.finditer(core))
    if not hits:
        names, others = split_names(core)
        if others or not names or not all(map(likely, names)) or not (bracketed or people):
            return None
        return People(correspondents=tuple(names)) + people
    before = core[: hits[0].start()].strip(" 、，:：")
    if before and not re.fullmatch(rf"[{HAN}A-Za-z·• ]{{2,16}}", before):
        return None
    found: dict[str, list[str]] = {name: [] for name in ROLES}
    if bracketed and before and not AFFILIATION.search(before):
        # （肖明 记者 彭丽）: who stands before the reporter sent the text in
        names, others = split_names(before)
        found["correspondents"] += names if not others and all(map(likely, names)) else []
    for hit, after in zip(hits, [*hits[1:], None], strict=True):
        names, others = split_names(core[hit.end() : after.start() if after else len(core)].strip(" :：、，/／"))
        if (others and len(hits) == 1) or (len(hits) < 2 and not closed and not all(map(likely, names))):
            return None
        if any(not likely(n) for n in names) and any(len(o) > 12 for o in others):
            return None
        found[hit.lastgroup or ""] += names
    if not any(found.values()) and not bracketed:
        return None
    names_by_role = [tuple(dict.fromkeys(found[key])) for key in ("reporters", "correspondents", "photographers")]
    return People(*names_by_role) + people
