"""The door of this room: from mentions in sentences to stated relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from pipeline.ids import part_id
from pipeline.records import Article, Entity, Mention, Page, Relation, RelationType, Sentence, Value
from pipeline.relations.contain import contained
from pipeline.relations.discourse import Discourse, agrees, staffed
from pipeline.relations.drafts import Draft, pairs
from pipeline.relations.names import LEAN, SECTION, Names
from pipeline.relations.role_level import role_level
from pipeline.relations.roles import normal_role, term
from pipeline.relations.settle import brands, scope, settle, split_roles
from pipeline.rules import Encoded, Match, Rule, RuleBook, encode

TELLING = get_args(RelationType)
CLAUSE = re.compile("[，；。：！？]")
# 引导居民参与: those who are led join, not the one who leads them.
LED = re.compile(
    "(?:让|促使|引导|动员|带动|鼓励|号召|使|督促|倡导|呼吁|吸引).*(?:居民|群众|市民|业主|家庭|学生|老人|商户|大家|他们)"
)
COUNTY, STREET, ESTATE = 3, 5, 7  # in levels.ORDER
STOREY = re.compile("[楼层室栋幢]|单元|号[楼院]")


def find_relations(
    page: Page, articles: Sequence[Article], sentences: Sequence[Sentence], mentions: Sequence[Mention],
    values: Sequence[Value], entities: Sequence[Entity], *, rules: RuleBook,
) -> list[Relation]:  # fmt: skip
    """Find the relations that a page states or that its names carry, each with its sentence as evidence.

    Mentions carry entity ids; anaphors (该行) stand for their entity. 罗敏 and 区民政局 in 区民政局局长罗敏 give
    holds_position with the role 局长. Bylines give nothing. A planned, denied or rumoured relation is kept and marked.
    """
    names = Names.of(page, entities, mentions, brands())
    by_article: dict[str, list[Sentence]] = {a.article_id: [] for a in articles}
    for sentence in sentences:
        if sentence.role != "byline":
            by_article.setdefault(sentence.article_id, []).append(sentence)
    held: dict[str, tuple[list[Mention], list[Value]]] = {s.sentence_id: ([], []) for s in sentences}
    for mention in mentions:
        if mention.sentence_id in held:
            held[mention.sentence_id][0].append(mention)
    for value in values:
        if value.sentence_id in held:
            held[value.sentence_id][1].append(value)
    drafts: list[Draft] = []
    for own in by_article.values():
        texts = [encode(s, *held[s.sentence_id]) for s in own]
        drafts += settle(article_drafts(texts, names, rules), names)
    return _records(page, drafts, sentences, values, names)


def article_drafts(texts: Sequence[Encoded], names: Names, rules: RuleBook) -> list[Draft]:
    """All drafts of one article, as the rules give them."""
    thread = Discourse(rules)
    thread.open(texts)
    telling = rules.finder(*TELLING)
    drafts = list(contained(texts, names, thread.topic))
    order = {"kicker": 0, "headline": 1, "body": 2, "caption": 3}
    for text in sorted(texts, key=lambda t: order[t.sentence.role]):
        if text.items:
            thread.read(text)
            scopes = scope(text, rules)
            for match in telling.find(text, lambda rule: thread.lacks(rule.options.get("given", ""))):
                drafts += (scopes(d) for d in split_roles(_drafts(match, thread, names), text, names))
            thread.close()
        elif text.sentence.role == "body":
            thread.read(text)
            thread.close()
    return drafts


def _drafts(match: Match, thread: Discourse, names: Names) -> Iterator[Draft]:
    rule, role = match.rule, match.one("word" if match.rule.options.get("given") == "tail=area" else "role")
    given = given_by(match, thread, names)
    if given is None:
        return
    for head, place in pairs(match, given):
        tail = _venue(place, names) if rule.type == "held_in" else place
        if tail is None:
            continue
        if not (head.entity_id and tail.entity_id) or head.entity_id == tail.entity_id:
            continue
        if (
            rule.type in ("part_of", "located_in") and len(tail.text) < 2
        ):  # 东盟、非、美、欧: one-character names of lists
            continue
        if rule.options.get("levels") == "anaphor" and not tail.anaphor:
            continue
        if rule.options.get("levels") == "named" and head.anaphor:
            continue
        if rule.options.get("levels") == "local" and (names.level(tail.entity_id) or COUNTY) < COUNTY:
            continue
        if rule.options.get("levels") == "section" and (names.chain(head.text) or LEAN.match(head.text)):
            continue
        if rule.options.get("levels") == "whole" and SECTION.search(head.text):
            continue  # its own 内科 is the body itself
        if rule.options.get("levels") == "down" and not _descends(names, head.entity_id, tail.entity_id):
            continue
        yield Draft(
            cast(RelationType, rule.type), head.entity_id, tail.entity_id, match.text.sentence, match.start, match.end,
            rule.name, rule.confidence, role.text if role else None, rule.options.get("status"),
            rule.options.get("polarity", "positive"), rule.options.get("modality", "actual"),
        )  # fmt: skip


def given_by(match: Match, thread: Discourse, names: Names) -> dict[str, Sequence[Mention]] | None:
    """What discourse puts into a slot of a rule with `given`; None when it has nothing to put there."""
    slot, _, source = match.rule.options.get("given", "").partition("=")
    if not slot:
        return {}
    units: Sequence[Mention] = ()
    if source == "subject":
        led = match.rule.type == "participates_in" and LED.search(
            CLAUSE.split(match.text.sentence.text[: match.start])[-1]
        )
        units = () if led else thread.subject(match.start)
    elif source == "quoted":
        units = thread.quoted if not thread.said else ()
    elif source == "activity":
        units = thread.told()
    elif source == "fresh":
        units = thread.fresh
    elif source == "scene":
        units = [u for u in (_venue(m, names) for m in thread.scene) if u]
    elif source == "unit":
        units = thread.unit
    elif source == "topic":
        word = match.one("word")
        bare = "" if not word or word.text == "辖区" else word.text
        known = (*thread.subject(match.start), *thread.last, *thread.topic)
        units = [u for u in known if (not bare or agrees(u, bare)) and _inhabited(u, match.rule, names)][:1]
    elif source == "home":
        units = _home(match, thread, names)
    elif source == "role":
        post = match.one("role")
        kind = post.text[-2] if post else ""
        units = [u for u in thread.known() if u.type == "organisation" and agrees(u, kind)][:1]
    elif source == "staff":
        post = match.one("role")
        units = [u for u in thread.known() if post and staffed(u, post.text)][:1]
    elif source == "area":
        word = match.one("word")
        area = names.lean(word.text[-2] + "局", match.text.mentions, thread.known()) if word else None
        near = [m for m in (*match.text.mentions, *thread.known()) if m.entity_id == area]
        if area and not near:  # 副市长: the paper's city, even where this article does not name it
            near = [match.text.mentions[0].model_copy(update={"entity_id": area, "type": "district"})]
        units = near[:1]
    elif source == "whole_area":
        subject = thread.subject(match.start)
        word = match.one("word")
        area = (
            names.lean((word.text[1:] if word else "区") + "局", match.text.mentions, thread.topic) if subject else None
        )
        units = [subject[0].model_copy(update={"entity_id": area, "type": "district"})] if area else ()
    return {slot: units} if units else None


def _home(match: Match, thread: Discourse, names: Names) -> Sequence[Mention]:
    """Where 居民 or 村民 somebody lives: the community, estate or village named last nearby, or else the topic."""
    word, role = match.one("word"), match.one("role")
    bare = word.text if word and word.text != "辖区" else "村" if role and role.text == "村民" else ""
    near = [m for m in match.text.mentions if m.sent_start < match.start and m.type == "district"]
    lived = [m for m in (*reversed(near), *thread.nearby) if (names.level(m.entity_id or "") or 0) > STREET]
    if STOREY.search(match.text.sentence.text, max(0, match.start - 1), match.end):  # 一楼居民: of the houses told of
        lived = sorted(lived, key=lambda m: names.level(m.entity_id or "") != ESTATE)
    known = [
        m
        for m in (*lived, *thread.subject(match.start), *thread.last, *thread.topic)
        if _inhabited(m, match.rule, names)
    ]
    return ([m for m in known if agrees(m, bare)] if bare else known)[:1]


def _venue(place: Mention, names: Names) -> Mention | None:
    """Where something is held: a place or an area itself; of a body (党群服务中心) the area that its name gives."""
    if place.type != "organisation":
        return place
    chain = [area for area in names.chain(place.text) if names.called(area) in place.text]  # not 临江 of 临江大学
    return place.model_copy(update={"entity_id": chain[-1], "type": "district"}) if chain else None


def _inhabited(unit: Mention, rule: Rule, names: Names) -> bool:
    """A resident of the topic lives in a district, street, community or village: no body, no whole city."""
    return rule.type != "affiliated_with" or (
        unit.type == "district" and (names.level(unit.entity_id or "") or 0) >= COUNTY
    )


def _descends(names: Names, head: str, tail: str) -> bool:
    low, high = names.level(head), names.level(tail)
    return low is None or high is None or high < low


def _records(
    page: Page, drafts: Sequence[Draft], sentences: Sequence[Sentence], values: Sequence[Value], names: Names
) -> list[Relation]:
    numbers: dict[str, int] = {}
    order = {s.sentence_id: n for n, s in enumerate(sentences)}
    out = []
    key = lambda d: (order[d.sentence.sentence_id], d.start, d.end, d.type, d.head, d.tail)  # noqa: E731
    for draft in sorted(drafts, key=key):
        sentence = draft.sentence
        numbers[sentence.sentence_id] = numbers.get(sentence.sentence_id, 0) + 1
        form = normal_role(draft.role) if draft.role and draft.type == "holds_position" else None
        since, until = term(draft, values, sentences, page.date)
        start, end = sentence.clean.raw_span(draft.start, draft.end)
        out.append(
            Relation.model_validate(
                {
                    "relation_id": part_id(sentence.sentence_id, "r", numbers[sentence.sentence_id]), "type": draft.type,
                    "head": draft.head, "tail": draft.tail, "role": draft.role, "page_id": page.page_id,
                    "article_id": sentence.article_id, "sentence_id": sentence.sentence_id, "start": start, "end": end,
                    "quote": sentence.text[draft.start : draft.end], "rule": draft.rule, "confidence": draft.confidence,
                    "polarity": draft.polarity, "modality": draft.modality, "status": draft.status,
                    "as_of": page.date if draft.type == "holds_position" else None, "since": since, "until": until,
                    "role_norm": form.norm if form else None, "role_rank": form.rank if form else None,
                    "role_acting": bool(form and form.acting) or draft.status == "acting",
                    "role_deputy": bool(form and form.rank == "deputy"),
                    "role_level": role_level(draft.tail, names) if form else None,
                }
            )
        )  # fmt: skip
    return out
