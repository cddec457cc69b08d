"""What several kinds of tests share: one run over the seed pages."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seed_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a run over `seeds/` wrote."""
    out = tmp_path_factory.mktemp("runs") / "seeds"
    summary = pipeline.extract(ROOT / "seeds", out)
    assert summary.failed == {}
    return out
