"""Runs a finder over the marked-up cases of a file: `place of the paper :: sentence`, one line one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline.chinese import Reader
from pipeline.lexicon import load_lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.view import SentenceView
from pipeline.records import Article, Page
from pipeline.rules.notation import Marked, read_marked

HERE = Path(__file__).parent
LEXICON = load_lexicon()


@cache
def reader(tagger: str = "lac") -> Reader:
    return Reader(tagger=tagger)


def cases(name: str) -> list[object]:
    return list(_cases(name))


def _cases(name: str) -> Iterator[object]:
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            place, _, marked = line.partition(" :: ")
            if not marked:
                raise ValueError(f"{name}:{number}: write `place :: sentence`")
            yield pytest.param(place, marked, id=f"{name}:{number}")


def view_of(place: str, case: Marked, tagger: str = "lac") -> SentenceView:
    divisions = LEXICON.divisions
    code = next(d.code for d in divisions.upper_named(place) if d.level in ("city", "province"))
    text = case.sentence.text
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", place=place, place_code=code, date="2024-05-06")
    article = Article(article_id="case-a01", page_id="case", text=text, spans=())
    tagged = reader(tagger).tag([text])[0]
    words = [] if tagged else reader(tagger).segment(text)
    return SentenceView(case.sentence, page, article, LEXICON, tagged, words, text)


def wrong(
    finder: Callable[[SentenceView], list[Candidate]], kind: str, place: str, marked: str, tagger: str = "lac"
) -> str:
    """What was missed and what was found too much, or nothing; candidates inside a mark of another type do not count."""
    case = read_marked(marked)
    found = [c for c in finder(view_of(place, case, tagger)) if c.type == kind]
    other = [(m.sent_start, m.sent_end) for m in case.mentions if m.type != kind]
    spans = {(c.start, c.end) for c in found if not any(a <= c.start and c.end <= b for a, b in other)}
    outer = {s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)}
    gold = {(m.sent_start, m.sent_end) for m in case.mentions if m.type == kind}
    text = case.sentence.text
    missed = [text[a:b] for a, b in sorted(gold - outer)]
    extra = [text[a:b] for a, b in sorted(outer - gold)]
    return f"missed {missed}, too much {extra}" if missed or extra else ""
