"""The same happening reported twice on a page: the later report points at the earlier one; both stay."""

from __future__ import annotations

from pipeline.events.corpus.numbers import compare
from pipeline.records import Event

TELLING = frozenset({"place", "campaign", "target"})
SAYS_WHAT = 3  # characters; 检查, 走访 are done more than once a day, 座谈会 is not


def link_same(events: list[Event]) -> list[Event]:
    """Link an event to an earlier one of its type, time and agent, on another article or further down in its own.

    Evidence asked for: the same type and the same full date, and a shared agent together with a shared place, target or
    campaign, or the same words for what was done; and no other agent, place, target, campaign or number. Statements are never the same.
    """
    out: list[Event] = []
    for event in events:
        first = next((e for e in out if _same(e, event)), None)
        out.append(event.model_copy(update=_link(first, event)) if first else event)
    return out


def _link(first: Event, second: Event) -> dict[str, object]:
    mine = {(a.role, a.entity_id) for a in first.arguments}
    shared = {a.role for a in second.arguments if (a.role, a.entity_id) in mine}
    reasons = [
        "on one page: same time",
        *(f"same {role}" for role in ("agent", "place", "target", "campaign") if role in shared),
    ]
    reasons += ["same words for what was done"] * (first.trigger.text == second.trigger.text)
    return {"same_as": first.same_as or first.event_id, "same_reasons": tuple(reasons)}


def _same(first: Event, second: Event) -> bool:
    if first.type != second.type or first.type == "statement" or not first.time or first.time != second.time:
        return False
    if first.sentence_id == second.sentence_id or first.modality != second.modality or len(first.time) < 10:
        return False
    roles = {role: (_ids(first, role), _ids(second, role)) for role in ("agent", *TELLING)}
    if (
        any(one and other and not one & other for one, other in roles.values())
        or compare(first.count, second.count) is False
    ):
        return False
    shared = {role for role, (one, other) in roles.items() if one & other}
    words = first.trigger.text == second.trigger.text
    if first.article_id == second.article_id:
        told = words and first.count == second.count
        return "agent" in shared and told and (len(first.trigger.text) >= SAYS_WHAT or bool(shared & TELLING))
    return "agent" in shared and (bool(shared & TELLING) or (words and len(first.trigger.text) >= SAYS_WHAT))


def _ids(event: Event, role: str) -> set[str]:
    return {a.entity_id for a in event.arguments if a.role == role}
