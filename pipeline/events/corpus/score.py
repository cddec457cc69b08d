"""How much speaks for two reports telling of one happening: named features, each with a weight and a reason."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pipeline.events.corpus.numbers import compare
from pipeline.events.corpus.rows import AREA, WIDE, Areas, Row
from pipeline.lexicon.tables import read_table

SAME = 5.0  # from here up two reports are linked
ROUTINE = frozenset({"inspection", "visit", "publicity", "service", "remediation", "finance"})
CONTRADICTS = frozenset({"other_place", "other_agent", "other_count", "other_amount"})
TELLING = frozenset(
    {"shared_place", "shared_target", "shared_campaign", "shared_person", "same_count", "same_amount", "same_words"}
)
ENOUGH = 20  # characters; fewer can be the same by chance
SAID = 12  # of one person's speech on one day
NEARLY = 0.85


def score(a: Row, b: Row, areas: Areas) -> tuple[float, tuple[str, ...], bool]:
    """The sum of the weights that hold for a pair, the reasons in the order of the table, and whether something contradicts.

    What differs in type, polarity or modality, or has no day in common, contradicts. So do two statements unless the same
    speaker says the same.
    """
    if a.type != b.type or a.stance != b.stance or not a.days.meets(b.days):
        return 0.0, (), True
    found = features(a, b, areas)
    if a.type == "statement" and not {"same_words", "shared_agent"} <= found:
        return 0.0, (), True
    held = [row for row in _table() if row[0] in found]
    reasons = tuple(f"{weight:+g} {reason}" for _, weight, reason in held)
    return sum(weight for _, weight, _ in held), reasons, bool(found & CONTRADICTS)


def features(a: Row, b: Row, areas: Areas) -> set[str]:
    """Names of the features that hold for a pair."""
    found = {"month_only" if not (a.days.exact and b.days.exact) else "same_days" if a.days == b.days else "some_days"}
    found |= _agents(a, b, areas) | _others(a, b, areas) | _words(a, b)
    for name, verdict in (("count", compare(a.count, b.count)), ("amount", compare(a.amount, b.amount))):
        if verdict is not None:
            found.add(f"same_{name}" if verdict else f"other_{name}")
    if a.type in ROUTINE and not found & TELLING:
        found.add("routine")
    return found


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, float, str], ...]:
    rows = read_table(Path(__file__).with_name("evidence.tsv"))
    return tuple((row["feature"], float(row["weight"]), row["reason"]) for row in rows)


def _agents(a: Row, b: Row, areas: Areas) -> set[str]:
    mine, theirs = a.roles.get("agent", frozenset()), b.roles.get("agent", frozenset())
    shared = mine & theirs
    if any(areas.levels.get(i) not in AREA | WIDE for i in shared):
        return {"shared_agent"}
    if shared:
        return {"shared_agent_area"}
    if (mine & b.everything()) | (theirs & a.everything()):
        return {"other_role"}
    if any(areas.related(i, j) and not {areas.levels.get(i), areas.levels.get(j)} & WIDE for i in mine for j in theirs):
        return {"related_agent"}
    return {"other_agent"} if mine and theirs else set()


def _others(a: Row, b: Row, areas: Areas) -> set[str]:
    found = set()
    taking_part = a.roles.get("participant", frozenset()) & b.roles.get("participant", frozenset())
    if taking_part:
        found.add("shared_person" if any(i.startswith("per:") for i in taking_part) else "shared_partner")
    for role in ("target", "place", "campaign"):
        mine, theirs = a.roles.get(role, frozenset()), b.roles.get(role, frozenset())
        shared = mine & theirs
        if shared:
            wide = role == "place" and all(areas.levels.get(i) in AREA | WIDE for i in shared)
            found.add(f"shared_{role}_area" if wide else f"shared_{role}")
        elif mine and theirs and not any(areas.related(i, j) for i in mine for j in theirs):
            found.add(f"other_{role}")
    return found


def _words(a: Row, b: Row) -> set[str]:
    found = set()
    short, long = sorted((a.trigger, b.trigger), key=len)
    if len(short) >= 3 and long.endswith(short):
        found.add("same_trigger")
    if a.rule != b.rule:
        found.add("other_kind")
    if a.topic.strip("|") and b.topic.strip("|"):
        mine, theirs = pairs(a.topic), pairs(b.topic)
        if mine and theirs and (mine <= theirs or theirs <= mine or _dice(mine, theirs) >= 0.75):
            found.add("topic_agrees")
        elif not (set(a.topic) & set(b.topic)) - {"|"}:
            found.add("topic_differs")
    if _same_words(a, b):
        found.add("same_words")
    return found


def _same_words(a: Row, b: Row) -> bool:
    """Whether one sentence is the other, or most of it; a word put in another's place (another market) makes it another."""
    short, long = sorted((a.words, b.words), key=len)
    if len(short) < (SAID if a.type == "statement" else ENOUGH) or len(short) < 0.7 * len(long):
        return False
    # what a speaker says is the same with a word changed; a deed is not
    return short in long or (a.type == "statement" and _dice(pairs(short), pairs(long)) >= NEARLY)


def pairs(text: str) -> set[str]:
    """Neighbouring characters, two by two.

    >>> sorted(pairs("防汛|检查"))
    ['检查', '防汛']
    """
    return {part[i : i + 2] for part in text.split("|") for i in range(len(part) - 1)}


def _dice(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0
