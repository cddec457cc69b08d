"""The door: a run's folder in, a folder per format out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from networkx import MultiDiGraph

from pipeline.config import GraphConfig
from pipeline.graph import build_graph, lay_out
from pipeline.plover import MappingError, load_mapping, write_plover
from pipeline.tables.database import write_duckdb, write_parquet
from pipeline.tables.docs import write_docbin
from pipeline.tables.jsonld import write_jsonld
from pipeline.tables.spreadsheets import write_excel, write_gephi, write_neo4j

Writer = Callable[[Path, "MultiDiGraph[str]", Path], None]
FORMATS: dict[str, Writer] = {
    "csv": lambda _, graph, folder: write_gephi(graph, folder),
    "excel": lambda _, graph, folder: write_excel(graph, folder),
    "parquet": write_parquet,
    "duckdb": write_duckdb,
    "neo4j": lambda _, graph, folder: write_neo4j(graph, folder),
    "jsonld": lambda records, _, folder: write_jsonld(records, folder),
    "plover": lambda records, _, folder: write_plover(records, folder),
    "spacy": lambda records, _, folder: write_docbin(records, folder),
}


class ExportError(ValueError):
    """An export that cannot be made; the message says what to do."""


def export(
    records: Path, out: Path, formats: Iterable[str], config: GraphConfig, *, mapping: Path | None = None
) -> list[Path]:
    """Write the records of a run's folder in other formats, each into a folder of its name under `out`.

    `mapping` is a table of one's own for the format `plover`. Returns the files written. Raises ExportError for an unknown
    format, for a folder that holds no run, for a table that cannot be used, and when a package is missing that a format needs.
    """
    chosen = list(dict.fromkeys(formats))
    unknown = sorted(set(chosen) - FORMATS.keys())
    if unknown:
        raise ExportError(f"no such format: {', '.join(unknown)} (there are {', '.join(FORMATS)})")
    if mapping and "plover" not in chosen:
        raise ExportError(f"a mapping table is for --format plover, not for {', '.join(chosen)}")
    try:
        table = load_mapping(mapping)  # a broken table is told before anything is written
    except MappingError as error:
        raise ExportError(str(error)) from None
    if not (records / "entities.jsonl").is_file():
        raise ExportError(
            f"{records} holds no run (no entities.jsonl); make one with: wangge extract PAGES --out {records}"
        )
    graph = build_graph(records, config)
    lay_out(graph)
    written: list[Path] = []
    for name in chosen:
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        try:
            if name == "plover":
                write_plover(records, folder, table)
            else:
                FORMATS[name](records, graph, folder)
        except ModuleNotFoundError as error:
            if error.name is None or error.name.split(".")[0] not in ("pyarrow", "duckdb"):
                raise
            raise ExportError(f"{name} needs the package {error.name}: pip install 'wangge[tables]'") from None
        written += sorted(path for path in folder.iterdir() if path.is_file())
    return written
