"""Lift the floors to today's scores: `python -m tests.quality.raise_floors [--allow-regression]`."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import pipeline
from pipeline.evaluate import evaluate
from tests.oracle import GOLD, TEXTS
from tests.quality.test_floors import FLOORS


def main(*, allow_regression: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        pipeline.extract(TEXTS, Path(folder) / "run")
        figures = evaluate(GOLD, TEXTS, Path(folder) / "run").figures
    now = {name: value["f"] if isinstance(value, dict) else value for name, value in figures.items()}
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lower = {name: (floor, now[name]) for name, floor in floors.items() if now[name] < floor}
    if lower and not allow_regression:
        print(f"refused, these fell (floor, now): {lower}")
        return 1
    FLOORS.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(allow_regression="--allow-regression" in sys.argv))
