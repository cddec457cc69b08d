"""Which prefecture-level city a page speaks from, by the areas it names."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick

from pipeline.lexicon.division_store import ARCHIVE
from pipeline.lexicon.tables import read_table

if TYPE_CHECKING:
    from pipeline.lexicon.divisions import Divisions

STREET = re.compile("街道|镇|乡")
LONGEST = 7
"""Characters before the class word of a street or town."""
HAN = re.compile(r"[\u4e00-\u9fff]*")
FULL, BARE, PROVINCE = 3.0, 2.0, 1.0
SPREAD = 6
"""A name that more areas than this bear tells nothing about the place."""


def vote(text: str, divisions: Divisions) -> list[tuple[str, str, float]]:
    """Prefectures by the evidence of a text, best first: (name, code of six digits, score).

    A name counts by its class and, with repetition, logarithmically; a name that several prefectures know is shared out.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    found = _upper(text, divisions) + _streets(text, divisions)
    for name, weight, codes in found:
        share = weight * (1 + math.log2(text.count(name))) / len(codes) ** 2
        for code in codes:
            scores[code] += share
    provinces = {code[:2] for name, weight, codes in found for code in codes if weight == PROVINCE}
    for code in list(scores):
        if code.endswith("0000") and not _municipal(code):
            del scores[code]
        elif code[:2] in provinces:
            scores[code] += PROVINCE
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(d.name, code, round(score, 3)) for code, score in ranked if (d := divisions.get(code))]


def prefecture_of(code: str) -> str:
    """The code of the prefecture, municipality or directly governed county that an area lies in.

    >>> prefecture_of("410611566"), prefecture_of("110101"), prefecture_of("419001101"), prefecture_of("410000")
    ('410600', '110000', '419001', '410000')
    """
    if _municipal(code):
        return code[:2] + "0000"
    return code[:6] if code[2:4] == "90" else code[:4] + "00"


def _municipal(code: str) -> bool:
    return code[:2] in ("11", "12", "31", "50")


def _upper(text: str, divisions: Divisions) -> list[tuple[str, float, list[str]]]:
    ends: dict[int, tuple[int, str]] = {}
    for end, name in _matcher(divisions).iter(text):
        start = end - len(name) + 1
        if end not in ends or start < ends[end][0]:
            ends[end] = (start, name)
    outer, reached = set(), 0
    for _, end, name in sorted(
        ((start, end, name) for end, (start, name) in ends.items()), key=lambda s: (s[0], -s[1])
    ):
        if end > reached:
            outer.add(name)
            reached = end
    out = []
    for name in sorted(outer):
        areas = divisions.named(name)
        codes = sorted(
            {prefecture_of(d.code) for d in areas if d.level in ("city", "county", "functional", "province")}
        )
        full = any(name == d.name for d in areas)
        weight = (
            PROVINCE
            if all(d.level == "province" for d in areas) and not _municipal(codes[0])
            else FULL
            if full
            else BARE
        )
        if len(codes) <= SPREAD:
            out.append((name, weight, codes))
    return out


def _streets(text: str, divisions: Divisions) -> list[tuple[str, float, list[str]]]:
    known: dict[str, list[str]] = {}
    before = 0
    for match in STREET.finditer(text):
        for start in range(max(before, match.start() - LONGEST), match.start()):
            name = text[start : match.end()]
            if name not in known and (codes := divisions.streets_named(name)):
                known[name] = sorted({prefecture_of(c) for c in codes})
        before = match.start()
    return [(name, FULL, codes) for name, codes in sorted(known.items()) if len(codes) <= SPREAD]


@lru_cache(maxsize=2)
def _matcher(divisions: Divisions) -> ahocorasick.Automaton:
    ordinary = {row["name"] for row in read_table(ARCHIVE.parent / "ordinary_words.tsv")}
    matcher = ahocorasick.Automaton()
    for division in divisions.upper():
        full, *short = divisions.forms(division)
        bare = [
            s for s in short if s not in ordinary and (division.level != "county" or s[-1] in "区县旗" or len(s) > 2)
        ]
        for form in (full, *bare):
            matcher.add_word(form, form)
    matcher.make_automaton()
    return matcher
