"""Who holds a happening that stands as the subject: 由甲主办、乙承办的演出在…举行."""

from __future__ import annotations

import re

from pipeline.events.report import Report
from pipeline.events.view import View

HOLDS = re.compile(r"(?:共同|联合|牵头|具体)*(?:主办|举办|承办|协办|组织|发起|开展|实施|策划)")
GUIDES = re.compile(r"(?:共同|联合)*(?:指导|支持|主管)")
FROM = re.compile(r"由[^，。；]{2,40}(?:主办|指导|支持|牵头|发起)，$")
JOINED = re.compile(r"、|和|及|与|以及|，|联合")
# 此次婚礼由甲、乙联合举办: who held what has been told
TOLD_AGAIN = re.compile(
    r"(?:据悉|据了解|据介绍)?[，,]?(?:此次|本次|这次|该|本届|这场|此项)[^，。；由]{0,16}由(?=[^，。；]{2,60}(?:主办|举办|承办|发起|组织))"
)


def held_by(view: View, clause: int, before: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Bodies behind 由 that hold, and those that guide or support, what a clause tells of up to a position.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("由[市委统战部|ORG]指导、[市文联|ORG]主办、[市文化馆|ORG]承办的展览开展。")
    >>> held_by(look(case.sentence, list(case.mentions), []), 0, 24)
    (('org:市文联', 'org:市文化馆'), ('org:市委统战部',))
    """
    begin, _ = view.clauses[clause]
    if (
        clause
        and "的" in view.text[begin:before]
        and HOLDS.search(view.text, begin, before)
        and FROM.search(view.text, view.clauses[clause - 1][0], begin)
    ):
        begin = view.clauses[clause - 1][0]
    start = view.text.rfind("由", begin, before)
    seen = [m for m in view.within(max(begin, start), before) if m.type in ("organisation", "district") and m.entity_id]
    if start < 0 or not seen or seen[0].sent_start > start + 6:
        return (), ()
    holding: list[str] = []
    guiding: list[str] = []
    waiting: list[str] = []
    for m, following in zip(seen, [*seen[1:], None], strict=True):
        if following is not None and following.sent_start == m.sent_end and following.type == "organisation":
            continue
        waiting.append(m.entity_id or "")
        if HOLDS.match(view.text, m.sent_end):
            holding, waiting = holding + waiting, []
        elif GUIDES.match(view.text, m.sent_end):
            guiding, waiting = guiding + waiting, []
        elif not JOINED.match(view.text, m.sent_end):
            break
    return tuple(dict.fromkeys(holding)), tuple(dict.fromkeys(guiding))


def told_again(view: View, report: Report) -> None:
    """此次活动由甲、乙联合举办: give the happening reported its hosts."""
    if not report.anchor or not TOLD_AGAIN.match(view.text):
        return
    holding, guiding = held_by(view, 0, view.clauses[0][1])
    if not holding or report.anchor.event >= len(report.drafts):
        return
    draft = report.drafts[report.anchor.event]
    draft.roles["agent"] = list(holding)
    draft.add("participant", [i for i in guiding if i not in holding])
    report.anchor.agents = holding
