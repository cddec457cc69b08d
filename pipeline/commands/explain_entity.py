"""`wangge explain --entity ID`: every naming of a thing, its aliases, its printed lines, and why all that is one thing."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.recordfiles import RecordsError, read_records
from pipeline.records import Decision, Entity, Mention, Relation, Sentence


def run(wanted: str, records: Path) -> int:
    """Print what a run knows of an entity, by id, former id, label or name; 2 when there is none."""
    console, errors = Console(), Console(stderr=True)
    try:
        entities = {e.entity_id: e for e in read_records(records, "entities", Entity)}
        decisions = list(read_records(records, "resolution", Decision))
        found = find(wanted, entities, decisions)
        if len(found) != 1:
            _say_none(wanted, found, records, errors)
            return 2
        _print(found[0], entities, decisions, records, console)
    except RecordsError as error:
        errors.print(f"[red]cannot be read[/red] {error}", highlight=False)
        return 2
    return 0


def find(wanted: str, entities: dict[str, Entity], decisions: list[Decision]) -> list[Entity]:
    """The entities that an id, an id that was merged away, a label, a name or an alias can mean."""
    if wanted in entities:
        return [entities[wanted]]
    merged = [entities[d.left] for d in decisions if d.same and d.right == wanted and d.left in entities]
    for hits in (
        merged[:1],
        [e for e in entities.values() if wanted == e.label],
        [e for e in entities.values() if wanted == e.name],
        [e for e in entities.values() if wanted in e.aliases],
    ):
        if hits:
            return hits
    return []


def _say_none(wanted: str, found: list[Entity], records: Path, errors: Console) -> None:
    if not found:
        errors.print(f"[red]not found[/red] {records}: nothing here has the id or name {wanted}", highlight=False)
    for entity in found:
        errors.print(f"[yellow]several[/yellow] {entity.entity_id} {entity.label or entity.name}", highlight=False)


def _print(
    entity: Entity, entities: dict[str, Entity], decisions: list[Decision], records: Path, console: Console
) -> None:
    console.print(Text(f"{entity.label or entity.name}", style="bold") + Text(f"  {entity.type}  {entity.entity_id}"))
    area = entities.get(entity.parent or entity.district or "")
    for what, value in (
        ("canonical name", entity.name), ("aliases", "、".join(entity.aliases)), ("code", entity.code), ("level", entity.level),
        ("kind", entity.kind), ("area", area.name if area else None), ("decided by", entity.decided_by),
    ):  # fmt: skip
        if value:
            console.print(f"{what}: ", Text(value), highlight=False)
    own = [d for d in decisions if entity.entity_id in (d.left, d.right)]
    for decision in own:
        verdict = "one with" if decision.same else "kept apart from"
        other = decision.right if decision.left == entity.entity_id else decision.left
        console.print(Text(f"{verdict} {other} ({decision.by}, {decision.score:g}): {'; '.join(decision.reasons)}"))
    texts = {s.sentence_id: s.text for s in read_records(records, "sentences", Sentence)}
    table = Table("page", "offsets", "printed", "found by", "line", title="Namings", title_justify="left")
    for name in ("mentions", "references"):
        for m in read_records(records, name, Mention):
            if m.entity_id == entity.entity_id:
                mark = f"{m.text} (points at)" if m.anaphor else m.text
                table.add_row(
                    Text(m.page_id), f"{m.start}-{m.end}", Text(mark), m.found_by, Text(texts.get(m.sentence_id, ""))
                )
    console.print(table)
    _relations(entity, entities, records, console)


def _relations(entity: Entity, entities: dict[str, Entity], records: Path, console: Console) -> None:
    table = Table("head", "relation", "tail", "role", "rule", "quote", title="Relations", title_justify="left")
    for r in read_records(records, "relations", Relation):
        if entity.entity_id in (r.head, r.tail):
            ends = [Text(entities[x].label or entities[x].name if x in entities else x) for x in (r.head, r.tail)]
            table.add_row(ends[0], r.type, ends[1], Text(r.role or ""), r.rule, Text(r.quote))
    console.print(table)
