"""The same happening reported twice on a page: the later report points at the earlier one; both stay."""

from __future__ import annotations

from pipeline.records import Event


def link_same(events: list[Event]) -> list[Event]:
    """Link an event to an earlier one of its type, time and agent, on another article or further down in its own.

    Evidence asked for: the same type and the same full date, and a shared agent together with a shared place or campaign, or
    the same trigger words. Statements are never the same.
    """
    out: list[Event] = []
    for event in events:
        first = next((e for e in out if _same(e, event)), None)
        out.append(event.model_copy(update=_link(first, event)) if first else event)
    return out


def _link(first: Event, second: Event) -> dict[str, object]:
    mine = {(a.role, a.entity_id) for a in first.arguments}
    shared = {a.role for a in second.arguments if (a.role, a.entity_id) in mine}
    reasons = ["on one page: same time", *(f"same {role}" for role in ("agent", "place", "campaign") if role in shared)]
    reasons += ["same words for what was done"] * (first.trigger.text == second.trigger.text)
    return {"same_as": first.same_as or first.event_id, "same_reasons": tuple(reasons)}


def _same(first: Event, second: Event) -> bool:
    if first.type != second.type or first.type == "statement" or not first.time or first.time != second.time:
        return False
    if first.sentence_id == second.sentence_id or first.modality != second.modality or len(first.time) < 10:
        return False
    mine = {(a.role, a.entity_id) for a in first.arguments}
    shared = mine & {(a.role, a.entity_id) for a in second.arguments}
    agents = {role for role, _ in shared}
    if first.article_id == second.article_id:
        return "agent" in agents and first.trigger.text == second.trigger.text and first.count == second.count
    return "agent" in agents and (bool(agents & {"place", "campaign"}) or first.trigger.text == second.trigger.text)
