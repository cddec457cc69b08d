"""The official divisions of China on five levels, read from the archive only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from pipeline.lexicon.division_names import forms
from pipeline.lexicon.division_store import (
    ARCHIVE,
    Archive,
    Division,
    Zone,
    contains,
    read_division,
    significant,
    without_county,
)
from pipeline.lexicon.division_vote import vote
from pipeline.lexicon.tables import read_table

__all__ = ["Division", "Divisions", "Zone", "contains", "significant"]


class Divisions:
    """The five levels by code, by name and by place.

    >>> china = Divisions()
    >>> [d.code for d in china.named("管城", within="410100")], china.get("410611566").name
    (['410104'], '天山路街道')
    >>> [d.name for d in china.above("410611566002")]
    ['天山路街道', '淇滨区', '鹤壁市', '河南省']
    """

    def __init__(self, archive: Path = ARCHIVE, more_zones: Sequence[Mapping[str, str]] = ()) -> None:
        self._archive = Archive(archive)
        self._more_zones = more_zones
        self._prefecture = lru_cache(maxsize=12)(self._read_prefecture)
        self._names = lru_cache(maxsize=48)(self._index)
        self._zones = lru_cache(maxsize=48)(self._zones_of)

    def get(self, code: str) -> Division | None:
        """The area of a code, or None."""
        if len(code) == 6:
            return self._upper.get(code)
        return self._prefecture(code[:4]).get(code)

    def above(self, code: str) -> list[Division]:
        """The areas that an area lies in, the nearest first."""
        codes = [code[:9], code[:6], code[:4] + "00", code[:2] + "0000"]
        return [d for c in dict.fromkeys(codes) if c != code and len(c) <= len(code) and (d := self.get(c))]

    def children(self, code: str) -> list[Division]:
        """The areas of the next level below, in order of code."""
        digits = len(significant(code))
        if digits in (6, 9):
            length = 9 if digits == 6 else 12
            return [d for d in self._prefecture(code[:4]).values() if len(d.code) == length and d.code.startswith(code)]
        inside = [d for d in self._upper.values() if d.code != code and contains(code, d.code)]
        if digits == 4:
            return inside or [d for d in self._prefecture(code[:4]).values() if len(d.code) == 9]
        lower = [d for d in inside if d.level == "city"]
        return lower + [d for d in inside if d.level != "city" and not any(contains(c.code, d.code) for c in lower)]

    def inside(self, code: str) -> Iterator[Division]:
        """The area and everything below it, communities too; only for a prefecture or less (or a municipality)."""
        yield from (d for d in self._upper.values() if contains(code, d.code))
        for member in self._members(code):
            yield from (d for d in self._prefecture(member).values() if contains(code, d.code))

    def upper(self) -> Sequence[Division]:
        """All provinces, prefectures and counties."""
        return list(self._upper.values())

    def named(self, name: str, *, within: str | None = None) -> list[Division]:
        """The areas that a full or short name can mean, inside an area, in order of code.

        Without `within`, provinces, prefectures, counties and streets of the whole country are looked through; with the code
        of a prefecture, county or street its communities too.
        """
        if within is None or (len(significant(within)) == 2 and not self._municipal(within)):
            found = [d for d in self._upper_names.get(name, ()) if within is None or contains(within, d.code)]
            streets = [c for c in self._street_names.get(name, ()) if within is None or contains(within, c)]
            return found + [d for c in streets if (d := self.get(c))]
        found = [d for d in self._upper_names.get(name, ()) if contains(within, d.code)]
        for member in self._members(within):
            index, rows = self._names(member), self._prefecture(member)
            found += [rows[c] for c in index.get(name, ()) if contains(within, c)]
        return found

    def forms(self, division: Division) -> tuple[str, ...]:
        """The forms of its name, the full one first, bare ones last."""
        digits = len(significant(division.code))
        found = forms(division.listed, digits)
        return found if found[0] == division.name else forms(division.name, digits)

    def neighbours(self, code: str) -> list[str]:
        """Codes of the other prefectures of the same province."""
        return [d.code for d in self._upper.values() if d.level == "city" and d.code[:2] == code[:2] and d.code != code]

    def upper_named(self, name: str) -> tuple[Division, ...]:
        """Provinces, prefectures and counties of the whole country that bear a full or short name."""
        return self._upper_names.get(name, ())

    def zones(self, prefecture: str) -> list[Zone]:
        """The functional zones of a prefecture: those of the official list, then those of functional_zones.tsv.

        >>> [z.name for z in Divisions().zones("410600")]
        ['鹤壁经济技术开发区', '鹤壁市城乡一体化示范区']
        """
        return list(self._zones(prefecture))

    def _zones_of(self, prefecture: str) -> list[Zone]:
        listed = [d for d in self.children(prefecture) if d.level == "functional"] if len(prefecture) == 6 else []
        rows = [row for row in self._zone_rows if row["prefecture"] == prefecture]
        aliases = {row["name"]: tuple(a for a in row["aliases"].split("|") if a) for row in rows}
        own = [Zone(d.name, d.code, aliases.get(d.name, ())) for d in listed]
        return own + [
            Zone(r["name"], r["county"], aliases[r["name"]]) for r in rows if r["name"] not in {z.name for z in own}
        ]

    def nickname(self, name: str, city: str | None) -> Division | None:
        """The page's own city by a by-name of it: 绿城 on a page from 郑州市."""
        return self.get(city) if city and (name, city) in self._nicknames else None

    @cached_property
    def _nicknames(self) -> frozenset[tuple[str, str]]:
        rows = read_table(self._archive.path.parent / "city_nicknames.tsv")
        return frozenset((row["name"], row["code"]) for row in rows)

    @cached_property
    def countries(self) -> dict[str, str]:
        """Countries as printed, with their usual name: 印尼 -> 印度尼西亚."""
        rows = read_table(self._archive.path.parent / "countries.tsv")
        return {form: r["name"] for r in rows for form in (r["name"], *r["aliases"].split("|")) if form}

    @cached_property
    def _zone_rows(self) -> list[Mapping[str, str]]:
        return [*read_table(self._archive.path.parent / "functional_zones.tsv"), *self._more_zones]

    def streets_named(self, name: str) -> tuple[str, ...]:
        """Codes of the streets, towns and townships of the whole country that bear a name."""
        return self._street_names.get(name, ())

    def vote_place(self, text: str) -> list[tuple[str, str, float]]:
        """The prefectures a text speaks of, best first, as (name, code, score); empty when it names no area.

        >>> Divisions().vote_place("本报讯 淇滨区天山路街道观景社区与山城区联合开展活动")[0][:2]
        ('鹤壁市', '410600')
        """
        return vote(text, self)

    def _municipal(self, code: str) -> bool:
        return code[:2] in ("11", "12", "31", "50")

    def _members(self, code: str) -> list[str]:
        digits = significant(code)
        if len(digits) >= 4:
            return [digits[:4]]
        return [m for m in self._archive.members if m.startswith(digits)]

    @cached_property
    def _upper(self) -> dict[str, Division]:
        return {code: read_division(code, name) for code, name in self._archive.lines("upper.tsv")}

    @cached_property
    def _upper_names(self) -> dict[str, tuple[Division, ...]]:
        index: dict[str, tuple[Division, ...]] = {}
        for division in self._upper.values():
            for form in self.forms(division):
                index[form] = (*index.get(form, ()), division)
        return index

    @cached_property
    def _street_names(self) -> dict[str, tuple[str, ...]]:
        index: dict[str, tuple[str, ...]] = {}
        for code, listed in self._archive.lines("streets.tsv"):
            county = self._upper.get(code[:6])
            name = without_county(listed, county.name if county else "")
            for form in forms(name, 9)[: 2 if name.endswith("街街道") else 1]:
                index[form] = (*index.get(form, ()), code)
        return index

    def _read_prefecture(self, member: str) -> dict[str, Division]:
        if member not in self._archive.members:
            return {}
        counties = {code: d.name for code, d in self._upper.items() if code[:4] == member}
        rows: dict[str, Division] = {}
        for code, name in sorted(self._archive.lines(f"{member}.tsv")):  # a street stands before its communities
            street = rows[code[:9]].name if len(code) == 12 and code[:9] in rows else ""
            rows[code] = read_division(code, name, counties.get(code[:6], ""), street)
        return rows

    def _index(self, member: str) -> dict[str, tuple[str, ...]]:
        index: dict[str, tuple[str, ...]] = {}
        for division in self._prefecture(member).values():
            for form in self.forms(division):
                index[form] = (*index.get(form, ()), division.code)
        return index
