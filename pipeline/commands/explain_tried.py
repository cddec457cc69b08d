"""What was tried on a text, and why it failed: relation rules, evidence for campaigns."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.mentions.campaigns.find import weigh_quotations
from pipeline.mentions.find import views_of
from pipeline.rules import encode, explain_rules
from pipeline.stages import PageResult, Tools


def folding(*columns: str, title: str) -> Table:
    """A table that folds long words instead of cutting them."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("relation", "type", "event"))
    return table


def print_relation_rules(result: PageResult, tools: Tools, console: Console) -> None:
    """For every sentence every rule tried: its hits, or what it had read and the element on which it failed."""
    for sentence in result.sentences:
        own = [m for m in result.mentions if m.sentence_id == sentence.sentence_id]
        values = [v for v in result.values if v.sentence_id == sentence.sentence_id]
        table = folding("rule", "relation", "result", "had read", "failed on", title=sentence.text)
        for trace in explain_rules(tools.relation_rules.rules, encode(sentence, own, values)):
            hits = "; ".join(sentence.text[m.start : m.end] for m in trace.matches)
            outcome = Text(f"fired: {hits}", "bold green") if hits else Text("did not fire", "dim")
            table.add_row(trace.rule.name, trace.rule.type, outcome, Text(trace.read), Text(trace.failed))
        console.print(table)


def print_campaign_evidence(result: PageResult, tools: Tools, console: Console) -> None:
    """For every quotation the named evidence for and against its being a campaign, and what it adds up to."""
    views = views_of(result.page, result.articles, result.sentences, lexicon=tools.lexicon, reader=tools.reader)
    table = folding("quotation", "campaign", "total", "evidence", title="Quotations weighed (above 0: a campaign)")
    for view in views:
        for one in weigh_quotations(view):
            inside = view.text[one.quotation.start : one.quotation.end]
            taken = Text("yes", "bold green") if one.total > 0 else Text("no", "dim")
            table.add_row(Text(inside), taken, f"{one.total:+.1f}", Text("\n".join(one.reasons)))
    console.print(table)
