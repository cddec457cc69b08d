from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import load_lexicon
from pipeline.lexicon.division_names import community_name, forms
from pipeline.lexicon.divisions import Divisions, contains

CHINA = Divisions()


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("观景社区居委会", "观景社区"), ("和平里社区居民委员会", "和平里社区"), ("白庙村民委员会", "白庙村"),
        ("白庙村村民委员会", "白庙村"), ("赵庄村委会", "赵庄村"), ("建设街居委会", "建设街社区"), ("西关居民委员会", "西关社区"),
        ("连路村民委员会（农村社区）", "连路村"), ("巴音嘎查委员会", "巴音嘎查"), ("万达社区委员会", "万达社区"),
        ("翠园小区居委会", "翠园小区"), ("村委会", "村委会"), ("七里村居委会", "七里村"),
    ],
)  # fmt: skip
def test_a_committee_stands_for_its_area(listed: str, name: str) -> None:
    assert community_name(listed) == name


@pytest.mark.parametrize(
    ("name", "digits", "expected"),
    [
        ("内蒙古自治区", 2, ("内蒙古自治区", "内蒙古")), ("香港特别行政区", 2, ("香港特别行政区", "香港")),
        ("宁夏回族自治区", 2, ("宁夏回族自治区", "宁夏")), ("阿坝藏族羌族自治州", 4, ("阿坝藏族羌族自治州", "阿坝州", "阿坝")),
        ("锡林郭勒盟", 4, ("锡林郭勒盟", "锡林郭勒")), ("大兴安岭地区", 4, ("大兴安岭地区", "大兴安岭")),
        ("长阳土家族自治县", 6, ("长阳土家族自治县", "长阳县", "长阳")), ("浦东新区", 6, ("浦东新区", "浦东")),
        ("神农架林区", 6, ("神农架林区", "神农架")), ("浚县", 6, ("浚县",)), ("金寨回族乡", 9, ("金寨回族乡", "金寨乡", "金寨")),
        ("黎阳街道办事处", 9, ("黎阳街道", "黎阳")), ("庙口镇", 9, ("庙口镇", "庙口")),
    ],
)  # fmt: skip
def test_forms(name: str, digits: int, expected: tuple[str, ...]) -> None:
    assert forms(name, digits) == expected


def test_every_level_is_found_by_code() -> None:
    assert [CHINA.get(c).name for c in ("410000", "410600", "410611", "410611566", "410611566002")] == [  # type: ignore[union-attr]
        "河南省", "鹤壁市", "淇滨区", "天山路街道", "观景社区",
    ]  # fmt: skip
    assert CHINA.get("999999") is None
    assert CHINA.get("999999001") is None


@pytest.mark.parametrize("place", ["410600", "110000", "419001", "442000", "460000", "659001", "410611"])
def test_children_lie_inside_and_know_their_parent(place: str) -> None:
    children = CHINA.children(place)
    assert children
    for child in children:
        assert contains(place, child.code)
        assert place in {d.code for d in CHINA.above(child.code)}


UPPER = list(CHINA.upper())


@given(st.sampled_from(UPPER))
def test_an_area_is_found_by_each_of_its_forms(area: object) -> None:
    for form in CHINA.forms(area):  # type: ignore[arg-type]
        assert area in CHINA.upper_named(form)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("本报讯 涧西区珠江路街道开展活动，洛龙区组织志愿者", "洛阳市"), ("魏都区西关街道与建安区将官池镇", "许昌市"),
        ("渝北区龙山街道联合两江新区", "重庆市"), ("历下区趵突泉街道、槐荫区段店北路街道", "济南市"),
        ("五华区龙翔街道举行演练，昆明市民参加", "昆明市"), ("沁园街道与济水街道、北海街道", "济源市"),
    ],
)  # fmt: skip
def test_a_text_votes_for_its_city(text: str, city: str) -> None:
    assert CHINA.vote_place(text)[0][0] == city


@pytest.mark.parametrize("text", ["", "社区干部走进小区", "各镇、各村、各街道要高度重视", "中山路与人民路交叉口"])
def test_a_text_without_areas_votes_for_nothing(text: str) -> None:
    assert CHINA.vote_place(text) == []


def test_a_users_zone_is_known(tmp_path: object) -> None:
    (tmp_path / "functional_zones.tsv").write_text(  # type: ignore[operator]
        "name\tprefecture\tcounty\tlevel\taliases\n新河产业新城\t410600\t\t\t新河新城\n", encoding="utf-8"
    )
    assert "新河产业新城" in [z.name for z in load_lexicon(tmp_path).divisions.zones("410600")]  # type: ignore[arg-type]
    assert "新河产业新城" not in [z.name for z in load_lexicon().divisions.zones("410600")]


def test_the_list_loads_fast_and_small() -> None:
    code = (
        "import resource,time;from pipeline.lexicon.divisions import Divisions;t=time.perf_counter();d=Divisions();"
        "d.named('观景社区',within='410600');print(time.perf_counter()-t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    started = time.perf_counter()
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert time.perf_counter() - started < 30
    assert float(out[0]) < 0.6, "0.1 s on an idle core"
