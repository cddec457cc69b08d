"""Scores on hand-annotated pages may only rise; `python -m tests.quality.raise_floors` lifts the floors to today's scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate
from tests.oracle import GOLD, TEXTS

FLOORS = Path(__file__).parent / "floors.json"


@pytest.fixture(scope="module")
def figures(seed_run: Path) -> dict:
    return evaluate(GOLD, TEXTS, seed_run).figures


@pytest.mark.parametrize(("name", "floor"), json.loads(FLOORS.read_text(encoding="utf-8")).items())
def test_no_score_falls_below_its_floor(figures: dict, name: str, floor: float) -> None:
    value = figures[name]
    assert (value["f"] if isinstance(value, dict) else value) >= floor
