"""The door of this room: the body of an article is cut where its sentences end."""

from __future__ import annotations

import re

from pipeline import ids
from pipeline.records import Article, Sentence
from pipeline.sentences.rules import CLOSING, OPENING, RULES, Gap

END = re.compile(r"(?:[。！？!?]+|…{1,2}|\.{3,6})(?P<close>[”’）》】」』)〉\]]*)")
MARK = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
LONG_QUOTE = 60
"""A quotation longer than this is cut at its own sentence ends, a shorter one is left whole."""
WIDEST = 400
"""Beyond this many characters without a cut, an open bracket or quote counts as never closed."""


def split_sentences(article: Article) -> list[Sentence]:
    """Cut the body of an article into sentences; a headline, kicker, caption or byline is one sentence each, with its role.

    Every character of the body, but for the line ends between paragraphs, is in exactly one sentence.
    """
    out: list[Sentence] = []
    for part in article.parts:
        spans = (
            cut(part.clean.text) if part.role == "body" else [(0, len(part.clean))] if part.clean.text.strip() else []
        )
        for start, end in spans:
            clean = part.clean[start:end]
            raw_start, raw_end = clean.raw_span(0, len(clean))
            sentence_id = ids.sentence_id(article.article_id, len(out) + 1)
            out.append(
                Sentence(
                    sentence_id=sentence_id,
                    article_id=article.article_id,
                    page_id=article.page_id,
                    role=part.role,
                    text=clean.text,
                    start=raw_start,
                    end=raw_end,
                    clean=clean,
                )
            )
    return out


def cut(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as spans, white space at their ends left out.

    >>> [text[a:b] for text in ["“要快。要好。”他说。散会。"] for a, b in cut(text)]
    ['“要快。要好。”他说。', '散会。']
    """
    out: list[tuple[int, int]] = []
    at = 0
    for paragraph in text.split("\n"):
        out += [(at + a, at + b) for a, b in _paragraph(paragraph)]
        at += len(paragraph) + 1
    return out


def _paragraph(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    quotes = _quotes(text)
    for hit in END.finditer(text):
        at = hit.end()
        if at < len(text) and not _ends(text, start, hit, quotes):
            continue
        spans.append((start, at))
        start = at
    if text[start:].strip():
        spans.append((start, len(text)))
    trimmed = [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b - len(text[a:b]) + len(text[a:b].rstrip())) for a, b in spans
    ]
    return [(a, b) for a, b in trimmed if a < b]


def _ends(text: str, start: int, hit: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    at = hit.end()
    around = [(a, b) for a, b in quotes if a < at <= b or b + 1 == at]
    inner = [(a, b) for a, b in around if at <= b]
    left, right = text[max(start, at - WIDEST) : at], text[at : at + 40].lstrip()
    gap = Gap(
        left=left, right=right, depth=sum(b - a <= LONG_QUOTE or text[a] not in "“「『" for a, b in inner),
        quoted=any(c in "”’」』" for c in hit["close"]), inside=max((b - a - 1 for a, b in around), default=0),
    )  # fmt: skip
    verdicts = (rule(gap) for rule in RULES)
    return next((v for v in verdicts if v is not None), True)


def _quotes(text: str) -> list[tuple[int, int]]:
    """Pairs of brackets and quotes as (opening, closing) offsets; one that never closes is no bracket."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for hit in MARK.finditer(text):
        mark, at = hit[0], hit.start()
        if mark in OPENING:
            stack.append(at)
            continue
        want = OPENING[CLOSING.index(mark)]
        for k in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
            if text[stack[k]] == want:
                if at - stack[k] <= WIDEST:
                    pairs.append((stack[k], at))
                del stack[k:]
                break
    return sorted(pairs)
