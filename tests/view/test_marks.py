"""Sentences cut into marked letters are still the sentences; quotes are found where they were printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Mention, Sentence
from pipeline.view.marks import Evidence, locate, mark


def mention(start: int, end: int, kind: str = "person", raw: int | None = None) -> Mention:
    raw = start if raw is None else raw
    return Mention(
        mention_id=f"m{start}-{end}", page_id="p", article_id="p-a01", sentence_id="p-a01-s001", type=kind,  # type: ignore[arg-type]
        text="", start=raw, end=raw + end - start, sent_start=start, sent_end=end, found_by="test",
    )  # fmt: skip


def sentence(text: str, end: int | None = None) -> Sentence:
    return Sentence(sentence_id="p-a01-s001", article_id="p-a01", page_id="p", text=text, start=0, end=end or len(text))


TEXT = "鹤山区民政局局长王建军到鹤山区检查。"
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 8)).map(lambda x: (x[0], min(len(TEXT), sum(x))))


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_no_letter_is_lost_and_every_note_stands_once(
    names: list[tuple[int, int]], marks: list[tuple[int, int]]
) -> None:
    evidence = [Evidence(f"e{n}", n, a, b, n % 2 == 0) for n, (a, b) in enumerate(marks, 1)]
    units = mark(TEXT, [mention(a, b) for a, b in sorted(set(names))], evidence)
    assert "".join(leaf.text for unit in units for leaf in unit.leaves) == TEXT
    shown = [e.number for u in units for e in (u.notes if u.mention else [e for leaf in u.leaves for e in leaf.notes])]
    assert sorted(shown) == [e.number for e in evidence]
    for e in evidence:
        lit = "".join(leaf.text for unit in units for leaf in unit.leaves if e.anchor in leaf.anchors)
        assert lit == TEXT[e.start : e.end]


def test_a_body_swallows_the_area_in_its_name() -> None:
    units = mark(TEXT, [mention(0, 3, "district"), mention(0, 6, "organisation"), mention(8, 11)], [])
    assert [(u.mention.type, [leaf.nested for leaf in u.leaves]) for u in units if u.mention] == [
        ("organisation", ["district", None]), ("person", [None]),
    ]  # fmt: skip


def test_marks_beyond_the_sentence_are_no_names() -> None:
    assert [unit.mention for unit in mark("王建军说。", [mention(3, 9), mention(0, 3)], [])] != [None]
    assert all(
        u.mention is None or u.mention.sent_end <= 5 for u in mark("王建军说。", [mention(3, 9), mention(0, 3)], [])
    )


@pytest.mark.parametrize(
    ("raw", "place"),
    [(0, (0, 3)), (24, (12, 15)), (20, (12, 15)), (4, (0, 3))],
    ids=["first", "second", "near second", "near first"],
)
def test_of_two_places_the_printed_one_is_taken(raw: int, place: tuple[int, int]) -> None:
    spaced = sentence("鹤山区民政局局长王建军到鹤山区检查。".replace("到", "到"), end=36)
    assert locate(spaced, "鹤山区", raw, [mention(8, 11, raw=16)]) == place


def test_what_is_not_in_the_sentence_is_nowhere() -> None:
    assert locate(sentence(TEXT), "淇滨区", 0, []) is None
    assert locate(sentence(TEXT), "", 0, []) is None
