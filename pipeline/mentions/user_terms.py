"""A term that a user put into a lexicon of their own is found wherever it is printed."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import Lexicon, Term
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.view import SentenceView


def find_user_terms(view: SentenceView) -> list[Candidate]:
    """The user's names and aliases in a sentence; where two overlap, the longer one."""
    pattern, terms = _compiled(view.lexicon)
    if pattern is None:
        return []
    return [_candidate(hit.start(), hit.end(), terms[hit.group()]) for hit in pattern.finditer(view.text)]


def _candidate(start: int, end: int, term: Term) -> Candidate:
    kind = None if term.type == "person" else term.code_or_kind or None
    return Candidate(start, end, term.type, "user's lexicon", 1.0, kind, (term.name,))


@lru_cache(maxsize=8)
def _compiled(lexicon: Lexicon) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    terms: dict[str, Term] = {}
    for term in lexicon.terms:
        for name in (term.name, *term.aliases):
            if name:
                terms.setdefault(name, term)
    names = sorted(terms, key=lambda n: (-len(n), n))
    return (re.compile("|".join(map(re.escape, names))) if names else None), terms
