"""Mention -> Entity: who is who in an article, on a page, over the corpus."""

from pipeline.entities.corpus import Resolution, resolve_corpus
from pipeline.entities.evidence import PageEvidence, page_evidence
from pipeline.entities.merges import MergesError, read_merges
from pipeline.entities.page import resolve_page
from pipeline.entities.suggest import suggest

__all__ = [
    "MergesError",
    "PageEvidence",
    "Resolution",
    "page_evidence",
    "read_merges",
    "resolve_corpus",
    "resolve_page",
    "suggest",
]
