"""The documentation is built strictly, its reference comes from the code, and it fetches nothing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.entities.person_score import SAME
from pipeline.graph.fields import EDGE_FIELDS, NODE_FIELDS
from pipeline.mentions.overlap import FLOOR, MUCH
from pipeline.recordfiles import FILES
from tests.conftest import ROOT


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    return load("reference")


@pytest.fixture(scope="module")
def docs(reference: ModuleType) -> ModuleType:
    pytest.importorskip("mkdocs")
    return load("docs")


def test_the_reference_names_every_file_field_and_column(reference: ModuleType) -> None:
    pages = reference.pages()
    for file, model in FILES.items():
        assert f"## {file}.jsonl" in pages["records.md"]
        shown = [name for name, field in model.model_fields.items() if not field.exclude]
        assert all(f"| `{name}` |" in pages["records.md"] for name in shown)
    assert all(f"| `{name}` |" in pages["columns.md"] for name in (*NODE_FIELDS, *EDGE_FIELDS))


def test_every_field_has_a_meaning(reference: ModuleType) -> None:
    rows = [line for line in reference.pages()["records.md"].splitlines() if line.startswith("| `")]
    assert [line for line in rows if line.endswith("|  |")] == []


def test_the_reference_names_every_command(reference: ModuleType) -> None:
    text = reference.pages()["commands.md"]
    assert all(f"## wangge {name}\n" in text for name in ("check", "evaluate", "explain", "extract", "new"))
    assert "--workers" in text


def test_the_method_page_gives_the_figures_of_the_code() -> None:
    text = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    assert f"a candidate needs {FLOOR}" in text
    assert f"more than {MUCH}" in text
    assert f"from {SAME:g} points up" in text


def test_pages_that_nobody_listed_are_found_and_missing_ones_left_out(docs: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "new.md").touch()
    listed = [{"A": "a.md"}, {"Later": [{"B": "b.md"}]}]
    assert docs.navigation(listed, tmp_path) == [{"A": "a.md"}, {"More": ["new.md"]}]


@pytest.mark.parametrize(
    ("html", "bad"),
    [
        ('<script src="https://cdn.example/x.js"></script>', True),
        ('<link rel="stylesheet" href="https://fonts.example/a.css">', True),
        ('<link href="https://fonts.example" rel="preconnect">', True),
        ('<img src="//cdn.example/a.png">', True),
        ("<style>a{background:url(https://cdn.example/a.png)}</style>", True),
        ('<a href="https://example.org">to click</a>', False),
        ('<script src="assets/x.js"></script><img src="img/a.png">', False),
    ],
)
def test_what_would_be_fetched_is_seen(docs: ModuleType, tmp_path: Path, html: str, bad: bool) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert bool(docs.fetched(tmp_path)) is bad


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the theme's, not ours
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_the_site_builds(docs: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.main(tmp_path / "site") == 0, capsys.readouterr().err
    assert (tmp_path / "site" / "reference" / "columns.html").exists()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_a_broken_link_fails(docs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "docs"
    own.mkdir()
    (own / "index.md").write_text("# A\n\n[gone](gone.md)\n", encoding="utf-8")
    (own / "mkdocs.yml").write_text((ROOT / "docs" / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(docs, "DOCS", own)
    assert docs.main(tmp_path / "site") == 1
