"""Mention -> Entity: who is who in an article, on a page, over the corpus."""

from pipeline.entities.corpus import Resolution, resolve_corpus
from pipeline.entities.page import resolve_page

__all__ = ["Resolution", "resolve_corpus", "resolve_page"]
