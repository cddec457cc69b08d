"""Relations: every rule's own cases, the whole room on marked-up sentences, laws, and floors on gold mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Page, Value
from pipeline.relations import check_relations, explain_relations, find_relations, relation_rules, silent_rules
from pipeline.relations.check import told
from pipeline.relations.roles import RoleForm, normal_role
from pipeline.rules import RuleError, read_case
from tests.oracle import gold_pages, invented_pages
from tests.relations.score import score

BOOK = relation_rules()
DAY = "2022年11月17日"
VERDICTS = check_relations(BOOK)
CASES = [
    line for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]  # fmt: skip
FLOORS = {"all": 0.985, "role": 1.0}


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda v: f"{v.rule}: {v.case}")
def test_every_rule_does_what_its_cases_say(verdict):
    assert not verdict.error
    assert sorted(verdict.got) == sorted(verdict.wanted)


def test_every_rule_has_an_example_and_a_near_miss():
    assert [r.name for r in BOOK.rules if not r.examples or not r.near_misses] == []


@pytest.mark.parametrize("case", CASES)
def test_whole_room(case):
    sentences, wanted = read_case(case)
    assert sorted(text for text, _ in told(sentences, BOOK, "临江市")) == sorted(wanted)


def test_there_are_enough_marked_up_sentences():
    assert len({v.case for v in VERDICTS} | set(CASES)) >= 400


def test_floors_on_gold_mentions_may_only_rise():
    found = score(gold_pages())
    assert found["all"][2] >= FLOORS["all"]
    assert found["all"][0] >= 0.99
    assert found["role"][0] >= FLOORS["role"]


def test_floors_on_the_invented_pages_may_only_rise():
    found = score(invented_pages())
    assert found["all"][2] >= 0.96
    assert found["all"][0] >= 0.975


def test_two_runs_say_the_same_and_evidence_is_in_its_sentence():
    page = gold_pages()[0]
    runs = [
        find_relations(
            page.page, page.articles, page.sentences, page.mentions, [], page.entities, rules=relation_rules()
        )
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    sentences = {s.sentence_id: s for s in page.sentences}
    for relation in runs[0]:
        sentence = sentences[relation.sentence_id]
        assert sentence.start <= relation.start < relation.end <= sentence.end
        assert relation.quote in sentence.text
        assert "".join(page.page.raw[relation.start : relation.end].split()) == relation.quote
        assert sentence.role != "byline"
        assert _known(relation.rule)
    assert len({r.relation_id for r in runs[0]}) == len(runs[0])


def _known(name):
    carried = {
        "areas_in_a_name",
        "area_in_a_name",
        "area_leans_on_place",
        "name_leans_on_area",
        "body_of_the_topic",
        "body_in_a_name",
        "area_next_to_name",
    }
    return name in {r.name for r in BOOK.rules} | carried


def test_an_anaphor_stands_for_its_entity():
    line = "[安民银行新安分行|ORG=bank]召开会议。¶[该行|ORG*=bank]行长[罗敏|PER]推进“[万企行|CAM]”活动。"
    texts = [text for text, _ in told(read_case(line)[0], BOOK)]
    assert "罗敏 -holds_position:行长-> 安民银行新安分行" in texts


def test_explain_names_the_element_on_which_a_rule_failed():
    traces = {t.rule.name: t for t in explain_relations("[罗敏|PER]任务很重。", BOOK)}
    assert traces["takes_office"].read == "罗敏任"
    assert traces["takes_office"].failed == "{tail:ORG|DIS}"
    hits = {t.rule.name: t for t in explain_relations("[罗敏|PER]任[区民政局|ORG]局长。", BOOK)}
    assert hits["takes_office"].matches


def test_rules_that_never_fire_are_named():
    page = gold_pages()[0]
    found = find_relations(page.page, page.articles, page.sentences, page.mentions, [], page.entities, rules=BOOK)
    silent = {rule.name for rule in silent_rules(BOOK, found)}
    assert "leaves_office" in silent
    assert "office_before_name" not in silent


def test_a_user_adds_overrides_and_switches_off(tmp_path):
    (tmp_path / "mine.toml").write_text(
        '[words]\n"office_head+" = ["盟主"]\n'
        '[[rule]]\nname = "takes_office"\ntype = "holds_position"\npattern = "{head:PER}掌管{tail:ORG}"\n'
        'examples = ["[罗敏|PER]掌管[区民政局|ORG]。 => 罗敏 -holds_position-> 区民政局"]\n'
        '[[rule]]\nname = "is_elected"\noff = true\n', encoding="utf-8",
    )  # fmt: skip
    book = relation_rules(tmp_path)
    said = lambda line: [t for t, _ in told(read_case(line)[0], book)]  # noqa: E731
    assert said("[罗敏|PER]掌管[区民政局|ORG]。") == ["罗敏 -holds_position-> 区民政局"]
    assert said("[罗敏|PER]任[区民政局|ORG]局长。") == []
    assert said("[罗敏|PER]当选[市商会|ORG]会长。") == []
    assert said("[武林会|ORG]盟主[罗敏|PER]说。") == ["罗敏 -holds_position:盟主-> 武林会"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[[rule]]\nname = "a"\ntype = "holds_position"\npattern = "{head:PRE}任"',
            ["mine.toml", "'a'", "PRE", "character"],
        ),
        ('[[rule]]\nname = "a"\ntype = "holds"\npattern = "{head:PER}任"', ["mine.toml", "'a'", "holds_position"]),
        (
            '[[rule]]\nname = "a"\ntype = "part_of"\npattern = "{x:PER}"\nexample = []',
            ["'a'", "did you mean 'examples'"],
        ),
        ('[[rule]]\nname = "a"\ntype = "part_of"\npattern = "<ofice>"', ["'a'", "<office>"]),
        ("[[rule]\n", ["mine.toml", "TOML"]),
    ],
)
def test_a_bad_table_is_named(tmp_path, text, words):
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        relation_rules(tmp_path)
    assert [w for w in words if w not in str(error.value)] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["[罗敏|PER]", "[区民政局|ORG]", "[花园社区|DIS]", "[敬老月|CAM]", "任", "局长", "、", "，", "。", "联合", "开展", "居民", "在", "“", "”", "的"]
), min_size=1, max_size=24))  # fmt: skip
def test_no_sentence_breaks_the_room_and_none_relates_a_thing_to_itself(parts):
    for text, _ in told(read_case("".join(parts))[0], BOOK):
        head, _, tail = text.partition(" -")
        assert head != tail.rpartition("-> ")[2]


@pytest.mark.parametrize(
    ("printed", "norm", "rank", "acting"),
    [
        ("局长", "局长", "head", False), ("副局长", "局长", "deputy", False), ("党组成员、副局长", "党组成员、局长", "deputy", False),
        ("代市长", "市长", "head", True), ("代理检察长", "检察长", "head", True), ("代表", "代表", "member", False),
        ("党委副书记、镇长", "党委书记、镇长", "head", False), ("常务副主席", "主席", "deputy", False), ("院长助理", "院长助理", "deputy", False),
        ("总经理兼党支部书记", "总经理、党支部书记", "head", False), ("审判员", "审判员", "member", False), ("原镇长", "镇长", "head", False),
        ("副业科科长", "副业科科长", "head", False),
    ],
)  # fmt: skip
def test_offices_in_normal_form(printed, norm, rank, acting):
    assert normal_role(printed) == RoleForm(norm, rank, acting)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["副", "代", "常务", "局长", "书记", "、", "党组", "委员", "兼", "代表", "主任", "原"]),
        min_size=1,
        max_size=8,
    )
)
def test_normal_form_is_never_empty_and_adds_nothing(parts):
    printed = "".join(parts)
    form = normal_role(printed)
    assert form.norm or set(printed) <= set("、兼")
    assert set(form.norm) <= set(printed) | {"、"}


@pytest.mark.parametrize(
    ("case", "since", "until"),
    [
        ("2022年11月17日，会议任命[罗敏|PER]为[区民政局|ORG]局长。", "2022-11-17", None),
        ("2022年11月17日会议通过。¶任命：[罗敏|PER]为[区民政局|ORG]局长。", "2022-11-17", None),
        ("2022年11月17日，免去：[罗敏|PER]的[区民政局|ORG]局长职务。", None, "2022-11-17"),
        ("2022年11月17日，[罗敏|PER]当选[市商会|ORG]会长。", "2022-11-17", None),
        ("任命[罗敏|PER]为[区民政局|ORG]局长。", "../2022-11-18", None),
        ("2022年11月17日，[区民政局|ORG]局长[罗敏|PER]走访。", None, None),
        ("2022年11月17日，[罗敏|PER]将担任[区妇联|ORG]主席。", None, None),
    ],
)
def test_offices_taken_and_given_up_are_dated(case, since, until):
    sentences = read_case(case)[0]
    values = [
        Value(
            value_id="v", page_id="p", article_id=s.sentence.article_id, sentence_id=s.sentence.sentence_id, type="time",
            text=DAY, start=0, end=len(DAY), sent_start=0, sent_end=len(DAY), value="2022-11-17",
        )
        for s in sentences if s.sentence.text.startswith(DAY)
    ]  # fmt: skip
    page = Page(page_id="p", path="p", sha256="", encoding="utf-8", date="2022-11-18")
    found = find_relations(
        page, [], [s.sentence for s in sentences], [m for s in sentences for m in s.mentions], values,
        [e for s in sentences for e in s.entities], rules=BOOK,
    )  # fmt: skip
    assert [(r.since, r.until) for r in found if r.type == "holds_position"] == [(since, until)]
