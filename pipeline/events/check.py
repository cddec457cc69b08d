"""Runs the examples and near misses that every trigger rule carries."""

from __future__ import annotations

from pipeline.events.read import find_events
from pipeline.events.table import Rule, Tables
from pipeline.records import Article, Event, Page, Value
from pipeline.rules.notation import read_marked


def events_in(tables: Tables, line: str, *, values: tuple[Value, ...] = ()) -> list[Event]:
    """The events of one marked-up sentence read as the body of an article.

    >>> from pipeline.events.table import load_event_rules
    >>> [e.type for e in events_in(load_event_rules(), "[临水镇|DIS]举办广场舞大赛。")]
    ['culture']
    """
    case = read_marked(line)
    page = Page(page_id="case", path="", sha256="", encoding="utf-8")
    article = Article(article_id="case-a01", page_id="case", text=case.sentence.text, spans=())
    return find_events(page, [article], [case.sentence], case.mentions, values, case.entities, rules=tables)


def check_event_rules(tables: Tables) -> list[str]:
    """What is wrong with the rules' own cases, a line each; empty when every example holds and no near miss is caught.

    >>> from pipeline.events.table import load_event_rules
    >>> check_event_rules(load_event_rules())
    []
    """
    out: list[str] = []
    for rule in sorted({rule for rules in tables.rules.values() for rule in rules}, key=lambda r: (r.type, r.name)):
        if not rule.examples or not rule.near_misses:
            out.append(f"{rule.type}.{rule.name}: no example or no near miss")
        out += [f"{rule.type}.{rule.name}: not found in: {line}" for line in rule.examples if not _right(tables, rule, line)]
        out += [f"{rule.type}.{rule.name}: wrongly found in: {line}" for line in rule.near_misses if _caught(tables, rule, line)]
    return out


def _right(tables: Tables, rule: Rule, line: str) -> bool:
    found = [event.type for event in events_in(tables, line)]
    return not found if rule.form == "none" else rule.type in found


def _caught(tables: Tables, rule: Rule, line: str) -> bool:
    if rule.form == "none":
        return not events_in(tables, line)
    return any(event.type == rule.type for event in events_in(tables, line))
