"""Names inside longer names that name nothing of their own there: 淇滨 in 淇滨区, 人大 in the quoted name of a campaign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.overlap import covers

QUOTES = re.compile(r"[“『][^“”『』]*[”』]")
WHOLE = re.compile(
    r"(?:省|市|县|区|旗|镇|乡|街道|村|自治州|苏木|嘎查|办事处|[苑园院庭湾里])$"
)  # an area's name in full
UPPER = frozenset(("country", "province", "city", "county"))
NEW_AREA = "新区"
# source: the kinds of functional zones in the official list of development zones
ZONE = re.compile("(?:开发|示范|新|高新|经开|产业|集聚|试验|实验|合作|保税|度假|管理|先导|[园港])区$")


def without_idle(text: str, pairs: Sequence[tuple[Candidate, bool]], lexicon: Lexicon) -> list[tuple[Candidate, bool]]:
    """The settled names of a sentence without those nested ones that are no naming.

    An area inside an area goes: its own short form (淇滨 in 淇滨区), a piece of its name (东区 in 河东区) or the name behind it
    (淮南 in 淮南社区); only the area that a zone belongs to stays (绵阳 in 绵阳高新区). Inside the quoted name of a campaign bare
    short forms go (人大, 鹤城), names in full stay. Areas inside bodies and places are left alone.
    """
    names = [one for one, _ in pairs]
    areas = [one for one in names if one.type == "district"]
    quoted = _quoted(text, [one for one in names if one.type == "campaign"])
    bare = _bare_bodies(lexicon)
    return [
        (one, outer) for one, outer in pairs
        if outer or not (
            (one.type == "district" and any(covers(area, one) and not _has_zone(text, one, area) for area in areas))
            or (any(a <= one.start and one.end <= b for a, b in quoted) and _short(text[one.start : one.end], one, bare))
        )
    ]  # fmt: skip


def _has_zone(text: str, area: Candidate, zone: Candidate) -> bool:
    """绵阳|高新区, 浚县|产业集聚区: the zone is called after the area that it lies in; 浦东新区 is the area itself."""
    rest = text[area.end : zone.end]
    return (
        (zone.kind == "functional" or bool(ZONE.search(rest)))
        and area.kind in UPPER
        and area.start == zone.start
        and (rest != NEW_AREA or area.kind == "city")
    )


def _quoted(text: str, campaigns: Sequence[Candidate]) -> list[tuple[int, int]]:
    """The parts of campaigns' names that stand in quotes; not of campaigns that only occur in somebody's speech."""
    out = []
    for hit in QUOTES.finditer(text):
        begin, end = hit.start() + 1, hit.end() - 1
        for one in campaigns:
            if one.start <= begin and end <= one.end:
                out.append((begin, end))
            elif begin <= one.start and one.end <= end and (begin == one.start or end == one.end):
                out.append((one.start, one.end))
    return out


def _short(name: str, one: Candidate, bare: frozenset[str]) -> bool:
    if one.type == "district":
        return not WHOLE.search(name)
    return one.type == "organisation" and name.rpartition("·")[2] in bare


@lru_cache(maxsize=8)
def _bare_bodies(lexicon: Lexicon) -> frozenset[str]:
    heads = {row["head"] for row in lexicon.words("organisation_heads")}
    return frozenset(heads | {row["short"] for row in lexicon.words("banks") if row["short"]})
