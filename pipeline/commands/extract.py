"""`wangge extract`: run, show progress, and end with a table that says what was made and what to do next."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.config import Config, ConfigError
from pipeline.inputs import InputError
from pipeline.run import Summary, extract

ROWS = (
    ("pages", "pages"), ("articles", "articles"), ("people", "entities.person"), ("organisations", "entities.organisation"),
    ("campaigns", "entities.campaign"), ("districts", "entities.district"), ("relations", "relations"), ("events", "events"),
)  # fmt: skip


def run(inputs: list[str], out: Path, config: Config, workers: int) -> int:
    """Extract and report; the exit status is 0, 1 (some pages failed) or 2 (nothing to read, nowhere to write)."""
    console, errors = Console(), Console(stderr=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            names = [_from_standard_input(folder) if name == "-" else name for name in inputs]
            summary = with_progress(names, out, config, workers, errors)
    except InputError as error:
        errors.print(f"[red]Nothing to read.[/red] {escape(str(error))}", highlight=False)
        return 2
    except ConfigError as error:
        errors.print(f"[red]Cannot start.[/red] {escape(str(error))}", highlight=False)
        return 2
    except OSError as error:
        errors.print(f"[red]Cannot write[/red] to {out}: {error.strerror or error}", highlight=False)
        return 2
    _report(summary, console)
    for warning in summary.warnings:
        errors.print(f"[yellow]no longer applies[/yellow] {warning}", highlight=False, markup=True)
    for reason in summary.failed.values():
        errors.print(f"[red]failed[/red] {escape(reason)}", highlight=False, markup=True)
    return 1 if summary.failed else 0


def _from_standard_input(folder: str) -> str:
    path = Path(folder) / "stdin.txt"
    path.write_bytes(sys.stdin.buffer.read())
    return str(path)


def with_progress(names: list[str], out: Path, config: Config, workers: int, console: Console) -> Summary:
    """Run, with a bar on the console while it lasts."""
    columns = (TextColumn("reading pages"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages", total=None)
        return extract(
            names,
            out,
            config,
            workers=workers,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _report(summary: Summary, console: Console) -> None:
    table = Table(title="What was found", show_header=False, title_justify="left")
    for name, key in ROWS:
        table.add_row(name, str(summary.counts.get(key, 0)))
    console.print(table)
    out = summary.out
    console.print(
        f"Records: {out}/*.jsonl   Graph: {out}/graph.gexf, graph.graphml   Left out, with reasons: {out}/dropped.jsonl",
        highlight=False,
    )
    console.print(
        "Next: open graph.gexf in Gephi (set the label font to Microsoft YaHei or Noto Sans CJK first), or in Python: "
        f"import pipeline; graph = pipeline.load_graph('{out}')",
        highlight=False,
    )
