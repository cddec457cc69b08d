"""Stock campaigns, which papers all over the country name alike, from the table `campaigns.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Lexicon

DATE = re.compile(r"(?:“\d{1,2}[·.•]?\d{1,2}”|(?<!\d)\d{1,2}[·.•]\d{1,2})(?:国家|全国)?$")
"""“5·12”|防灾减灾日: the date in its name."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A row of the table: a name, its kind, and what must not stand around it."""

    name: str
    kind: str
    not_before: str
    not_after: str


@dataclass(frozen=True, slots=True)
class StockTable:
    """All names in one pattern, the longest first, and their rows."""

    pattern: re.Pattern[str]
    rows: dict[str, Stock]


@lru_cache(maxsize=8)
def stock_table(lexicon: Lexicon) -> StockTable:
    """The table as one pattern; a user's row overrides the built-in row of that name.

    Raises re.error, naming the position, for a `not_before` or `not_after` that is no regular expression.
    """
    rows = {
        row["name"]: Stock(row["name"], row["kind"], row.get("not_before", ""), row.get("not_after", ""))
        for row in lexicon.words("campaigns")
    }
    names = sorted(rows, key=lambda name: (-len(name), name))
    return StockTable(re.compile("|".join(re.escape(name) for name in names)), rows)


def find_stock(text: str, table: StockTable) -> Iterator[tuple[int, int, Stock]]:
    """Names of the table in a sentence, where nothing forbidden stands before or behind.

    >>> from pipeline.lexicon import load_lexicon
    >>> text = "文明实践站开展文明实践活动"
    >>> [(start, stock.name) for start, _, stock in find_stock(text, stock_table(load_lexicon()))]
    [(7, '文明实践')]
    """
    for hit in table.pattern.finditer(text):
        row = table.rows[hit[0]]
        if row.not_after and re.match(row.not_after, text[hit.end() :]):
            continue
        if row.not_before and re.search(f"(?:{row.not_before})$", text[: hit.start()]):
            continue
        date = DATE.search(text, max(0, hit.start() - 8), hit.start()) if row.name[-1] in "日周月" else None
        yield date.start() if date else hit.start(), hit.end(), row
