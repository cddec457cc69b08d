"""Marked-up sentences: what is marked is read, what is marked badly is refused."""

from __future__ import annotations

import pytest

from pipeline.rules.notation import read_marked


def test_marks_become_mentions_in_place() -> None:
    case = read_marked("[孟兰|PER]到[丰泽社区|DIS=d1]走访，[该社区|DIS*=d1]很高兴。")
    assert case.sentence.text == "孟兰到丰泽社区走访，该社区很高兴。"
    assert [(m.text, m.type, m.anaphor) for m in case.mentions] == [
        ("孟兰", "person", False), ("丰泽社区", "district", False), ("该社区", "district", True),
    ]  # fmt: skip
    assert all(case.sentence.text[m.sent_start : m.sent_end] == m.text for m in case.mentions)
    assert case.mentions[1].entity_id == case.mentions[2].entity_id


@pytest.mark.parametrize(
    "line",
    [
        "[孟兰|PER到社区",
        "孟兰|PER]到社区",
        "[孟兰|XXX]到社区",
        "[孟兰]到社区",
        "[[孟兰|PER]|ORG]",
        "[|PER]到",
        "孟兰|到",
    ],
)
def test_a_bad_mark_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark|type"):
        read_marked(line)
