"""The command `wangge`: each command parses, calls one function of the package, and says what came of it.

Imports stand inside the commands, so that `wangge --help` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli_merges import merges

if TYPE_CHECKING:
    from pipeline.config import Config

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Turn pages of Chinese local newspapers into a knowledge graph of people, organisations, campaigns and districts.

    Start with   [bold]wangge extract seeds --out outputs/seeds[/bold]   and open outputs/seeds/graph.graphml in Gephi.""",
)

app.add_typer(merges, name="merges")

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", help="Settings that differ from configs/default.toml (TOML).", metavar="FILE"),
]


@app.command()
def extract(
    inputs: Annotated[
        list[str], typer.Argument(help="Pages: files, folders, patterns such as 'in/*.txt', or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to write records and graph into.", metavar="DIR")],
    config: ConfigOption = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes to work with.")] = 1,
) -> None:
    """Read newspaper pages and write records, graph and statistics.

    Example: [bold]wangge extract pages/ --out outputs/mine --workers 2[/bold]

    Exit status: 0 all pages read, 1 some pages failed (they are named), 2 nothing to do or a wrong setting.
    """
    from pipeline.commands.extract import run

    raise typer.Exit(run(inputs, out, _config(config), workers))


@app.command()
def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="A text in Chinese; before it, if you like, one of: relations, campaigns.", metavar="[WHAT] TEXT"
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(help="Prefecture-level city the paper speaks from, e.g. 鹤壁市.")] = None,
    date: Annotated[str | None, typer.Option(help="Date of issue: 2024-08 or 2024-08-02.")] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", help="Instead of a text: id or name of a thing in a run.", metavar="ID")
    ] = None,
    records: Annotated[
        Path | None, typer.Option("--records", help="Folder that the run wrote (with --entity).", metavar="DIR")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Show what every stage makes of a text, and which rule, list or tagger said so.

    Example: [bold]wangge explain "8月2日，淇滨区天山路街道纪工委书记周丰军到观景社区检查消防安全。" --place 鹤壁市 --date 2024-08[/bold]

    [bold]wangge explain relations TEXT[/bold] lists every relation rule that was tried and where it failed;
    [bold]wangge explain campaigns TEXT[/bold] the evidence for and against every quotation as a campaign.
    [bold]wangge explain --entity per:1a2b3c4d5e --records outputs/mine[/bold] lists every naming of a thing and why it is one.
    """
    if entity is not None:
        from pipeline.commands import explain_entity

        if records is None:
            raise typer.BadParameter("name the run's folder: --entity ID --records DIR")
        raise typer.Exit(explain_entity.run(entity, records))
    if not words:
        raise typer.BadParameter("name a text, or --entity ID --records DIR")
    from pipeline.commands.explain import run

    raise typer.Exit(run(words, place, date, _config(config)))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option("--gold", help="Folder of annotated pages (*.yaml).", metavar="DIR")],
    texts: Annotated[Path, typer.Option("--texts", help="Folder of their texts (*.txt).", metavar="DIR")],
    records: Annotated[Path, typer.Option("--records", help="Folder that a run wrote.", metavar="DIR")],
    errors: Annotated[bool, typer.Option("--errors", help="Also list every miss and every false find.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Score a run against hand-annotated pages: precision, recall and F1 per type.

    Example: [bold]wangge evaluate --gold tests/gold/pages --texts seeds --records outputs/seeds --errors[/bold]
    """
    from pipeline.commands.evaluate import run

    raise typer.Exit(run(gold, texts, records, errors=errors, as_json=as_json))


@app.command()
def check(
    more: Annotated[
        list[str] | None, typer.Argument(help="More pages of the corpus, after --corpus.", metavar="INPUT")
    ] = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            "--corpus",
            help="Also read these pages (files, folders) and list the rules that made nothing of them.",
            metavar="INPUT",
        ),
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Check all lexicons and rule tables, yours included: every rule's examples must match and its near misses must not.

    [bold]wangge check --corpus seeds[/bold] then reads the pages and lists every relation rule and every event rule that never
    fired, with its file: too narrow, or not needed for your pages. That is a report and changes no exit status.

    Exit status: 0 all is well, 1 a table or an example is wrong (no pages are read then), 2 the corpus cannot be read.
    """
    from pipeline.commands.check import run

    if more and not corpus:
        raise typer.BadParameter("pages are read only as a corpus: wangge check --corpus INPUT...")
    raise typer.Exit(run(_config(config), [*(corpus or []), *(more or [])]))


def _print_mapping(asked: bool) -> None:
    if asked:
        from pipeline.plover import BUILT_IN

        typer.echo(BUILT_IN.read_text(encoding="utf-8"), nl=False)
        raise typer.Exit


@app.command()
def export(
    records: Annotated[Path, typer.Argument(help="Folder that `wangge extract` wrote.", metavar="DIR")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="csv, excel, parquet, duckdb, neo4j, jsonld, plover or spacy; may be repeated. All by default.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Where to write; DIR/export by default.", metavar="FOLDER")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", help="Your own table from event types to PLOVER (with --format plover).", metavar="FILE"
        ),
    ] = None,
    print_mapping: Annotated[
        bool,
        typer.Option(
            "--print-mapping",
            help="Print the built-in table, to copy and edit, and stop.",
            callback=_print_mapping,
            is_eager=True,
        ),
    ] = False,
    config: ConfigOption = None,
) -> None:
    """Write a run as tables, as a database, for Neo4j, as linked data, as event records or as spaCy documents.

    Example: [bold]wangge export outputs/seeds --format duckdb --format csv[/bold]

    [bold]wangge export --print-mapping > mine.toml[/bold], edit it, then
    [bold]wangge export outputs/seeds --format plover --mapping mine.toml[/bold] codes the events by your own table.

    Exit status: 0 written, 2 an unknown format, no run, a table that cannot be used, or a package missing.
    """
    from pipeline.commands.export import run

    raise typer.Exit(run(records, formats, out, _config(config), mapping))


@app.command()
def lint(
    files: Annotated[list[Path], typer.Argument(help="GraphML or GEXF files, from here or from any other program.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check graph files for what Gephi and Gephi Lite would drop, rename or misread.

    Each finding says its line, its rule, what comes of it in Gephi, and how to mend it.

    Example: [bold]wangge lint outputs/seeds/graph.gexf[/bold]

    Exit status: 0 clean, 1 something found, 2 a file that cannot be read.
    """
    from pipeline.commands.lint import run

    raise typer.Exit(run(files, as_json=as_json))


@app.command()
def new(
    project: Annotated[Path, typer.Argument(help="Folder to make; it must not be there yet, or be empty.")],
) -> None:
    """Lay out a project folder of your own: pages, lexicon, rules, decisions and settings to edit, with an example of each.

    Example: [bold]wangge new my-project[/bold]
    """
    from pipeline.commands.new import run

    raise typer.Exit(run(project))


@app.command()
def view(
    records: Annotated[Path, typer.Argument(help="Folder that a run wrote.", metavar="DIR")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write the pages into (default: DIR/view).", metavar="FOLDER")
    ] = None,
    serve: Annotated[bool, typer.Option("--serve", help="Then serve them to this machine until Ctrl-C.")] = False,
    port: Annotated[int, typer.Option("--port", help="Port for --serve; 0 takes any.")] = 8000,
) -> None:
    """Write web pages to read the sources beside what was found in them; they need no server and no network.

    Example: [bold]wangge view outputs/seeds[/bold]   then open outputs/seeds/view/index.html
    """
    from pipeline.commands.view import run

    raise typer.Exit(run(records, out, serve=serve, port=port))


def _config(path: Path | None) -> Config:
    from pipeline.config import ConfigError, load_config

    try:
        return load_config(path)
    except ConfigError as error:
        typer.echo(f"wangge: {error}", err=True)
        raise typer.Exit(2) from None
