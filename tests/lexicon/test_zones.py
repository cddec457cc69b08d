from __future__ import annotations

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.lexicon.divisions import contains

LEXICON = load_lexicon()
CHINA = LEXICON.divisions
ROWS = LEXICON.words("functional_zones")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_zone_stands_under_the_prefecture_it_lies_in(row: dict[str, str]) -> None:
    holder = CHINA.get(row["prefecture"])
    assert holder is not None
    municipal = row["prefecture"][:2] in ("11", "12", "31", "50")
    assert holder.level == ("province" if municipal else "city") or row["prefecture"][2:4] == "90"
    if row["county"]:
        assert CHINA.get(row["county"]) is not None
        assert contains(row["prefecture"], row["county"])


def test_no_zone_stands_twice() -> None:
    assert len({row["name"] for row in ROWS}) == len(ROWS)


def test_checked_is_yes_or_empty_and_only_national_zones_are() -> None:
    assert {row["checked"] for row in ROWS} == {"yes", ""}
    assert {row["level"] for row in ROWS if row["checked"]} == {"国家级"}


@pytest.mark.parametrize(
    ("city", "name"),
    [("220200", "吉林经济技术开发区"), ("460400", "海南洋浦经济开发区"), ("441900", "东莞松山湖高新技术产业开发区"),
     ("320500", "常熟高新技术产业开发区"), ("371000", "威海火炬高技术产业开发区")],
)  # fmt: skip
def test_zones_of_a_city(city: str, name: str) -> None:
    assert name in {zone.name for zone in CHINA.zones(city)}
