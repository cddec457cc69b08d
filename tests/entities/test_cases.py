"""One line, one case: printed names with the canonical name they get, and which are one thing and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.entities import resolve_page
from pipeline.lexicon import load_lexicon
from pipeline.mapped import MappedText
from pipeline.records import Article, Entity, Mention, Page, Sentence
from pipeline.rules.notation import read_marked

HERE = Path(__file__).parent
LEXICON = load_lexicon()
LINES = [
    pytest.param(line, id=f"cases.txt:{number}")
    for number, line in enumerate((HERE / "cases.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line.strip() and not line.startswith("#")
]


def read_lines(place: str, text: str) -> tuple[Page, list[Article], list[Sentence], list[Mention]]:
    """A page of one article from marked sentences, separated by a slash."""
    city = next(d for d in LEXICON.divisions.upper_named(place) if d.level == "city")
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", place=place, place_code=city.code, date="2024-08")
    sentences, mentions, at = [], [], 0
    for number, line in enumerate(text.split("/"), 1):
        marked = read_marked(line, number=number)
        size = len(marked.sentence.text)
        sentences.append(
            marked.sentence.model_copy(
                update={"start": at, "end": at + size, "clean": MappedText.of(marked.sentence.text, at)}
            )
        )
        mentions += [
            m.model_copy(update={"start": at + m.start, "end": at + m.end, "entity_id": None})
            for m in marked.mentions
            if not m.anaphor
        ]
        at += size
    article = Article(article_id="case-a01", page_id="case", text="".join(s.text for s in sentences), spans=())
    return page, [article], sentences, mentions


def resolved(place: str, text: str) -> tuple[list[Mention], dict[str, Entity]]:
    mentions, entities = resolve_page(*read_lines(place, text), lexicon=LEXICON)
    return mentions, {e.entity_id: e for e in entities}


@pytest.mark.parametrize("line", LINES)
def test_who_is_who(line: str) -> None:
    given, wanted = line.split(" => ")
    place, text = given.split(" ; ")
    mentions, entities = resolved(place, text)
    found = {m.text: entities[m.entity_id or ""] for m in mentions if not m.anaphor}
    for claim in wanted.split(", "):
        left, sign, right = claim.split(" ")
        if sign == "=":
            assert found[left].name == right
        elif sign == "~":
            assert found[left] == found[right]
        else:
            assert right not in found or found[left] != found[right]


POINTING = [
    pytest.param(line, id=f"anaphors.txt:{number}")
    for number, line in enumerate((HERE / "anaphors.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("line", POINTING)
def test_what_a_word_points_at(line: str) -> None:
    given, wanted = line.split(" => ")
    place, text = given.split(" ; ")
    mentions, entities = resolved(place, text)
    found = [f"{m.text} {entities[m.entity_id or ''].name}" for m in mentions if m.anaphor]
    assert found == ([] if wanted == "none" else wanted.split(", "))
