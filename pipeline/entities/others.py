"""People, places and policies of a page: one name, one thing, with the variants papers print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.entities.organisation_names import LEANING, canonical_name
from pipeline.records import Entity, Mention

HONORIFIC = re.compile(
    r"^(?P<surname>.{1,2}?)(?P<word>先生|女士|小姐|太太|老师傅|老先生|老师|师傅|大爷|大妈|大叔|大娘|大婶|大嫂|大哥|大姐|阿姨|阿婆|阿公|奶奶|爷爷|婆婆|叔叔|大伯|"
    r"老伯|老汉|老太太|老太|老人|嫂子|妈妈|爸爸|某某?|同学|医生|护士|经理|夫妇)$|^(?P<before>[老小阿])(?P<name>.)$"
)
RESIDENT = re.compile(
    r"(?:居民|村民|市民|群众|业主|住户|租户|老人|家长|学生|商户|摊主|店主|网友|游客|乘客|患者|读者|环卫工人?|老党员|独居老人|老太太|小朋友)(?:代表)?$"
)
NOT_NAME = re.compile(r"[“”‘’\"'《》（）()，,、。·!！?？\s—-]")
STATION = re.compile(r"^(?:火车站|高铁站|汽车站|客运站|长途汽车站|火车东站|高铁东站|机场)")


def plain(name: str) -> str:
    """A name's words alone.

    >>> plain("“银龄反诈，智享晚年”") == plain("银龄反诈 智享晚年")
    True
    """
    return NOT_NAME.sub("", name)


def resolve_people(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """One name on one page is one person; 李先生 is the 李 named in full in his article, else one person of that article only.

    Whoever stands in a byline or once without 居民, 村民 … before the name is no mere resident; his office tells later.
    """
    own = [m for m in mentions if m.type == "person"]
    full = {m.mention_id: _named_in_full(m, own, context) for m in own}
    known = {m.text for m in own if _resident(m, context)}
    public = {m.text for m in own if context.sentences[m.sentence_id].role == "byline" or _office(m, context)}
    out = {}
    for mention in own:
        text = full[mention.mention_id] or mention.text
        polite = HONORIFIC.match(text)
        scope = mention.article_id if polite else context.page.page_id
        out[mention.mention_id] = context.known(
            Entity(
                entity_id=ids.entity_id("person", scope, plain(text)), type="person", name=text,
                honorific=(polite["word"] or polite["before"]) if polite else None,
                resident=bool(polite) or (text in known and text not in public),
                decided_by="surname and honorific in one article" if polite else "same name on one page",
            )
        )  # fmt: skip
    return out


def _named_in_full(mention: Mention, own: Sequence[Mention], context: PageContext) -> str | None:
    """周好生 for 周大爷, when he alone of that surname is named in full before, and not as a journalist."""
    polite = HONORIFIC.match(mention.text)
    if not polite:
        return None
    surname = polite["surname"] or polite["name"]
    here = (context.order[mention.sentence_id], mention.sent_start)
    names = {
        m.text
        for m in own
        if m.article_id == mention.article_id and m.text.startswith(surname) and not HONORIFIC.match(m.text)
        and context.sentences[m.sentence_id].role == "body" and (context.order[m.sentence_id], m.sent_start) < here
    }  # fmt: skip
    return names.pop() if len(names) == 1 else None


def _resident(mention: Mention, context: PageContext) -> bool:
    return bool(RESIDENT.search(context.sentences[mention.sentence_id].text[: mention.sent_start]))


def _office(mention: Mention, context: PageContext) -> bool:
    """Whether an office is printed right before the name, or right behind it: 书记周丰军, 周丰军书记."""
    text = context.sentences[mention.sentence_id].text
    before, after = text[: mention.sent_start], text[mention.sent_end :]
    offices = context.offices
    return any(before.endswith(o) for o in offices) or any(after.startswith(o) for o in offices)


def resolve_by_name(mentions: Sequence[Mention], context: PageContext) -> dict[str, Entity]:
    """Places of one city and policies of one name are one thing; 区老干部活动中心 and 火车站商圈 are called by their area."""
    out = {}
    for mention in mentions:
        if mention.type not in ("place", "policy"):
            continue
        name, scope = mention.text, (context.page.place_code or context.page.page_id,)
        area = _leaning_place(mention, context) if mention.type == "place" else None
        if area is not None:
            lean = LEANING.match(name)
            name = canonical_name(name[lean.end() :], area, context.city_of(area)) if lean else _short(area.name) + name
            scope = (area.entity_id,)
        key = ids.entity_id(mention.type, *(scope if mention.type == "place" else ()), plain(name))
        out[mention.mention_id] = context.known(
            Entity(
                entity_id=key, type=mention.type, name=name, kind=mention.kind,
                district=area.entity_id if area else None,
                decided_by=f"leans on {area.name}" if area else "same name",
            )
        )  # fmt: skip
    return out


def _leaning_place(mention: Mention, context: PageContext) -> Entity | None:
    lean = LEANING.match(mention.text)
    if lean and lean["word"] in ("市", "区", "县", "省") and len(mention.text) >= 5:
        return context.lean(lean["word"], mention)
    return context.city if STATION.match(mention.text) else None


def _short(city: str) -> str:
    return city.removesuffix("市") if len(city) > 2 else city
