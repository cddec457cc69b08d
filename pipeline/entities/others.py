"""People, campaigns, places and policies of a page: one name, one thing, with the variants papers print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.lexicon import Lexicon
from pipeline.records import Entity, Mention

HONORIFIC = re.compile(
    r"^.{1,2}?(先生|女士|老师|师傅|大爷|大妈|大叔|大娘|阿姨|奶奶|爷爷|老人|某某?|同学|医生|护士|经理)$"
)
RESIDENT = re.compile(r"(?:居民|村民|市民|群众|业主|住户|老人|家长|学生|商户|网友|游客|环卫工人?)$")
NOT_NAME = re.compile(r"[“”‘’\"'《》（）()，,、。·!！?？\s—-]")


def resolve_people(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """One name on one page is one person; 李先生 is one person per article only."""
    out = {}
    public = {m.text for m in mentions if m.type == "person" and not _resident(m, context)}
    for mention in mentions:
        if mention.type != "person":
            continue
        polite = HONORIFIC.match(mention.text)
        scope = mention.article_id if polite else context.page.place_code or context.page.page_id
        out[mention.mention_id] = context.known(
            Entity(
                entity_id=ids.entity_id("person", scope, mention.text), type="person", name=mention.text,
                honorific=polite[1] if polite else None, resident=bool(polite) or mention.text not in public,
                decided_by="surname and honorific in one article" if polite else "same name, same city",
            )
        )  # fmt: skip
    return out


def _resident(mention: Mention, context: PageContext) -> bool:
    before = context.sentences[mention.sentence_id].text[: mention.sent_start]
    return bool(RESIDENT.search(before))


def resolve_campaigns(mentions: Sequence[Mention], lexicon: Lexicon, context: PageContext) -> dict[str, Entity]:
    """A campaign is known by its words without quotes and marks; stock campaigns by the list's name for all variants."""
    stock = _stock(lexicon)
    texts = sorted({m.text for m in mentions if m.type == "campaign"}, key=lambda t: (-len(t), t))
    out = {}
    for mention in mentions:
        if mention.type == "campaign":
            key = plain(mention.text)
            name = stock.get(key) or next((t for t in texts if plain(t) == key), mention.text)
            out[mention.mention_id] = context.known(
                Entity(
                    entity_id=ids.entity_id("campaign", plain(name)), type="campaign", name=name, kind=mention.kind,
                    decided_by="campaign list" if key in stock else "same words",
                )
            )  # fmt: skip
    return out


def plain(name: str) -> str:
    """A name's words alone.

    >>> plain("“银龄反诈，智享晚年”") == plain("银龄反诈 智享晚年")
    True
    """
    return NOT_NAME.sub("", name)


@cache
def _stock(lexicon: Lexicon) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for row in lexicon.words("campaigns"):
        for form in (row["name"], *filter(None, (row.get("aliases") or "").split("|"))):
            table.setdefault(plain(form), row["name"])
    return table


def resolve_by_name(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """Places of one city and policies of one name are one thing."""
    out = {}
    for mention in mentions:
        if mention.type in ("place", "policy"):
            scope = (context.page.place_code or context.page.page_id,) if mention.type == "place" else ()
            key = ids.entity_id(mention.type, *scope, plain(mention.text))
            out[mention.mention_id] = context.known(
                Entity(entity_id=key, type=mention.type, name=mention.text, kind=mention.kind, decided_by="same name")
            )
    return out
