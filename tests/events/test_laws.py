"""What holds for every text: spans lie in their sentence, arguments are entities, names do not matter, order does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.events import find_events, load_event_rules
from tests.events.oracle_score import run, times
from tests.events.test_cases import lines, read
from tests.oracle import gold_pages

WORDS = [
    "召开",
    "推进会",
    "，",
    "。",
    "“",
    "”",
    "要",
    "开展",
    "检查",
    "[临水镇|DIS]",
    "[李航|PER]",
    "说",
    "：",
    "；",
    "（",
    "《",
    "5月3日",
    "……",
    "活动",
    "的",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_any_text_is_read(words: list[str]) -> None:
    text = "".join(words)
    events, names = read(text)
    for event in events:
        assert event.trigger.text in event.quote
        assert event.trigger.end - event.trigger.start == len(event.trigger.text)
        assert {a.entity_id for a in event.arguments} <= set(names)
    assert len({e.event_id for e in events}) == len(events)


def test_names_do_not_matter() -> None:
    """A page with every person, body and area renamed gives the same events."""
    for _, line in lines():
        renamed = (
            line.replace("临水镇", "宁岗镇")
            .replace("春晖社区", "桐安社区")
            .replace("方楠", "戚舒")
            .replace("罗敏", "邬岚")
        )
        before, after = read(line.partition("=>")[0])[0], read(renamed.partition("=>")[0])[0]
        assert [(e.type, e.trigger.start, len(e.arguments)) for e in before] == [
            (e.type, e.trigger.start, len(e.arguments)) for e in after
        ], line


def test_order_of_mentions_does_not_matter() -> None:
    gold = gold_pages()[0]
    backwards = find_events(
        gold.page, gold.articles, gold.sentences, gold.mentions[::-1], times(gold)[::-1], gold.entities[::-1],
        rules=load_event_rules(),
    )  # fmt: skip
    assert backwards == run(gold)


def test_no_event_outside_bodies() -> None:
    for gold in gold_pages():
        bodies = {s.sentence_id for s in gold.sentences if s.role == "body"}
        assert {e.sentence_id for e in run(gold)} <= bodies
