"""Who is who over a whole run: page after page under one id, the user's own decisions last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Entity


@dataclass(frozen=True, slots=True)
class Resolution:
    """The run's entities in order of id, and for each page-level id the id that stands for it now."""

    entities: list[Entity]
    links: dict[str, str]


def resolve_corpus(pages: Mapping[str, Sequence[Entity]], *, merges: Path | None = None) -> Resolution:
    """Bring the entities of all pages together; the order of the pages does not matter."""
    groups: dict[str, list[Entity]] = {}
    for page in sorted(pages):
        for entity in pages[page]:
            groups.setdefault(entity.entity_id, []).append(entity)
    entities = [_united(group) for _, group in sorted(groups.items())]
    return Resolution(entities, {})


def _united(group: Sequence[Entity]) -> Entity:
    """One entity out of those of several pages: the commonest name, all forms, the first known value of the rest."""
    name = _commonest(entity.name for entity in group)
    forms = sorted({form for entity in group for form in (entity.name, *entity.aliases)} - {name})
    known = {
        field: next((value for entity in group if (value := getattr(entity, field)) is not None), None)
        for field in ("level", "code", "parent", "kind", "district", "honorific", "decided_by")
    }
    resident = all(entity.resident for entity in group)
    return group[0].model_copy(update={"name": name, "aliases": tuple(forms), "resident": resident, **known})


def _commonest(names: Iterable[str]) -> str:
    count = Counter(names)
    return min(count, key=lambda name: (-count[name], -len(name), name))
