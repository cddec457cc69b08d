"""The knowledge graph of a run: things, articles and events as nodes; one edge per head, relation and tail."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from pipeline import ids
from pipeline.config import GraphConfig
from pipeline.graph.clean import clean_text, clean_value
from pipeline.graph.dates import first_day, last_day
from pipeline.graph.fields import COLOURS, EDGE_FIELDS, NODE_FIELDS, RELATION_NAMES, SEPARATOR, Scalar
from pipeline.recordfiles import read_records
from pipeline.records import Article, Entity, Event, Mention, Page, Relation, Sentence

Graph = nx.MultiDiGraph


def build_graph(folder: Path, config: GraphConfig) -> Graph[str]:
    """Build the graph of the records in a run's folder; node and edge attributes are those of `graph.fields`.

    Every endpoint is a declared node, every value has its column's type, unknown values are left out.
    """
    graph: Graph[str] = Graph()
    context = _Context(folder)
    hidden = {kind for kind, shown in (("place", config.places), ("policy", config.policies)) if not shown}
    for entity in read_records(folder, "entities", Entity):
        if entity.type not in hidden:
            graph.add_node(entity.entity_id, **_entity_node(entity, context))
    if config.articles:
        _add_articles(graph, folder, context)
    for mention in read_records(folder, "mentions", Mention):
        _count_mention(graph, mention, context, articles=config.articles)
    for relation in read_records(folder, "relations", Relation):
        if _kept(relation, config) and relation.head in graph and relation.tail in graph:
            evidence = _Evidence(relation, relation.relation_id, relation.as_of or context.date(relation.article_id))
            _add_edge(
                graph, relation.head, relation.tail, relation.type, evidence, role=relation.role, status=relation.status
            )
    if config.events:
        _add_events(graph, folder, config, context)
    _finish(graph)
    return graph


class _Context:
    """What nodes borrow from elsewhere: dates of pages, printed lines of sentences, names of areas."""

    def __init__(self, folder: Path) -> None:
        self.pages = {page.page_id: page for page in read_records(folder, "pages", Page)}
        self.articles = {a.article_id: a.page_id for a in read_records(folder, "articles", Article)}
        self.lines = {s.sentence_id: s.text for s in read_records(folder, "sentences", Sentence)}
        self.names = {e.entity_id: e.name for e in read_records(folder, "entities", Entity)}

    def date(self, article_id: str) -> str | None:
        """Date of the issue an article stands in."""
        page = self.pages.get(self.articles.get(article_id, ""))
        return page.date if page else None


class _Evidence:
    """Where an edge is printed, which rule found it, and when it holds."""

    def __init__(self, record: Relation | Event, name: str, date: str | None) -> None:
        self.record, self.name, self.date = record, name, date


def _entity_node(entity: Entity, context: _Context) -> dict[str, Any]:
    return {
        "label": entity.name, "name_full": entity.name, "node_type": entity.type, "subtype": entity.level or entity.kind,
        "code": entity.code, "district": context.names.get(entity.parent or entity.district or ""),
        "aliases": _joined(entity.aliases), "mentions": 0, "decided_by": entity.decided_by, "_articles": set(),
    }  # fmt: skip


def _add_articles(graph: Graph[str], folder: Path, context: _Context) -> None:
    for article in read_records(folder, "articles", Article):
        page = context.pages.get(article.page_id)
        graph.add_node(
            ids.node_id("art", article.article_id), label=article.headline or article.article_id, node_type="article",
            name_full=article.headline, page=article.page_id, article=article.article_id,
            newspaper=page.newspaper if page else None, date=page.date if page else None,
            first_date=first_day(page.date) if page else None, last_date=last_day(page.date) if page else None,
        )  # fmt: skip


def _count_mention(graph: Graph[str], mention: Mention, context: _Context, *, articles: bool) -> None:
    entity = mention.entity_id
    if entity is None or entity not in graph:
        return
    node, line = graph.nodes[entity], context.lines.get(mention.sentence_id)
    node["mentions"] += 1
    node["_articles"].add(mention.article_id)
    node.setdefault("page", mention.page_id)
    node.setdefault("article", mention.article_id)
    node.setdefault("quote", line)
    _widen(node, context.date(mention.article_id))
    if articles:
        source = ids.node_id("art", mention.article_id)
        key = "mentions"
        if not graph.has_edge(source, entity, key):
            graph.add_edge(
                source, entity, key, relation=key, weight=0.0, symmetric=False, page=mention.page_id,
                article=mention.article_id, quote=line, rule=mention.found_by, confidence=mention.confidence,
            )  # fmt: skip
        graph.edges[source, entity, key]["weight"] += 1.0


def _add_events(graph: Graph[str], folder: Path, config: GraphConfig, context: _Context) -> None:
    for event in read_records(folder, "events", Event):
        if not _kept(event, config):
            continue
        node = ids.node_id("ev", event.event_id)
        graph.add_node(
            node, label=f"{event.trigger.text}", name_full=event.quote, node_type="event", subtype=event.type, date=event.time,
            first_date=first_day(event.time), last_date=last_day(event.time), count=event.count, amount=event.amount,
            polarity=event.polarity, modality=event.modality, page=event.page_id, article=event.article_id,
            quote=event.quote, rule=event.rule, confidence=event.confidence,
        )  # fmt: skip
        evidence = _Evidence(event, event.event_id, event.time)
        for argument in event.arguments:
            if argument.entity_id in graph:
                _add_edge(graph, node, argument.entity_id, argument.role, evidence)
        if config.articles and ids.node_id("art", event.article_id) in graph:
            _add_edge(graph, node, ids.node_id("art", event.article_id), "reported_in", evidence)


def _kept(record: Relation | Event, config: GraphConfig) -> bool:
    likely = record.polarity == "positive" and record.modality == "actual"
    return (likely or config.unlikely) and record.confidence >= config.min_confidence


def _add_edge(graph: Graph[str], head: str, tail: str, relation: str, evidence: _Evidence, **roles: str | None) -> None:
    record = evidence.record
    if not graph.has_edge(head, tail, relation):
        graph.add_edge(
            head, tail, relation, relation=relation, weight=0.0, symmetric=relation == "cooperates_with",
            page=record.page_id, article=record.article_id, quote=record.quote, polarity=record.polarity,
            modality=record.modality, confidence=record.confidence, _lists={},
        )  # fmt: skip
    edge = graph.edges[head, tail, relation]
    edge["weight"] += 1.0
    edge["confidence"] = max(edge["confidence"], record.confidence)
    _widen(edge, evidence.date)
    for name, value in ({"evidence": evidence.name, "rule": record.rule} | roles).items():
        if value:
            edge["_lists"].setdefault(name, {})[value] = None


def _widen(attributes: dict[str, Any], edtf: str | None) -> None:
    """Let first and last date take in one more date."""
    first, last = first_day(edtf), last_day(edtf)
    if first and last:
        attributes["first_date"] = min(first, attributes.get("first_date") or first)
        attributes["last_date"] = max(last, attributes.get("last_date") or last)


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(clean_text(value).replace(SEPARATOR, "/") for value in values)


def _finish(graph: Graph[str]) -> None:
    """Cast every value to its column, drop the unknown ones, give edges their ids and nodes their looks."""
    for _, node in graph.nodes(data=True):
        node["articles"] = len(node.pop("_articles")) if "_articles" in node else None
        node["r"], node["g"], node["b"] = COLOURS[node["node_type"]]
    degrees = dict(graph.degree())
    for name, node in graph.nodes(data=True):
        node["size"] = round(4 + 4 * degrees[name] ** 0.5, 2)
        _replace(node, {key: clean_value(node.get(key), field) for key, field in NODE_FIELDS.items()})
    _tell_homonyms_apart(graph)
    for head, tail, relation, edge in graph.edges(keys=True, data=True):
        edge |= {key: _joined(values) for key, values in edge.get("_lists", {}).items()}
        edge["label"] = RELATION_NAMES[relation]
        cast = {key: clean_value(edge.get(key), field) for key, field in EDGE_FIELDS.items()}
        _replace(edge, {"id": ids.edge_id(head, relation, tail)} | cast)


def _replace(attributes: dict[str, Any], fresh: dict[str, Scalar | None]) -> None:
    attributes.clear()
    attributes.update({key: value for key, value in fresh.items() if value is not None})


def _tell_homonyms_apart(graph: Graph[str]) -> None:
    """Two nodes of one label get their area behind the name: 王伟（浚县）, 王伟（中原区）."""
    by_label: dict[tuple[str, str], list[str]] = {}
    for name, node in graph.nodes(data=True):
        if node["node_type"] not in ("article", "event"):
            by_label.setdefault((node["node_type"], node.get("label", name)), []).append(name)
    for (_, label), names in by_label.items():
        for name in names if len(names) > 1 else ():
            district = graph.nodes[name].get("district")
            if district:
                graph.nodes[name]["label"] = f"{label}（{district}）"
