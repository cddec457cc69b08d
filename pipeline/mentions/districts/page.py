"""What a page as a whole says about its areas: its city, the prefectures it speaks of, the full names it prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.lexicon.divisions import Division, Divisions, contains
from pipeline.records import Level, Page

ALONE = ("开发区", "示范区", "高新区", "经开区", "新区", "实验区", "港区", "集聚区", "保税区")

CLASS_ONLY = frozenset(
    (*ALONE, "工业园区", "产业园区", "园区", "工业区", "城区", "郊区", "矿区", "中心社区", "农村社区")
)
"""Entries of the official list that are mere class words in running text."""


@dataclass(frozen=True)
class PageAreas:
    """The division list as one page sees it."""

    divisions: Divisions = field(repr=False)
    place_code: str | None
    prefectures: tuple[str, ...]
    text: str = field(repr=False)
    zones: tuple[tuple[str, str], ...]
    """Functional zones of the page's city: (name or alias, county code or empty)."""
    nicknames: frozenset[str]
    _levels: dict[str, Level | None] = field(default_factory=dict, repr=False, compare=False)

    def known(self, name: str) -> Division | None:
        """The area a printed name stands for, nearest first: in the page's prefectures, then in the whole country."""
        for prefecture in self.prefectures:
            for found in self.divisions.named(name, within=prefecture):
                if found.level != "community" or name in (found.name, found.listed):
                    return found
        return next(iter(self.divisions.upper_named(name)), None)

    def level(self, name: str) -> Level | None:
        """The level of a name that the list knows anywhere that concerns the page, or None."""
        if name not in self._levels:
            division = None if name in CLASS_ONLY else self.known(name)
            street = name not in CLASS_ONLY and bool(self.divisions.streets_named(name))
            self._levels[name] = division.level if division else "street" if street else None
        return self._levels[name]

    def near(self, division: Division) -> bool:
        """Whether an area lies in one of the page's prefectures."""
        return any(contains(p, division.code) for p in self.prefectures)

    def zone_alone(self, tail: str) -> bool:
        """Whether a bare 开发区 or 示范区 can only be one zone here: the page prints it in full, or the city has one."""
        return any(name != tail and name.endswith(tail) for name, _ in self.zones)


def page_areas(lexicon: Lexicon, page: Page, text: str) -> PageAreas:
    """What the page's text and place say; computed once a page."""
    code = page.place_code
    if code is None and page.place:
        code = next((d.code for d in lexicon.divisions.upper_named(page.place)), None)
    return _page_areas(lexicon, code, text)


@lru_cache(maxsize=2)
def _page_areas(lexicon: Lexicon, place_code: str | None, text: str) -> PageAreas:
    votes = lexicon.divisions.vote_place(text)
    best = votes[0][2] if votes else 0.0
    voted = [code for _, code, score in votes if score >= 4.0 and score * 6 >= best][:3]
    own = place_code or (voted[0] if voted else None)
    prefectures = tuple(dict.fromkeys([own, *voted] if own else voted))
    zones = [
        (form, z.code) for code in prefectures for z in lexicon.divisions.zones(code) for form in (z.name, *z.aliases)
    ]
    nicknames = frozenset(row["name"] for row in lexicon.words("city_nicknames") if row["code"] == own)
    return PageAreas(lexicon.divisions, own, prefectures, text, tuple(zones), nicknames)
