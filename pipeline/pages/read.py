"""The door of this room: a file becomes a page."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.lexicon.divisions import Divisions
from pipeline.pages.decode import decode
from pipeline.pages.errors import PageError
from pipeline.pages.facts import PageFacts
from pipeline.pages.place import date_of, place_of
from pipeline.pages.repair import repair
from pipeline.records import Page

MAX_MEGABYTES = 5.0


def read_page(
    path: Path, *, page_id: str, facts: PageFacts | None, divisions: Divisions, max_megabytes: float = MAX_MEGABYTES
) -> Page:
    """Read a `.txt`, `.html` or `.pdf` page: decode it, mend its text, find its place and date.

    `Page.raw` is the decoded text that all offsets count in, `Page.clean` the mended text, printed lines joined by "\\n".
    Raises PageError, naming the file and what to do, for a file that is missing, unreadable, empty, binary or too large.
    """
    data = _bytes(path, max_megabytes)
    if path.suffix.lower() == ".pdf" or data.startswith(b"%PDF"):
        from pipeline.pages.documents import pdf_text

        raw, encoding = pdf_text(data, path)
    elif path.suffix.lower() in (".html", ".htm"):
        from pipeline.pages.documents import html_text

        raw, encoding = html_text(data, path)
    else:
        raw, encoding = decode(data, path)
    clean = repair(raw)
    squeezed = "".join(clean.text.split())
    if not squeezed:
        raise PageError(f"{path}: the file holds no letter, only spaces and control characters; export the page again")
    place = place_of(squeezed, facts, divisions)
    date, date_from = date_of(squeezed, facts)
    return Page(
        page_id=page_id, path=str(path), sha256=hashlib.sha256(data).hexdigest(), encoding=encoding, place=place.name,
        place_code=place.code, place_from=place.source, date=date, date_from=date_from,
        newspaper=facts.newspaper if facts else None, characters=len(raw), raw=raw, clean=clean,
    )  # fmt: skip


def _bytes(path: Path, max_megabytes: float) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise PageError(f"{path}: this is a folder; name a file, or give the folder itself as input")
        if size > max_megabytes * 1_000_000:
            raise PageError(
                f"{path}: {size / 1_000_000:.1f} MB is no newspaper page: the limit is {max_megabytes:g} MB; "
                "split the file into pages or raise pages.max_megabytes"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise PageError(f"{path}: there is no such file; check the name") from None
    except PermissionError:
        raise PageError(f"{path}: no permission to read this file; allow it with: chmod u+r") from None
    except OSError as error:
        raise PageError(f"{path}: cannot be read ({error.strerror}); check the disk and the name") from None
