from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.lexicon.check import check_lexicon
from pipeline.lexicon.tables import parse_table, read_table

DATA = Path("pipeline/lexicon/data")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.tsv")), ids=lambda p: p.name)
def test_every_table_reads_and_names_source_and_licence(path: Path) -> None:
    assert read_table(path)
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert any("source:" in line for line in head)
    assert any("licence" in line for line in head)


def test_a_row_with_too_many_cells_is_named() -> None:
    with pytest.raises(ValueError, match=r"words\.tsv:3"):
        parse_table("name\tkind\na\tb\nc\td\te\n", "words.tsv")


def test_a_file_without_a_header_is_refused() -> None:
    with pytest.raises(ValueError, match="no header"):
        parse_table("# only a comment\n", "words.tsv")


def test_missing_cells_are_empty_and_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes("\ufeffname\tkind\n高新区\n".encode())
    assert read_table(path) == [{"name": "高新区", "kind": ""}]


def test_a_users_table_adds_to_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "countries.tsv").write_text("name\taliases\n亚特兰蒂斯\t\n", encoding="utf-8")
    rows = load_lexicon(tmp_path).words("countries")
    assert rows[-1]["name"] == "亚特兰蒂斯"
    assert len(rows) == len(load_lexicon().words("countries")) + 1


def test_a_users_term_of_unknown_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text("name\ttype\n翠湖\tXYZ\n", encoding="utf-8")
    with pytest.raises(ValueError, match="XYZ"):
        _ = load_lexicon(tmp_path).terms


def test_clashes_in_a_users_tables_are_told(tmp_path: Path) -> None:
    table = "# source: a test\nname\ttype\taliases\n如意\tDIS\t\n吉祥里\tORG\t如意\n平安\tCAM\t\n平安\tCAM\t小平安\n"
    (tmp_path / "mine.tsv").write_text(table, encoding="utf-8")
    assert list(check_lexicon(tmp_path)) == ["如意: your tables give it 2 meanings (district, organisation); keep one"]


def test_a_folder_that_is_not_there_holds_no_terms(tmp_path: Path) -> None:
    assert list(check_lexicon(tmp_path / "none")) == []
