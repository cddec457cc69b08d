"""Marked-up sentences that say how long something lasts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.test_cases import differences

LINES = Path(__file__).with_name("times.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "line", [pytest.param(x, id=f"times.txt:{n}") for n, x in enumerate(LINES, 1) if "=>" in x and x[0] != "#"]
)
def test_time(line: str) -> None:
    assert differences(line) == []
