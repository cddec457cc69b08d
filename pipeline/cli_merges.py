"""The commands `wangge merges ...`: deciding by hand who is who."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

merges = typer.Typer(no_args_is_help=True, help="Decide by hand who is who: configs/merges.tsv.")


@merges.callback()
def merges_group() -> None:
    """Decide by hand who is who: `configs/merges.tsv` holds lines `verdict left right reason who`."""


@merges.command("suggest")
def merges_suggest(
    records: Annotated[Path, typer.Argument(help="Folder that a run wrote.", metavar="DIR")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most pairs to list.")] = 50,
) -> None:
    """List the likeliest undecided pairs, the strongest first, with evidence and printed lines; ready for merges.tsv.

    Example: [bold]wangge merges suggest outputs/mine > pairs.tsv[/bold]
    """
    from pipeline.commands.merges import run

    raise typer.Exit(run(records, limit))
