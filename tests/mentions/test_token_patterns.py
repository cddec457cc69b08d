"""A user's token patterns, under both segmenters that need no model."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.chinese import Reader
from pipeline.lexicon import load_lexicon
from pipeline.mentions.token_patterns import TokenPatternError, find_token_patterns


def found(folder: Path, line: str, text: str, segmenter: str = "jieba") -> list[tuple[str, str]]:
    (folder / "mine.jsonl").write_text(line + "\n", encoding="utf-8")
    reader = Reader(segmenter=segmenter, tagger="none")
    hits = find_token_patterns(text, lexicon=load_lexicon(folder), reader=reader)
    return [(text[c.start : c.end], c.type) for c in hits]


def test_words_of_jieba(tmp_path: Path) -> None:
    line = '{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "^[一-龥]{2}$"}}, {"TEXT": "巡逻队"}]}'
    assert found(tmp_path, line, "晚上，红星巡逻队上街。") == [("红星巡逻队", "organisation")]
    assert found(tmp_path, line, "晚上，巡逻队上街。") == []


def test_characters_need_a_pattern_of_characters(tmp_path: Path) -> None:
    line = '{"label": "LOC", "pattern": [{"TEXT": "柳"}, {"TEXT": "湖"}], "id": "lake"}'
    assert found(tmp_path, line, "到柳湖边散步。", "char") == [("柳湖", "place")]
    assert found(tmp_path, line, "到柳荫湖边散步。", "char") == []


def test_no_files_no_work(tmp_path: Path) -> None:
    assert find_token_patterns("红星巡逻队", lexicon=load_lexicon(tmp_path), reader=Reader(tagger="none")) == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"label": "XXX", "pattern": []}',
        '{"label": "ORG", "pattern": "巡逻队"}',
        '{"label": "ORG", "pattern": [{"TXT": "队"}]}',
    ],
)
def test_a_bad_pattern_names_file_and_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(TokenPatternError, match=r"mine\.jsonl, line 1"):
        found(tmp_path, line, "巡逻队")
