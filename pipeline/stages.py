"""The table of contents: which rooms a page goes through, in which order, and what passes between them."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field

from pipeline.articles import split_articles
from pipeline.chinese import Reader
from pipeline.config import Config, ConfigError
from pipeline.entities import PageEvidence, page_evidence, resolve_page
from pipeline.events import find_events, load_event_rules, unread_sentences
from pipeline.events.triggers.table import Tables
from pipeline.inputs import Source
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.mentions import find_mentions
from pipeline.mentions.token_patterns import find_token_patterns
from pipeline.pages import PageFacts, read_page
from pipeline.records import Article, Dropped, Entity, Event, Mention, Page, Record, Relation, Sentence, Value
from pipeline.relations import find_relations, relation_rules
from pipeline.rules import RuleBook
from pipeline.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Tools:
    """What is loaded once per process: lexicon, reader of Chinese, rule tables."""

    lexicon: Lexicon
    reader: Reader
    relation_rules: RuleBook
    event_rules: Tables


@dataclass(slots=True)
class PageResult:
    """All that was found on one page; entity ids hold inside the page only."""

    page: Page
    articles: list[Article] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    evidence: PageEvidence | None = None

    def in_print_order(self, name: str) -> list[Record]:
        """The records of one file, in the order in which they stand on the raw page."""
        records: list[Record] = [self.page] if name == "pages" else list(getattr(self, name))
        return sorted(records, key=_start)


def _start(record: Record) -> int:
    if isinstance(record, Article):
        return min((span.start for span in record.spans), default=0)
    where = record.trigger if isinstance(record, Event) else record
    return getattr(where, "start", None) or 0


def load_tools(config: Config) -> Tools:
    """Load what every page needs; about a second.

    Raises ConfigError for a table, rule, pattern or model of the user's that cannot be used.
    """
    lexicon = load_lexicon(config.paths.lexicon)
    try:
        reader = Reader.from_config(config.chinese)
        _ = lexicon.terms, find_token_patterns("试", lexicon=lexicon, reader=reader)  # a broken table is told now
        tools = Tools(lexicon, reader, relation_rules(config.paths.rules), load_event_rules(config.paths.rules))
    except ValueError as error:
        raise ConfigError(str(error)) from None
    gc.collect()
    gc.freeze()  # the tables stay: the collector of garbage need not look through them page after page
    return tools


def process_page(source: Source, facts: PageFacts | None, tools: Tools, config: Config) -> PageResult:
    """Take one page through all rooms but the last two, which need the whole corpus (who is who, the graph).

    Raises PageError when the file cannot be read as a page.
    """
    page = read_page(
        source.path,
        page_id=source.page_id,
        facts=facts,
        divisions=tools.lexicon.divisions,
        max_megabytes=config.pages.max_megabytes,
    )
    articles, dropped = split_articles(page)
    sentences = [sentence for article in articles for sentence in split_sentences(article)]
    found, values = find_mentions(page, articles, sentences, lexicon=tools.lexicon, reader=tools.reader)
    mentions, entities = resolve_page(page, articles, sentences, found, lexicon=tools.lexicon)
    relations = find_relations(page, articles, sentences, mentions, values, entities, rules=tools.relation_rules)
    events = find_events(page, articles, sentences, mentions, values, entities, rules=tools.event_rules)
    dropped = [*dropped, *unread_sentences(sentences)]
    evidence = page_evidence(page, sentences, mentions, entities, relations)
    return PageResult(page, articles, sentences, mentions, values, entities, relations, events, dropped, evidence)
