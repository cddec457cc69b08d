from __future__ import annotations

import pytest

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.find import find_districts
from pipeline.mentions.organisations.find import find_organisations
from pipeline.mentions.places.find import find_places
from pipeline.mentions.places.more import more_places
from pipeline.mentions.view import SentenceView
from tests.mentions.marked import cases, wrong


def all_places(view: SentenceView) -> list[Candidate]:
    areas = find_districts(view)
    places = find_places(view, areas)
    return [*places, *more_places(view, [*areas, *find_organisations(view, areas)], places)]


@pytest.mark.parametrize(("place", "marked"), cases("places_cases.txt"))
def test_place_case(place: str, marked: str) -> None:
    assert not wrong(all_places, "place", place, marked)
