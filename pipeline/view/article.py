"""An article as the page template wants it: parts of marked sentences, and the notes on them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.records import Article, Event, Mention, Relation, Sentence
from pipeline.view.addresses import anchor
from pipeline.view.load import PageRecords
from pipeline.view.marks import Evidence, Unit, locate, mark

ORDER = ("kicker", "headline", "byline", "body", "caption")
SUBHEADING = 24  # a short line of the body that ends like no sentence
STOPS = "。！？；：…”’）!?;:.)"
Marked = tuple[str, list[Unit]]


@dataclass(frozen=True)
class Note:
    """One relation or event of an article, with its number there."""

    number: int
    anchor: str
    record: Relation | Event

    @property
    def is_event(self) -> bool:
        """Whether it is an event."""
        return isinstance(self.record, Event)


@dataclass(frozen=True)
class Paragraph:
    """Sentences that were printed on."""

    role: str
    sentences: list[Marked] = field(default_factory=list)
    heading: bool = False


@dataclass(frozen=True)
class ArticleView:
    """An article, its paragraphs in reading order, its notes in the order of the text."""

    article: Article
    anchor: str
    paragraphs: list[Paragraph]
    notes: list[Note]


def article_views(records: PageRecords) -> list[ArticleView]:
    """The articles of a page, marked."""
    page = records.page.page_id
    sentences: defaultdict[str, list[Sentence]] = defaultdict(list)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    found: defaultdict[str, list[Relation | Event]] = defaultdict(list)
    for sentence in records.sentences:
        sentences[sentence.article_id].append(sentence)
    for mention in records.mentions:
        mentions[mention.sentence_id].append(mention)
    for relation in records.relations:
        found[relation.article_id].append(relation)
    for event in records.events:
        found[event.article_id].append(event)
    views = []
    for article in records.articles:
        notes = _numbered(found[article.article_id], page, sentences[article.article_id])
        marked = _marked(sentences[article.article_id], mentions, notes, page)
        views.append(ArticleView(article, anchor(article.article_id, page), _paragraphs(article, marked), notes))
    return views


def name_of(record: Relation | Event) -> str:
    """The id of a relation or event."""
    return record.event_id if isinstance(record, Event) else record.relation_id


def _numbered(found: list[Relation | Event], page: str, sentences: list[Sentence]) -> list[Note]:
    places = {s.sentence_id: (ORDER.index(s.role), n) for n, s in enumerate(sentences)}
    found = sorted(found, key=lambda r: (places.get(r.sentence_id, (9, 0)), _place(r), name_of(r)))
    return [Note(number, anchor(name_of(r), page), r) for number, r in enumerate(found, 1)]


def _place(record: Relation | Event) -> tuple[int, int]:
    return (record.trigger.start, record.trigger.end) if isinstance(record, Event) else (record.start, record.end)


def _marked(
    sentences: list[Sentence], mentions: dict[str, list[Mention]], notes: list[Note], page: str
) -> list[tuple[Sentence, Marked]]:
    by_sentence: defaultdict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_sentence[note.record.sentence_id].append(note)
    marked = []
    for s in sentences:
        evidence = []
        for note in by_sentence[s.sentence_id]:
            quote = note.record.trigger.text if isinstance(note.record, Event) else note.record.quote
            start, end = locate(s, quote, _place(note.record)[0], mentions.get(s.sentence_id, [])) or (0, len(s.text))
            evidence.append(Evidence(note.anchor, note.number, start, end, note.is_event))
        units = mark(s.text, mentions.get(s.sentence_id, []), evidence)
        marked.append((s, (anchor(s.sentence_id, page), units)))
    return marked


def _paragraphs(article: Article, marked: list[tuple[Sentence, Marked]]) -> list[Paragraph]:
    """Body sentences joined as the article's text has them; every other part is a paragraph of its own."""
    paragraphs: list[Paragraph] = []
    at, last = 0, None
    for sentence, one in sorted(marked, key=lambda pair: ORDER.index(pair[0].role)):
        place = article.text.find(sentence.text, at) if sentence.role == "body" else -1
        joins = place >= 0 and last is not None and "\n" not in article.text[at:place]
        if place >= 0:
            at, last = place + len(sentence.text), sentence
        if joins:
            paragraphs[-1].sentences.append(one)
            continue
        line_ends = article.text[at : at + 1] in ("\n", "")
        short = len(sentence.text) <= SUBHEADING and not sentence.text.rstrip().endswith(tuple(STOPS))
        paragraphs.append(Paragraph(sentence.role, [one], place >= 0 and short and line_ends))
    return paragraphs
