"""Does a quotation name a campaign? A sum of named evidence, each a row of `campaign_evidence.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from pipeline.lexicon.tables import read_table
from pipeline.mentions.campaigns.quotes import Quotation

DATA = Path(__file__).resolve().parents[2] / "lexicon" / "data"
FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")  # some papers print half-width marks
ZONES = ("before", "after", "inside", "frame", "role")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing to look for, where, and how much it counts."""

    name: str
    says: str
    zone: str
    weight: float
    pattern: re.Pattern[str]
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A quotation with all evidence that was found for and against it, as (name, weight)."""

    quotation: Quotation
    evidence: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The sum of the weights; above zero the quotation is taken."""
        return sum(weight for _, weight in self.evidence)

    @property
    def score(self) -> float:
        """The sum as a number from 0 to 1 (logistic)."""
        return round(1 / (1 + exp(-self.total)), 3)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The evidence in words, heaviest first: `theme +6.0`."""
        return tuple(
            f"{name} {weight:+.1f}" for name, weight in sorted(self.evidence, key=lambda e: (-abs(e[1]), e[0]))
        )


@lru_cache(maxsize=2)
def _document(name: str = "campaign_evidence.toml") -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def load_evidence(name: str = "campaign_evidence.toml") -> tuple[Evidence, ...]:
    """The rows of an evidence table: `campaign_evidence.toml` or `policy_evidence.toml`.

    Raises ValueError, naming the row, for an unknown zone or a pattern that does not compile.
    """
    rows = []
    for row in _document(name)["evidence"]:
        if row["zone"] not in ZONES:
            raise ValueError(f"{name}: {row['name']}: zone {row['zone']!r} is none of {', '.join(ZONES)}")
        try:
            pattern = re.compile(row["pattern"], re.VERBOSE)
        except re.error as error:
            raise ValueError(f"{name}: {row['name']}: {error}") from None
        rows.append(
            Evidence(
                row["name"],
                row["says"],
                row["zone"],
                float(row["weight"]),
                pattern,
                tuple(row["hits"]),
                tuple(row["misses"]),
            )
        )
    return tuple(rows)


@lru_cache(maxsize=1)
def set_phrases() -> frozenset[str]:
    """The phrases of `set_phrases.tsv`, which name no campaign wherever they are quoted."""
    rows = read_table(DATA / "set_phrases.tsv")
    return frozenset(phrase for row in rows for phrase in row["phrase"].split("|"))


def boundaries() -> dict[str, Any]:
    """The section `boundaries` of the table: words that tell where a name ends, and common phrases that are no names."""
    section: dict[str, Any] = _document()["boundaries"]
    return section


def zones(text: str, quotation: Quotation, role: str) -> dict[str, str]:
    """What each zone of the evidence table looks at.

    >>> from pipeline.mentions.campaigns.quotes import find_quotations
    >>> text = "以“节水优先”为主题"
    >>> zones(text, find_quotations(text)[0], "body")["frame"]
    '以“”为主题'
    """
    text = text.translate(FULL_WIDTH)
    before, after = text[: quotation.row_start], text[quotation.row_end :]
    inside = text[quotation.start : quotation.end]
    return {"before": before, "after": after, "inside": inside, "frame": f"{before}“”{after}", "role": role}


def look(text: str, quotation: Quotation, role: str, evidence: tuple[Evidence, ...]) -> tuple[tuple[str, float], ...]:
    """Name and weight of each row of an evidence table that is found on a quotation."""
    looked = zones(text, quotation, role)
    return tuple((e.name, e.weight) for e in evidence if e.pattern.search(looked[e.zone]))


def weigh(text: str, quotation: Quotation, role: str = "body", taken: Set[str] = frozenset()) -> Weighed:
    """All evidence on one quotation; `taken` are words that were taken as campaigns elsewhere on the page.

    >>> from pipeline.mentions.campaigns.quotes import find_quotations
    >>> text = "该局启动“护苗”专项行动"
    >>> weigh(text, find_quotations(text)[0]).total > 0
    True
    """
    found = list(look(text, quotation, role, load_evidence()))
    inside = text[quotation.start : quotation.end]
    if inside in set_phrases():
        found.append(("set_phrase_inside", float(_document()["weights"]["set_phrase_inside"])))
    if inside in taken or any(part in taken for part in inside.split("、")):
        found.append(("taken_elsewhere", float(_document()["weights"]["taken_elsewhere"])))
    return Weighed(quotation, tuple(found))
