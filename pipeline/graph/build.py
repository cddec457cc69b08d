"""The knowledge graph of a run: things, articles and events as nodes; one edge per stated relation, with its evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from networkx import MultiDiGraph

from pipeline import ids
from pipeline.config import GraphConfig
from pipeline.graph.dates import first_day, last_day, precision, widen
from pipeline.graph.events import add_events
from pipeline.graph.evidence import add_edge, kept
from pipeline.graph.fields import RELATION_NAMES
from pipeline.graph.finish import LONGEST_QUOTE, finish, joined
from pipeline.recordfiles import read_records
from pipeline.records import Article, Entity, Mention, Page, Relation, Sentence

Graph = MultiDiGraph


def build_graph(folder: Path, config: GraphConfig) -> Graph[str]:
    """Build the graph of the records in a run's folder; node and edge attributes are those of `graph.fields`.

    Each relation of `relations.jsonl` and each argument of an event is an edge of its own, with its quote, page and rule; the
    edge's key is its id. `merge_edges` makes one edge per pair and relation. Every endpoint is a declared node, every value
    has its column's type, unknown values are left out. What no page names (the province above a city, say) is a node only
    where an edge needs it. A happening that is told of again is a node per report, tied by `same_as` edges.
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
        if kept(relation, config):
            date = relation.as_of or context.date(relation.article_id)
            add_edge(
                graph, relation.head, relation.tail, relation.type, relation, relation.relation_id, date,
                role=joined([relation.role or ""]), status=relation.status,
            )  # fmt: skip
    if config.events:
        add_events(graph, folder, config)
    _drop_unsaid(graph)
    finish(graph)
    return graph


class _Context:
    """What nodes borrow from elsewhere: dates of pages, printed lines of sentences, names of areas."""

    def __init__(self, folder: Path) -> None:
        self.pages = {page.page_id: page for page in read_records(folder, "pages", Page)}
        self.articles = {a.article_id: a.page_id for a in read_records(folder, "articles", Article)}
        self.lines = {s.sentence_id: s.text for s in read_records(folder, "sentences", Sentence)}
        self.names = {e.entity_id: e.name for e in read_records(folder, "entities", Entity)}

    def line(self, mention: Mention) -> str | None:
        """The printed line of a mention; of a very long one what stands around it."""
        line = self.lines.get(mention.sentence_id)
        return (
            line
            if line is None or len(line) <= LONGEST_QUOTE
            else line[max(0, mention.sent_start - 60) :][:LONGEST_QUOTE]
        )

    def date(self, article_id: str) -> str | None:
        """Date of the issue an article stands in."""
        page = self.pages.get(self.articles.get(article_id, ""))
        return page.date if page else None


def _entity_node(entity: Entity, context: _Context) -> dict[str, Any]:
    return {
        "label": entity.label or entity.name, "name_full": entity.name, "node_type": entity.type, "subtype": entity.level or entity.kind,
        "code": entity.code, "district": context.names.get(entity.parent or entity.district or ""),
        "aliases": joined(entity.aliases), "mentions": 0, "decided_by": entity.decided_by, "_articles": set(),
    }  # fmt: skip


def _add_articles(graph: Graph[str], folder: Path, context: _Context) -> None:
    for article in read_records(folder, "articles", Article):
        page = context.pages.get(article.page_id)
        date = page.date if page else None
        graph.add_node(
            ids.node_id("art", article.article_id), label=article.headline or article.article_id, node_type="article",
            name_full=article.headline, page=article.page_id, article=article.article_id,
            newspaper=page.newspaper if page else None, date=date, first_date=first_day(date), last_date=last_day(date),
            date_precision=precision(date),
        )  # fmt: skip


def _count_mention(graph: Graph[str], mention: Mention, context: _Context, *, articles: bool) -> None:
    entity = mention.entity_id
    if entity is None or entity not in graph:
        return
    node, line = graph.nodes[entity], context.line(mention)
    date = context.date(mention.article_id)
    node["mentions"] += 1
    node["_articles"].add(mention.article_id)
    node.setdefault("page", mention.page_id)
    node.setdefault("article", mention.article_id)
    node.setdefault("quote", line)
    widen(node, date)
    source = ids.node_id("art", mention.article_id)
    if articles and source in graph:  # one edge per article and thing: its weight says how often the thing is named
        key = ids.edge_id(source, "mentions", entity)
        if not graph.has_edge(source, entity, key):
            graph.add_edge(
                source, entity, key, relation="mentions", label=RELATION_NAMES["mentions"], weight=0.0, symmetric=False,
                page=mention.page_id, article=mention.article_id, quote=line, rule=mention.found_by,
                confidence=mention.confidence, evidence=mention.mention_id,
            )  # fmt: skip
            widen(graph.edges[source, entity, key], date)
        graph.edges[source, entity, key]["weight"] += 1.0


def _drop_unsaid(graph: Graph[str]) -> None:
    """Take out what is in the records only to place others: neither named on a page nor at an end of any edge."""
    graph.remove_nodes_from(
        [n for n, node in graph.nodes(data=True) if node.get("mentions") == 0 and not graph.degree(n)]
    )
