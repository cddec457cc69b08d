"""`wangge export`: the records of a run in other forms."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.config import Config
from pipeline.recordfiles import RecordsError
from pipeline.tables import FORMATS, ExportError, export

HINTS = {
    "csv": "Gephi: File > Import spreadsheet, nodes.csv first, then edges.csv into the same workspace",
    "excel": "for reading in Excel; not for Gephi",
    "parquet": "pandas.read_parquet, DuckDB, R arrow",
    "duckdb": "duckdb FILE, then: SELECT * FROM who_holds_office; the views are listed by: SELECT view_name, comment FROM duckdb_views() WHERE NOT internal",
    "neo4j": "NEO4J_HOME=... sh import.sh",
    "jsonld": "schema.org and PROV, for rdflib or any triple store",
    "plover": "event records after PLOVER, by a table: wangge export --print-mapping; left_out.jsonl says what has no date",
    "spacy": "spacy.tokens.DocBin().from_disk(FILE); one token per character",
}


def run(records: Path, formats: list[str] | None, out: Path | None, config: Config, mapping: Path | None = None) -> int:
    """Export and list what was written; 2 when it cannot be done."""
    console, errors = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)
    chosen = formats or list(FORMATS)
    try:
        written = export(records, out or records / "export", chosen, config.graph, mapping=mapping)
    except (ExportError, RecordsError, OSError) as error:
        errors.print(Text.assemble(("Cannot export: ", "red"), str(error)))
        return 2
    for name in chosen:
        files = [str(path) for path in written if path.parent.name == name]
        console.print(Text.assemble((f"{name}: ", "bold"), "  ".join(files)))
        console.print(Text(f"    {HINTS[name]}", style="dim"))
    return 0
