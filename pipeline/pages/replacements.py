"""The one table of what the clean text says differently from the raw page: replaced and dropped characters."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pipeline.lexicon.tables import read_table

LINE_ENDS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
SPACES = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff]"
)
WIDE_MARKS = str.maketrans("()[]{},:;!?", "（）［］｛｝，：；！？")


def _table() -> dict[str, str]:
    kangxi = [chr(c) for c in range(0x2F00, 0x2FD6)]
    compatible = [chr(c) for c in (*range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E))]
    upright = [chr(c) for c in (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE49), *range(0xFE50, 0xFE6C))]
    wide = [chr(c) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))]
    narrow_marks = [chr(c) for c in range(0xFF61, 0xFF66)]
    ligatures = [chr(c) for c in range(0xFB00, 0xFB07)]
    out = {c: unicodedata.normalize("NFKC", c) for c in (*kangxi, *compatible, *wide, *narrow_marks, *ligatures)}
    out |= {c: unicodedata.normalize("NFKC", c).translate(WIDE_MARKS) for c in upright}
    out |= {row["printed"]: row["meant"] for row in read_table(Path(__file__).with_name("radicals.tsv"))}
    return {printed: meant for printed, meant in out.items() if printed != meant and meant.strip()}


REPLACED: dict[str, str] = _table()
"""One raw character -> what it means: Kangxi and supplementary radicals, compatibility ideographs and forms, full-width letters
and digits, half-width Chinese marks, Latin ligatures. Full-width Chinese marks (，：（）) are as they should be and stay."""

_EVERY = "".join(
    map(chr, (*range(0xD800), *range(0xE000, 0x10000), *range(0xE0000, 0xE1000)))
)  # with all that is dropped
SPECIAL = frozenset([*REPLACED, *DROPPED.findall(_EVERY), *LINE_ENDS[1:]])
"""Every raw character that is replaced, dropped or ends a line in an unusual way."""


def declared(text: str) -> str:
    """Raw text as the clean text says it, but for white space, which is gone: the law of this room is stated with it.

    >>> declared("⻓ 春\u00ad路 ２ 号")
    '长春路2号'
    """
    changed = "".join(REPLACED.get(c, c) for c in DROPPED.sub("", text))
    return "".join(changed.split())
