"""A page becomes articles: what is body, headline, kicker, byline or caption, and which belongs to which."""

from pipeline.articles.split import split_articles

__all__ = ["split_articles"]
