"""Run the room on one marked-up sentence, and compare the people and bodies that are outermost."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from pipeline.chinese import Reader
from pipeline.lexicon import load_lexicon
from pipeline.mapped import MappedText
from pipeline.mentions import find_mentions
from pipeline.records import Article, Mention, Page, Sentence
from pipeline.rules.notation import read_marked

LEXICON = load_lexicon()
LETTERS = {"person": "PER", "organisation": "ORG"}


@lru_cache(maxsize=4)
def reader(tagger: str = "lac") -> Reader:
    return Reader(tagger=tagger)


def marked_people_and_bodies(line: str) -> tuple[str, list[str]]:
    """The text of a marked line, and its marks as `[name|TYPE]` in order."""
    case = read_marked(line)
    return case.sentence.text, [f"{m.text}|{LETTERS[m.type]}" for m in case.mentions if m.type in LETTERS]


def mentions_of(*texts: str, tagger: str = "lac", lexicon=LEXICON) -> list[Mention]:
    """Mentions of sentences that stand on one page, in one article."""
    page = Page(page_id="p", path="p.txt", sha256="", encoding="utf-8")
    article = Article(article_id="p-a01", page_id="p", text="".join(texts), spans=())
    sentences, at = [], 0
    for number, text in enumerate(texts, 1):
        sentences.append(
            Sentence(
                sentence_id=f"p-a01-s{number:03d}",
                article_id="p-a01",
                page_id="p",
                text=text,
                start=at,
                end=at + len(text),
                clean=MappedText.of(text, at),
            )
        )
        at += len(text)
    mentions, _ = find_mentions(page, [article], sentences, lexicon=lexicon, reader=reader(tagger))
    return mentions


def found_people_and_bodies(*texts: str, tagger: str = "lac") -> list[str]:
    found = mentions_of(*texts, tagger=tagger)
    return [f"{m.text}|{LETTERS[m.type]}" for m in found if m.outermost and m.type in LETTERS]


def cases(name: str) -> list[object]:
    """The lines of a case file, each with its place as test id."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [
        pytest.param(line, id=f"{name}:{number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
