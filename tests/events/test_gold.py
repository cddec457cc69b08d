"""The gold pages with gold mentions: figures that may only rise."""

from __future__ import annotations

from tests.events.oracle_score import score


def test_gold_pages() -> None:
    got = score()
    precision, recall, f1, _ = got["events"]
    assert precision >= 0.95
    assert recall >= 0.93
    assert f1 >= 0.96
    assert got["arguments"][2] >= 0.9
    assert got["time"] >= 0.97
