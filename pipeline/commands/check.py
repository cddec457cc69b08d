"""`wangge check`: every lexicon and every rule, the user's own included, with its examples and near misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.markup import escape

from pipeline.commands import silent
from pipeline.config import Config
from pipeline.events import check_event_rules
from pipeline.lexicon.check import check_lexicon
from pipeline.relations import check_relations, relation_rules
from pipeline.rules import RuleError, Verdict


def run(config: Config, corpus: list[str] | None = None) -> int:
    """Check and report, over a corpus also which rules have nothing to say; 1 when anything is wrong."""
    console = Console()
    wrong = _examples(config, console)
    if corpus and not wrong:
        return silent.run(corpus, config, console)
    return 1 if wrong else 0


def _examples(config: Config, console: Console) -> int:
    wrong = 0
    for problem in check_lexicon(config.paths.lexicon):
        console.print(f"[red]lexicon[/red] {escape(problem)}", highlight=False)
        wrong += 1
    for name, verdicts in _rooms(config):
        try:
            cases = list(verdicts)
        except RuleError as error:
            console.print(f"[red]{name}[/red] {escape(str(error))}", highlight=False)
            wrong += 1
            continue
        bad = [verdict for verdict in cases if not verdict.ok]
        for verdict in bad:
            console.print(_sentence(verdict), highlight=False)
        rules = len({(verdict.file, verdict.rule) for verdict in cases})
        console.print(f"{name}: {rules} rules, {len(cases)} cases, {len(bad)} wrong", highlight=False)
        wrong += len(bad)
    return wrong


def _rooms(config: Config) -> Iterator[tuple[str, Iterable[Verdict]]]:
    yield "relations", check_relations(relation_rules(config.paths.rules))
    yield "events", check_event_rules(config.paths.rules)


def _sentence(verdict: Verdict) -> str:
    where = f"[red]{escape(verdict.file)}, rule {escape(verdict.rule)}[/red]"
    if verdict.error:
        return f"{where}: {escape(verdict.error)}  {escape(verdict.case)}"
    wanted, got = "; ".join(verdict.wanted) or "nothing", "; ".join(verdict.got) or "nothing"
    return f"{where}: {escape(verdict.case)}\n  wanted {escape(wanted)}\n  got    {escape(got)}"
