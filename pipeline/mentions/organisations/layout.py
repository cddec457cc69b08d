"""A sentence laid out for walks to the left: its words by offset, and the areas that end at each offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.lexicon import Lexicon
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts.listed import SHORT
from pipeline.mentions.organisations.bare import COMPANY
from pipeline.mentions.organisations.ground import Ground
from pipeline.mentions.organisations.words import OrganisationWords, organisation_words
from pipeline.mentions.view import SentenceView

NUMBERED = "一二三四五六七八九十开济纬贸"  # 经八路, 经开区
AREA_LIKE = re.compile(r"..+(?:省|市|县|区|州|旗|镇|乡|街道|社区|村)$")
NOT_AREA = (
    "小区",
    "园区",
    "辖区",
    "校区",
    "片区",
    "全市",
    "全区",
    "全县",
    "全省",
    "我市",
    "城市",
    "地区",
    "超市",
    "夜市",
)


def trimmed(view: SentenceView, areas: Sequence[Candidate]) -> list[Candidate]:
    """Areas without a verb or preposition that was taken for their beginning (联合|…新区, 经|…新区)."""
    strong = organisation_words(view.lexicon).strong
    out = []
    for area in areas:
        text = view.text[area.start : area.end]
        verb = strong.match(text)
        skip = verb.end() if verb else 1 if text[0] in "经由在据" and len(text) > 3 and text[1] not in NUMBERED else 0
        if text == "会同县" and not (view.page.place_code or "").startswith("43"):
            continue  # 干警会同|县公安局, outside Hunan
        if text[0] == "委" and view.text[area.start - 1 : area.start] in tuple("省市区县州"):
            continue  # 郑州市委|城乡
        if _cut_out_of_a_company(view, area, areas):
            continue  # 江苏安|泰安|全技术服务有限公司
        office = text.find("办事处")
        if 0 < office < len(text) - 3:
            continue  # 明湖办事处社区|办 is the office and its section
        official = any("official" in reason for reason in area.reasons)
        out.append(replace(area, start=area.start + skip) if skip and not official and len(text) - skip > 2 else area)
    return out


def _cut_out_of_a_company(view: SentenceView, area: Candidate, areas: Sequence[Candidate]) -> bool:
    """A bare name inside what the tagger calls a company, with something other than areas before it there."""
    if SHORT not in area.reasons:
        return False
    word = next((w for w in view.tagged if w.start < area.start and area.end < w.end and w.tag == "ORG"), None)
    if word is None or not word.text.endswith(COMPANY):
        return False
    ends = {a.end for a in areas if word.start <= a.start} | {word.start}
    return area.start not in ends


def ground_of(view: SentenceView, areas: Sequence[Candidate], words: OrganisationWords) -> Ground:
    """Lay out a sentence; the tagger's words come first, the segmenter's fill what it left out."""
    text = view.text
    pieces = view.pieces
    piece_at: list[int] = []
    for index, piece in enumerate(pieces):
        piece_at += [index] * (piece.end - piece.start)
    ends: dict[int, Candidate] = {}
    for area in sorted(areas, key=lambda a: (a.end, a.start)):
        if area.type == "district":
            ends.setdefault(area.end, area)
    for word in view.tagged:
        if word.tag != "LOC" or word.end in ends or not _area_like(word.text):
            continue
        if not any(a.start < word.end < a.end or a.start < word.start < a.end for a in areas):
            ends[word.end] = Candidate(word.start, word.end, "district", "tagger", 0.5)
    return Ground(text, words, pieces, piece_at, ends, titles=titles_of(view.lexicon))


def _area_like(name: str) -> bool:
    return name[0] not in "经由在和与及向对从到据" and bool(AREA_LIKE.match(name)) and not name.endswith(NOT_AREA)


@lru_cache(maxsize=8)
def titles_of(lexicon: Lexicon) -> dict[str, str]:
    """Titles and what they are (office or capacity), from `titles.tsv`."""
    return {row["title"]: row["use"] for row in lexicon.words("titles")}
