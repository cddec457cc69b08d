from __future__ import annotations

import pytest

from pipeline.mentions.places import find_places
from tests.mentions.marked import cases, wrong


@pytest.mark.parametrize(("place", "marked"), cases("places_cases.txt"))
def test_place_case(place: str, marked: str) -> None:
    assert not wrong(find_places, "place", place, marked)
