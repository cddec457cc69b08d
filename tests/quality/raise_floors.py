"""Lift the floors to today's scores: `python -m tests.quality.raise_floors [--allow-regression]`."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import pipeline
from tests.quality.test_floors import FLOORS, SETS, figures


def main(*, allow_regression: bool) -> int:
    now: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (_, texts) in SETS.items():
            pipeline.extract(texts, Path(folder) / name)
            now[name] = figures(name, Path(folder) / name)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lower = [(n, key, floor, now[n][key]) for n in floors for key, floor in floors[n].items() if now[n][key] < floor]
    if lower and not allow_regression:
        print(f"refused, these fell (pages, score, floor, now): {lower}")
        return 1
    FLOORS.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(allow_regression="--allow-regression" in sys.argv))
