"""The trigger tables and their own cases; a user's table on top; bad tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.events import check_event_rules, load_event_rules
from pipeline.events.check import events_in


def test_every_rule_keeps_its_promises() -> None:
    assert [v for v in check_event_rules() if not v.ok] == []


def test_a_user_adds_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "meeting.toml").write_text(
        '[[rule]]\nname = "own"\nform = "noun"\nwords = "摆龙门"\nexamples = ["x"]\nnear_misses = ["y"]\n',
        encoding="utf-8",
    )
    line = "[春晖社区|DIS]举行摆龙门。"
    assert events_in(load_event_rules(), line) == []
    assert [e.type for e in events_in(load_event_rules(tmp_path), line)] == ["meeting"]


def test_a_user_replaces_a_rule(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "finance.toml").write_text(
        '[[rule]]\nname = "money_moved"\nform = "deed"\nwords = "放款"\nexamples = ["x"]\nnear_misses = ["y"]\n',
        encoding="utf-8",
    )
    line = "[临水镇|DIS]筹集资金若干。"
    assert [e.type for e in events_in(load_event_rules(), line)] == ["finance"]
    assert events_in(load_event_rules(tmp_path), line) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[rule]]\nname = "a"\nform = "verb"\nwords = "x"\n', "verb"),
        ('[[rule]]\nname = "a"\nform = "deed"\nwords = "x"\ncolour = 1\n', "colour"),
        ('[[rule]]\nname = "a"\nform = "deed"\nwords = "x"\nfollowed_by = "("\n', "bad pattern"),
    ],
)
def test_a_bad_table_is_named(tmp_path: Path, text: str, words: str) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "visit.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"visit\.toml.*{words}"):
        load_event_rules(tmp_path)
