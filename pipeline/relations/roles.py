"""Offices in normal form (rank, acting, bare post), and the dates from which or until which they are said to be held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Sentence, Value
from pipeline.relations.drafts import Draft

Rank = Literal["head", "deputy", "member"]
ACTING = re.compile("代理(?=.)|^代(?=[省市区县州盟旗镇乡校院局部会主书])|临时(?=负责)|主持(?:全面)?工作的?")
SPENT = re.compile("^(?:原|前任?|时任|现任|新任|候任|拟任)")
GRACE = re.compile("常务|名誉|荣誉|专职|兼职|驻会|执行(?=[会理院主董])")
MEMBER = re.compile(
    "(?:委员|常委|代表|理事|监事|董事|成员|审判员|检察员|参谋|干事|调研员|巡视员|科员|办事员|组织员|参事|馆员)$"
)
DEPUTY = re.compile("副(?=[^业食科刊题])|助理$")


@dataclass(frozen=True)
class RoleForm:
    """`norm` is the post without 副, 代, 原, 常务 …, several joined by 、; `rank` that of the highest post."""

    norm: str
    rank: Rank
    acting: bool


def normal_role(role: str) -> RoleForm:
    """An office as printed in normal form. Source of the ranks: the words of the titles themselves.

    >>> normal_role("党组成员、常务副局长")
    RoleForm(norm='党组成员、局长', rank='deputy', acting=False)
    >>> normal_role("代市长")
    RoleForm(norm='市长', rank='head', acting=True)
    >>> normal_role("代表").rank, normal_role("副书记、镇长").rank
    ('member', 'head')
    """
    posts, ranks, acting = list[str](), list[Rank](), False
    for printed in re.split("[、，]|兼(?!职)", role):
        post = SPENT.sub("", printed)
        bare = GRACE.sub("", ACTING.sub("", post))
        acting = acting or bool(ACTING.search(post))
        ranks.append("member" if MEMBER.search(bare) else "deputy" if DEPUTY.search(bare) else "head")
        short = re.sub("副(?=[^业食科刊题])", "", bare) or printed
        posts += [short] if short and short not in posts else []
    order: tuple[Rank, ...] = ("head", "deputy", "member")
    return RoleForm("、".join(posts), min(ranks, key=order.index), acting)


def term(
    draft: Draft, values: Sequence[Value], sentences: Sequence[Sentence], page_date: str | None
) -> tuple[str | None, str | None]:
    """Start and end in EDTF of an office that is taken up or given up; the day told of, or `../` the page's date.

    A date in the sentence before the words counts, else the last full date told of before in the article.
    """
    if draft.type != "holds_position" or draft.modality != "actual" or draft.polarity != "positive":
        return None, None
    told = _told(draft, values, sentences)
    if draft.status in ("appointed", "elect"):
        return told or (f"../{page_date}" if page_date else None), None
    if draft.status == "removed":
        return None, told or (f"../{page_date}" if page_date else None)
    return None, None


def _told(draft: Draft, values: Sequence[Value], sentences: Sequence[Sentence]) -> str | None:
    order = {s.sentence_id: n for n, s in enumerate(sentences) if s.article_id == draft.sentence.article_id}
    here = order.get(draft.sentence.sentence_id, -1)
    dated = [
        (order[v.sentence_id], v.sent_start, v.value) for v in values
        if v.type == "time" and v.value and "/" not in v.value and len(v.value) >= 7 and v.sentence_id in order
        and (order[v.sentence_id], v.sent_start) < (here, draft.end)
    ]  # fmt: skip
    return max(dated)[2] if dated else None
