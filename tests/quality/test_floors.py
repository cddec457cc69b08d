"""Scores on hand-annotated pages may only rise; `python -m tests.quality.raise_floors` lifts the floors to today's scores."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

import pipeline
from pipeline.evaluate import evaluate
from tests.oracle import GOLD, INVENTED, TEXTS

FLOORS = Path(__file__).parent / "floors.json"
SETS = {"seeds": (GOLD, TEXTS), "invented": (INVENTED / "pages", INVENTED / "texts")}


@cache
def figures(name: str, run: Path) -> dict[str, float]:
    """Today's scores on one set of pages, read from a run over them."""
    gold, texts = SETS[name]
    found = evaluate(gold, texts, run).figures
    return {key: value["f"] if isinstance(value, dict) else value for key, value in found.items()}


@pytest.fixture(scope="module")
def runs(seed_run: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("floors") / "invented"
    pipeline.extract(SETS["invented"][1], out)
    return {"seeds": seed_run, "invented": out}


@pytest.mark.parametrize(
    ("pages", "name", "floor"),
    [
        (pages, *pair)
        for pages, floors in json.loads(FLOORS.read_text(encoding="utf-8")).items()
        for pair in floors.items()
    ],
)
def test_no_score_falls_below_its_floor(runs: dict[str, Path], pages: str, name: str, floor: float) -> None:
    assert figures(pages, runs[pages])[name] >= floor
