"""The page as it was printed, line by line, if its file is still where the run read it, unchanged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.pages import PageError
from pipeline.pages.decode import decode
from pipeline.pages.documents import html_text, pdf_text
from pipeline.records import Page


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and its code points in the decoded file."""

    number: int
    start: int
    end: int
    text: str


def printed_lines(page: Page, beside: Path) -> list[Line]:
    """The lines of a page that hold anything; none where the file is gone or is not the one that was read.

    A path that does not start at the root is tried from the present folder and from the run's own.
    """
    for path in (Path(page.path), beside / page.path):
        try:
            data = path.read_bytes()
        except (OSError, ValueError):
            continue
        if hashlib.sha256(data).hexdigest() == page.sha256:
            try:
                return cut(_text(data, path))
            except PageError:
                return []
    return []


def cut(raw: str) -> list[Line]:
    """Lines with their offsets; blank ones are counted and left out.

    >>> cut("天 山\\n\\n 路")
    [Line(number=1, start=0, end=3, text='天 山'), Line(number=3, start=5, end=7, text=' 路')]
    """
    lines, start = [], 0
    for number, text in enumerate(raw.split("\n"), 1):
        if text.strip():
            lines.append(Line(number, start, start + len(text), text))
        start += len(text) + 1
    return lines


def _text(data: bytes, path: Path) -> str:
    if path.suffix.lower() == ".pdf" or data.startswith(b"%PDF"):
        return pdf_text(data, path)[0]
    if path.suffix.lower() in (".html", ".htm"):
        return html_text(data, path)[0]
    return decode(data, path)[0]
