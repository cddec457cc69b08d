"""Whose people a leader brings along: 副主任王某带领消防大队工作人员，对…开展检查."""

from __future__ import annotations

import re

from pipeline.events.arguments.subjects import groups
from pipeline.events.triggers.hit import Hit
from pipeline.events.view import View

BRINGS = re.compile(r"(?:带领|率领|率|带着|携)(?:部分|全体|相关|有关)?$")
# 李某带队, 由张某带队: he leads what the clause before told of
LEADS = re.compile(r"(?:现场)?(?:带队|率队|领队)(?!员|伍|来到|前往|到|深入|走进|赴)")
TRIPS = ("inspection", "remediation", "service")
MEMBERS = re.compile(r"(?:机关)?(?:组成人员|委员|代表|成员|常委)")


def led(view: View, hit: Hit) -> list[str]:
    """Bodies whose people somebody leads to a deed, then who leads it, where that stands in a clause of its own.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[李航|PER]带领[市消防大队|ORG]人员，对商场开展检查。")
    >>> led(look(case.sentence, list(case.mentions), []), Hit("inspection", 18, 20, 16, 1, "", 1.0))
    ['org:市消防大队']
    """
    if hit.type not in TRIPS:
        return []
    found: list[str] = []
    if hit.clause:
        begin, end = view.clauses[hit.clause - 1]
        for g in groups(view, begin, end):
            if g.role == "guest" and BRINGS.search(view.text[begin : g.start]):
                found += [
                    m.entity_id for m in g.heads
                    if m.type == "organisation" and m.entity_id and not MEMBERS.match(view.text, m.sent_end)
                ]  # fmt: skip
    if hit.clause + 1 < len(view.clauses):
        begin, end = view.clauses[hit.clause + 1]
        seen = groups(view, begin, end)
        if len(seen) == 1 and seen[0].heads[-1].type == "person" and LEADS.match(view.text, seen[0].end):
            found += [m.entity_id for m in seen[0].heads if m.type == "person" and m.entity_id]
    return found
