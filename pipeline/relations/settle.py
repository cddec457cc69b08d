"""From all that rules found to what is told: scope of plans and denials, roles taken apart, rivals settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.lexicon.tables import read_table
from pipeline.relations.drafts import Draft
from pipeline.relations.names import Names
from pipeline.rules import Encoded, RuleBook

BANKS = Path(__file__).parent.parent / "lexicon" / "data" / "banks.tsv"
AREA_HEAD = {
    "省": "省长",
    "市": "市长",
    "区": "区长",
    "县": "县长",
    "旗": "旗长",
    "镇": "镇长",
    "乡": "乡长",
    "村": "村长",
    "道": "办事处主任",
}
PLAN = re.compile(
    "下一步|下阶段|接下来|今后|计划|拟于|拟(?=开展|举办|建|组织|联合|与|在|于|赴|对|邀请|推出|启动|会同|携手|参加)|将(?=与|同|会同|携手|继续|进一步|于|在|会|持续|以|深入|坚持|联合|对|举办|开展|组织|不断|充分|通过)|即将|力争|准备(?=开展|举办)"
)
NOT = re.compile(
    "未(?!来|必|成年)|没有|尚未|并未|从未|不再(?!担任|兼任|任)|不(?=开展|举办|参加|组织|参与)|拒绝|取消|暂停|停办|无法"
)
HEARSAY = re.compile("据说|据传|传闻|网传|有消息称|据悉有|听说|谣传")
LASTING = ("part_of", "located_in", "holds_position", "affiliated_with")  # 将 in the sentence plans something else
ORDER = re.compile("任命|免去|免除")
CLAUSE = re.compile("[，。；：！？]")
UNLESS_LED = "campaign_of_the_area"
RANK = re.compile("^(?:代理?|挂职|常务|第一|执行)*副?")
AREA_POST = re.compile("副?[省市区县旗镇乡]长")
TELLING = {"current": 1, "former": 3, "acting": 3, "elect": 2, "appointed": 2, "removed": 4}


@cache
def brands() -> dict[str, frozenset[str]]:
    """Every name of a bank or company with branches -> all its names."""
    called: dict[str, set[str]] = {}
    for row in read_table(BANKS):
        called.setdefault(row["full"], {row["full"]}).add(row["short"])
    return {name: frozenset(names) for names in called.values() for name in sorted(names)}


def scope(text: Encoded, rules: RuleBook) -> Callable[[Draft], Draft]:
    """How plans, denials and hearsay of a sentence bear on a draft: plans up to the end of it, denials in their clause."""
    read = cache(lambda: _read(text))  # most sentences tell of no relation

    def mark(draft: Draft) -> Draft:
        said, plan, hearsay = read()
        actual = draft.modality == "actual"
        if actual and plan and plan.start() < draft.end and draft.type not in LASTING:
            draft = replace(draft, modality="planned")
        if hearsay and hearsay.start() < draft.end and draft.modality == "actual":
            draft = replace(draft, modality="hearsay")
        orders = [m[0] for m in ORDER.finditer(said, 0, draft.start)]
        if draft.type == "holds_position" and draft.status == "current" and orders and orders[-1] == "任命":
            draft = replace(draft, status="appointed")  # 任命：甲为局长；乙为主任
        cuts = [m.end() for m in CLAUSE.finditer(said, 0, draft.start)]
        start = cuts[-1] if cuts else 0
        if draft.type not in ("part_of", "located_in") and NOT.search(said[start : draft.end]):
            draft = replace(draft, polarity="negative")
        return draft

    return mark


def _read(text: Encoded) -> tuple[str, re.Match[str] | None, re.Match[str] | None]:
    said = _masked(text)
    return said, PLAN.search(said), HEARSAY.search(said)


def _masked(text: Encoded) -> str:
    """The sentence with its mentions blanked: the 计划 of a campaign's name plans nothing."""
    said = text.sentence.text
    for item in text.items.values():
        said = said[: item.sent_start] + "□" * (item.sent_end - item.sent_start) + said[item.sent_end :]
    return said


def split_roles(drafts: Iterable[Draft], text: Encoded, names: Names) -> Iterator[Draft]:
    """镇党委副书记、镇长 is an office of the party committee and one of the town itself."""
    for draft in drafts:
        if draft.rule == "office_shares_body" and AREA_POST.fullmatch(draft.role or ""):
            continue  # 县委宣传部部长甲，副县长乙: the second is the county's own
        posts = re.split("(、|，|兼)", draft.role) if draft.role and draft.type == "holds_position" else []
        area = _area(draft, text, names) if len(posts) > 1 else None
        head = AREA_HEAD.get(names.entities[area].name[-1], "") if area else ""
        mine = [p for p in posts[::2] if head and RANK.sub("", p) == head]
        if not mine or not area:
            yield draft
            continue
        rest = [p for p in posts[::2] if p not in mine]
        if rest:
            yield replace(draft, role="、".join(rest))
        yield replace(draft, tail=area, role="、".join(mine))


def _area(draft: Draft, text: Encoded, names: Names) -> str | None:
    for mention in text.mentions:
        if (
            mention.entity_id == draft.tail
            and mention.type == "organisation"
            and draft.start <= mention.sent_start < draft.end
        ):
            chain = names.chain(mention.text, text.inside(mention), mention.sent_start)
            before = [m for m in text.mentions if m.sent_start < mention.sent_start]
            return chain[-1] if chain else names.lean(mention.text, before, ())
    return None


def settle(drafts: Sequence[Draft], names: Names) -> list[Draft]:
    """One draft a pair and sentence; leading takes the place of joining; the most specific area is kept.

    Of several drafts for one pair in one sentence the one that tells more of the office wins, then the surer.
    """
    best: dict[tuple[str, str, str, str], Draft] = {}
    for draft in drafts:
        head, tail = sorted((draft.head, draft.tail)) if draft.type == "cooperates_with" else (draft.head, draft.tail)
        key = (draft.type, head, tail, draft.sentence.sentence_id)
        if key not in best or _worth(draft) > _worth(best[key]):
            best[key] = draft
    kept = [d for d in best.values() if d.type != "part_of" or names.called(d.head) != names.called(d.tail)]
    leads = {(d.head, d.tail) for d in kept if d.type == "organises"}
    kept = [d for d in kept if d.type != "participates_in" or (d.head, d.tail) not in leads]
    holds = {(d.head, d.tail) for d in kept if d.type == "holds_position"}
    kept = [d for d in kept if d.type != "affiliated_with" or d.role or (d.head, d.tail) not in holds]
    led = {d.tail for d in kept if d.type == "organises" and d.rule != UNLESS_LED}
    kept = [d for d in kept if d.rule != UNLESS_LED or d.tail not in led]
    lies = {d.head: d.tail for d in kept if d.type == "part_of"}
    return [d for d in kept if not _above(d, kept, names) and not _around(d, kept, lies)]


def _around(draft: Draft, drafts: Sequence[Draft], lies: Mapping[str, str]) -> bool:
    """Whether a campaign is also said to be held in a part of the area: 大河镇 beats 石桥县."""
    if draft.type != "held_in":
        return False
    places = {d.tail for d in drafts if d.type == "held_in" and d.head == draft.head} - {draft.tail}
    return any(draft.tail in _higher(place, lies) for place in sorted(places))


def _higher(area: str, lies: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    while area in lies and lies[area] not in found:
        area = lies[area]
        found.append(area)
    return found


def _worth(draft: Draft) -> tuple[int, float, int]:
    return TELLING.get(draft.status or "", 0), draft.confidence, len(draft.role or "")


def _above(draft: Draft, drafts: Sequence[Draft], names: Names) -> bool:
    """Whether a more specific area is told for the same head: 和平街道 beats 安平区."""
    own = names.level(draft.tail)
    if draft.type not in ("located_in", "part_of", "held_in") or own is None:
        return False
    others = (
        names.level(d.tail) for d in drafts if d.type == draft.type and d.head == draft.head and d.tail != draft.tail
    )
    return any(o is not None and o > own for o in others) and draft.type != "held_in"
