"""Who is who on one page."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.entities.anaphora import find_anaphors
from pipeline.entities.areas import resolve_areas
from pipeline.entities.campaigns import resolve_campaigns
from pipeline.entities.context import PageContext
from pipeline.entities.organisations import resolve_organisations
from pipeline.entities.others import resolve_by_name, resolve_people
from pipeline.entities.user_terms import resolve_user_terms
from pipeline.lexicon import Lexicon
from pipeline.records import Article, Entity, Mention, Page, Sentence


def resolve_page(
    page: Page,
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    lexicon: Lexicon,
) -> tuple[list[Mention], list[Entity]]:
    """Give every mention of a page its entity, and add the words that point at one (`Mention.anaphor`).

    Ids are those of the whole run already where a thing is known by code or by place and name. Mentions come back in print
    order of their sentences; entities in the order in which the page first names them, then those only leaned on.
    """
    areas = resolve_areas(page, articles, sentences, mentions, lexicon.divisions)
    context = PageContext(page, articles, sentences, areas, mentions, lexicon)
    known: dict[str, Entity] = dict(areas)
    known |= resolve_organisations(mentions, context)
    known |= resolve_people(mentions, context)
    known |= resolve_campaigns(mentions, lexicon, context)
    known |= resolve_by_name(mentions, context)
    known |= resolve_user_terms(mentions, lexicon, context)
    linked = [
        m.model_copy(update={"entity_id": known[m.mention_id].entity_id}) for m in mentions if m.mention_id in known
    ]
    anaphors = find_anaphors(sentences, mentions, known, context)
    everything = sorted([*linked, *anaphors], key=lambda m: (context.order[m.sentence_id], m.sent_start, -m.sent_end))
    return everything, _entities(linked, anaphors, context)


def _entities(mentions: Sequence[Mention], anaphors: Sequence[Mention], context: PageContext) -> list[Entity]:
    """The entities named, with the forms they are printed in, and the areas and owners those need."""
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if mention.entity_id:
            forms.setdefault(mention.entity_id, {})[mention.text] = None
    out: dict[str, Entity] = {}
    for entity_id, texts in forms.items():
        entity = context.by_id[entity_id]
        aliases = tuple(text for text in texts if text != entity.name)
        out[entity_id] = entity.model_copy(update={"aliases": aliases})
    for entity_id in dict.fromkeys(m.entity_id for m in anaphors if m.entity_id):
        out.setdefault(entity_id, context.by_id[entity_id])  # 我市 may be all that a page says of its city
    pending = [e for entity in out.values() for e in (entity.parent, entity.district) if e]
    while pending:
        needed = context.get(pending.pop())
        if needed and needed.entity_id not in out:
            out[needed.entity_id] = needed
            pending += [e for e in (needed.parent, needed.district) if e]
    return list(out.values())
