"""Areas of a page as entities: official code, level, parent, and how each was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.entities.area_decision import AreaDecision
from pipeline.entities.area_links import link_areas
from pipeline.lexicon.divisions import Divisions
from pipeline.records import Article, Entity, Mention, Page, Sentence


def resolve_areas(
    page: Page,
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    divisions: Divisions,
) -> dict[str, Entity]:
    """The entity of every district mention, by mention id; 淇滨区天山路街道 on a page from 鹤壁 gives 410611 and 410611566.

    An area outside the official list has no code and a provisional id under its parent.
    """
    texts = {sentence.sentence_id: sentence.text for sentence in sentences}
    decisions = link_areas(page, mentions, divisions, texts=texts)
    return as_entities(decisions, mentions)


def as_entities(decisions: Mapping[str, AreaDecision], mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Decisions as records, one for each entity id, with the other forms in which its mentions are printed."""
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if mention.mention_id in decisions:
            forms.setdefault(decisions[mention.mention_id].entity_id, {})[mention.text] = None
    made: dict[str, Entity] = {}
    for decision in decisions.values():
        aliases = tuple(form for form in forms[decision.entity_id] if form != decision.name)
        made.setdefault(
            decision.entity_id,
            Entity(
                entity_id=decision.entity_id, type="district", name=decision.name, aliases=aliases, level=decision.level,
                code=decision.code, parent=decision.parent, decided_by=decision.how,
            ),
        )  # fmt: skip
    return {mention_id: made[decision.entity_id] for mention_id, decision in decisions.items()}
