"""Bytes become text: strict decoding, the encoding found from evidence and recorded, never guessed silently."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from pipeline.pages.errors import PageError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {b"PK\x03\x04": "a zip or Office file", b"%PDF": "a PDF", b"\xff\xd8\xff": "a JPEG picture", b"\x89PNG": "a PNG picture",
         b"GIF8": "a GIF picture", b"\xd0\xcf\x11\xe0": "an old Office file", b"\x1f\x8b": "a gzip file"}  # fmt: skip
BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a]")
COMMON = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经]"
)


def decode(data: bytes, path: Path) -> tuple[str, str]:
    r"""The text and its encoding, such that `path.read_text(encoding=...)` gives that same text; CRLF counts as one line end.

    UTF-8 and UTF-16 with their marks, then strict UTF-8, then GB18030 (which holds GBK and GB2312).

    >>> decode("市民政局\r\n".encode("gbk"), Path("p1.txt"))
    ('市民政局\n', 'gb18030')

    Raises PageError for an empty or binary file, and for bytes that no encoding explains, with their offset.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise PageError(f"{path}: the file is empty; export the page again or leave the file out")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, path), encoding
    wide = _wide(data)
    if wide:
        return _strict(data, wide, path), wide
    kind = next((what for magic, what in MAGIC.items() if data.startswith(magic)), "")
    control = BINARY.search(data)
    if kind or (control and len(BINARY.findall(data[:4096])) > 4):
        where = f" (byte {control.start()})" if control else ""
        raise PageError(f"{path}: this is {kind or 'a binary file'}{where}, not text; extract its text first")
    try:
        return _lines(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    try:
        text = _lines(data.decode("gb18030"))
    except UnicodeDecodeError as error:
        last = max(broken.start, error.start)
        raise PageError(
            f"{path}: neither UTF-8 (first bad byte {broken.start}) nor GB18030 (first bad byte {error.start}); "
            f"look at byte {last} and save the page as UTF-8"
        ) from None
    if not _chinese(text):
        raise PageError(
            f"{path}: not UTF-8 (first bad byte {broken.start}), and read as GB18030 it is no Chinese text; save the page as UTF-8"
        )
    return text, "gb18030"


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: line ends and digits have their zero byte on one side, and the rest is common Chinese."""
    sample = data[:8192]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 4:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(encoding, "ignore")
    han = len(re.findall("[一-鿿]", text))
    return encoding if han >= 0.2 * len(text) and len(COMMON.findall(text)) >= 0.06 * han else ""


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return _lines(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise PageError(
            f"{path}: begins as {encoding} but byte {error.start} is not; save the page again as UTF-8"
        ) from None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _chinese(text: str) -> bool:
    """Wrongly decoded bytes give rare characters; real pages are full of common ones."""
    sample = text[:20000]
    han = len(re.findall("[一-鿿]", sample))
    return (
        han == 0 or len(COMMON.findall(sample)) >= 0.04 * han or (han < 50 and not re.search("[\ue000-\uf8ff]", sample))
    )
