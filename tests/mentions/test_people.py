"""Names of people, one marked-up sentence a test."""

from __future__ import annotations

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.mentions.people.names import people_words
from tests.mentions.helper import cases, found_people_and_bodies, marked_people_and_bodies, mentions_of

WORDS = people_words(load_lexicon())


@pytest.mark.parametrize("line", cases("people_cases.txt"))
def test_people_are_found_and_nobody_else(line: str) -> None:
    text, marked = marked_people_and_bodies(line)
    assert found_people_and_bodies(text) == marked


@pytest.mark.parametrize("name", ["岳建国", "欧阳晓晴", "诸葛明", "郝宁", "令狐冲"])
def test_shaped_like_a_name(name: str) -> None:
    assert WORDS.shaped(name)


@pytest.mark.parametrize("name", ["高兴", "人心", "的确", "王", "岳建国栋梁", "Li雷", "严格", "张的"])
def test_not_shaped_like_a_name(name: str) -> None:
    assert not WORDS.shaped(name)


def test_a_name_with_a_title_is_found_bare_elsewhere_on_the_page() -> None:
    found = found_people_and_bodies("副镇长柏松主持会议。", "会上，柏松和大家一起算了一笔账。")
    assert found == ["柏松|PER", "柏松|PER"]


def test_a_name_is_not_cut_out_of_a_longer_one() -> None:
    found = found_people_and_bodies("副镇长郝宁主持会议。", "居民郝宁波说，路灯亮了。")
    assert found == ["郝宁|PER", "郝宁波|PER"]


def test_every_mention_says_by_what_it_was_found() -> None:
    for one in mentions_of("市民政局副局长汤伟出席会议，居民李先生参加。"):
        assert one.found_by
        assert 0.5 <= one.confidence <= 1.0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("居民郝玉芬说，路灯亮了。", ["郝玉芬|PER"]),
        ("村民褚大勇家中今年丰收。", ["褚大勇|PER"]),
        ("市民赖先生拨打了热线。", ["赖先生|PER"]),
        ("习近平总书记强调，要抓落实。", ["习近平|PER"]),
        ("岳建国表示，下一步将继续推进。", ["岳建国|PER"]),
        ("市财政局联合市税务局开展宣传。", ["市财政局|ORG", "市税务局|ORG"]),
        ("大家高兴地说，生活好了。", []),
    ],
)
def test_without_a_tagger(text: str, names: list[str]) -> None:
    assert found_people_and_bodies(text, tagger="none") == names
