"""A run's records, a page at a time, in the gold's squeezed offsets."""

from __future__ import annotations

import bisect
import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NEEDED = ("articles", "mentions", "entities", "relations", "events")


@dataclass(slots=True)
class Found:
    """What a run wrote: entities by id, and the other records by page."""

    entities: dict[str, Row] = field(default_factory=dict)
    by_page: dict[str, dict[str, list[Row]]] = field(default_factory=dict)

    def rows(self, name: str, page: str) -> list[Row]:
        """The page's records of one file."""
        return self.by_page[name].get(page, [])


def read_found(folder: Path) -> Found:
    """Read a run's folder; a missing file counts as empty, so that it scores zero and is no crash."""
    rows = {name: _rows(folder / f"{name}.jsonl") for name in NEEDED}
    page_of = {row["article_id"]: row["page_id"] for row in rows["articles"]}
    found = Found({row["entity_id"]: row for row in rows["entities"]})
    for name in NEEDED:
        by_page: dict[str, list[Row]] = defaultdict(list)
        for row in rows[name]:
            by_page[str(row.get("page_id") or page_of.get(row.get("article_id", "")))].append(row)
        found.by_page[name] = dict(by_page)
    return found


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def squeezed(offset: int, offsets: list[int]) -> int:
    """A raw offset in squeezed coordinates: how many kept characters stand before it."""
    return bisect.bisect_left(offsets, offset)
