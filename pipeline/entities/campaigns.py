"""Campaigns of a page: the same words are one campaign, and so are the variants that papers print of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.entities.others import plain
from pipeline.lexicon import Lexicon
from pipeline.records import Entity, Mention

# what may follow a campaign's own name without making it another one
TAIL = re.compile(r"(?:系列活动|主题活动|专项活动|宣传活动|实践活动|志愿服务活动|活动|行动计划|工程项目|工作)$")
# what may stand before it: the paper's area, a year, an edition, an occasion
LEAD = re.compile(
    r"^(?:全国|全省|全市|全区|全县|全街道|首届|第[一二三四五六七八九十\d]+届|[12]\d{3}年(?:度)?|庆祝.{2,30}(?:周年|之际)|纪念.{2,30}周年|喜迎.{2,12}|“[^”]{2,20}”|"
    r"[一-鿿]{2,6}(?:省|市|区|县|街道|镇|社区))+$"
)


def resolve_campaigns(mentions: Sequence[Mention], lexicon: Lexicon, context: PageContext) -> dict[str, Entity]:
    """Give every campaign mention its entity: by the table of variants, by its words, or by a longer name of its article."""
    table = _variants(lexicon)
    date = (context.page.date or "")[:7]
    own = [m for m in mentions if m.type == "campaign"]
    longest_first = sorted(own, key=lambda m: (-len(m.text), m.text))
    printed: dict[str, str] = {}
    for mention in longest_first:
        printed.setdefault(plain(mention.text), mention.text)
    out: dict[str, Entity] = {}
    for mention in own:
        text, how = _fullest(mention, longest_first)
        listed = _listed(plain(text), date, table) or _listed(plain(mention.text), date, table)
        if listed:
            text, how = listed, "table of campaign variants"
        key = plain(text)
        name = listed or printed.get(key, text)
        out[mention.mention_id] = context.known(
            Entity(
                entity_id=ids.entity_id("campaign", "cam", key), type="campaign", name=shown(name), kind=mention.kind,
                decided_by=how,
            )
        )  # fmt: skip
    return out


def shown(name: str) -> str:
    """A campaign's name as the graph shows it: quotes around a short part of it go, quotes around all of it too.

    So does the blank of a headline set in two lines.

    >>> shown("第二届农民 健步走大赛")
    '第二届农民健步走大赛'
    >>> shown("“五星”支部创建"), shown("“红色物业”"), shown("“不忘初心、牢记使命”主题教育")
    ('五星支部创建', '红色物业', '“不忘初心、牢记使命”主题教育')
    """
    name = re.sub(r"(?<=[一-鿿])\s(?=[一-鿿])", "", name)
    whole = re.fullmatch(r"“([^“”]+)”", name)
    if whole:
        return whole[1]
    return re.sub(r"^“([一-鿿\d]{1,4})”(?=[一-鿿]{2,6}$)", r"\1", name)


def _fullest(mention: Mention, longest_first: Sequence[Mention]) -> tuple[str, str]:
    """The longest name in the same article of which this one is the end, but for an occasion or an area before it."""
    short = TAIL.sub("", mention.text) or mention.text
    if len(plain(short)) < 6:
        return short, "same words"
    for other in longest_first:
        if other.article_id != mention.article_id:
            continue
        long = TAIL.sub("", other.text) or other.text
        if len(plain(long)) <= len(plain(short)):
            continue
        if plain(long).endswith(plain(short)) and LEAD.match(long[: len(long) - len(short)]):
            return long, "end of a longer name in the article"
    return short, "same words"


def _listed(key: str, date: str, table: dict[str, list[tuple[str, str, str]]]) -> str | None:
    for name, since, until in table.get(key, ()):
        if not since or (date and since <= date <= until):
            return name
    return None


@cache
def _variants(lexicon: Lexicon) -> dict[str, list[tuple[str, str, str]]]:
    table: dict[str, list[tuple[str, str, str]]] = {}
    for row in lexicon.words("campaign_variants"):
        for form in (row["name"], *filter(None, row["forms"].split("|"))):
            since = row["from"] if form != row["name"] else ""
            table.setdefault(plain(form), []).append((row["name"], since, row["until"]))
    return table
