"""The door of the room: every finder over every sentence of a page, a second look for names the page is sure of, one overlap policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import ids
from pipeline.chinese import Reader
from pipeline.chinese.tagger import Tagged
from pipeline.lexicon import Lexicon
from pipeline.mentions.bylines import byline_people, dateline
from pipeline.mentions.campaigns.find import find_campaigns
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.find import find_districts
from pipeline.mentions.mended import mended
from pipeline.mentions.nested import without_idle
from pipeline.mentions.organisations.abbreviations import abbreviations
from pipeline.mentions.organisations.find import find_organisations
from pipeline.mentions.organisations.layout import trimmed
from pipeline.mentions.overlap import settle
from pipeline.mentions.people.find import find_people
from pipeline.mentions.places.find import find_places
from pipeline.mentions.places.more import more_places
from pipeline.mentions.policies import find_policies
from pipeline.mentions.spread import spread, spreading_pattern, sure_names
from pipeline.mentions.token_patterns import find_token_patterns
from pipeline.mentions.user_terms import find_user_terms
from pipeline.mentions.values import find_values
from pipeline.mentions.view import SentenceView, areas_of
from pipeline.records import Article, EntityType, Mention, Page, Sentence, Value

CALLED = frozenset({"title", "speech", "office behind"})
"""What stands around a name that only people have."""


def find_mentions(
    page: Page, articles: Sequence[Article], sentences: Sequence[Sentence], *, lexicon: Lexicon, reader: Reader
) -> tuple[list[Mention], list[Value]]:
    """All names of a page, typed, nested ones too, and its times, sums and counts; both in the order of the text.

    淇滨区天山路街道纪工委书记周丰军 gives the body 淇滨区天山路街道纪工委, in it 淇滨区 and 天山路街道, and the person 周丰军.
    """
    views = views_of(page, articles, sentences, lexicon=lexicon, reader=reader)
    by_article = {a.article_id: a for a in articles}
    first = [[*_first_look(view), *find_token_patterns(view.text, lexicon=lexicon, reader=reader)] for view in views]
    names = _page_names(views, first)
    areas = areas_of(page, names)
    views = [replace(view, page_names=names, page_areas=areas) for view in views]
    sure = sure_names([(v, c) for v, found in zip(views, first, strict=True) for c in found])
    sure |= abbreviations(sure, views[0].page_text if views else "", [n for n in names if names[n] == "district"])
    pattern = spreading_pattern(sure)
    second = {
        view.sentence.sentence_id: [*found, *_second_look(view, found), *spread(view, sure, pattern)]
        for view, found in zip(views, first, strict=True)
    }
    mentions: list[Mention] = []
    for sentence in sentences:
        if sentence.role == "byline":
            people = byline_people(sentence, by_article[sentence.article_id])
            mentions += _records(sentence, [*people, *dateline(sentence, lexicon)], lexicon)
        else:
            mentions += _records(sentence, second.get(sentence.sentence_id, []), lexicon)
    return mentions, list(find_values(page, sentences))


def views_of(
    page: Page, articles: Sequence[Article], sentences: Sequence[Sentence], *, lexicon: Lexicon, reader: Reader
) -> list[SentenceView]:
    """What the finders look at: every sentence but bylines, tagged in one batch."""
    read = [s for s in sentences if s.role != "byline" and s.text.strip()]
    by_article = {a.article_id: a for a in articles}
    page_text = "\n".join(s.text for s in read)
    tagged = [mended(words) for words in reader.tag([s.text for s in read])]
    return [
        SentenceView(s, page, by_article[s.article_id], lexicon, tags, _words(s.text, tags, reader), page_text)
        for s, tags in zip(read, tagged, strict=True)
    ]


def _words(text: str, tagged: Sequence[Tagged], reader: Reader) -> Sequence[tuple[int, int]]:
    """The segmenter is asked only where the tagger left gaps: not every tagger gives words."""
    return () if sum(t.end - t.start for t in tagged) == len(text) else reader.segment(text)


def _first_look(view: SentenceView) -> list[Candidate]:
    areas = trimmed(view, find_districts(view))
    return [*areas, *find_organisations(view, areas), *find_people(view), *find_user_terms(view)]


def _second_look(view: SentenceView, found: Sequence[Candidate]) -> list[Candidate]:
    areas = [one for one in found if one.type == "district"]
    places = find_places(view, areas)
    more = [*places, *more_places(view, found, places)]
    called = {(c.start, c.end) for c in found if c.type == "person" and CALLED & set(c.reasons)}
    named = [one for one in more if (one.start, one.end) not in called]  # 副主席云峰 is no mountain
    return [*find_campaigns(view), *find_policies(view), *named]


def _page_names(views: Sequence[SentenceView], first: Sequence[Sequence[Candidate]]) -> Mapping[str, EntityType]:
    names: dict[str, EntityType] = {}
    for view, found in zip(views, first, strict=True):
        for one, _ in settle(found):
            names.setdefault(view.text[one.start : one.end], one.type)
    return names


def _records(sentence: Sentence, found: Sequence[Candidate], lexicon: Lexicon) -> list[Mention]:
    mentions = []
    for order, (one, outer) in enumerate(without_idle(sentence.text, settle(found), lexicon), 1):
        start, end = sentence.clean.raw_span(one.start, one.end)
        mentions.append(
            Mention(
                mention_id=ids.part_id(sentence.sentence_id, "m", order), page_id=sentence.page_id,
                article_id=sentence.article_id, sentence_id=sentence.sentence_id, type=one.type,
                text=sentence.text[one.start : one.end], start=start, end=end, sent_start=one.start, sent_end=one.end,
                outermost=outer, kind=one.kind, found_by=one.found_by, confidence=round(min(one.score, 1.0), 2),
            )
        )  # fmt: skip
    return mentions
