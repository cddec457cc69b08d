"""Where sentences end, one line a case; and the law that they tile the body."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mapped import MappedText
from pipeline.records import Article, Part, Region
from pipeline.sentences import split_sentences
from pipeline.sentences.split import cut

CASES = [
    (n, line)
    for n, line in enumerate(Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("# ")
]


def article(body: str, headline: str = "题目") -> Article:
    head, text = MappedText.of(headline), MappedText.of(body, len(headline) + 1)
    spans = [Region(start=0, end=len(headline), role="headline")]
    return Article(
        article_id="p-a01", page_id="p", headline=headline, text=body, spans=tuple(spans),
        parts=(Part(role="headline", clean=head), Part(role="body", clean=text)),
    )  # fmt: skip


@pytest.mark.parametrize("line", [pytest.param(line, id=f"cases.txt:{n}") for n, line in CASES])
def test_case(line: str) -> None:
    text = line.replace("|", "")
    assert [text[a:b] for a, b in cut(text)] == [s for s in line.split("|") if s]


@given(st.text(alphabet=st.sampled_from("市局会一。！？…“”‘’（）《》，；：、.3 \nA"), max_size=150))
def test_sentences_tile_the_body(body: str) -> None:
    spans = cut(body)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(body[a:b].split()) for a, b in spans) == "".join(body.split())
    assert not any("\n" in body[a:b] for a, b in spans)


@given(st.text(alphabet=st.sampled_from("市局会。！“”，\n"), min_size=1, max_size=80))
def test_offsets_point_into_the_page(body: str) -> None:
    raw = "题目\n" + body
    for sentence in split_sentences(article(body)):
        assert raw[sentence.start : sentence.end] == sentence.text
        assert sentence.clean.text == sentence.text


def test_other_parts_are_one_sentence_each() -> None:
    rows = split_sentences(article("第一句。第二句。", headline="谁来管？大家管！"))
    assert [(s.role, s.text, s.sentence_id) for s in rows] == [
        ("headline", "谁来管？大家管！", "p-a01-s001"), ("body", "第一句。", "p-a01-s002"), ("body", "第二句。", "p-a01-s003"),
    ]  # fmt: skip


def test_a_long_line_of_open_quotes_is_quick() -> None:
    assert cut("“（《" * 20_000 + "。" * 20_000)
