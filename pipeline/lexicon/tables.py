"""Tables a researcher can edit: tab-separated, comment lines with source and licence first, then a header, then rows."""

from __future__ import annotations

from pathlib import Path


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table file, as header -> cell; missing cells at the end of a row are empty.

    A file holds `# source: ...` comment lines, the header row `name<TAB>kind`, then rows such as `高新区<TAB>zone`.
    Empty lines and lines that begin with `#` are skipped. Raises ValueError, naming file and line, for a row with
    more cells than the header, and for a file without a header.
    """
    return parse_table(path.read_text(encoding="utf-8-sig"), str(path))


def parse_table(text: str, name: str = "table") -> list[dict[str, str]]:
    r"""The rows of a table given as text; `name` stands in error messages.

    >>> parse_table("# source: 自编\nname\tkind\n高新区\tzone\n郑东新区\n")
    [{'name': '高新区', 'kind': 'zone'}, {'name': '郑东新区', 'kind': ''}]
    """
    header: list[str] = []
    rows: list[dict[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(
                f"{name}:{number}: {len(cells)} cells under {len(header)} headings; separate cells with one tab"
            )
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    if not header:
        raise ValueError(f"{name}: no header row")
    return rows
