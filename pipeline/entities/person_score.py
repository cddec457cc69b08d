"""How much speaks for two people of one name being one: named features, each with a weight and a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from pipeline.entities.gather import LAST, Person
from pipeline.lexicon.tables import read_table

SAME = 3.0  # from here up two are one
UNSURE = 1.0  # from here up a pair that stays two is worth a look
COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "东方",
    "夏侯",
    "端木",
    "长孙",
    "宇文",
    "轩辕",
    "南宫",
    "闻人",
    "澹台",
)


def score(a: Person, b: Person) -> tuple[float, tuple[str, ...]]:
    """The sum of the weights that hold for a pair, and the reasons in the order of the table.

    >>> a = Person("per:1", "王伟", "x"); b = Person("per:2", "王伟", "y")
    >>> a.counties["dis:410621"] += 1; b.counties["dis:410102"] += 1
    >>> score(a, b)
    (-4.0, ('-1 name of two characters', '-3 different counties, none shared'))
    """
    total, reasons = 0.0, []
    for name, weight, reason in _table():
        if FEATURES[name](a, b):
            total += weight
            reasons.append(f"{weight:+g} {reason}")
    return total, tuple(reasons)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, float, str], ...]:
    rows = read_table(Path(__file__).with_name("person_evidence.tsv"))
    return tuple((row["feature"], float(row["weight"]), row["reason"]) for row in rows)


def kind(person: Person) -> str:
    """What a person mostly is: journalist, official, resident, national or other."""
    return min(person.kinds, key=lambda k: (-person.kinds[k], k)) if person.kinds else "other"


def _kinds(a: Person, b: Person, *pair: str) -> bool:
    return kind(a) in pair and kind(b) in pair and kind(a) != kind(b)


def _both(a: Person, b: Person, *kinds: str) -> bool:
    return kind(a) in kinds and kind(b) in kinds


def _near_county(a: Person, b: Person) -> bool:
    if a.counties.keys() & b.counties.keys():
        return False
    return bool(a.counties.keys() & b.near.keys() or a.near.keys() & b.counties.keys() or a.near.keys() & b.near.keys())


def _other_county(a: Person, b: Person) -> bool:
    one, two = a.counties.keys() or a.near.keys(), b.counties.keys() or b.near.keys()
    return bool(one and two and not one & two) and "journalist" not in (kind(a), kind(b))


def _years(a: Person, b: Person) -> int:
    if not (a.last and b.last) or LAST in (a.first[0], b.first[0]):
        return 0
    return max(int(a.first[0][:4]) - int(b.last[:4]), int(b.first[0][:4]) - int(a.last[:4]))


FEATURES: dict[str, Callable[[Person, Person], bool]] = {
    "same_body": lambda a, b: bool(a.bodies.keys() & b.bodies.keys()),
    "same_paper": lambda a, b: (
        _both(a, b, "journalist") and bool(a.papers.keys() & b.papers.keys() or a.cities.keys() & b.cities.keys())
    ),
    "national_figure": lambda a, b: "national" in (kind(a), kind(b)) and _both(a, b, "national", "other"),
    "same_street": lambda a, b: bool(a.streets.keys() & b.streets.keys()),
    "same_county": lambda a, b: bool(a.counties.keys() & b.counties.keys()),
    "near_county": _near_county,
    "same_city": lambda a, b: bool(a.cities.keys() & b.cities.keys()),
    "city_officials": lambda a, b: (
        _both(a, b, "official") and bool(a.cities.keys() & b.cities.keys()) and not (a.counties or b.counties)
    ),
    "same_role": lambda a, b: bool(a.roles.keys() & b.roles.keys()) and not _both(a, b, "resident"),
    "common_name": lambda a, b: len(a.name) == 2,
    "rare_name": lambda a, b: a.name.startswith(COMPOUND),
    "other_street": lambda a, b: (
        _both(a, b, "resident") and not (a.streets.keys() & b.streets.keys() or a.bodies.keys() & b.bodies.keys())
    ),
    "other_county": _other_county,
    "other_city": lambda a, b: (
        bool(a.cities and b.cities) and not a.cities.keys() & b.cities.keys() and "national" not in (kind(a), kind(b))
    ),
    "journalist_or_not": lambda a, b: _kinds(a, b, "journalist", "official") or _kinds(a, b, "journalist", "resident"),
    "official_or_resident": lambda a, b: _kinds(a, b, "official", "resident"),
    "long_gap": lambda a, b: _years(a, b) > 10,
}
