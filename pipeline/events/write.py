"""Drafts become events: ids, places in the page, quotes."""

from __future__ import annotations

from typing import cast

from pipeline import ids
from pipeline.events.report import Draft
from pipeline.events.speech.quotations import around
from pipeline.records import Article, Event, EventType, Sentence, Trigger


def write(article: Article, sentences: list[Sentence], drafts: list[Draft]) -> list[Event]:
    """Events in the order of their triggers, numbered inside their sentence."""
    out: list[Event] = []
    numbers: dict[int, int] = {}
    for draft in sorted(drafts, key=lambda d: (d.sentence, d.start, d.end, d.type)):
        sentence = sentences[draft.sentence]
        numbers[draft.sentence] = numbers.get(draft.sentence, 0) + 1
        content = draft.content
        out.append(
            Event(
                event_id=ids.part_id(sentence.sentence_id, "e", numbers[draft.sentence]),
                type=cast(EventType, draft.type),
                trigger=_span(sentence, draft.start, draft.end),
                page_id=article.page_id,
                article_id=article.article_id,
                sentence_id=sentence.sentence_id,
                time=draft.time,
                count=draft.count,
                amount=draft.amount,
                arguments=draft.arguments(),
                quote=sentence.text,
                rule=draft.rule,
                confidence=draft.confidence,
                polarity="negative" if draft.stance == "negative" else "positive",
                modality="planned" if draft.stance == "planned" else "actual",
                content=_span(sentence, *content) if content else None,
                content_more=_more(sentences, draft),
            )
        )
    return out


def _more(sentences: list[Sentence], draft: Draft) -> tuple[Trigger, ...]:
    """The other pieces of what was said, in the order of print."""
    if draft.content is None:
        return ()
    here = [(draft.sentence, piece) for piece in draft.more]
    there = around(sentences, draft.sentence, (draft.content, *draft.more))
    return tuple(_span(sentences[n], *piece) for n, piece in sorted(here + there))


def _span(sentence: Sentence, start: int, end: int) -> Trigger:
    first, last = sentence.clean.raw_span(start, end)
    return Trigger(text=sentence.text[start:end], start=first, end=last)
