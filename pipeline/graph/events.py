"""Events as nodes, tied to who stands in them, to their article, and to the first report of the same happening."""

from __future__ import annotations

from pathlib import Path

from networkx import MultiDiGraph

from pipeline import ids
from pipeline.config import GraphConfig
from pipeline.graph.dates import first_day, last_day, precision
from pipeline.graph.evidence import add_edge, kept
from pipeline.graph.finish import joined
from pipeline.happenings import happening_of
from pipeline.recordfiles import read_records
from pipeline.records import Event


def add_events(graph: MultiDiGraph[str], folder: Path, config: GraphConfig) -> None:
    """A node per report; with `config.happenings` the reports of one happening bear its id and point at the first of them.

    The happening bears the id of its first report also where that report itself is left out (unlikely, not sure enough).
    """
    links: dict[str, str] = {}
    again: list[Event] = []
    events: dict[str, str] = {}
    for event in read_records(folder, "events", Event):
        if event.same_as:
            links[event.event_id] = event.same_as
        if kept(event, config):
            events[_add_event(graph, event)] = event.event_id
            again += [event] if event.same_as else []
    if config.happenings:
        for node, name in events.items():
            graph.nodes[node]["happening"] = happening_of(name, links)
        for event in again:
            _add_same_as(graph, event)


def _add_event(graph: MultiDiGraph[str], event: Event) -> str:
    node, article = ids.node_id("ev", event.event_id), ids.node_id("art", event.article_id)
    graph.add_node(
        node, label=event.trigger.text, name_full=event.quote, node_type="event", subtype=event.type, date=event.time,
        first_date=first_day(event.time), last_date=last_day(event.time), date_precision=precision(event.time),
        count=event.count, amount=event.amount, polarity=event.polarity, modality=event.modality, page=event.page_id,
        article=event.article_id, quote=event.quote, rule=event.rule, confidence=event.confidence,
    )  # fmt: skip
    for argument in event.arguments:
        add_edge(graph, node, argument.entity_id, argument.role, event, event.event_id, event.time)
    add_edge(graph, node, article, "reported_in", event, event.event_id, event.time)
    return node


def _add_same_as(graph: MultiDiGraph[str], event: Event) -> None:
    """From a later report to the first, with what speaks for it; the evidence are both, the line is the later one's."""
    if event.same_as and event.same_as != event.event_id:
        head, tail = ids.node_id("ev", event.event_id), ids.node_id("ev", event.same_as)
        both = joined([event.event_id, event.same_as])
        add_edge(
            graph, head, tail, "same_as", event, event.event_id, event.time,
            evidence=both, rule="same_as", reasons=joined(event.same_reasons),
        )  # fmt: skip
