"""Is it the name of a body? The evidence for and against a head with what stands before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.mentions.organisations_left import Ground, Left
from pipeline.mentions.organisations_words import NARROW, OrganisationWords
from pipeline.mentions.view import SentenceView

STRONG = frozenset({"association", "volunteer group", "performance", "media"})
COMPANY = ("有限公司", "有限责任公司", "股份有限公司", "集团", "总公司", "分公司", "事务所", "合作社", "专业合作社")
AREA_OWN = frozenset({"党工委", "纪工委", "党委", "纪委", "党支部", "党总支", "居委会", "村委会"})
NO_NAME = ("各", "某", "该", "本", "此", "这", "那", "每", "任何", "哪", "全")
QUANTITY = "家个所支名位多余几两"


@dataclass(frozen=True, slots=True)
class Found:
    """A head, what it needs, and where the walk to the left ended."""

    head: str
    kind: str
    needs: str
    left: Left
    start: int
    end: int
    tagged: bool

    @property
    def listable(self) -> bool:
        """Could be a name when it stands in a list of names."""
        return self.left.anchor is None and sum(map(len, self.left.middle)) >= 2


def judge(view: SentenceView, ground: Ground, words: OrganisationWords, one: Found) -> tuple[float, str]:
    """How sure (0: not at all) it names one body, and the reason."""
    left, text = one.left, view.text
    if _generic_before(ground, one.start):
        return 0.0, "generic"
    middle = "".join(left.middle)
    if one.needs == "self":
        return 0.8, "stands alone"
    if left.anchor == "parent":
        return (0.85, "section of a body") if _section(one, middle) else (0.0, "")
    if left.anchor == "area":
        return _with_area(one, middle, words)
    if left.anchor == "leaning":
        return _leaning(ground, one, middle, text)
    if left.anchor == "quote":
        return 0.8, "quoted name"
    return _bare(ground, one, middle, words)


def title_follows(titles: Mapping[str, str], text: str, at: int) -> bool:
    """A title begins here: 科 | 科长, 办 | 主任."""
    return any(text[at : at + n] in titles for n in (5, 4, 3, 2))


def _generic_before(ground: Ground, start: int) -> bool:
    if start == 0:
        return False
    piece = ground.pieces[ground.piece_at[start - 1]]
    before = ground.text[piece.start : start]
    return before in NO_NAME or (piece.tag == "r" and before[-1] in "各某该本此这那每") or before[-1:] in ("各", "某", "该")


def _section(one: Found, middle: str) -> bool:
    return bool(middle) or len(one.head) > 1


def _with_area(one: Found, middle: str, words: OrganisationWords) -> tuple[float, str]:
    if not middle and one.kind in ("section",) and len(one.head) == 1:
        return 0.0, "bare head"
    if one.needs == "name" and (not middle or set(one.left.middle) <= words.generic) and len(one.head) <= 2:
        return (0.7, "area and head") if one.kind in ("school", "hospital", "bank", "association") else (0.0, "generic")
    return 0.9, "area and head"


def _leaning(ground: Ground, one: Found, middle: str, text: str) -> tuple[float, str]:
    leaning = one.left.leaning or ""
    if leaning == "街道":
        ok = not middle and one.head in ("党工委", "纪工委", "工委")
        return (0.8, "leaning") if ok else (0.0, "generic")
    if leaning in NARROW:
        ok = not middle and one.head in AREA_OWN and title_follows(ground.titles, text, one.end)
        return (0.55, "leaning") if ok else (0.0, "generic")
    if not middle and one.kind == "section":
        return 0.0, "bare head"
    if leaning in ("镇", "乡") and one.needs == "name":
        return 0.6, "leaning"
    return 0.85, "leaning"


def _bare(ground: Ground, one: Found, middle: str, words: OrganisationWords) -> tuple[float, str]:
    """No area, no parent: a field of work, or a name of its own."""
    parts = one.left.middle
    if not middle or all(part in words.generic for part in parts) or middle in words.generic:
        return 0.0, "generic"
    if one.needs == "area":
        if middle in words.subject and one.head in ("局", "委", "厅") and len(middle) >= 2:
            return 0.7, "field of work and head"
        if one.tagged and len(middle) >= 2 and one.kind != "section":
            return 0.65, "tagger and head"
        if one.kind == "culture" and middle == "新时代文明" and one.head in ("实践站", "实践所", "实践中心"):
            return 0.6, "field of work and head"
        return 0.0, "no area"
    if one.head in COMPANY and len(middle) >= 2:
        return 0.85, "company"
    if one.tagged:
        return 0.75, "tagger and head"
    if one.kind in STRONG and len(middle) >= 2:
        return 0.7, "name and head"
    return 0.0, "no evidence"
