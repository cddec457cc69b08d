"""Words that point at a body, area or person without naming it: 该行, 该中心, 街道, 办事处, 我市, 他.

They are linked for relations and events and are no mentions. A word is linked only when something of its kind was named
before it in the article, in its headline or its kicker; otherwise nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline import ids
from pipeline.entities.context import LEAN_LEVELS, PageContext
from pipeline.records import Entity, Mention, Sentence

# the pointing word -> what a name must end in to be meant
POINTERS: dict[str, re.Pattern[str]] = {
    "行": re.compile(r"行$"), "局": re.compile(r"局$"), "委": re.compile(r"委$"), "院": re.compile(r"院$"),
    "校": re.compile(r"(?:学|校|院|园)$"), "园": re.compile(r"园$"), "中心": re.compile(r"中心$"),
    "公司": re.compile(r"(?:公司|集团|物业|企业)$"), "集团": re.compile(r"(?:公司|集团)$"), "协会": re.compile(r"协?会$"),
    "联盟": re.compile(r"联盟$"), "办": re.compile(r"办(?:公室)?$"), "所": re.compile(r"所$"), "站": re.compile(r"站$"),
    "支行": re.compile(r"支行$"), "分行": re.compile(r"分行$"), "大队": re.compile(r"大队$"), "支队": re.compile(r"支队$"),
    "医院": re.compile(r"医院$"), "学院": re.compile(r"学院$"), "法院": re.compile(r"法院$"), "检察院": re.compile(r"检察院$"),
    "党支部": re.compile(r"支部$"), "党委": re.compile(r"党委$"), "党工委": re.compile(r"党工委$"), "派出所": re.compile(r"派出所$"),
    "服务队": re.compile(r"队$"), "志愿队": re.compile(r"队$"), "合作社": re.compile(r"合作社$"), "工会": re.compile(r"工会$"),
    "企业": re.compile(r"(?:公司|集团|厂|企业)$"), "银行": re.compile(r"[银支分]行$"),
    "单位": re.compile(r"(?:局|委|办|院|公司|中心)$"),
}  # fmt: skip
DEMONSTRATIVE = re.compile(
    r"(?:该|本|我)(?P<area>市|县|区|镇|乡|街道|社区|小区|村|省|开发区|示范区)(?!场|民|级|直|块|域|长)|"
    r"(?:全)(?P<whole>市|县|区|镇|乡|街道|社区|村)(?!场|民|级|域|直)|"
    r"该(?P<body>检察院|派出所|党工委|党支部|服务队|志愿队|合作社|医院|学院|法院|党委|工会|企业|银行|中心|公司|集团|协会|联盟|支行|分行|大队|支队|单位|行|局|委|院|校|园|办|所|站)(?!业|动|政|长|员|落)"
)
# 街道, 社区, 办事处 on their own as the one who acts: at the start of a clause, with what a body does behind it
CLAUSE = r"(?:(?<=^)|(?<=[，。；：！？“、]))(?:同时|此外|随后|近年来|今年以来|目前|去年|今年|20\d\d年|会上|期间|接下来|下一步|近日|日前)?[，,]?"
BARE = re.compile(
    CLAUSE + r"(?P<bare>街道办事处|街道办|办事处|街道|社区|分行|支行|集团|联盟)"
    r"(?=还|也|将|不断|积极|通过|依托|多次|先后|组织|开展|坚持|持续|始终|联合|充分|着力|要|召开|举办|邀请|成立|建立|相关负责人|负责人|工作人员|党员|纷纷|结合|以|把|从|共|已|每|定期|严格|针对|对|为)"
)
PRONOUN = re.compile(r"(?:(?<=^)|(?<=[，。；：！？“]))(?:同时，|此外，)?(?P<he>[他她])(?!们|人|山|乡|日)")


def find_anaphors(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], entities: Mapping[str, Entity], context: PageContext
) -> list[Mention]:
    """The pointing words of a page's bodies with the entity each stands for; `entities` are keyed by mention id."""
    out: list[Mention] = []
    by_sentence: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence_id, []).append(mention)
    for sentence in sentences:
        if sentence.role == "body":
            taken = [(m.sent_start, m.sent_end) for m in by_sentence.get(sentence.sentence_id, ())]
            for start, end, target in _in_sentence(sentence, mentions, entities, context):
                if not any(start < stop and begin < end for begin, stop in taken):
                    taken.append((start, end))
                    out.append(_mention(sentence, start, end, target, len(out) + 1))
    return out


def _in_sentence(
    sentence: Sentence, mentions: Sequence[Mention], entities: Mapping[str, Entity], context: PageContext
) -> list[tuple[int, int, Entity]]:
    found: list[tuple[int, int, Entity | None]] = []
    for match in DEMONSTRATIVE.finditer(sentence.text):
        word = match["area"] or match["whole"]
        probe = _probe(sentence, match.start())
        if word:
            # 我市, 全市 is the paper's own city; 该区 an area named before
            found.append((match.start(), match.end(), context.lean(word, probe)))
        else:
            found.append((match.start(), match.end(), _body(match["body"], probe, mentions, entities, context)))
    for match in BARE.finditer(sentence.text):
        word, probe = match["bare"], _probe(sentence, match.start("bare"))
        if word in LEAN_LEVELS:
            target = context.lean(word, probe)
        else:
            ending = "办事处" if word.startswith(("街道办", "办事处")) else word
            target = _named_before(re.compile(ending + "$"), probe, mentions, entities, context)
            if target is None and ending == "办事处":
                target = context.lean("街道", probe)
        found.append((match.start("bare"), match.end("bare"), target))
    for match in PRONOUN.finditer(sentence.text):
        found.append(
            (
                match.start("he"),
                match.end("he"),
                _person(_probe(sentence, match.start("he")), mentions, entities, context),
            )
        )
    return sorted(((s, e, t) for s, e, t in found if t), key=lambda f: f[:2])


def _body(
    word: str, probe: Mention, mentions: Sequence[Mention], entities: Mapping[str, Entity], context: PageContext
) -> Entity | None:
    return _named_before(POINTERS[word], probe, mentions, entities, context)


def _named_before(
    ending: re.Pattern[str],
    probe: Mention,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    context: PageContext,
) -> Entity | None:
    """The nearest body named before whose name has the right end; else one of the headline or kicker."""
    here = (context.order[probe.sentence_id], probe.sent_start)
    best: Entity | None = None
    for mention in mentions:
        if mention.article_id != probe.article_id or mention.type != "organisation" or not ending.search(mention.text):
            continue
        entity = entities.get(mention.mention_id)
        title = context.sentences[mention.sentence_id].role in ("headline", "kicker")
        before = (context.order[mention.sentence_id], mention.sent_start) < here
        if entity and mention.outermost and (before or (title and best is None)):
            best = entity
    return best


def _person(
    probe: Mention, mentions: Sequence[Mention], entities: Mapping[str, Entity], context: PageContext
) -> Entity | None:
    """The one person of the last sentence that names any before, when no more than three sentences back."""
    here = context.order[probe.sentence_id]
    near: dict[int, list[Entity]] = {}
    for mention in mentions:
        at = context.order[mention.sentence_id]
        same = mention.article_id == probe.article_id and mention.type == "person" and mention.mention_id in entities
        before = here - 3 <= at < here or (at == here and mention.sent_start < probe.sent_start)
        if same and before and context.sentences[mention.sentence_id].role == "body":
            near.setdefault(at, []).append(entities[mention.mention_id])
    last = {e.entity_id: e for e in near[max(near)]} if near else {}
    # two people in one sentence: nothing says which of them he is
    return next(iter(last.values())) if len(last) == 1 else None


def _probe(sentence: Sentence, at: int) -> Mention:
    return _mention(sentence, at, at + 1, None, 0)


def _mention(sentence: Sentence, start: int, end: int, target: Entity | None, number: int) -> Mention:
    raw_start, raw_end = sentence.clean.raw_span(start, end)
    return Mention(
        mention_id=ids.part_id(sentence.sentence_id, "x", number), page_id=sentence.page_id, article_id=sentence.article_id,
        sentence_id=sentence.sentence_id, type=target.type if target else "organisation", text=sentence.text[start:end],
        start=raw_start, end=raw_end, entity_id=target.entity_id if target else None, sent_start=start, sent_end=end,
        found_by="anaphor", confidence=0.8, anaphor=True,
    )  # fmt: skip
