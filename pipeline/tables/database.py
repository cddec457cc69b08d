"""Parquet files of all records, and a DuckDB file with documented views over them.

Events have one column more than their records: `happening_id`, the event id of the first report of what happened.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from networkx import MultiDiGraph

from pipeline.recordfiles import FILES, dump, read_records
from pipeline.tables.happenings import happening_ids
from pipeline.tables.rows import EDGE_COLUMNS, NODE_COLUMNS, TYPES, edge_rows, node_rows

RECORDS = tuple(name for name in FILES if name != "dropped")
VIEWS = Path(__file__).with_name("views.sql")


def write_parquet(records: Path, graph: MultiDiGraph[str], folder: Path) -> None:
    """One Parquet file per kind of record, and `nodes` and `edges` of the graph. Needs pyarrow."""
    import pyarrow.parquet as parquet

    for name, table in _tables(records, graph):
        parquet.write_table(table, folder / f"{name}.parquet", compression="zstd")


def write_duckdb(records: Path, graph: MultiDiGraph[str], folder: Path) -> None:
    """`wangge.duckdb`: the same tables, and the views of `views.sql` with their meaning as comments. Needs duckdb."""
    import duckdb

    path = folder / "wangge.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        for name, table in _tables(records, graph):
            connection.register("fresh", table)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM fresh')
            connection.unregister("fresh")
        connection.execute(VIEWS.read_text(encoding="utf-8"))


def _tables(records: Path, graph: MultiDiGraph[str]) -> Iterator[tuple[str, Any]]:
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    for name, columns, rows in (("nodes", NODE_COLUMNS, node_rows(graph)), ("edges", EDGE_COLUMNS, edge_rows(graph))):
        schema = pa.schema([(column, kinds[TYPES.get(column, str)]) for column in columns])
        yield name, pa.Table.from_pylist(list(rows), schema=schema)
    for name in RECORDS:
        schema = pa.schema(
            [(f, _arrow(info.annotation)) for f, info in FILES[name].model_fields.items() if not info.exclude]
        )
        found = [json.loads(dump(record)) for record in read_records(records, name, FILES[name])]
        if name == "events":
            told = happening_ids(records)
            schema = schema.append(pa.field("happening_id", pa.string()))
            found = [row | {"happening_id": told[row["event_id"]]} for row in found]
        yield name, pa.Table.from_pylist(found, schema=schema)


def _arrow(annotation: Any) -> Any:
    """The Arrow type of a field of a record, by its annotation in `records.py`."""
    import types
    import typing

    import pyarrow as pa
    from pydantic import BaseModel

    arguments = [a for a in typing.get_args(annotation) if a not in (type(None), Ellipsis)]
    origin = typing.get_origin(annotation)
    if origin in (types.UnionType, typing.Union):
        return _arrow(arguments[0])
    if origin is tuple:
        return pa.list_(_arrow(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(
            [(f, _arrow(info.annotation)) for f, info in annotation.model_fields.items() if not info.exclude]
        )
    return {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}.get(annotation, pa.string())
