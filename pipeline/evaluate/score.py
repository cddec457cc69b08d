"""Scores of a run against gold pages: counts first, figures last, every miss and false find listed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pipeline.evaluate.articles import count_articles
from pipeline.evaluate.events import count_events
from pipeline.evaluate.found import read_found
from pipeline.evaluate.gold import KINDS, read_gold
from pipeline.evaluate.mentions import count_mentions
from pipeline.evaluate.relations import Reference, count_relations
from pipeline.evaluate.tally import Tally
from pipeline.records import EventType, RelationType

MAIN = ("PER", "ORG", "DIS", "CAM")


@dataclass(slots=True)
class Scores:
    """Figures by name (`mentions`, `mentions.PER`, `role_accuracy` …), errors by kind, and pages that could not be scored."""

    figures: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)


def evaluate(gold: Path, texts: Path, records: Path) -> Scores:
    """Compare a run's folder with the annotated pages in `gold`, whose texts stand in `texts`.

    A true positive needs the same span and type (mentions, outermost ones), the same pair (relations), the same type and a
    trigger within 30 characters (events). Raises GoldError for a gold file that cannot be read.
    """
    found = read_found(records)
    tally = Tally()
    skipped = []
    for path in sorted(gold.glob("*.yaml")):
        text = texts / f"{path.stem}.txt"
        if not text.exists():
            skipped.append(f"{path.stem}: no text {text}")
            continue
        page = read_gold(path, text.read_text(encoding="utf-8"))
        skipped += [f"{path.name}: {problem}" for problem in page.problems]
        count_articles(page, found, tally)
        shared = count_mentions(page, found, tally)
        reference = Reference(page, found, shared)
        count_relations(page, found, reference, tally)
        count_events(page, found, reference, tally)
    return Scores(_figures(tally), dict(tally.errors), skipped)


def _figures(tally: Tally) -> dict[str, Any]:
    relations, events = sorted(get_args(RelationType)), sorted(get_args(EventType))
    out: dict[str, Any] = {
        "articles": tally.f1("art"),
        "headline_accuracy": tally.share("head"),
        "bylines": tally.f1("by"),
    }
    out["mentions"] = tally.f1("m_", MAIN)
    out |= {f"mentions.{t}": tally.f1("m_", (t,)) for t in KINDS.values()}
    out["entities_b3"] = tally.b_cubed()
    out["relations"] = tally.f1("r_", relations)
    out |= {f"relations.{t}": tally.f1("r_", (t,)) for t in relations}
    out["role_accuracy"] = tally.share("role")
    out["events"] = tally.f1("e_", events)
    out |= {f"events.{t}": tally.f1("e_", (t,)) for t in events}
    out["event_arguments"] = tally.f1("arg")
    out["event_time_accuracy"] = tally.share("time")
    return out
