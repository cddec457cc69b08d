from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.entities.area_links import AreaDecision, link_areas
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


PREFECTURES = [d for d in CHINA.upper() if d.level == "city" and d.code[:2] not in ("71", "81", "82")]


def chain(draw: st.DrawFn) -> tuple[Division, list[Division]]:
    city = draw(st.sampled_from(PREFECTURES))
    counties = [c for c in CHINA.children(city.code) if c.level == "county" and CHINA.children(c.code)]
    county = draw(st.sampled_from(counties or [city]))
    street = draw(st.sampled_from([s for s in CHINA.children(county.code) if s.level == "street"] or [county]))
    lower = [c for c in CHINA.children(street.code) if c.name.endswith(("社区", "村"))]
    return city, [county, street, *([draw(st.sampled_from(lower))] if lower else [])]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_printed_chain_gets_its_own_codes_anywhere(data: st.DataObject) -> None:
    city, areas = chain(data.draw)
    areas = list(dict.fromkeys(areas))
    text = "".join(f"[{a.name}|DIS]" for a in areas)
    found = decide(city.name, text)
    same = [
        sum(b.name == a.name for b in CHINA.children(a.code[:9] if len(a.code) == 12 else a.code[:6])) for a in areas
    ]
    for area, decision, namesakes in zip(areas, found, same, strict=True):
        if namesakes <= 1 and area.name != city.name:
            assert decision.code == area.code, (city.name, text, decision)


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
