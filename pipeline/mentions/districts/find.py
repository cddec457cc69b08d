"""Areas in a sentence: official divisions on five levels, functional zones, residential compounds, countries."""

from __future__ import annotations

import re

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.listed import SHORT, by_list, street_shorts
from pipeline.mentions.districts.names import by_grammar, extended
from pipeline.mentions.districts.page import page_areas
from pipeline.mentions.districts.zones import by_zone, with_city
from pipeline.mentions.edges import Edges
from pipeline.mentions.view import SentenceView

BLOCK = re.compile(
    r"(?<![0-9a-zA-Z第])(?:(?:(?<=[区道镇])[一-龥]{2,3})?\d{1,3}号?|[一二三四五六七八九十]{1,3}号)街坊(?!邻居|们|四邻)"
)


def find_districts(view: SentenceView) -> list[Candidate]:
    """Every area a sentence names, sorted, adjacent areas apart (淇滨区|天山路街道|观景社区), nested ones too.

    Score 0 to 1; `kind` is the level. Boundaries and levels follow the annotation guidelines of the project.
    """
    page = page_areas(view.lexicon, view.page, view.page_text or view.text)
    edges = Edges(view)
    listed = list(by_list(edges, page, view.lexicon))
    zones = list(by_zone(edges, page, listed))
    ended = frozenset(c.end for c in (*listed, *zones) if c.score > 0.75 and SHORT not in c.reasons)
    bare = frozenset(c.end for c in listed if c.score > 0.75 and SHORT in c.reasons)
    named = [extended(view.text, c) for c in by_grammar(edges, page, view.lexicon, ended, bare)]
    found = [*with_city(view.text, [*listed, *named, *zones]), *street_shorts(edges, page), *_blocks(view.text)]
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in found:
        span = (candidate.start, candidate.end)
        if span not in best or candidate.score > best[span].score:
            best[span] = candidate
    return [best[span] for span in sorted(best)]


def _blocks(text: str) -> list[Candidate]:
    """Numbered blocks of flats, as in the quarters of big works: 12号街坊, 十街坊; 邻里街坊 are neighbours."""
    if "街坊" not in text:
        return []
    return [Candidate(*hit.span(), "district", "numbered block", 0.9, "residential") for hit in BLOCK.finditer(text)]
