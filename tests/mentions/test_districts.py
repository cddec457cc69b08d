from __future__ import annotations

import pytest

from pipeline.mentions.districts.find import find_districts
from tests.mentions.marked import cases, wrong


@pytest.mark.parametrize(
    ("place", "marked"), [*cases("districts_cases.txt"), *cases("districts_more.txt"), *cases("districts_third.txt")]
)
def test_district_case(place: str, marked: str) -> None:
    assert not wrong(find_districts, "district", place, marked)
