"""What is known about names of bodies before a page is read: their last words, fields of work, and words that end them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Lexicon

LEANING = ("街道", "社区", "省", "市", "区", "县", "州", "旗", "镇", "乡", "村")
NARROW = {"街道", "社区", "村"}  # lean on an area that the page seldom has only one of


@dataclass(frozen=True)
class OrganisationWords:
    """The tables of `organisation_heads.tsv`, `organisation_words.tsv` and `organisations.tsv`, ready for look-up."""

    heads: dict[str, tuple[str, str]]
    lengths: dict[str, tuple[int, ...]]
    known: dict[str, str]
    known_lengths: dict[str, tuple[int, ...]]
    known_first: re.Pattern[str]
    generic: frozenset[str]
    barrier: frozenset[str]
    subject: frozenset[str]
    not_head: frozenset[str]
    traps: dict[str, tuple[str, ...]]
    """`not_head` by last character."""
    soft: frozenset[str]
    not_lean: tuple[str, ...]
    strong: re.Pattern[str]

    def head_before(self, text: str, end: int) -> str | None:
        """The longest head that ends at `end`, unless a longer word that is no head ends there (全部, 干部)."""
        for length in self.lengths.get(text[end - 1], ()):
            head = text[end - length : end]
            if len(head) == length and head in self.heads:
                trap = any(len(w) > length and text.endswith(w, 0, end) for w in self.traps.get(head[-1], ()))
                return None if trap else head
        return None


@lru_cache(maxsize=8)
def organisation_words(lexicon: Lexicon) -> OrganisationWords:
    """The tables of a lexicon, compiled once for each lexicon."""
    heads = {row["head"]: (row["kind"], row["needs"]) for row in lexicon.words("organisation_heads")}
    known = {row["name"]: row["kind"] for row in lexicon.words("organisations")}
    uses: dict[str, list[str]] = {}
    for row in lexicon.words("organisation_words"):
        uses.setdefault(row["use"], []).append(row["word"])
    return OrganisationWords(
        heads=heads,
        lengths=_lengths(heads, -1),
        known=known,
        known_lengths=_lengths(known, 0),
        known_first=re.compile(f"[{re.escape(''.join(sorted({name[0] for name in known})))}]"),
        generic=frozenset(uses["generic"]),
        barrier=frozenset(uses["barrier"]),
        subject=frozenset(uses["subject"]),
        not_head=frozenset(uses["not_head"]),
        traps={w[-1]: tuple(v for v in uses["not_head"] if v[-1] == w[-1]) for w in uses["not_head"]},
        soft=frozenset(uses["soft"]),
        not_lean=tuple(uses["not_lean"]),
        strong=re.compile("|".join(f"{w}(?![会国体党部处科委]|社(?!区)|工(?!作))" for w in uses["strong"])),
    )


def _lengths(names: dict[str, tuple[str, str]] | dict[str, str], at: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[at], set()).add(len(name))
    return {character: tuple(sorted(sizes, reverse=True)) for character, sizes in found.items()}
