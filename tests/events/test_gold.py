"""The gold pages with gold mentions: figures that may only rise."""

from __future__ import annotations

from tests.events.oracle_score import score
from tests.oracle import invented_pages


def test_gold_pages() -> None:
    got = score()
    precision, recall, f1, _ = got["events"]
    assert precision >= 0.95
    assert recall >= 0.93
    assert f1 >= 0.96
    assert got["arguments"][2] >= 0.9
    assert got["time"] >= 0.97


def test_invented_pages() -> None:
    got = score(pages=invented_pages())
    assert got["events"][0] >= 0.9
    assert got["events"][1] >= 0.85
    assert got["arguments"][2] >= 0.84
    assert got["time"] >= 0.92
