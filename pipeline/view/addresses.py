"""Names of files and places inside them: safe on every file system, the same from run to run."""

from __future__ import annotations

import hashlib
import re

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
TAKEN = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
FNV_START, FNV_PRIME, BITS_32 = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def file_names(page_ids: list[str]) -> dict[str, str]:
    """A file name for each page, without ending: its own where every file system takes it, else a digest.

    >>> list(file_names(["hebi-p03", "Hebi-p03", "a/../b"]).values())
    ['hebi-p03', 'page-9b80744b1a', 'page-b2f10bc2fc']
    """
    names: dict[str, str] = {}
    seen: set[str] = set()
    for page in page_ids:
        low = page.lower()
        plain = PLAIN.fullmatch(page) and low not in TAKEN and low not in seen
        names[page] = page if plain else "page-" + hashlib.sha1(page.encode("utf-8", "replace")).hexdigest()[:10]
        seen.add(names[page].lower())
    return names


def anchor(record: str, page: str) -> str:
    """A record's id inside the file of its page.

    >>> anchor("hebi-p03-a01-s002-r01", "hebi-p03")
    'a01-s002-r01'
    """
    return record.removeprefix(f"{page}-")


def shard(key: str, shards: int) -> int:
    """Which of `shards` files holds a key: FNV-1a over its code points, as `core.js` computes it too.

    >>> shard("per:c48548cedf", 7), shard("垃圾", 1)
    (2, 0)
    """
    value = FNV_START
    for letter in key:
        value = ((value ^ ord(letter)) * FNV_PRIME) & BITS_32
    return value % shards
