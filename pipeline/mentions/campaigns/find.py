"""Campaigns of a sentence: quoted brands and themes, stock campaigns, and drives printed without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pipeline.mentions.campaigns.broken import find_broken
from pipeline.mentions.campaigns.drives import find_drives
from pipeline.mentions.campaigns.evidence import Weighed, set_phrases, weigh
from pipeline.mentions.campaigns.kind import kind_of
from pipeline.mentions.campaigns.names import name_span
from pipeline.mentions.campaigns.page import counted_again, page_brands, printed_again
from pipeline.mentions.campaigns.quotes import find_quotations
from pipeline.mentions.campaigns.stock import find_stock, stock_table
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.view import SentenceView

AROUND = 16  # characters on either side that may tell a campaign's kind


def find_campaigns(view: SentenceView) -> list[Candidate]:
    """Named initiatives, drives and themed activities, each with the evidence that speaks for it (scores 0 to 1).

    以“邻里守望，情暖冬日”为主题 -> 邻里守望，情暖冬日; 打通“最后一公里” -> nothing.
    Source of the method: weights of `campaign_evidence.toml`, rows of `campaigns.tsv` and `campaign_drives.toml`.
    """
    best: dict[tuple[int, int], Candidate] = {}
    stock = list(_stock(view))
    for one in (*_quoted(view), *stock, *_drives(view, {one.end for one in stock}), *_printed_again(view)):
        known = best.get((one.start, one.end))
        if known is None or (one.score, one.found_by) > (known.score, known.found_by):
            best[one.start, one.end] = one
    return [best[span] for span in sorted(best)]


def weigh_quotations(view: SentenceView) -> list[Weighed]:
    """All quotations of a sentence with the evidence for and against each, taken or not: what `explain` shows."""
    taken = page_brands(view.page_text)
    return [weigh(view.text, quotation, view.sentence.role, taken) for quotation in find_quotations(view.text)]


def _quoted(view: SentenceView) -> Iterator[Candidate]:
    brands = page_brands(view.page_text)
    for weighed in weigh_quotations(view):
        if weighed.total <= 0:
            continue
        start, end = name_span(view.text, weighed.quotation)
        inside = view.text[start:end]
        parts = inside.split("、")
        if len(parts) > 1 and any(part in brands for part in parts):
            for part in parts:
                yield _candidate(view, start, start + len(part), "quoted campaign", weighed.score, weighed.reasons)
                start += len(part) + 1
        else:
            yield _candidate(view, start, end, "quoted campaign", weighed.score, weighed.reasons)


def _stock(view: SentenceView) -> Iterator[Candidate]:
    for start, end, stock in find_stock(view.text, stock_table(view.lexicon)):
        yield Candidate(
            start, end, "campaign", "stock campaign", 0.95, stock.kind or None, (f"campaigns.tsv: {stock.name}",)
        )


def _drives(view: SentenceView, stock_ends: Set[int]) -> Iterator[Candidate]:
    areas = {*view.page_areas, *(word.text for word in view.tagged if word.tag == "LOC")}
    titles = view.sentence.role in ("headline", "kicker")
    broken = find_broken(view.text, sorted(areas)) if titles else []
    for found in (*find_drives(view.text, sorted(areas)), *broken):
        if found.end in stock_ends or view.text[found.start : found.end] in set_phrases():
            continue
        yield _candidate(view, found.start, found.end, f"drive: {found.row}", found.score, found.reasons)


def _printed_again(view: SentenceView) -> Iterator[Candidate]:
    for form in (*printed_again(view.page_text), *counted_again(view.page_text, view.page_areas)):
        start = view.text.find(form)
        while start >= 0:
            end = start + len(form)
            yield _candidate(view, start, end, "campaign printed again", 0.8, ("taken_elsewhere",))
            start = view.text.find(form, end)


def _candidate(view: SentenceView, start: int, end: int, by: str, score: float, reasons: tuple[str, ...]) -> Candidate:
    context = view.text[max(0, start - AROUND) : end + AROUND]
    kind = kind_of(view.text[start:end], context, view.lexicon)
    return Candidate(start, end, "campaign", by, score, kind, reasons)
