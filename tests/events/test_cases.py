"""Marked-up sentences: what must be found, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.chinese.dates import find_times
from pipeline.events import find_events, load_event_rules
from pipeline.records import Article, Event, Page, Role, Value
from pipeline.rules.notation import read_marked

CASES = Path(__file__).with_name("cases.txt")
DATE = "2025-05-20"
ROLES = ("agent", "participant", "target", "place", "campaign")


def lines() -> list[tuple[int, str]]:
    text = CASES.read_text(encoding="utf-8").splitlines()
    return [(n, line) for n, line in enumerate(text, 1) if line.strip() and not line.startswith("#")]


def read(text: str) -> tuple[list[Event], dict[str, str]]:
    """Events of a case, and the printed name of every entity."""
    sentences, mentions, entities, values = [], [], {}, []
    for number, part in enumerate(text.strip().split("¶"), 1):
        role: Role = "kicker" if part.startswith("kicker:") else "headline" if part.startswith("headline:") else "body"
        case = read_marked(part.removeprefix("kicker:").removeprefix("headline:").strip(), number=number, role=role)
        sentences.append(case.sentence)
        mentions += case.mentions
        entities.update({e.entity_id: e for e in case.entities})
        values += [
            Value(
                value_id=f"{number}-{t.start}",
                page_id="case",
                article_id="case-a01",
                sentence_id=case.sentence.sentence_id,
                type="time",
                text=t.text,
                start=t.start,
                end=t.end,
                sent_start=t.start,
                sent_end=t.end,
                value=t.value,
            )
            for t in find_times(case.sentence.text, DATE)
        ]
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", date=DATE)
    article = Article(article_id="case-a01", page_id="case", text="", spans=())
    events = find_events(
        page, [article], sentences, mentions, values, list(entities.values()), rules=load_event_rules()
    )
    return events, {i: e.name for i, e in entities.items()}


def differences(line: str) -> list[str]:
    text, arrow, wanted = line.partition("=>")
    if not arrow:
        raise ValueError(f"no => in {line!r}")
    events, names = read(text)
    want = [w.split() for w in wanted.split(";") if w.strip()]
    got = [e.type for e in events]
    if sorted(w[0] for w in want) != sorted(got):
        return [f"wanted {[w[0] for w in want]}, got {[(e.type, e.trigger.text, e.rule) for e in events]}"]
    out = []
    left = list(events)
    for kind, *rest in want:
        event = next(e for e in left if e.type == kind)
        left.remove(event)
        for item in rest:
            key, equals, value = item.partition("=")
            if not equals or key not in (*ROLES, "time"):
                raise ValueError(f"cannot read {item!r} in {line!r}")
            have = (
                event.time or ""
                if key == "time"
                else ",".join(sorted(names[a.entity_id] for a in event.arguments if a.role == key))
            )
            if have != (value if key == "time" else ",".join(sorted(value.split(",")))):
                out.append(f"{kind} {key}: wanted {value}, got {have}")
    return out


@pytest.mark.parametrize(("number", "line"), [pytest.param(n, line, id=f"cases.txt:{n}") for n, line in lines()])
def test_case(number: int, line: str) -> None:
    assert differences(line) == []


def test_near_misses_are_at_least_as_many_as_finds() -> None:
    empty = sum(1 for _, line in lines() if not line.partition("=>")[2].strip())
    assert len(lines()) >= 250
    assert empty * 2 >= len(lines())


if __name__ == "__main__":
    for n, case in lines():
        if found := differences(case):
            print(n, case, "\n      ", found)
