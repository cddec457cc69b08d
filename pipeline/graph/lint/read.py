"""Reads any XML file piece by piece and safely: no entities, no network, never the whole file in memory.

Characters that XML forbids are reported and taken out on the way, so that the rest of the file can be checked too.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from pipeline.graph.clean import NOT_XML
from pipeline.graph.lint.report import LintError, Report

CHUNK = 1 << 16
REFERENCE = re.compile(r"&#(x[0-9a-fA-F]{1,8}|[0-9]{1,8});")
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Handler(Protocol):
    """Takes elements as they come; names are without namespace, which is given apart."""

    def start(self, space: str, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""

    def end(self, tag: str, text: str, line: int) -> None:
        """An element ends; the text directly in it."""


def read_xml(path: Path, handler: Handler, report: Report) -> None:
    """Feed a file's elements to a handler. Raises LintError for a file that is no XML or declares entities."""
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    texts: list[list[str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        texts.append([])
        handler.start(space, tag, attributes, parser.CurrentLineNumber)

    def end(name: str) -> None:
        handler.end(name.rpartition(" ")[2], "".join(texts.pop()), parser.CurrentLineNumber)

    def entity(*_: object) -> None:
        raise LintError(f"line {parser.CurrentLineNumber}: declares entities; such a file is not read, for safety")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: texts[-1].append(text) if texts else None
    parser.EntityDeclHandler = entity
    try:
        for piece in _pieces(path, report):
            parser.Parse(piece.encode("utf-8"), False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise LintError(f"line {error.lineno}: no well-formed XML: {expat.ErrorString(error.code)}") from None


def _pieces(path: Path, report: Report) -> Iterator[str]:
    line, rest = 1, ""
    for text in _decoded(path, report):
        text = rest + text
        cut = text.rfind("&", max(0, len(text) - 12))  # a reference may be cut in two
        text, rest = (text[:cut], text[cut:]) if cut >= 0 else (text, "")
        yield _without_bad(text, line, report)
        line += text.count("\n")
    yield _without_bad(rest, line, report)


def _decoded(path: Path, report: Report) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            head = file.read(CHUNK)
            if not head.strip():
                raise LintError("an empty file: networkx leaves one behind when it meets None, a list or a dict (D1)")
            encoding = _encoding(head, report)
            decoder = codecs.getincrementaldecoder(encoding)()
            while head:
                yield decoder.decode(head)
                head = file.read(CHUNK)
            yield decoder.decode(b"", final=True)
    except OSError as error:
        raise LintError(error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise LintError(f"not in the encoding it claims ({error.encoding}): {error.reason}") from None


def _encoding(head: bytes, report: Report) -> str:
    for mark, name in MARKS:
        if head.startswith(mark):
            encoding = name
            break
    else:
        declared = DECLARED.match(head)
        encoding = declared[1].decode() if declared else "utf-8"
    try:
        name = codecs.lookup(encoding).name
        codecs.getincrementaldecoder(encoding)
    except LookupError:
        raise LintError(f"the encoding {encoding} is not known") from None
    if name not in ("utf-8", "utf-8-sig", "ascii"):
        report.add("D6", 1, f"the file is in {name}, not in UTF-8")
    return encoding


def _without_bad(text: str, line: int, report: Report) -> str:
    for found in NOT_XML.finditer(text):
        at = line + text.count("\n", 0, found.start())
        report.add("D5", at, f"the character U+{ord(found[0]):04X}", "control")
    text = NOT_XML.sub("\ufffd", text)
    return REFERENCE.sub(lambda found: _reference(found, line, text, report), text)


def _reference(found: re.Match[str], line: int, text: str, report: Report) -> str:
    code = int(found[1][1:], 16) if found[1][0] == "x" else int(found[1])
    at = line + text.count("\n", 0, found.start())
    if code > 0x10FFFF or NOT_XML.match(chr(code)):
        report.add("D5", at, f"the reference {found[0]}", "reference")
        return "\ufffd"
    if code > 126 or code <= 32:
        report.add("D6", at, f"the character reference {found[0]}", "reference")
    return found[0]
