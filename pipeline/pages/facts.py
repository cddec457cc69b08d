"""What is known about pages beforehand: the optional sidecar `pages.csv` beside them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pipeline.pages.decode import decode
from pipeline.pages.errors import PageError

SIDECAR = "pages.csv"
COLUMNS = ("page_id", "newspaper", "place", "date")
EDTF = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


class PageFacts(BaseModel):
    """A row of the sidecar; an empty cell is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page_id: str
    newspaper: str | None = None
    place: str | None = None
    date: str | None = None


def read_facts(folder: Path) -> dict[str, PageFacts]:
    """The rows of `folder/pages.csv` by page id (file name without its ending); no sidecar, no facts.

    A row reads `hebi-p03,鹤壁日报,鹤壁市,2024-08-05`; place and date may be left empty, the date may be a year or a month.
    Raises PageError, naming file, line and what to write, for a missing column, a bad date or a page named twice.
    """
    path = folder / SIDECAR
    if not path.exists():
        return {}
    try:
        text, _ = decode(path.read_bytes(), path)
    except OSError as error:
        raise PageError(f"{path}: cannot be read ({error.strerror}); allow reading or remove it") from None
    table = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS[:1] if name not in (table.fieldnames or ())]
    unknown = [name for name in table.fieldnames or () if name not in COLUMNS]
    if missing or unknown:
        raise PageError(
            f"{path}:1: the first line must be {','.join(COLUMNS)}; it is {','.join(table.fieldnames or ())}"
        )
    facts: dict[str, PageFacts] = {}
    for row in table:
        where = f"{path}:{table.line_num}"
        if None in row:
            raise PageError(f"{where}: more cells than the {len(COLUMNS)} columns; put quotes around a comma")
        known = {key: (value or "").strip() or None for key, value in row.items()}
        page = known.get("page_id")
        if page is None:
            if any(known.values()):
                raise PageError(f"{where}: no page_id; write the page's file name without its ending")
            continue
        if known.get("date") and not EDTF.match(known["date"] or ""):
            raise PageError(f"{where}: the date {known['date']!r} must be 2024, 2024-08 or 2024-08-05")
        if page in facts:
            raise PageError(f"{where}: page {page!r} is already in an earlier line; keep one of them")
        facts[page] = PageFacts(
            page_id=page, newspaper=known.get("newspaper"), place=known.get("place"), date=known.get("date")
        )
    return facts
