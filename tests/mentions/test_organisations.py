"""Names of bodies, one marked-up sentence a test."""

from __future__ import annotations

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.find import find_districts
from pipeline.mentions.organisations.find import find_organisations
from pipeline.mentions.spread import short_forms
from pipeline.mentions.view import SentenceView
from tests.mentions.helper import cases, found_people_and_bodies, marked_people_and_bodies, mentions_of
from tests.mentions.marked import wrong


@pytest.mark.parametrize("line", cases("organisations_cases.txt"))
def test_bodies_are_found_whole_and_nothing_else(line: str) -> None:
    text, marked = marked_people_and_bodies(line)
    assert found_people_and_bodies(text) == marked


def test_every_head_has_a_kind_that_others_share() -> None:
    rows = load_lexicon().words("organisation_heads")
    assert {row["needs"] for row in rows} == {"area", "name", "self"}
    assert len({row["head"] for row in rows}) == len(rows)
    assert all(row["kind"] for row in rows)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("海宁市财政局召开会议。", "government"),
        ("桐乡市人民法院开庭审理。", "judiciary"),
        ("诸暨市总工会慰问职工。", "mass organisation"),
        ("海宁市第三小学举行比赛。", "school"),
        ("农行桐乡支行发放贷款。", "bank"),
        ("梅溪社区居委会组织居民修剪树木。", "community body"),
        ("海宁市蓝天救援队赶赴现场。", "volunteer group"),
        ("海宁日报社记者到场。", "media"),
    ],
)
def test_a_body_has_its_kind(text: str, kind: str) -> None:
    assert [m.kind for m in mentions_of(text) if m.outermost and m.type == "organisation"] == [kind]


def test_a_body_inside_a_body_is_kept_when_it_begins_it() -> None:
    found = [(m.text, m.outermost) for m in mentions_of("市民政局社会救助科科长作了说明。") if m.type == "organisation"]
    assert found == [("市民政局社会救助科", True), ("市民政局", False)]


def test_the_tail_of_a_body_is_no_body_of_its_own() -> None:
    found = [m.text for m in mentions_of("密州街道纪工委开展检查。") if m.type == "organisation"]
    assert found == ["密州街道纪工委"]


def test_a_short_form_is_found_behind_the_full_name() -> None:
    found = found_people_and_bodies(
        "浙江鼎丰物业管理有限公司接管小区。", "随后，鼎丰物业贴出公告。", "鼎丰物业很快回应。"
    )
    assert found == ["浙江鼎丰物业管理有限公司|ORG", "鼎丰物业|ORG", "鼎丰物业|ORG"]


def test_a_committee_is_found_by_its_short_name() -> None:
    assert short_forms("西湖区委社治委") == ["社治委", "区委社治委"]
    assert found_people_and_bodies("西湖区委社治委召开会议。", "会上，社治委主任讲话。")[-1] == "社治委|ORG"


def test_an_abbreviation_is_explained_by_its_page() -> None:
    found = found_people_and_bodies(
        "市新的社会阶层人士联谊会走访学校。", "市新联会捐赠图书。", "市新年联欢会上，大家很开心。", "市新区会议召开。"
    )
    assert found == ["市新的社会阶层人士联谊会|ORG", "市新联会|ORG"]
    assert found_people_and_bodies("市书法家协会办展。", "市书协会员到场。", "市书展开幕。") == [
        "市书法家协会|ORG",
        "市书协|ORG",
    ]
    assert found_people_and_bodies("市新联会捐赠图书。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("法院干警连夜出发，执行局局长郭建辉带队。", ["执行局|ORG", "郭建辉|PER"]),
        ("会议结束后，执行局面清晰。", []),
    ],
)
def test_a_room_of_a_court_needs_the_court(text: str, found: list[str]) -> None:
    assert found_people_and_bodies(text) == found


def bodies(view: SentenceView) -> list[Candidate]:
    return find_organisations(view, find_districts(view))


@pytest.mark.parametrize(
    "marked",
    [
        "[萧山消防|ORG]提醒您，出门断电。",
        "[萧山公安|ORG]联合[萧山区司法局|ORG]走进校园。",
        "萧山公安民警连夜出动。",
        "萧山税务工作有序开展。",
    ],
)
def test_a_force_by_its_area_acts(marked: str) -> None:
    assert not wrong(bodies, "organisation", "杭州市", marked)


def test_a_section_is_found_by_itself_behind_its_body() -> None:
    found = found_people_and_bodies("锦旗送到县人力资源社会保障局劳动保障监察大队。", "劳动保障监察大队迅速介入。")
    assert found == ["县人力资源社会保障局劳动保障监察大队|ORG", "劳动保障监察大队|ORG"]
    assert found_people_and_bodies("劳动保障监察大队伍建设。") == []
