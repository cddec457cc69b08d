"""Pages that are no plain text: the text layer of a PDF, the article page of a digital newspaper."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree, html

from pipeline.pages.decode import decode
from pipeline.pages.errors import PageError

META = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "section",
    "article",
    "header",
    "title",
    "dd",
    "dt",
}
SKIPPED = {"script", "style", "noscript", "iframe", "nav", "select", "button", "form", "map", "footer"}
CONTENT = re.compile(
    r"(?i)^(ozoom|article.?content|content.?article|article.?body|news.?content|main.?content|contenttext|founder-content)$"
)
TITLE = re.compile(r"(?i)(^|[-_ ])(title|headline|biaoti|bt|yinti|subtitle|futi|jianti)\d*$")


def html_text(data: bytes, path: Path) -> tuple[str, str]:
    """Title and content of a digital newspaper page as lines of text, and the encoding of the file.

    The content is the element that papers call `ozoom`, `founder-content`, `article-content` …, or else the whole body without
    menus and scripts. Raises PageError for a file without text.
    """
    declared = META.search(data[:4096])
    text, encoding = decode(data, path)
    if declared and encoding == "gb18030" and declared[1].lower() in (b"utf-8", b"utf8"):
        raise PageError(f"{path}: the page says it is UTF-8 but its bytes are not; save it again as UTF-8")
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError(f"{path}: cannot be read as HTML ({error}); save the page's text as .txt") from None
    named = [e for e in root.iter() if isinstance(e.tag, str) and any(CONTENT.match(v) for v in _names(e))]
    content = named[0] if named else root.find("body")
    lines = _lines(content if content is not None else root)
    heads = _title(root, content) if named else []
    body = "\n".join([*(h for h in heads if h not in lines[:4]), *lines])
    if not body.strip():
        raise PageError(f"{path}: this HTML page holds no text; save the article's text as .txt")
    return body, f"html {encoding}"


def _names(element: html.HtmlElement) -> list[str]:
    return [element.get("id") or "", *(element.get("class") or "").split()]


def _title(root: html.HtmlElement, content: html.HtmlElement | None) -> list[str]:
    inside = set(content.iter()) if content is not None else set()
    heads = [
        e for e in root.iter()
        if isinstance(e.tag, str) and e not in inside and (e.tag in ("h1", "h2", "founder-title") or any(TITLE.search(v) for v in _names(e)))
        and not any(True for child in e.iter() if child is not e and child in inside)
    ]  # fmt: skip
    lines = list(dict.fromkeys(line for e in heads for line in _lines(e)))
    page_title = root.findtext(".//title")
    return lines or ([page_title.strip()] if page_title and page_title.strip() else [])


def _lines(element: html.HtmlElement) -> list[str]:
    out = [""]

    def walk(node: html.HtmlElement) -> None:
        if not isinstance(node.tag, str) or node.tag in SKIPPED:
            return
        if node.tag in BLOCKS:
            out.append("")
        out[-1] += re.sub(r"[\r\n\t]+", "", node.text or "")
        for child in node:
            walk(child)
            out[-1] += re.sub(r"[\r\n\t]+", "", child.tail or "")
        if node.tag in BLOCKS:
            out.append("")

    walk(element)
    return [line.strip() for line in out if line.strip()]


def pdf_text(data: bytes, path: Path) -> tuple[str, str]:
    """The text layer of a PDF, columns in reading order, a printed line a line and an empty line between blocks.

    Needs the extra: `pip install 'wangge[pdf]'`. Raises PageError without it, and for a PDF without a text layer.
    """
    try:
        import pdfplumber
    except ImportError:
        raise PageError(f"{path}: reading PDF needs one more package: pip install 'wangge[pdf]'") from None
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = [
                _page_lines(page.extract_words(use_text_flow=False, keep_blank_chars=False)) for page in document.pages
            ]
    except Exception as error:  # pdfminer raises many kinds
        raise PageError(f"{path}: cannot be read as PDF ({type(error).__name__}); export its text as .txt") from None
    text = "\n\n".join("\n".join(lines) for lines in pages)
    if not text.strip():
        raise PageError(f"{path}: this PDF has no text layer; run text recognition (OCR) on it first")
    return text, "pdf"


def _page_lines(words: Sequence[dict[str, Any]]) -> list[str]:
    """Words in reading order: the page is cut at white lanes, across where a heading spans columns, else down between columns."""
    lines: list[str] = []
    for block in _cut(list(words), 0):
        if lines:
            lines.append("")
        rows: list[list[dict[str, Any]]] = []
        for word in sorted(block, key=lambda w: (round(w["top"], 1), w["x0"])):
            middle = (word["top"] + word["bottom"]) / 2
            if rows and rows[-1][0]["top"] <= middle <= rows[-1][0]["bottom"]:
                rows[-1].append(word)
            else:
                rows.append([word])
        lines += [" ".join(w["text"] for w in sorted(row, key=lambda w: w["x0"])) for row in rows]
    return lines


def _cut(words: list[dict[str, Any]], depth: int) -> list[list[dict[str, Any]]]:
    """Recursive cutting at the widest white lane, down between columns before across."""
    if len(words) < 2 or depth > 12:
        return [words] if words else []
    height = sorted(w["bottom"] - w["top"] for w in words)[len(words) // 2]
    for low, high, least in (("x0", "x1", 0.9 * height), ("top", "bottom", 1.2 * height)):
        at = _widest_lane(words, low, high, least)
        if at is not None:
            first = [w for w in words if w[high] <= at]
            return _cut(first, depth + 1) + _cut([w for w in words if w[high] > at], depth + 1)
    return [words]


def _widest_lane(words: list[dict[str, Any]], low: str, high: str, least: float) -> float | None:
    reach, best, where = float("-inf"), least, None
    for word in sorted(words, key=lambda w: w[low]):
        if reach > float("-inf") and word[low] - reach >= best:
            best, where = word[low] - reach, reach
        reach = max(reach, word[high])
    return where
