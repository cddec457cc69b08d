"""What a user's own lexicon says of a name beats what the page lets us guess: its aliases are one thing, its code is right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline import ids
from pipeline.entities.context import PageContext
from pipeline.lexicon import Lexicon, Term
from pipeline.records import Entity, Mention


def resolve_user_terms(mentions: Sequence[Mention], lexicon: Lexicon, context: PageContext) -> dict[str, Entity]:
    """The entities of mentions that the user's tables name: an alias is its term, an area with a code is that area."""
    terms = _by_form(lexicon)
    out: dict[str, Entity] = {}
    for mention in mentions:
        term = terms.get((mention.type, mention.text))
        if term and (term.aliases or term.type == "district"):
            out[mention.mention_id] = _entity(term, context)
    return out


def _entity(term: Term, context: PageContext) -> Entity:
    division = context.lexicon.divisions.get(term.code_or_kind) if term.type == "district" else None
    if division:
        return context.entity_of(division)
    kind = term.code_or_kind or None
    return context.known(
        Entity(
            entity_id=ids.entity_id(term.type, "user", term.name), type=term.type, name=term.name,
            kind=None if term.type in ("person", "district") else kind, decided_by="user's lexicon",
        )
    )  # fmt: skip


@cache
def _by_form(lexicon: Lexicon) -> dict[tuple[str, str], Term]:
    return {(term.type, form): term for term in lexicon.terms for form in (term.name, *term.aliases)}
