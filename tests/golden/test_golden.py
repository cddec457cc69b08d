"""The five seed pages, stage by stage, as they came out last time; `make golden` rewrites, and the difference is the review."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.picture import pictures

FOLDER = Path(__file__).parent / "pages"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_page_looks_as_last_time(seed_run: Path, path: Path) -> None:
    assert pictures(seed_run)[path.stem].splitlines() == path.read_text(encoding="utf-8").splitlines()


def test_every_seed_page_has_a_picture(seed_run: Path) -> None:
    assert sorted(pictures(seed_run)) == sorted(path.stem for path in FOLDER.glob("*.txt"))
