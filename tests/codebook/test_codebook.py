"""The printed codebook says what schema and tables say."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pipeline.codebook import codebook, write_codebook
from pipeline.codebook.gather import TYPES, entries

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


@pytest.mark.parametrize("name", ["codebook.en.md", "codebook.zh.md", "codebook.csv"])
def test_the_printed_codebook_is_not_stale(name: str) -> None:
    printed = (DOCS / name).read_text(encoding="utf-8")
    assert printed == codebook()[name], (
        "stale; make it anew: python -c 'from pathlib import Path; from pipeline.codebook import write_codebook; "
        'write_codebook(Path("docs"))\''
    )


def test_every_type_is_defined_in_both_languages() -> None:
    found = entries()
    assert [(e.kind, e.type) for e in found] == [(kind, name) for kind, names in TYPES.items() for name in names]
    for entry in found:
        assert entry.zh
        assert entry.en_definition.endswith(".")
        assert entry.zh_definition.endswith("。")


@pytest.mark.parametrize("kind", ["event", "relation"])
def test_every_type_that_rules_find_shows_cases(kind: str) -> None:
    for entry in entries():
        if entry.kind == kind:
            assert any(rule.examples for rule in entry.rules), entry.type
            assert any(rule.near_misses for rule in entry.rules), entry.type


def test_files_are_written_and_the_table_reads_back(tmp_path: Path) -> None:
    files = write_codebook(tmp_path)
    assert [f.name for f in files] == ["codebook.en.md", "codebook.zh.md", "codebook.csv"]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "codebook.csv").read_text(encoding="utf-8"))))
    assert {r["type"] for r in rows} == {name for names in TYPES.values() for name in names}
    assert "[" not in "".join(r["examples"] for r in rows if r["kind"] == "event").replace("[…]", "")
