"""Times, sums of money and counts of a page's sentences, as typed values in normal form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import ids
from pipeline.chinese.amounts import find_amounts
from pipeline.chinese.dates import find_times
from pipeline.chinese.found import Found
from pipeline.records import Page, Sentence, Value


def find_values(page: Page, sentences: Sequence[Sentence]) -> Iterator[Value]:
    """Values in the order of the text; a time leans on the times before it in the same article (当天).

    近年来向400余人发放贷款1.5亿元 gives a time without a value, 400 人 (approximate) and 150000000 元.
    """
    running: dict[str, str | None] = {}
    for sentence in sentences:
        if sentence.role == "byline":
            continue
        times = find_times(sentence.text, page.date, running.get(sentence.article_id))
        amounts = [
            a for a in find_amounts(sentence.text) if not any(a.start < t.end and t.start < a.end for t in times)
        ]
        for time in times:
            if sentence.role == "body" and time.value is not None and time.leads:
                running[sentence.article_id] = time.value
        for order, one in enumerate(sorted([*times, *amounts], key=lambda f: f.start), 1):
            yield _value(sentence, one, order)


def _value(sentence: Sentence, one: Found, order: int) -> Value:
    start, end = sentence.clean.raw_span(one.start, one.end)
    return Value(
        value_id=ids.part_id(sentence.sentence_id, "v", order),
        page_id=sentence.page_id,
        article_id=sentence.article_id,
        sentence_id=sentence.sentence_id,
        type=one.kind,
        text=one.text,
        start=start,
        end=end,
        sent_start=one.start,
        sent_end=one.end,
        value=one.value,
        unit=one.unit,
        approximate=one.approximate,
    )
