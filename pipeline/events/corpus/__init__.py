"""Events of a whole run -> which reports, in several articles, pages and papers, tell of the same happening."""

from pipeline.events.corpus.link import Linked, link_reports
from pipeline.events.corpus.rows import Areas

__all__ = ["Areas", "Linked", "link_reports"]
