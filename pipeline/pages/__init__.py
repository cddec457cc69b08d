"""Files become pages: decoding, repair of printed text, place and date of the page."""

from pipeline.pages.errors import PageError
from pipeline.pages.facts import PageFacts, read_facts
from pipeline.pages.read import read_page

__all__ = ["PageError", "PageFacts", "read_facts", "read_page"]
