"""An event that is told again leads to the other reports, and counts once beside a thing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.view import write_view
from pipeline.view.addresses import shard
from pipeline.view.retold import MOST
from tests.graph.retold import ALL, REASONS, again, report, write


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("retold")
    first = report("evening", 1, ALL)
    events = [first, again("daily", 1, ALL, first), again("evening", 2, ALL, first)]
    write(folder, [*events, report("weekly", 1, ALL, time="2024-12-27")])
    return write_view(folder, folder / "view").start.parent


def note(view: Path, page: str, event: str) -> str:
    text = (view / "p" / f"{page}.html").read_text(encoding="utf-8")
    found = re.search(rf'<li class="note ev" id="{event}".*?</li>', text, re.S)
    assert found
    return found[0]


def told(view: Path, page: str, event: str) -> list[tuple[str, str]]:
    line = re.search(r'<p class="arg told">.*?</p>', note(view, page, event), re.S)
    return re.findall(r'<a href="([^"]+)">([^<]+)</a>', line[0]) if line else []


def test_each_report_leads_to_the_others(view: Path) -> None:
    assert told(view, "daily", "a01-s001-e01") == [
        ("evening.html#a01-s001-e01", "evening 2024-12 · evening"),
        ("evening.html#a01-s001-e02", "evening 2024-12 · evening"),
    ]
    assert told(view, "evening", "a01-s001-e01") == [
        ("daily.html#a01-s001-e01", "daily 2024-12 · daily"),
        ("#a01-s001-e02", "本文"),
    ]


def test_what_is_told_once_leads_nowhere(view: Path) -> None:
    assert "also told in" not in note(view, "weekly", "a01-s001-e01")


def test_the_way_leads_to_a_note(view: Path) -> None:
    for page, event in (("daily", "a01-s001-e01"), ("evening", "a01-s001-e01"), ("evening", "a01-s001-e02")):
        for address, _ in told(view, page, event):
            file, anchor = address.split("#")
            assert note(view, file.removesuffix(".html") or page, anchor)


def test_a_later_report_says_what_speaks_for_it(view: Path) -> None:
    assert " · ".join(REASONS) in note(view, "daily", "a01-s001-e01")
    assert "same happening as before" not in note(view, "evening", "a01-s001-e01")


def test_beside_a_thing_a_happening_counts_once(view: Path) -> None:
    text = (view / "data" / "e" / f"{shard('org:1', 1)}.js").read_text(encoding="utf-8")
    cards = json.loads(text[text.index("{") : -3])
    near = {row[0]: row[2] for row in cards["org:1"]["neighbours"]["rows"]}
    assert near["org:2"] == 2  # two happenings, four reports
    assert cards["org:1"]["events"]["n"] == 4


def test_of_very_many_reports_the_number_is_told(tmp_path: Path) -> None:
    first = report("evening", 1, ALL)
    write(tmp_path, [first, *(again("daily", n, ALL, first) for n in range(1, MOST + 4))])
    view = write_view(tmp_path, tmp_path / "view").start.parent
    assert len(told(view, "evening", "a01-s001-e01")) == MOST
    assert "and 3 more" in note(view, "evening", "a01-s001-e01")
