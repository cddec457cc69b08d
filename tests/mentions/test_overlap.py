"""The one overlap policy: examples, and laws over whatever candidates there may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.overlap import FLOOR, HOLDS, ORDER, covers, settle

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 8))
CANDIDATES = st.lists(
    st.builds(
        lambda span, type_, score: Candidate(span[0], span[0] + span[1], type_, "law", round(score, 2)),
        SPANS, st.sampled_from(ORDER), st.floats(0.3, 1.0),
    ),
    max_size=12,
)  # fmt: skip


def one(start: int, end: int, type_: str, score: float = 0.9) -> Candidate:
    return Candidate(start, end, type_, "example", score)  # type: ignore[arg-type]


def kept(*candidates: Candidate) -> list[tuple[int, int, str, bool]]:
    return [(c.start, c.end, c.type, outer) for c, outer in settle(candidates)]


def test_crossing_spans_the_surer_wins() -> None:
    assert kept(one(0, 4, "district", 0.7), one(2, 6, "organisation", 0.9)) == [(2, 6, "organisation", True)]


def test_crossing_spans_of_one_score_the_longer_wins() -> None:
    assert kept(one(0, 4, "district"), one(2, 8, "organisation")) == [(2, 8, "organisation", True)]


def test_one_span_of_two_types_the_surer_wins() -> None:
    assert kept(one(0, 3, "person", 0.95), one(0, 3, "district", 0.6)) == [(0, 3, "person", True)]


def test_areas_in_a_body_stay_nested() -> None:
    assert kept(one(0, 3, "district"), one(0, 7, "organisation")) == [
        (0, 7, "organisation", True), (0, 3, "district", False),
    ]  # fmt: skip


def test_nothing_is_nested_in_a_person() -> None:
    assert kept(one(0, 3, "person"), one(1, 3, "district", 0.6)) == [(0, 3, "person", True)]


def test_the_tail_of_a_body_goes() -> None:
    assert kept(one(0, 8, "organisation"), one(4, 8, "organisation")) == [(0, 8, "organisation", True)]


def test_a_much_surer_name_breaks_a_doubtful_longer_one() -> None:
    assert kept(one(0, 8, "organisation", 0.55), one(5, 8, "person", 0.98)) == [(5, 8, "person", True)]


def test_below_the_floor_nothing_stays() -> None:
    assert kept(one(0, 3, "person", FLOOR - 0.01)) == []


@given(CANDIDATES)
def test_law_what_stays_never_crosses(candidates: list[Candidate]) -> None:
    result = [c for c, _ in settle(candidates)]
    for a in result:
        for b in result:
            apart = a.end <= b.start or b.end <= a.start
            assert a == b or apart or covers(a, b) or covers(b, a)


@given(CANDIDATES)
def test_law_outermost_is_what_nothing_covers(candidates: list[Candidate]) -> None:
    result = settle(candidates)
    for c, outer in result:
        assert outer == (not any(covers(o, c) for o, _ in result))


@given(CANDIDATES, st.randoms(use_true_random=False))
def test_law_order_of_finders_does_not_matter(candidates: list[Candidate], shuffler) -> None:  # type: ignore[no-untyped-def]
    mixed = list(candidates)
    shuffler.shuffle(mixed)
    assert kept(*mixed) == kept(*candidates)


@given(CANDIDATES)
def test_law_settling_twice_changes_nothing(candidates: list[Candidate]) -> None:
    once = [c for c, _ in settle(candidates)]
    assert [c for c, _ in settle(once)] == once


@given(CANDIDATES)
def test_law_only_what_may_be_held_is_nested(candidates: list[Candidate]) -> None:
    result = [c for c, _ in settle(candidates)]
    for outer in result:
        for inner in result:
            assert not covers(outer, inner) or inner.type in HOLDS[outer.type]
