"""Identity and names on the annotated pages, and on the same pages with every name replaced."""

from __future__ import annotations

import pytest

from tests.entities.measure import b_cubed, canonical_rows, resolved_pages


@pytest.mark.parametrize("other_names", [False, True], ids=["seeds", "other names"])
def test_namings_of_one_thing_come_together(other_names: bool) -> None:
    assert b_cubed(resolved_pages(other_names=other_names))[2] >= 0.97


def test_canonical_names_are_those_of_the_annotation() -> None:
    rows = canonical_rows(resolved_pages())
    assert len(rows) > 50
    assert sum(wanted == name for _, _, wanted, name in rows) / len(rows) >= 0.9


def test_the_room_does_not_change_what_it_is_given() -> None:
    for one in resolved_pages():
        printed = {m.mention_id: (m.text, m.start, m.end, m.type) for m in one.gold.mentions}
        kept = {m.mention_id: (m.text, m.start, m.end, m.type) for m in one.mentions if not m.anaphor}
        assert kept == printed
        assert all(m.entity_id in one.entities for m in one.mentions)
