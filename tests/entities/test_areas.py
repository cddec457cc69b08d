from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.entities.area_decision import AreaDecision
from pipeline.entities.area_links import link_areas
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.divisions import Division
from pipeline.records import Mention, Page
from pipeline.rules.notation import read_marked

CHINA = load_lexicon().divisions
LINES = [
    pytest.param(line, id=f"areas_cases.txt:{number}")
    for number, line in enumerate((Path(__file__).parent / "areas_cases.txt").read_text("utf-8").splitlines(), 1)
    if line.strip() and not line.startswith("#")
]


def decide(place: str, text: str, kinds: bool = False) -> list[AreaDecision]:
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", place=place)
    mentions: list[Mention] = []
    texts: dict[str, str] = {}
    for number, part in enumerate(text.split("。"), 1):
        case = read_marked(part, number=number)
        texts[case.sentence.sentence_id] = case.sentence.text
        mentions += case.mentions
    decisions = link_areas(page, mentions, CHINA, texts=texts)
    return [decisions[m.mention_id] for m in mentions]


@pytest.mark.parametrize("line", LINES)
def test_area_case(line: str) -> None:
    place, _, rest = line.partition(" :: ")
    text, _, expected = rest.partition(" => ")
    assert [d.code or "-" for d in decide(place, text)] == expected.split()


def test_a_provisional_area_has_a_parent_and_a_stable_id() -> None:
    first, second = decide("鹤壁市", "[金山街道|DIS][翠湖社区|DIS]。[翠湖社区|DIS]")[1:]
    assert first == second
    assert first.code is None
    assert first.parent == "dis:410611001"


def test_two_compounds_of_one_name_in_two_streets_are_two() -> None:
    found = decide("鹤壁市", "[金山街道|DIS][翠湖小区|DIS]与[泰山路街道|DIS][翠湖小区|DIS]")
    assert found[1].entity_id != found[3].entity_id


def test_the_short_form_inside_a_name_is_no_other_area() -> None:
    (whole,) = read_marked("[淮南社区|DIS]换届", number=1).mentions
    (inner,) = read_marked("[淮南|DIS]社区换届", number=1).mentions
    inner = inner.model_copy(update={"mention_id": "inner", "outermost": False})
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", place="郑州市")
    assert {d.code for d in link_areas(page, [whole, inner], CHINA).values()} == {"410103008011"}
    assert link_areas(page, [inner], CHINA)["inner"].code == "340400"


PREFECTURES = [d for d in CHINA.upper() if d.level == "city" and d.code[:2] not in ("71", "81", "82")]


@st.composite
def chain(draw: st.DrawFn, city: Division) -> tuple[str, ...]:
    """A county of a city, a street in it and a community in that, by code; no name stands twice in it."""
    counties = [c for c in CHINA.children(city.code) if c.level == "county" and CHINA.children(c.code)]
    county = draw(st.sampled_from(counties or [city]))
    street = draw(st.sampled_from([s for s in CHINA.children(county.code) if s.level == "street"] or [county]))
    lower = [c for c in CHINA.children(street.code) if c.name.endswith(("社区", "村"))]
    areas = [county, street, *([draw(st.sampled_from(lower))] if lower else [])]
    return tuple({area.name: area.code for area in reversed(areas)}.values())[::-1]


def settle_chain(city: str, codes: tuple[str, ...]) -> None:
    """Areas printed one behind the other, from the county down, get the codes they have in the list."""
    areas = [area for code in codes if (area := CHINA.get(code))]
    text = "".join(f"[{area.name}|DIS]" for area in areas)
    for area, decision in zip(areas, decide(city, text), strict=True):
        holder = area.code[: 9 if len(area.code) == 12 else 6]
        namesakes = [a for a in CHINA.children(holder) if a.name == area.name and a != area]
        if not namesakes and area.name != city:
            assert decision.code == area.code, (city, text, decision)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PREFECTURES).flatmap(lambda city: st.tuples(st.just(city.name), chain(city))))
@example(("惠州市", ("441323", "441323455", "441323455498")))  # the listed community repeats its county's name
@example(("河源市", ("441625", "441625100", "441625100213")))  # and here its town's name too
@example(("石家庄市", ("130133", "130133102", "130133102222")))  # 马村 is no 马村区
@example(("塔城地区", ("654202", "654202500", "654202500400")))  # a street called 生活区
@example(("滁州市", ("341125", "341125402")))  # a farm whose only community has its name
def test_a_printed_chain_gets_its_own_codes_anywhere(case: tuple[str, tuple[str, ...]]) -> None:
    settle_chain(*case)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PREFECTURES), st.sampled_from(PREFECTURES), st.data())
def test_no_street_or_community_is_guessed_in_another_prefecture(
    own: Division, other: Division, data: st.DataObject
) -> None:
    _, areas = other, list(CHINA.children(data.draw(st.sampled_from(CHINA.children(other.code))).code))
    if not areas:
        return
    name = data.draw(st.sampled_from(areas)).name
    (decision,) = decide(own.name, f"[{name}|DIS]")
    assert decision.code is None or decision.code[:4] == own.code[:4] or len(decision.code) == 6


DISTRICTS = [d for d in CHINA.upper() if d.level == "county" and d.name.endswith("区") and d.code[:2] not in ("71",)]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PREFECTURES), st.sampled_from(DISTRICTS))
@example(next(d for d in PREFECTURES if d.name == "鹤壁市"), next(d for d in DISTRICTS if d.code == "410204"))
def test_no_district_of_another_city_without_its_city(own: Division, other: Division) -> None:
    (decision,) = decide(own.name, f"[{other.name}|DIS]")
    assert decision.code is None or decision.code[:4] == own.code[:4] or other.name.endswith(("林区", "特区"))
    if decision.code is None:
        assert decision.parent is None


def test_what_a_name_left_open_could_mean_is_told() -> None:
    (decision,) = decide("太原市", "[鼓楼区|DIS]")
    assert (
        decision.how == "not said which: 320106 鼓楼区（南京市）, 320302 鼓楼区（徐州市）, 350102 鼓楼区（福州市）, …"
    )
