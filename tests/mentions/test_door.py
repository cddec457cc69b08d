"""The door of the room: offsets, bylines, users' terms, and how good it is on gold pages in their own and in other names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.mapped import MappedText
from pipeline.mentions import find_mentions
from pipeline.records import Article, Mention, Page, Sentence
from tests.mentions.helper import LEXICON, mentions_of, reader
from tests.mentions.renaming import renamed
from tests.oracle import GoldPage, gold_pages

FLOORS = {"person": 0.98, "organisation": 0.94}
LOSS = 0.02
UNTAGGED = {"person": 0.95, "organisation": 0.90}


def f1(pairs: list[tuple[list[Mention], list[Mention]]], type_: str) -> float:
    count: Counter[str] = Counter()
    for gold, found in pairs:
        want = {(m.start, m.end) for m in gold if m.outermost and m.type == type_}
        got = {(m.start, m.end) for m in found if m.outermost and m.type == type_}
        count.update(both=len(want & got), want=len(want), got=len(got))
    return 2 * count["both"] / (count["want"] + count["got"])


def read(gold: GoldPage, tagger: str = "lac") -> list[Mention]:
    return find_mentions(gold.page, gold.articles, gold.sentences, lexicon=LEXICON, reader=reader(tagger))[0]


@pytest.fixture(scope="module")
def gold() -> list[GoldPage]:
    return gold_pages()


@pytest.fixture(scope="module")
def own(gold: list[GoldPage]) -> list[tuple[list[Mention], list[Mention]]]:
    return [(page.mentions, read(page)) for page in gold]


@pytest.mark.parametrize("type_", sorted(FLOORS))
def test_floor_on_gold_pages(own: list[tuple[list[Mention], list[Mention]]], type_: str) -> None:
    assert f1(own, type_) >= FLOORS[type_]


@pytest.mark.parametrize("type_", sorted(FLOORS))
def test_other_names_cost_little(
    gold: list[GoldPage], own: list[tuple[list[Mention], list[Mention]]], type_: str
) -> None:
    other = []
    for page in gold:
        new = renamed(page)
        found, _ = find_mentions(page.page, new.articles, new.sentences, lexicon=LEXICON, reader=reader())
        other.append((new.mentions, found))
    assert f1(other, type_) >= f1(own, type_) - LOSS


@pytest.mark.parametrize("type_", sorted(UNTAGGED))
def test_floor_without_a_tagger(gold: list[GoldPage], type_: str) -> None:
    assert f1([(page.mentions, read(page, "none")) for page in gold], type_) >= UNTAGGED[type_]


def test_mentions_stand_where_they_were_printed(gold: list[GoldPage]) -> None:
    for page in gold:
        for one in read(page):
            assert "".join(page.page.raw[one.start : one.end].split()) == "".join(one.text.split())


def test_twice_the_same(gold: list[GoldPage]) -> None:
    assert read(gold[0]) == read(gold[0])


def test_ids_are_counted_within_a_sentence() -> None:
    first = mentions_of("海宁市财政局和桐乡市财政局开会。")
    assert [m.mention_id for m in first] == [f"p-a01-s001-m{n:02d}" for n in range(1, len(first) + 1)]


def byline(text: str, **people: tuple[str, ...]) -> list[Mention]:
    page = Page(page_id="p", path="p.txt", sha256="", encoding="utf-8")
    article = Article(article_id="p-a01", page_id="p", text="", spans=(), **people)  # type: ignore[arg-type]
    sentence = Sentence(
        sentence_id="p-a01-s001", article_id="p-a01", page_id="p", role="byline", text=text, start=0, end=len(text),
        clean=MappedText.of(text),
    )  # fmt: skip
    return find_mentions(page, [article], [sentence], lexicon=LEXICON, reader=reader())[0]


def test_a_byline_holds_the_people_of_its_article_and_nobody_else() -> None:
    found = byline("（记者 岳 亮 通讯员 褚红梅 文/图）", reporters=("岳亮",), correspondents=("褚红梅",))
    assert [(m.text, m.found_by) for m in found] == [("岳 亮", "byline: reporter"), ("褚红梅", "byline: correspondent")]


def test_a_byline_is_not_read_as_running_text() -> None:
    assert byline("本报讯（海宁市财政局 岳亮）") == []


def test_a_users_term_is_found_everywhere(tmp_path: Path) -> None:
    table = "# source: a test\nname\ttype\tkind\taliases\tnote\n萤火计划\tCAM\twelfare\t萤火\t\n星河湾里\tLOC\t\t\t\n"
    (tmp_path / "mine.tsv").write_text(table, encoding="utf-8")
    found = mentions_of("志愿者在星河湾里宣传萤火计划，萤火温暖人心。", lexicon=load_lexicon(tmp_path))
    mine = [(m.text, m.type, m.kind) for m in found if m.found_by == "user's lexicon"]
    assert mine == [("星河湾里", "place", None), ("萤火计划", "campaign", "welfare"), ("萤火", "campaign", "welfare")]


def test_a_users_term_beats_the_grammar(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text("# source: a test\nname\ttype\n郝玉芬\tORG\n", encoding="utf-8")
    found = mentions_of("居民郝玉芬说。", lexicon=load_lexicon(tmp_path))
    assert [(m.text, m.type) for m in found] == [("郝玉芬", "organisation")]


def test_nothing_on_an_empty_page() -> None:
    page = Page(page_id="p", path="p.txt", sha256="", encoding="utf-8")
    assert find_mentions(page, [], [], lexicon=LEXICON, reader=reader()) == ([], [])
