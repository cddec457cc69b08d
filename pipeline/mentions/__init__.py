"""Names of people, bodies, areas, campaigns, places and policies in the sentences of a page."""

from pipeline.mentions.find import find_mentions

__all__ = ["find_mentions"]
