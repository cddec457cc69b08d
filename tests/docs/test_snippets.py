"""Every shell and Python block in the README and the documentation runs; rules and settings shown are read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.config import load_config
from pipeline.relations import check_relations, relation_rules
from tests.conftest import ROOT
from tests.docs.snippets import Snippet, SnippetError, snippets

PAGES = [*sorted(ROOT.glob("README*.md")), ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
ALL = {path: snippets(path, path.relative_to(ROOT).as_posix()) for path in PAGES}
SHELL = ("sh", "bash", "shell", "console")
RUN = (*SHELL, "python")
KNOWN = {*RUN, "toml", "csv", "tsv", "yaml", "cypher", "json", "sql", "text", ""}


def runnable(path: Path) -> list[Snippet]:
    return [s for s in ALL[path] if s.language in RUN and s.not_run is None]


@pytest.fixture
def desk(tmp_path: Path, seed_run: Path) -> Path:
    """A folder that looks like the project's after `make extract`, with pages of one's own in it."""
    for name in ("seeds", "configs", "tests", "pipeline", "docs", "notebooks"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    shutil.copytree(seed_run, tmp_path / "outputs" / "seeds")
    (tmp_path / "my-pages").mkdir()
    shutil.copy(ROOT / "seeds" / "004_642de9a47d907cdc.txt", tmp_path / "my-pages" / "p1.txt")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("path", [p for p in PAGES if runnable(p)], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_code_of_a_page_runs(path: Path, desk: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120", "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    # blocks of one language are one session, as a reader at a terminal or in Python has it
    for language in ("sh", "python"):
        blocks = [s for s in runnable(path) if (s.language in SHELL) == (language == "sh")]
        if not blocks:
            continue
        said = ": line" if language == "sh" else "#"
        script = "\n".join(f"{said} {s.page}:{s.line}\n{s.text}" for s in blocks)
        command = ["sh", "-euxc", script] if language == "sh" else [sys.executable, "-c", script]
        done = subprocess.run(
            command, cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, f"{path.name}\n{script}\n{done.stdout[-1500:]}\n{done.stderr[-2500:]}"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_block_says_its_language(path: Path) -> None:
    for snippet in ALL[path]:
        assert snippet.language in KNOWN, f"{snippet.page}:{snippet.line}: {snippet.language}"
        if snippet.language == "":
            assert not re.search(r"^\s*(?:\$ |wangge |make |import |pip )", snippet.text, re.M), (
                f"{snippet.page}:{snippet.line}: say sh or python"
            )


@pytest.mark.parametrize(
    "snippet",
    [s for blocks in ALL.values() for s in blocks if s.language == "toml"],
    ids=lambda s: f"{s.page}:{s.line}",
)
def test_toml_that_is_shown_is_right(snippet: Snippet, tmp_path: Path) -> None:
    file = tmp_path / "shown.toml"
    file.write_text(snippet.text, encoding="utf-8")
    if "[[rule]]" in snippet.text or "[words]" in snippet.text:
        assert all(verdict.ok for verdict in check_relations(relation_rules(file)))
    else:
        load_config(file)


def test_what_is_not_run_is_little_and_says_why() -> None:
    left_out = [s for blocks in ALL.values() for s in blocks if s.language in RUN and s.not_run]
    assert all(s.not_run for s in left_out)
    assert len(left_out) <= sum(len(runnable(p)) for p in PAGES) / 2


def test_a_mark_needs_a_reason_and_a_block_its_end(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- not run: -->\n```sh\nfalse\n```\n\n<!-- not run: needs a printer -->\n```sh\nfalse\n```\n",
        encoding="utf-8",
    )
    assert [s.not_run for s in snippets(page, "page.md")] == [None, "needs a printer"]
    page.write_text("1. a\n\n    ```python\n    if True:\n        x = 1\n    ```\n", encoding="utf-8")
    assert snippets(page, "page.md")[0].text == "if True:\n    x = 1\n"
    page.write_text("```sh\ntrue\n", encoding="utf-8")
    with pytest.raises(SnippetError, match="never closed"):
        snippets(page, "page.md")
