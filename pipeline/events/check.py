"""Runs the examples and near misses that every trigger rule carries, and names the rules that a corpus has no use for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.events.read import find_events
from pipeline.events.triggers.table import Rule, Tables, load_event_rules
from pipeline.records import Article, Event, Page, Value
from pipeline.rules import Verdict
from pipeline.rules.notation import read_marked


def events_in(tables: Tables, line: str, *, values: tuple[Value, ...] = ()) -> list[Event]:
    """The events of one marked-up sentence read as the body of an article.

    >>> [e.type for e in events_in(load_event_rules(), "[临水镇|DIS]举办广场舞大赛。")]
    ['culture']
    """
    case = read_marked(line)
    page = Page(page_id="case", path="", sha256="", encoding="utf-8")
    article = Article(article_id="case-a01", page_id="case", text=case.sentence.text, spans=())
    return find_events(page, [article], [case.sentence], case.mentions, values, case.entities, rules=tables)


def check_event_rules(user_dir: Path | None = None) -> Iterator[Verdict]:
    """Run the cases of all trigger rules, the user's own included.

    An example must give an event of its rule's type (of a `none` rule: no event), a near miss none of that type (of a
    `none` rule: some event). A rule without an example or without a near miss is wrong too.

    >>> [verdict.case for verdict in check_event_rules() if not verdict.ok]
    []
    """
    tables = load_event_rules(user_dir)
    for rule in tables.all_rules():
        if not rule.examples or not rule.near_misses:
            yield _verdict(rule, "", (), (), "needs an example and a near miss")
        for line in rule.examples:
            yield _case(tables, rule, line, found=True)
        for line in rule.near_misses:
            yield _case(tables, rule, line, found=False)


def silent_event_rules(tables: Tables, events: Iterable[Event]) -> list[Rule]:
    """The trigger rules that made none of the events of a corpus; `none` rules, which only keep others away, are left out.

    >>> tables = load_event_rules()
    >>> silent = {rule.name for rule in silent_event_rules(tables, events_in(tables, "[临水镇|DIS]召开推进会。"))}
    >>> "meeting_called_so" in silent, "declared_open" in silent
    (False, True)
    """
    spoke = {event.rule for event in events}
    return [rule for rule in tables.all_rules() if rule.form != "none" and rule.name not in spoke]


def _case(tables: Tables, rule: Rule, line: str, *, found: bool) -> Verdict:
    try:
        types = [event.type for event in events_in(tables, line)]
    except ValueError as problem:
        return _verdict(rule, line, (), (), str(problem))
    here = ("event",) if (types if rule.form == "none" else rule.type in types) else ()
    wanted = ("event",) if found != (rule.form == "none") else ()
    kind = "any event" if rule.form == "none" else rule.type
    return _verdict(rule, line, tuple(kind for _ in wanted), tuple(kind for _ in here), "")


def _verdict(rule: Rule, line: str, wanted: tuple[str, ...], got: tuple[str, ...], error: str) -> Verdict:
    return Verdict(rule=rule.name, file=rule.file, case=line, wanted=wanted, got=got, error=error)
