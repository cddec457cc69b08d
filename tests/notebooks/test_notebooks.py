"""Notebooks in git hold no outputs, and their helper behaves; that they run is what `make notebooks` shows."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    pytest.importorskip("matplotlib")
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "notebooks" / "pictures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_four() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stripped_and_short_celled(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert all(len(cell["source"]) <= 30 for cell in code if "gold.mkdir()\n" not in cell["source"])
    assert sum(cell["cell_type"] == "markdown" for cell in cells) >= len(cells) / 3, "say what is seen"


def test_a_font_is_chosen_by_preference(pictures: ModuleType) -> None:
    assert pictures.chinese_font(["DejaVu Sans", "SimHei", "PingFang SC"]) == "PingFang SC"


def test_without_a_font_it_is_said_what_to_install(pictures: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert pictures.chinese_font(["DejaVu Sans"]) is None
    said = capsys.readouterr().out
    assert all(word in said for word in ("fonts-noto-cjk", "macOS", "Windows"))


def test_a_failing_cell_fails_the_run(tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("nbclient")
    path = tmp_path / "bad.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")]), path)
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "notebooks.py"), str(path)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
