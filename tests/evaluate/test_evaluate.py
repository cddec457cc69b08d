"""The evaluation room gives the figures of the reference scorer to the last digit, on good runs and on bad ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate
from pipeline.evaluate.gold import GoldError, read_gold
from tests.evaluate.imperfect import PAGES, write_imperfect
from tests.oracle import GOLD, TEXTS

# What the reference scorer, published with the guidelines, printed for the run of imperfect.py.
EXPECTED = Path(__file__).parent / "expected.json"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for page in PAGES:
        shutil.copy(GOLD / f"{page}.yaml", folder)
    return folder


def test_figures_agree_to_the_last_digit(gold: Path, tmp_path: Path) -> None:
    write_imperfect(tmp_path)
    scores = evaluate(gold, TEXTS, tmp_path)
    assert scores.skipped == []
    assert scores.figures == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_errors_add_up_with_the_counts(gold: Path, tmp_path: Path) -> None:
    write_imperfect(tmp_path)
    scores = evaluate(gold, TEXTS, tmp_path)
    for name in ("PER", "ORG", "DIS", "CAM", "LOC", "POL"):
        figure = scores.figures[f"mentions.{name}"]
        missed, wrong = len(scores.errors[f"missed {name}"]), len(scores.errors[f"wrong {name}"])
        assert figure["n_gold"] - missed == figure["n_pred"] - wrong
        assert wrong + missed > 0 or figure["f"] in (0.0, 1.0)


def test_an_empty_run_scores_zero_and_is_no_crash(gold: Path, tmp_path: Path) -> None:
    scores = evaluate(gold, TEXTS, tmp_path / "nothing")
    assert scores.figures["mentions"]["f"] == 0
    assert scores.figures["mentions"]["n_gold"] == 343


def test_a_page_without_text_is_named(gold: Path, tmp_path: Path) -> None:
    assert len(evaluate(gold, tmp_path, tmp_path).skipped) == 3


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.yaml")), ids=lambda p: p.stem)
def test_our_gold_pages_have_no_loose_anchor(path: Path) -> None:
    assert read_gold(path, (TEXTS / f"{path.stem}.txt").read_text(encoding="utf-8")).problems == []


def test_a_file_that_is_no_gold_page_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("- just\n- a list\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.yaml"):
        read_gold(path, "")


def test_a_name_that_is_not_on_the_page_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "page: x\narticles:\n- id: a1\n  headline: 甲\n  regions:\n  - {role: body, from: 甲乙丙, to: 丙}\n"
        "  entities:\n  - {id: e1, type: ORG, name: 丁局, mentions: [丁局]}\n",
        encoding="utf-8",
    )
    assert "丁局" in read_gold(path, "甲 乙\n丙").problems[0]
