"""What a campaign is about: environment, safety, culture, party building … by a table of words."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import Lexicon


def kind_of(name: str, context: str, lexicon: Lexicon) -> str | None:
    """The kind of a campaign by its name or, failing that, by the words around it; None when neither tells.

    >>> from pipeline.lexicon import load_lexicon
    >>> kind_of("护苗", "在校园周边启动护苗防溺水行动", load_lexicon())
    'safety'
    """
    for text in (name, context):
        for pattern, kind in _table(lexicon):
            if pattern.search(text):
                return kind
    return None


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["word"]), row["kind"]) for row in lexicon.words("campaign_kinds"))
