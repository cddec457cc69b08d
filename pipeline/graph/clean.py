"""Values that every reader of GraphML and GEXF takes as they are."""

from __future__ import annotations

import math
import re

from pipeline.graph.fields import Field, Scalar

# What XML 1.0 cannot hold, lone surrogates included.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BLANK = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Text without control characters, line breaks and outer blanks.

    Gephi replaces the letters INF in any value by Infinity, so they are written Inf.

    >>> clean_text("鹤山区\\x0b\\nINFO ")
    '鹤山区 InfO'
    """
    return BLANK.sub(" ", NOT_XML.sub("", text)).strip().replace("INF", "Inf")


def clean_value(value: object, field: Field) -> Scalar | None:
    """A value cast to its column's one type; None for what is not known and must be left out.

    Raises ValueError for a number that is not finite and for a value of the wrong kind.
    """
    if value is None or value == "":
        return None
    if field.kind is str:
        if not isinstance(value, str):
            raise ValueError(f"{value!r} is no text")
        return clean_text(value) or None
    if field.kind is bool and not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    if not isinstance(value, int | float):
        raise ValueError(f"{value!r} is no number")
    if not math.isfinite(value):
        raise ValueError(f"{value!r} is not finite")
    return field.kind(value)
