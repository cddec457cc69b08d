"""Who is who over a corpus: evidence for and against, the user's table, and the laws that order and growth obey."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.entities import MergesError, resolve_corpus
from tests.entities.build import local, page

A = page("a", "王伟", body="县财政局", county="浚县", role="局长")
ONE = {
    "same body": page("b", "王伟", body="县财政局", county="浚县", role="局长"),
    "same body, no role": page("b", "王伟", body="县财政局", county="浚县"),
    "same county and role": page("b", "王伟", body="县住建局", county="浚县", role="局长"),
    "an office at the county itself": page("b", "王伟", county="浚县", role="局长"),
}
TWO = {
    "other county": page("b", "王伟", body="区财政局", county="淇滨区", role="局长"),
    "other city": page("b", "王伟", body="区财政局", county="中原区", city="郑州市", role="局长"),
    "other name": page("b", "王维", body="县财政局", county="浚县", role="局长"),
    "a resident of the county": page("b", "王伟", "resident", county="浚县"),
    "a journalist of the city": page("b", "王伟", "journalist"),
    "only the city": page("b", "王伟", "other"),
    "ten years between": page("b", "王伟", body="县住建局", county="浚县", date="2009-01"),
}


def groups(*pages, merges=None) -> dict[str, str]:
    found = resolve_corpus(pages, merges=merges)
    return {p.page_id: found.links.get(x.entity_id, x.entity_id) for p in pages for x in p.people}


@pytest.mark.parametrize("other", ONE.values(), ids=ONE)
def test_one_person(other) -> None:
    assert len(set(groups(A, other).values())) == 1


@pytest.mark.parametrize("other", TWO.values(), ids=TWO)
def test_two_people(other) -> None:
    assert len(set(groups(A, other).values())) == 2


def test_reporters_of_one_city_are_one_and_of_two_cities_two() -> None:
    ids = groups(
        page("a", "李静", "journalist"), page("b", "李静", "journalist"), page("c", "李静", "journalist", city="郑州市")
    )
    assert ids["a"] == ids["b"] != ids["c"]


def test_residents_of_one_county_are_not_one_for_their_name() -> None:
    ids = groups(page("a", "李静", "resident", county="浚县"), page("b", "李静", "resident", county="浚县"))
    assert ids["a"] != ids["b"]


def test_a_national_figure_is_one_wherever_named() -> None:
    ids = groups(
        page("a", "赵国强", "national"),
        page("b", "赵国强", "other", near="中原区", city="郑州市"),
        page("c", "赵国强", "resident", county="浚县"),
    )
    assert ids["a"] == ids["b"] != ids["c"]


def test_homonyms_are_labelled_with_their_area() -> None:
    found = resolve_corpus([A, TWO["other city"], page("c", "钱一", county="浚县")])
    assert {e.label for e in found.entities if e.name == "王伟"} == {"王伟（浚县）", "王伟（中原区）"}
    assert [e.label for e in found.entities if e.name == "钱一"] == [None]


def test_what_is_merged_is_written_down_with_reasons() -> None:
    found = resolve_corpus([A, ONE["same county and role"]])
    (decision,) = found.decisions
    assert decision.same
    assert decision.score == 4.0
    assert decision.reasons == (
        "+3 same county, district or zone",
        "+1 same city",
        "+1 same role",
        "-1 name of two characters",
    )
    assert decision.left in {e.entity_id for e in found.entities}
    assert decision.right not in {e.entity_id for e in found.entities}


def test_what_is_unsure_is_written_down_too() -> None:
    (decision,) = resolve_corpus([A, page("b", "王伟", "other", near="浚县")]).decisions
    assert not decision.same
    assert 1 <= decision.score < 3


NAMES = st.sampled_from(["王伟", "李静", "张国强"])
PAGES = st.lists(
    st.builds(
        lambda name, kind, county, near, body, date: (name, kind, county, near, body, date),
        NAMES, st.sampled_from(["official", "resident", "journalist", "other", "national"]), st.sampled_from(["", "浚县", "淇滨区"]),
        st.sampled_from(["", "浚县", "淇滨区"]), st.sampled_from(["", "财政局", "住建局"]), st.sampled_from([None, "2024-08", "2008-01", "2024-09-01"]),
    ),
    max_size=9,
)  # fmt: skip


def built(rows) -> list:
    return [
        page(f"p{n}", name, kind, county=county, near=near, body=body if kind == "official" else "", date=date)
        for n, (name, kind, county, near, body, date) in enumerate(rows)
    ]


@given(PAGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_pages_and_a_second_run_change_nothing(rows, random) -> None:
    pages = built(rows)
    mixed = list(pages)
    random.shuffle(mixed)
    assert resolve_corpus(mixed) == resolve_corpus(pages) == resolve_corpus(iter(pages))


THREE = [
    ("张国强", kind, "", near, "", None) for kind, near in (("other", ""), ("journalist", "浚县"), ("national", "浚县"))
]


@given(PAGES, st.integers(0, 9))
@example([("王伟", "official", "", "", "", None), *THREE], 3)  # two merges by way of a third person give up two ids
@settings(max_examples=60, deadline=None)
def test_pages_added_rename_no_one_but_by_a_merge_that_is_written_down(rows, few) -> None:
    pages = built(rows)
    before, after = resolve_corpus(pages[:few]), resolve_corpus(pages)
    known = {e.entity_id for e in after.entities}
    told = {d.right for d in after.decisions if d.same}
    for entity in before.entities:
        assert entity.entity_id in known | told


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_every_page_person_ends_in_an_entity_of_its_name(rows) -> None:
    pages = built(rows)
    found = resolve_corpus(pages)
    names = {e.entity_id: e.name for e in found.entities}
    for one in pages:
        assert names[found.links[one.people[0].entity_id]] == one.entities[0].name


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "merges.tsv"
    path.write_text(
        "# source: test. licence: none\nverdict\tleft\tright\treason\twho\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    return path


def test_same_by_hand_beats_the_machine_and_is_undone_with_its_line(tmp_path: Path) -> None:
    other = TWO["other county"]
    ids = groups(A, other)
    merges = table(tmp_path, f"same\t{ids['a']}\t{ids['b']}\t履历\t张三")
    found = resolve_corpus([A, other], merges=merges)
    assert len({e.entity_id for e in found.entities if e.type == "person"}) == 1
    assert found.decisions[0].reasons == ("by hand: 履历, 张三",)
    assert found.stale == []
    assert groups(A, other, merges=table(tmp_path)) == ids


def test_different_by_hand_beats_the_machine(tmp_path: Path) -> None:
    other = ONE["same county and role"]
    decision = resolve_corpus([A, other]).decisions[0]
    merges = table(tmp_path, f"different\t{decision.left}\t{decision.right}\t两人\t张三")
    assert len(set(groups(A, other, merges=merges).values())) == 2


def test_names_with_areas_are_understood(tmp_path: Path) -> None:
    other = TWO["other county"]
    found = resolve_corpus([A, other], merges=table(tmp_path, "same\t王伟（浚县）\t王伟（淇滨区）\t调任\t张三"))
    assert found.stale == []
    assert len([e for e in found.entities if e.type == "person"]) == 1


def test_one_page_can_be_taken_out_of_a_person(tmp_path: Path) -> None:
    other = ONE["same body"]
    (one,) = set(groups(A, other).values())
    ids = groups(A, other, merges=table(tmp_path, f"different\t{one}\t{one}@b\t另一人\t张三"))
    assert ids["a"] == one != ids["b"]


def test_bodies_are_united_and_named_by_hand(tmp_path: Path) -> None:
    one, two = page("a", "钱一", body="圆心物业", county="浚县"), page("b", "孙二", body="圆心物业公司", county="浚县")
    merges = table(
        tmp_path,
        "same\t圆心物业公司\t圆心物业\t同一公司\t张三",
        "name\t圆心物业公司\t河南圆心物业有限公司\t工商登记\t张三",
    )
    found = resolve_corpus([one, two], merges=merges)
    (body,) = [e for e in found.entities if e.type == "organisation"]
    assert body.name == "河南圆心物业有限公司"
    assert set(body.aliases) == {"圆心物业", "圆心物业公司"}
    assert found.stale == []


STALE = {
    "same\t李四\t王伟\t\t": "nothing in this run is called 李四",
    "same\t王伟\t王伟\t\t": "both sides",
    "different\tper:0000000000\t王伟\t\t": "nothing in this run is called per:0000000000",
    "same\t县财政局\t王伟\t\t": "one side is a person",
    "name\t李四\t李肆\t\t": "nothing in this run is called 李四",
}


@pytest.mark.parametrize(
    ("line", "reason"), STALE.items(), ids=[x.split("\t")[0] + str(n) for n, x in enumerate(STALE)]
)
def test_a_line_that_no_longer_applies_is_reported(line: str, reason: str, tmp_path: Path) -> None:
    found = resolve_corpus([A], merges=table(tmp_path, line))
    assert len(found.stale) == 1
    assert reason in found.stale[0]


def test_two_lines_that_contradict_are_reported(tmp_path: Path) -> None:
    ids = groups(A, TWO["other county"])
    lines = [f"{verdict}\t{ids['a']}\t{ids['b']}\t\t" for verdict in ("same", "different")]
    assert "makes them one" in resolve_corpus([A, TWO["other county"]], merges=table(tmp_path, *lines)).stale[0]


@pytest.mark.parametrize("line", ["perhaps\ta\tb\t\t", "same\ta\t\t\t", "same\ta\tb\tc\td\te"])
def test_a_broken_table_is_an_error(line: str, tmp_path: Path) -> None:
    with pytest.raises(MergesError, match=r"merges\.tsv"):
        resolve_corpus([A], merges=table(tmp_path, line))


def test_a_page_id_is_no_person_of_another_page() -> None:
    assert local("a", "王伟") != local("b", "王伟")
