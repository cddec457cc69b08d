"""`wangge merges suggest`: pairs that may be one, the strongest first, with evidence and printed lines, ready for merges.tsv."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from pipeline.entities import suggest
from pipeline.recordfiles import RecordsError, read_records
from pipeline.records import Decision, Entity, Mention, Sentence

LINES = 2  # printed lines shown of either side


def run(records: Path, limit: int) -> int:
    """Print the likeliest undecided pairs of a run; 2 when the folder holds none."""
    console, errors = Console(soft_wrap=True), Console(stderr=True)
    try:
        entities = {e.entity_id: e for e in read_records(records, "entities", Entity)}
        pairs = suggest(list(entities.values()), read_records(records, "resolution", Decision))[:limit]
        lines = printed_lines(records, {i for p in pairs for i in (p.left, p.right)}, LINES)
    except RecordsError as error:
        errors.print(f"[red]cannot be read[/red] {error}", highlight=False)
        return 2
    if not entities:
        errors.print(
            f"[red]no run[/red] {records}: no entities.jsonl here; name the folder that `extract --out` wrote",
            highlight=False,
        )
        return 2
    console.print(
        f"# {len(pairs)} undecided pairs of {records}; keep the lines you agree with (or write different) in configs/merges.tsv",
        highlight=False,
    )
    typer.echo("verdict\tleft\tright\treason\twho")  # not by the console, which turns tabs into spaces
    for pair in pairs:
        console.print(Text(f"# {pair.score:g}  {pair.name}  ({'; '.join(pair.reasons)})", style="bold"))
        for side in (pair.left, pair.right):
            console.print(Text(f"#   {side} {entities[side].label or entities[side].name}"))
            for line in lines.get(side, []):
                console.print(Text(f"#     {line}", style="dim"))
        typer.echo(f"same\t{pair.left}\t{pair.right}\t{' '.join(pair.name.split())}\t")
    return 0


def printed_lines(records: Path, wanted: set[str], most: int) -> dict[str, list[str]]:
    """For each entity the first printed lines that name it: `page article: sentence`."""
    where: dict[str, dict[str, str]] = {}
    needed: set[str] = set()
    for mention in read_records(records, "mentions", Mention):
        entity = mention.entity_id or ""
        own = where.setdefault(entity, {}) if entity in wanted else None
        if own is not None and len(own) < most:
            own[mention.sentence_id] = mention.article_id
            needed.add(mention.sentence_id)
    texts = {s.sentence_id: s.text for s in read_records(records, "sentences", Sentence) if s.sentence_id in needed}
    return {e: [f"{article}: {texts.get(s, '')}" for s, article in own.items()] for e, own in where.items()}
