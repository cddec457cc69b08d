"""The people of a byline are the article's own; they only have to be found in its printed line."""

from __future__ import annotations

import re

from pipeline.mentions.candidate import Candidate
from pipeline.records import Article, Sentence


def byline_people(sentence: Sentence, article: Article) -> list[Candidate]:
    """Reporters, correspondents and photographers where they stand in a byline, spaces inside their names or not."""
    found: list[Candidate] = []
    groups = (
        ("reporter", article.reporters),
        ("correspondent", article.correspondents),
        ("photographer", article.photographers),
    )
    for what, names in groups:
        for name in names:
            letters = [re.escape(c) for c in name if not c.isspace()]
            if not letters:
                continue
            for hit in re.finditer(r"\s*".join(letters), sentence.text):
                if not any(hit.start() < o.end and o.start < hit.end() for o in found):
                    found.append(Candidate(*hit.span(), "person", f"byline: {what}", 0.99, None, (what,)))
                    break
    return found
