"""Look through all word tables for what a researcher would want to know before a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.lexicon.lexicon import DATA, Lexicon, Term
from pipeline.lexicon.tables import read_table


def check_lexicon(user_dir: Path | None = None) -> Iterator[str]:
    """Every problem as a sentence: unreadable tables, doubled rows, a user's terms that clash, codes that nobody has.

    >>> list(check_lexicon())
    []
    """
    for path in sorted(DATA.glob("*.tsv")):
        yield from _check_table(path)
    lexicon = Lexicon(user_dir)
    try:
        terms = lexicon.terms
    except ValueError as error:
        yield str(error)
        return
    yield from _clashes(terms)
    for term in terms:
        code = term.code_or_kind
        if term.type == "district" and code and lexicon.divisions.get(code) is None:
            yield f"{term.name}: no area of the official list has the code {code}; leave it empty or mend it"


def _check_table(path: Path) -> Iterator[str]:
    try:
        rows = read_table(path)
    except ValueError as error:
        yield str(error)
        return
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row.values())
        if key in seen:
            yield f"{path.name}: the row {' '.join(v for v in key if v)!r} stands there twice"
        seen.add(key)


def _clashes(terms: tuple[Term, ...]) -> Iterator[str]:
    """A name or alias under two types, or under one type with two codes or kinds."""
    meanings: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for term in terms:
        for form in (term.name, *term.aliases):
            meanings[form].add((term.type, term.code_or_kind))
    for form, found in sorted(meanings.items()):
        if len(found) > 1:
            listed = ", ".join(" ".join(m).strip() for m in sorted(found))
            yield f"{form}: your tables give it {len(found)} meanings ({listed}); keep one"
