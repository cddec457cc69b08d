"""What is nested in a name and names nothing there goes; areas in bodies stay."""

from __future__ import annotations

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.nested import without_idle
from pipeline.mentions.overlap import settle
from pipeline.records import EntityType
from pipeline.rules.notation import read_marked
from tests.mentions.helper import mentions_of

LEXICON = load_lexicon()


def nested(text: str) -> list[str]:
    return [m.text for m in mentions_of(text) if not m.outermost and m.type in ("district", "organisation")]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        # an area's own short form, a piece of its name, the name behind it
        ("淇滨区举办了歌咏比赛。", []),
        ("郑州市管城回族区召开推进会。", []),
        ("河东区和阜南县签订协议。", []),
        ("临泉县、武陟县的代表参加会议。", []),
        ("内蒙古自治区的客商来访。", []),
        # inside a body the area stays, in full, and only in full
        ("淇滨区天山路街道纪工委召开会议。", ["淇滨区", "天山路街道"]),
        ("武陟县市场监管局开展检查。", ["武陟县"]),
        ("阜南县交通运输局召开会议。", ["阜南县"]),
        ("武陟县农业农村局召开会议。", ["武陟县"]),
        ("梓潼县住房和城乡建设局、区住房城乡建设局召开会议。", ["梓潼县"]),
        ("武陟县东刘村党支部召开会议。", ["武陟县", "东刘村"]),
        ("中国银行鹤壁分行开展宣传。", ["中国银行", "鹤壁"]),
        # a zone lies in the city that it is called after
        ("绵阳高新区召开推进会。", ["绵阳"]),
    ],
)
def test_areas_in_areas(text: str, inside: list[str]) -> None:
    assert sorted(set(nested(text)) - {"中国"}) == sorted(inside)


CASES = [
    # (marked text, nested names that are put in, those that stay)
    ("“[为民履职·人大代表在行动|CAM]”启动。", [("为民履职·人大", "organisation")], []),
    ("“[工会送清凉|CAM]”活动启动。", [("工会", "organisation")], []),
    ("“[书香鹤城|CAM]”活动启动。", [("鹤城", "district")], []),
    ("[“洁净襄城”提升行动|CAM]启动。", [("襄城", "district")], []),
    (
        "“[鹤壁市民政局送温暖|CAM]”活动启动。",
        [("鹤壁市民政局", "organisation"), ("鹤壁市", "district")],
        ["鹤壁市", "鹤壁市民政局"],
    ),
    ("“[市妇联送温暖|CAM]”活动启动。", [("市妇联", "organisation")], ["市妇联"]),
    ("“[文明临水镇|CAM]”活动启动。", [("临水镇", "district")], ["临水镇"]),
    ("“[春晖社区邻居节|CAM]”活动启动。", [("春晖社区", "district")], ["春晖社区"]),
    # not in quotes, in speech, beside the quotes: nothing is touched
    ("[嵊州越剧文化旅游节|CAM]启动。", [("嵊州", "district")], ["嵊州"]),
    ("他说：“我们办好[嵊州越剧文化旅游节|CAM]，大家高兴。”", [("嵊州", "district")], ["嵊州"]),
    ("[鹤壁“清洁家园”行动|CAM]启动。", [("鹤壁", "district")], ["鹤壁"]),
    ("[人大代表“夏送清凉”行动|CAM]启动。", [("人大", "organisation")], ["人大"]),
    ("[“书香”阅读|CAM]和[鹤城|DIS]不同。", [], []),
]


@pytest.mark.parametrize(("marked", "inside", "stay"), CASES)
def test_short_forms_in_the_quoted_name_of_a_campaign(
    marked: str, inside: list[tuple[str, EntityType]], stay: list[str]
) -> None:
    case = read_marked(marked)
    text = case.sentence.text
    found = [Candidate(m.sent_start, m.sent_end, m.type, "example", 0.9) for m in case.mentions]
    found += [Candidate(text.index(n), text.index(n) + len(n), type_, "example", 0.9) for n, type_ in inside]
    kept = without_idle(text, settle(found), LEXICON)
    assert sorted(text[c.start : c.end] for c, outer in kept if not outer) == stay
    outermost = [(c.start, c.end) for c, outer in kept if outer]
    assert outermost == [(m.sent_start, m.sent_end) for m in case.mentions]


@pytest.mark.parametrize(
    ("zone", "area", "kind", "zone_kind", "stays"),
    [
        ("浚县产业集聚区", "浚县", "county", "functional", True),
        ("绍兴滨海新区", "绍兴", "city", "county", True),
        ("大连新区", "大连", "city", "functional", True),
        ("浦东新区", "浦东", "county", "functional", False),
        ("东津新区", "东津", "street", "functional", False),
        ("河南工大社区", "河南", "province", "community", False),
        ("柯桥街道", "柯桥", "county", "street", False),
        ("金色家园小区", "金色家园", "residential", "residential", False),
    ],
)
def test_only_the_area_that_a_zone_lies_in_stays(zone: str, area: str, kind: str, zone_kind: str, stays: bool) -> None:
    pair = [
        Candidate(0, len(zone), "district", "example", 0.9, zone_kind),
        Candidate(0, len(area), "district", "example", 0.9, kind),
    ]
    assert [c.end for c, _ in without_idle(zone, settle(pair), LEXICON)] == [len(zone), len(area)][: 1 + stays]
