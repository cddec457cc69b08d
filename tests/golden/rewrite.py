"""Rewrite the pictures of the seed pages: `make golden`; then read `git diff tests/golden`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pipeline  # noqa: E402
from tests.golden.picture import pictures  # noqa: E402

if __name__ == "__main__":
    folder = ROOT / "tests" / "golden" / "pages"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as out:
        pipeline.extract(ROOT / "seeds", Path(out) / "run")
        for page, picture in pictures(Path(out) / "run").items():
            (folder / f"{page}.txt").write_text(picture, encoding="utf-8")
