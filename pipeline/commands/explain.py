"""`wangge explain`: what every stage makes of a text, in colour, with the rule, list or tagger behind it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.commands.explain_tried import folding, print_campaign_evidence, print_relation_rules
from pipeline.config import Config
from pipeline.inputs import Source
from pipeline.pages import PageError, PageFacts
from pipeline.records import Mention, Sentence
from pipeline.stages import PageResult, Tools, load_tools, process_page

STYLES = {
    "person": "bold red", "organisation": "bold blue", "district": "bold green", "campaign": "bold magenta", "place": "cyan",
    "policy": "yellow",
}  # fmt: skip


WHATS = ("relations", "campaigns")


def run(words: list[str], place: str | None, date: str | None, config: Config) -> int:
    """Take a text through all stages and print what each found, or what was tried; 2 when it is no text."""
    console, complain = Console(), Console(stderr=True)
    what, text = (words[0], words[1]) if len(words) == 2 and words[0] in WHATS else ("", words[0])
    if len(words) > (2 if what else 1):
        complain.print(f"[red]too many words[/red]: put the text in quotation marks; before it only {', '.join(WHATS)}")
        return 2
    tools = load_tools(config)
    facts = PageFacts(page_id="text", place=place, date=date)
    try:
        result = _read(text, facts, tools, config)
        if not result.articles:  # a piece of a sentence would be taken for a heading without an article
            result = _read(f"{text.rstrip()}。", facts, tools, config)
    except PageError as error:
        complain.print(f"[red]not a page[/red] {error}", highlight=False)
        return 2
    if what:
        (print_relation_rules if what == "relations" else print_campaign_evidence)(result, tools, console)
        return 0
    _print_sentences(result, console)
    console.print(_entities(result))
    console.print(_relations(result))
    console.print(_events(result))
    for dropped in result.dropped:
        console.print(f"left out ({dropped.stage}): {dropped.reason}: ", Text(dropped.text), highlight=False)
    return 0


def _read(text: str, facts: PageFacts, tools: Tools, config: Config) -> PageResult:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8")
        return process_page(Source(path, "text"), facts, tools, config)


def _print_sentences(result: PageResult, console: Console) -> None:
    page = result.page
    console.print(
        f"page: place {page.place or 'not known'} ({page.place_from or '-'}), date {page.date or 'not known'}",
        highlight=False,
    )
    for article in result.articles:
        console.print(
            f"article {article.article_id}: headline {article.headline or '-'}, reporters {', '.join(article.reporters) or '-'}",
            highlight=False,
        )
    for sentence in result.sentences:
        own = [m for m in result.mentions if m.sentence_id == sentence.sentence_id]
        console.print(Text(f"[{sentence.role}] ", style="dim") + _coloured(sentence, own))
    table = folding("mention", "type", "found by", "sure", "entity", title="Mentions")
    for mention in result.mentions:
        mark = " (points at)" if mention.anaphor else "" if mention.outermost else " (nested)"
        table.add_row(
            Text(mention.text), Text(mention.type + mark, STYLES[mention.type]), Text(mention.found_by), f"{mention.confidence:.2f}",
            Text(str(mention.entity_id)),
        )  # fmt: skip
    for value in result.values:
        table.add_row(Text(value.text), value.type, "", "", Text(f"{value.value or '-'} {value.unit or ''}"))
    console.print(table)


def _coloured(sentence: Sentence, mentions: list[Mention]) -> Text:
    text = Text(sentence.text)
    for mention in mentions:
        if mention.outermost:
            text.stylize(
                STYLES[mention.type] + (" italic" if mention.anaphor else ""), mention.sent_start, mention.sent_end
            )
    return text


def _entities(result: PageResult) -> Table:
    table = folding("entity", "type", "canonical name", "also", "code", "decided by", title="Who is who")
    for e in result.entities:
        table.add_row(
            e.entity_id,
            Text(e.type, STYLES[e.type]),
            Text(e.name),
            Text("、".join(e.aliases)),
            e.code or "",
            Text(e.decided_by or ""),
        )
    return table


def _relations(result: PageResult) -> Table:
    names = {e.entity_id: e.name for e in result.entities}
    table = folding("head", "relation", "tail", "role", "rule", "sure", title="Relations")
    for r in result.relations:
        odd = " ".join(
            x for x in (r.status, r.polarity, r.modality) if x and x not in ("positive", "actual", "current")
        )
        table.add_row(
            Text(names[r.head]),
            r.type,
            Text(names[r.tail]),
            Text(f"{r.role or ''} {odd}".strip()),
            r.rule,
            f"{r.confidence:.2f}",
        )
    return table


def _events(result: PageResult) -> Table:
    names = {e.entity_id: e.name for e in result.entities}
    table = folding("event", "trigger", "time", "how many", "arguments", "rule", title="Events")
    for e in result.events:
        who = "\n".join(f"{a.role}: {names[a.entity_id]}" for a in e.arguments)
        odd = "" if e.polarity == "positive" and e.modality == "actual" else f" ({e.polarity}, {e.modality})"
        table.add_row(
            e.type + odd,
            Text(e.trigger.text),
            e.time or "",
            " ".join(x for x in (e.count, e.amount) if x),
            Text(who),
            e.rule,
        )
    return table
