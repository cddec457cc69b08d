"""The user's own decisions on who is who: `merges.tsv`, read anew for every run, stronger than any rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.entities.gather import Gathered, Person
from pipeline.lexicon.tables import read_table

VERDICTS = ("same", "different", "name")
WITH_AREA = re.compile(r"^(?P<name>[^（(]+)[（(](?P<where>[^）)]+)[）)]$")
WITH_PAGE = re.compile(r"^(?P<id>[a-z]{3}:[0-9a-f]+)@(?P<page>.+)$")


class MergesError(ValueError):
    """A table of decisions that cannot be used; the message names file, line and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table."""

    verdict: str
    left: str
    right: str
    reason: str
    who: str

    @property
    def says(self) -> str:
        """Who decided and why, as reasons are printed."""
        return ", ".join(x for x in (self.reason, self.who) if x) or "no reason given"

    @property
    def text(self) -> str:
        """The line as the user wrote it."""
        return f"{self.verdict} {self.left} {self.right}"


@dataclass(slots=True)
class Orders:
    """What the lines come to for a gathered corpus."""

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    different: dict[tuple[str, str], str] = field(default_factory=dict)
    things: list[tuple[str, str, Line]] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    names: list[tuple[str, str, Line]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


def read_merges(path: Path | None) -> list[Line]:
    """The lines of a table `verdict left right reason who`; a missing file has none.

    Raises MergesError for an unknown verdict, a missing cell or a file that is no table.
    """
    if path is None or not path.is_file():
        return []
    try:
        rows = read_table(path)
    except (ValueError, OSError) as error:
        raise MergesError(f"{path}: {error}") from None
    lines = []
    for number, row in enumerate(rows, 1):
        line = Line(*(row.get(key, "") for key in ("verdict", "left", "right", "reason", "who")))
        if line.verdict not in VERDICTS:
            raise MergesError(f"{path}, row {number}: verdict {line.verdict!r}; write one of {', '.join(VERDICTS)}")
        if not line.left or not line.right:
            raise MergesError(f"{path}, row {number}: {line.verdict} needs a left and a right")
        lines.append(line)
    return lines


def splits_of(lines: Iterable[Line]) -> frozenset[tuple[str, str]]:
    """The (id, page) that `different` lines take out of a person: `per:12ab@page-7`."""
    found = (WITH_PAGE.match(side) for line in lines if line.verdict == "different" for side in (line.left, line.right))
    return frozenset((m["id"], m["page"]) for m in found if m)


def orders(lines: Iterable[Line], known: Gathered) -> Orders:
    """Find what each line speaks of; lines that speak of nothing, or of too much, come back as `stale`."""
    out = Orders()
    index = _Names(known)
    for line in lines:
        left, right = index.find(line.left), index.find(line.right) if line.verdict != "name" else []
        missing = [
            side for side, hits in ((line.left, left), (line.right, right or line.verdict == "name")) if not hits
        ]
        if missing:
            out.stale.append(f"{line.text}: nothing in this run is called {'、'.join(missing)}")
        elif line.verdict == "name":
            out.names += [(one, line.right, line) for one in left]
        elif left == right:
            out.stale.append(f"{line.text}: both sides are {left[0]}")
        else:
            _pairs(line, left, right, known, out)
    return out


def _pairs(line: Line, left: list[str], right: list[str], known: Gathered, out: Orders) -> None:
    people = [known.people.keys() >= set(side) for side in (left, right)]
    if any(people) and not all(people):
        out.stale.append(f"{line.text}: one side is a person, the other is none")
    elif all(people):
        table = out.same if line.verdict == "same" else out.different
        if line.verdict == "same" and (len(left) > 1 or len(right) > 1) and not _one_setting(left, right, known.people):
            out.stale.append(f"{line.text}: several people bear this name; write an id or the name with its area")
            return
        table |= {(min(a, b), max(a, b)): line.says for a in left for b in right if a != b}
    elif len(left) > 1 or len(right) > 1:
        out.stale.append(f"{line.text}: several things bear this name; write an id")
    elif line.verdict == "same":
        out.things.append((left[0], right[0], line))
    else:
        out.apart.append((left[0], right[0]))


def _one_setting(left: list[str], right: list[str], people: Mapping[str, Person]) -> bool:
    """Several ids of one name are meant together only when an area was written with the name."""
    return all(len(side) == 1 or len({people[p].name for p in side}) == 1 for side in (left, right)) and left != right


class _Names:
    """Ids by id, name, alias, and name with area."""

    def __init__(self, known: Gathered) -> None:
        self.known = known
        self.by_name: dict[str, dict[str, None]] = {}
        for entity_id, thing in sorted(known.things.items()):
            for form in sorted(thing.names):
                self.by_name.setdefault(form, {})[entity_id] = None
        for entity_id, person in sorted(known.people.items()):
            self.by_name.setdefault(person.name, {})[entity_id] = None

    def find(self, ref: str) -> list[str]:
        """The ids that an id, `id@page`, a name or a name with its area in brackets means."""
        page = WITH_PAGE.match(ref)
        if page:
            wanted = f"hand:{page['page']}"
            name = self.known.people[page["id"]].name if page["id"] in self.known.people else None
            return [p.entity_id for p in self.known.people.values() if p.home == wanted and name in (None, p.name)]
        if ref in self.known.things or ref in self.known.people:
            return [ref]
        if ref in self.by_name:
            return list(self.by_name[ref])
        named = WITH_AREA.match(ref)
        return [i for i in self.by_name.get(named["name"], ()) if self._belongs(i, named["where"])] if named else []

    def _belongs(self, entity_id: str, where: str) -> bool:
        person = self.known.people.get(entity_id)
        if person is None:
            return False
        places = [*person.bodies, *person.streets, *person.counties, *person.near, *person.cities]
        names = [n for p in places if p in self.known.things for n in self.known.things[p].names]
        return where in (*names, *person.papers)
