"""`wangge evaluate`: a table of scores, and on request every error."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.evaluate import Scores, evaluate
from pipeline.evaluate.gold import GoldError


def run(gold: Path, texts: Path, records: Path, *, errors: bool, as_json: bool) -> int:
    """Score and print; 2 when there is nothing to compare."""
    console, complain = Console(), Console(stderr=True)
    for name, folder in (("--gold", gold), ("--texts", texts), ("--records", records)):
        if not folder.is_dir():
            complain.print(f"[red]{name}[/red] {folder}: there is no such folder", highlight=False)
            return 2
    try:
        scores = evaluate(gold, texts, records)
    except GoldError as error:
        complain.print(f"[red]gold[/red] {escape(str(error))}", highlight=False)
        return 2
    for line in scores.skipped:
        complain.print(f"[yellow]skipped[/yellow] {escape(line)}", highlight=False)
    if as_json:
        console.out(json.dumps(scores.figures, ensure_ascii=False, indent=1), highlight=False)
    else:
        console.print(_table(scores))
    if errors:
        _print_errors(scores, console)
    return 0


def _table(scores: Scores) -> Table:
    table = Table("", "precision", "recall", "F1 / accuracy", "in gold", "found")
    for name, value in scores.figures.items():
        if isinstance(value, dict):
            cells = [f"{value[k]:.3f}" for k in "prf"]
            table.add_row(name, *cells, str(value["n_gold"]), str(value.get("n_pred", "")))
        else:
            table.add_row(name, "", "", f"{value:.3f}", "", "")
    return table


def _print_errors(scores: Scores, console: Console) -> None:
    for kind, rows in scores.errors.items():
        if rows:
            console.print(f"\n[bold]{kind}[/bold] ({len(rows)})")
            for line, times in Counter(" · ".join(map(str, row)) for row in rows).most_common():
                console.print(f"  {times}× {escape(line)}", highlight=False)
