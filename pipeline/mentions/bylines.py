"""The people of a byline are the article's own; they only have to be found in its printed line."""

from __future__ import annotations

import re

from pipeline.lexicon import Lexicon
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


DATELINE = re.compile(
    r"(?P<agency>本报|本台|新华社|中新社|中新网|新华网|人民网|央视网|中央社)[\s/]*(?P<place>(?:[\u4e00-\u9fff]\s*){2,5}?)"
    r"(?:\d+\s*月\s*)?\d+\s*日\s*[电讯]"
)
"""本报临沂1月10日讯, 新华社北京1月9日电: who reports, from where, on which day."""


def dateline(sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """The agency and the area of a dateline: 新华社|北京 1月9日电; 本报讯 names neither."""
    hit = DATELINE.search(sentence.text)
    if not hit:
        return []
    place = "".join(hit["place"].split())
    end = hit.start("place") + len(hit["place"].rstrip())
    known = [d for form in (place, f"{place}市", f"{place}县") for d in lexicon.divisions.upper_named(form)]
    found = []
    if not hit["agency"].startswith("本"):
        found.append(Candidate(*hit.span("agency"), "organisation", "dateline: agency", 0.95, "media", ("dateline",)))
    if known:
        level = known[0].level
        found.append(Candidate(hit.start("place"), end, "district", "dateline: area", 0.95, level, ("dateline",)))
    return found
