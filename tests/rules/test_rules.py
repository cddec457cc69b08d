"""The pattern engine: what each element means, what a bad pattern says, and laws of encoding."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapped import MappedText
from pipeline.records import Sentence, Value
from pipeline.rules import RuleError, check_rules, encode, explain_rules, find_matches, load_rules, read_case
from pipeline.rules.either import either

# pattern | marked-up sentence | what the slots hold, or - for no match
CASES = """
{a:PER}任{b:ORG} | [罗敏|PER]任[区民政局|ORG]局长 | a=罗敏 b=区民政局
{a:PER}任{b:ORG} | [罗敏|PER]任[安平区|DIS]区长 | -
{a:PER}任{b:ORG|DIS} | [罗敏|PER]任[安平区|DIS]区长 | a=罗敏 b=安平区
{a:DIS}召开 | [安平区|DIS][幸福街道|DIS][花园社区|DIS]召开 | a=花园社区
{a:DIS!}召开 | [安平区|DIS][幸福街道|DIS]召开 | a=幸福街道
{a:DIS} | [安平区|DIS][和平公园|LOC] | -
{a:ORG+}参加 | [甲局|ORG]、[乙局|ORG]和[丙局|ORG]参加 | a=甲局,乙局,丙局
{a:ORG+}参加 | [甲局|ORG]、[乙局|ORG]等3家单位参加 | a=甲局,乙局
{a:ORG+}参加 | [甲局|ORG]全体工作人员和[乙局|ORG]参加 | a=甲局,乙局
{a:CAM+}活动 | “[甲|CAM]”“[乙|CAM]”活动 | a=甲,乙
{a:PER+}参加 | 局长[罗敏|PER]、科长[齐悦|PER]参加 | a=齐悦
{a:PER++}参加 | 局长[罗敏|PER]、[乙局|ORG]科长[齐悦|PER]，[马超|PER]参加 | a=罗敏,齐悦,马超
{a:PER+}说 | [罗敏|PER]先生说 | a=罗敏
{a:PER}~3说 | [罗敏|PER]高兴地说 | a=罗敏
{a:PER}~2说 | [罗敏|PER]高兴地说 | -
{a:PER}~说 | [罗敏|PER]高兴，说 | -
{a:PER}~~说 | [罗敏|PER]高兴，说 | a=罗敏
{a:PER}~~说 | [罗敏|PER]高兴。说 | -
{a:PER}~9-({PER}|不)说 | [罗敏|PER]不想说 | -
{a:PER}~9-({PER}|不)说 | [罗敏|PER]和[齐悦|PER]说 | a=齐悦
{a:ORG}!(的)局长 | [民政局|ORG]局长 | a=民政局
{a:ORG}!(局) | [民政局|ORG]局长 | -
!<(原|前任){a:ORG} | 原[民政局|ORG] | -
!<(原|前任){a:ORG} | 现[民政局|ORG] | a=民政局
#{a:ORG} | 今天，[民政局|ORG]开会 | a=民政局
#{a:ORG} | 今天[民政局|ORG]开会 | -
{a:ORG}# | [民政局|ORG]，开会 | a=民政局
^{a:ORG}$ | [民政局|ORG]。 | a=民政局
(任|出任){a:ORG} | 出任[民政局|ORG] | a=民政局
{a:ORG}(党委)?书记 | [民政局|ORG]书记 | a=民政局
{a:ORG}(很|非常)*好 | [民政局|ORG]很很非常好 | a=民政局
{a:PER}是{b:<office>} | [罗敏|PER]是常务副主任 | a=罗敏 b=常务副主任
{a:PER}是{b:(甲|乙)丙} | [罗敏|PER]是乙丙 | a=罗敏 b=乙丙
{a:PER} 任 {b:ORG} | [罗敏|PER]任[民政局|ORG] | a=罗敏 b=民政局
{a:PER}任{b:ORG} | [罗敏|PER] 任 [民政局|ORG] | a=罗敏 b=民政局
{a:PER}\\~{b:ORG} | [罗敏|PER]~[民政局|ORG] | a=罗敏 b=民政局
{a:POL}# | 学习《[办法|POL]》 | a=办法
{a:ORG},{b:ORG} | [甲局|ORG]，[乙局|ORG] | -
{a:ORG}，{b:ORG} | [甲局|ORG],[乙局|ORG] | a=甲局 b=乙局
""".strip().splitlines()

BAD = [
    ("{a:PRE}", "no type 'PRE'"),
    ("{a:PER", "'}' is missing"),
    ("(任|出任", "')' is missing"),
    ("<ofice>", "did you mean <office>"),
    ("<office", "'>' is missing"),
    ("任)", "')' has nothing to belong to"),
    ("?任", "'?' has nothing to belong to"),
    ("任|出任", "alternatives need brackets"),
    ("!的", "! is followed by"),
    ("!<(<office>){a:PER}", "fixed length"),
    ("{nobody:PER}", "no slot is called 'nobody'"),
    ("", "empty"),
    ("[甲]", "'[' has nothing"),
]


def book(tmp_path, pattern, **more):
    lines = [
        "[[rule]]",
        'name = "r"',
        'type = "t"',
        f"pattern = '''{pattern}'''",
        *(f"{k} = {v!r}" for k, v in more.items()),
    ]
    (tmp_path / "r.toml").write_text("\n".join(lines), encoding="utf-8")
    return load_rules([tmp_path / "r.toml"], types={"t"}, slots={"a", "b"}, options={"status"})


@pytest.mark.parametrize("case", CASES)
def test_what_an_element_means(tmp_path, case):
    pattern, line, wanted = (part.strip() for part in case.split(" | "))
    one = read_case(line)[0][0]
    found = list(find_matches(book(tmp_path, pattern.replace("\\\\", "\\")).rules, encode(one.sentence, one.mentions)))
    said = " ".join(f"{k}={','.join(s.text for s in v)}" for k, v in sorted(found[0].slots.items())) if found else "-"
    assert said == wanted


@pytest.mark.parametrize(("pattern", "message"), BAD)
def test_a_bad_pattern_says_where(tmp_path, pattern, message):
    with pytest.raises(RuleError) as error:
        book(tmp_path, pattern)
    assert message in str(error.value)
    assert re.search(r"r\.toml: rule 'r': .*at character \d+ of pattern", str(error.value))


def test_a_list_is_found_once(tmp_path):
    one = read_case("[甲局|ORG]、[乙局|ORG]、[丙局|ORG]参加")[0][0]
    rules = book(tmp_path, "{a:ORG+}参加").rules
    assert len(list(find_matches(rules, encode(one.sentence, one.mentions)))) == 1


def test_a_rule_fires_for_each_of_its_places(tmp_path):
    one = read_case("[罗敏|PER]任[甲局|ORG]局长，[齐悦|PER]任[乙局|ORG]局长")[0][0]
    rules = book(tmp_path, "{a:PER}任{b:ORG}").rules
    assert [m.slots["b"][0].text for m in find_matches(rules, encode(one.sentence, one.mentions))] == ["甲局", "乙局"]


def test_values_stand_for_themselves(tmp_path):
    one = read_case("7月1日，[甲局|ORG]开会")[0][0]
    value = Value(
        value_id="v", page_id="case", article_id="case-a01", sentence_id=one.sentence.sentence_id, type="time",
        text="7月1日", start=0, end=4, sent_start=0, sent_end=4,
    )  # fmt: skip
    match = next(
        iter(find_matches(book(tmp_path, "{b:TIME}，{a:ORG}").rules, encode(one.sentence, one.mentions, [value])))
    )
    assert match.one("b").item is value
    assert match.one("b").text == "7月1日"


def test_a_page_cannot_forge_a_mention(tmp_path):
    text = "\ue000任\ue001"
    sentence = Sentence(
        sentence_id="s", article_id="a", page_id="p", text=text, start=0, end=3, clean=MappedText.of(text)
    )  # fmt: skip
    assert not list(find_matches(book(tmp_path, "{a:PER}任{b:ORG}").rules, encode(sentence, [])))


def test_explain_tells_the_failing_element(tmp_path):
    one = read_case("[罗敏|PER]任务重")[0][0]
    trace = next(iter(explain_rules(book(tmp_path, "{a:PER}任{b:ORG}").rules, encode(one.sentence, one.mentions))))
    assert (trace.read, trace.failed, trace.matches) == ("罗敏任", "{b:ORG}", ())


def test_a_case_that_comes_out_otherwise_is_told(tmp_path):
    rules = book(
        tmp_path, "{a:PER}任{b:ORG}",
        examples=["[罗敏|PER]任[甲局|ORG] => 罗敏", "[罗敏|PER]看[甲局|ORG] => 罗敏", "[罗敏|PER]任[甲局|ORG]"],
        near_misses=["[罗敏|PER]任[甲局|ORG]", "[罗敏|PRE]", "[罗敏|PER]看[甲局|ORG]"],
    ).rules  # fmt: skip
    outcome = lambda rule, ones: [  # noqa: E731
        m.one("a").text for s in ones for m in find_matches([rule], encode(s.sentence, s.mentions))
    ]
    assert [v.ok for v in check_rules(rules, outcome)] == [True, False, False, False, False, True]


def test_a_rule_without_examples_is_told(tmp_path):
    assert [v.error for v in check_rules(book(tmp_path, "{a:PER}").rules, lambda *_: [])] == ["the rule has no example"]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["[罗敏|PER]", "[甲局|ORG]", "[乙区|DIS]", "任", "，", "“", "”", " ", "。"]),
        min_size=1,
        max_size=20,
    )
)
def test_the_code_maps_back_to_the_sentence(parts):
    one = read_case("".join(parts).strip() or "空")[0][0]
    text = encode(one.sentence, one.mentions)
    spans = [text.span(i) for i in range(len(text.code))]
    assert [s.end <= t.start for s, t in itertools.pairwise(spans)].count(False) == 0
    assert "".join(s.text for s in spans) == one.sentence.text.replace(" ", "")
    assert all(text.where(i, i + 1) == (s.start, s.end) for i, s in enumerate(spans))


# pattern | words of each of which every match holds one
NEEDED = """
{a:PER}任{b:ORG} | 任
{a:PER}(任|出任){b:ORG} | 任
{a:PER}(任|担当)了?{b:ORG} | 任,担当
{a:PER}任?{b:ORG} | -
{a:PER}~12任~~4{b:ORG} | 任
{a:PER}!(任){b:ORG} | -
!<(任){b:ORG} | -
{a:PER}~9-(不|没)说 | 说
{b:(甲|乙)丙} | 丙 甲,乙
{b:(甲局|乙站)(丙|丁)} | 甲局,乙站 丙,丁
{b:(甲局|乙?)} | -
({PER}|任)职 | 职
#甲\\~乙$ | 甲~乙
(甲(乙|丙)丁戊|己) | 丁戊,己
""".strip().splitlines()


@pytest.mark.parametrize("case", NEEDED)
def test_what_a_pattern_needs(tmp_path, case):
    pattern, wanted = (part.strip() for part in case.split(" | "))
    rule = book(tmp_path, pattern.replace("\\\\", "\\")).rules[0]
    needed = {frozenset(group) for group in rule.patterns[0].words}
    assert needed == {frozenset(group.split(",")) for group in wanted.split() if wanted != "-"}


WORD = st.sampled_from("任出甲乙")
BRANCHES = st.lists(
    st.lists(st.one_of(WORD, st.just("[任甲]"), st.just("(?:出)?")), max_size=3), min_size=1, max_size=6
)


@settings(max_examples=200, deadline=None)
@given(BRANCHES, st.text(alphabet="任出甲乙丙", max_size=8))
def test_grouping_alternatives_changes_no_find(branches, text):
    plain = "(?:" + "|".join("".join(b) for b in branches) + ")"
    assert [m.span() for m in re.finditer(either(branches) + "丙?", text)] == [
        m.span() for m in re.finditer(plain + "丙?", text)
    ]


PIECES = ["{a:PER}", "{b:ORG|DIS+}", "任", "(出任|担任)", "了?", "~4", "<office>", "!(的)", "#", "{DIS}"]
LINES = ["[罗敏|PER]", "[甲局|ORG]", "[乙区|DIS]", "任", "出任", "担任", "了", "局长", "，", "的", "书记"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.lists(st.sampled_from(LINES), min_size=1, max_size=8)
)
def test_nothing_is_lost_by_asking_first_what_a_pattern_needs(tmp_path_factory, pieces, line):
    rules = book(tmp_path_factory.mktemp("rules"), "".join(pieces)).rules
    one = read_case("".join(line))[0][0]
    text = encode(one.sentence, one.mentions)
    assert bool(rules[0].patterns[0].regex.search(text.code)) == bool(list(find_matches(rules, text)))
