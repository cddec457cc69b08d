"""Laws of the finders of people and bodies over whatever text there may be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapped import MappedText
from pipeline.mentions.bylines import byline_people
from pipeline.records import Article, Sentence
from tests.mentions.helper import mentions_of

PIECES = [
    "海宁市",
    "区委",
    "街道",
    "梅溪社区",
    "财政局",
    "党工委",
    "书记",
    "岳建国",
    "郝宁",
    "李先生",
    "说",
    "，",
    "。",
    "、",
    "（",
    "）",
    "“",
    "”",
    "联合",
    "在",
    "和",
    "的",
    "各",
    "14个",
    "办",
    "科",
    "公司",
    "物业",
    "银行",
    "分行",
    "志愿服务队",
    "·",
    "老",
    "小",
    "A",
    "1",
    "第一",
    "小学",
    "中心",
    "委",
    "长",
    "表示",
    "居民",
    "《",
    "》",
    "\n",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_law_mentions_lie_in_their_sentence_and_say_their_text(text: str) -> None:
    for one in mentions_of(text, tagger="none"):
        assert 0 <= one.sent_start < one.sent_end <= len(text)
        assert text[one.sent_start : one.sent_end] == one.text
        assert 0.5 <= one.confidence <= 1.0


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_law_names_keep_clear_of_sentence_marks(text: str) -> None:
    for one in mentions_of(text, tagger="none"):
        if one.type == "person" or (one.type == "organisation" and "“" not in one.text):
            assert not set(one.text) & set("，。；：！？、\n《》")


@given(st.lists(st.sampled_from(("岳建国", "郝 宁", "冉冬梅")), unique=True), st.sampled_from(("", " ", "、", "　")))
def test_law_every_name_of_a_byline_is_found_once(names: list[str], gap: str) -> None:
    text = "（记者 " + gap.join(names) + "）"
    article = Article(
        article_id="a", page_id="p", text="", spans=(), reporters=tuple(n.replace(" ", "") for n in names)
    )
    sentence = Sentence(
        sentence_id="a-s001", article_id="a", page_id="p", role="byline", text=text, start=0, end=len(text),
        clean=MappedText.of(text),
    )  # fmt: skip
    assert sorted(text[c.start : c.end] for c in byline_people(sentence, article)) == sorted(names)
