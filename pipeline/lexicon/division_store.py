"""The archive of divisions: its members, read as (code, name) lines."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon.division_names import forms
from pipeline.records import Level

ARCHIVE = Path(__file__).parent / "data" / "divisions.zip"
ZONE_WORDS = (
    "开发区",
    "示范区",
    "实验区",
    "产业区",
    "园区",
    "集聚区",
    "经济区",
    "保税区",
    "管理区",
    "度假区",
    "高新区",
    "加工区",
    "试验区",
)


class Division(NamedTuple):
    """An area of the list: its code of 6, 9 or 12 digits, the name papers print, its level, and the name as listed."""

    code: str
    name: str
    level: Level
    listed: str


class Zone(NamedTuple):
    """A functional zone of a prefecture: its full name, its code in the list or nothing, and other printed forms."""

    name: str
    code: str
    aliases: tuple[str, ...]


class Archive:
    """Reads divisions.zip; a member is read only when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The prefectures, by their four digits, that have a member of streets and communities."""
        with zipfile.ZipFile(self.path) as archive:
            return tuple(sorted(n[:4] for n in archive.namelist() if n[:4].isdigit()))

    def lines(self, member: str) -> Iterator[tuple[str, str]]:
        """Codes and listed names of a member."""
        with zipfile.ZipFile(self.path) as archive:
            text = archive.read(member).decode("utf-8")
        for line in text.splitlines():
            code, _, name = line.partition("\t")
            yield code, name


def significant(code: str) -> str:
    """The digits of a code that areas inside it share; municipalities and provinces have two, prefectures four.

    >>> significant("410000"), significant("410600"), significant("410611"), significant("410611566")
    ('41', '4106', '410611', '410611566')
    """
    if len(code) != 6:
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def contains(outer: str, inner: str) -> bool:
    """Whether the area of one code lies in that of another, or is the same.

    >>> contains("410600", "410611566002"), contains("410611", "410602001"), contains("110000", "110102")
    (True, False, True)
    """
    return inner.startswith(significant(outer))


def read_division(code: str, listed: str, county: str = "", street: str = "") -> Division:
    """A line of the archive as an area, without the names of its county and street in front.

    >>> read_division("441625100213", "东源县仙塘镇坭坑村村民委员会", "东源县", "仙塘镇").name
    '坭坑村'
    """
    digits = len(significant(code))
    name = forms(listed, digits)[0] if digits > 6 else listed
    name = without_county(without_county(name, county), street)
    level: Level = {2: "province", 4: "city", 6: "county", 9: "street"}.get(digits, "community")  # type: ignore[assignment]
    return Division(code, name, "functional" if digits in (6, 9) and name.endswith(ZONE_WORDS) else level, listed)


def without_county(name: str, county: str) -> str:
    """A listed name without that of its county, or of its street, in front.

    >>> without_county("济源市沁园街道", "济源市"), without_county("城关镇", "城关区")
    ('沁园街道', '城关镇')
    """
    return name.removeprefix(county) if county and len(name) - len(county) >= 3 else name
