"""What a name on the page may lean on: the areas named around it and the place the paper speaks from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from pipeline import ids
from pipeline.lexicon import Lexicon
from pipeline.lexicon.divisions import Division
from pipeline.records import Article, Entity, Level, Mention, Page, Sentence

# the printed word and the levels it can stand for
LEAN_LEVELS: dict[str, tuple[Level, ...]] = {
    "省": ("province",), "市": ("city", "county"), "州": ("city",), "区": ("county", "functional"), "县": ("county",),
    "旗": ("county",), "街道": ("street",), "镇": ("street",), "乡": ("street",), "社区": ("community",), "村": ("community",),
    "开发区": ("functional",), "示范区": ("functional",), "高新区": ("functional",), "新区": ("functional",),
    "经开区": ("functional",), "小区": ("residential",),
}  # fmt: skip


class PageContext:
    """The page's areas in print order, by article, with everything above them."""

    def __init__(
        self, page: Page, articles: Sequence[Article], sentences: Sequence[Sentence], areas: Mapping[str, Entity],
        mentions: Sequence[Mention], lexicon: Lexicon,
    ) -> None:  # fmt: skip
        self.page, self.lexicon = page, lexicon
        self.articles = {article.article_id: article for article in articles}
        self.sentences = {sentence.sentence_id: sentence for sentence in sentences}
        self.order = {sentence.sentence_id: number for number, sentence in enumerate(sentences)}
        self.areas = dict(areas)
        self.by_id: dict[str, Entity] = {entity.entity_id: entity for entity in areas.values()}
        self._named = [(m, areas[m.mention_id]) for m in mentions if m.mention_id in areas]

    @cached_property
    def city(self) -> Entity | None:
        """The prefecture-level city the paper speaks from."""
        division = self.lexicon.divisions.get(self.page.place_code) if self.page.place_code else None
        return self.entity_of(division) if division else None

    def entity_of(self, division: Division) -> Entity:
        """The entity of an official area; the areas above it become known too."""
        above = self.lexicon.divisions.above(division.code)
        parent = self.entity_of(above[0]).entity_id if above else None
        return self.known(
            Entity(
                entity_id=ids.entity_id("district", division.code), type="district", name=division.name, level=division.level,
                code=division.code, parent=parent, decided_by="division list",
            )
        )  # fmt: skip

    def known(self, entity: Entity) -> Entity:
        """Remember an entity, or give back the one already known under its id."""
        return self.by_id.setdefault(entity.entity_id, entity)

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """Titles of office, as they stand before or behind a name."""
        return tuple(row["title"] for row in self.lexicon.words("titles") if row["use"] == "office")

    @cached_property
    def _forms(self) -> dict[str, Entity]:
        """Areas by the forms the page prints; full names before short ones."""
        return {m.text: e for m, e in self._named} | {e.name: e for _, e in self._named}

    def named(self, form: str) -> Entity | None:
        """The area of a printed form: one the page names, else the only one of that full name in the paper's city."""
        if form in self._forms:
            return self._forms[form]
        if not self.page.place_code:
            return None
        listed = self.lexicon.divisions.named(form, within=self.page.place_code)
        # 管城区 of 管城回族区 too, but no bare name
        found = [
            d for d in listed if d.name == form or (d.level == "county" and len(form) > 2 and form[-1] == d.name[-1])
        ]
        return self.entity_of(found[0]) if len(found) == 1 else None

    def city_of(self, area: Entity) -> Entity | None:
        """The prefecture-level city that an area lies in."""
        return next((e for e in (area, *self.above(area)) if e.level == "city"), None)

    def nearest(self, mention: Mention, levels: tuple[Level, ...]) -> Entity | None:
        """The area of some levels named last before a mention in its article, else one of its title."""
        here = (self.order[mention.sentence_id], mention.sent_start)
        own = [(m, e) for m, e in self._named if m.article_id == mention.article_id and e.level in levels]
        before = [e for m, e in own if (self.order[m.sentence_id], m.sent_start) < here]
        titles = [e for m, e in own if self.sentences[m.sentence_id].role in ("headline", "kicker")]
        return (titles + before)[-1] if titles or before else None

    def above(self, entity: Entity) -> list[Entity]:
        """The areas that an area lies in, nearest first."""
        out: list[Entity] = []
        while entity.parent and entity.parent not in {e.entity_id for e in out}:
            parent = self.get(entity.parent)
            if parent is None:
                break
            out.append(parent)
            entity = parent
        return out

    def get(self, entity_id: str) -> Entity | None:
        """The entity of an id: one of the page's, or an official area of the list."""
        if entity_id in self.by_id:
            return self.by_id[entity_id]
        division = self.lexicon.divisions.get(entity_id.removeprefix("dis:"))
        return self.entity_of(division) if division else None

    def lean(self, word: str, mention: Mention) -> Entity | None:
        """The area that 市, 区, 街道 … means where a mention stands: the nearest before it, its headline's, the page's."""
        levels = LEAN_LEVELS[word]
        if word == "市" and self.city:
            return self.city
        if word == "省" and self.city:
            return next((e for e in self.above(self.city) if e.level == "province"), None)
        here = (self.order[mention.sentence_id], mention.sent_start)
        own = [(m, e) for m, e in self._named if m.article_id == mention.article_id]
        before = [e for m, e in own if (self.order[m.sentence_id], m.sent_start) < here]
        titles = [e for m, e in own if self.sentences[m.sentence_id].role in ("headline", "kicker")]
        after = [e for m, e in own]
        for pool in (reversed(before), titles, after):
            hit = self._of_level(pool, levels, word)
            if hit:
                return hit
        return self._prevailing(levels, word)

    def _of_level(self, pool: Iterable[Entity], levels: tuple[Level, ...], word: str) -> Entity | None:
        for entity in pool:
            for candidate in (entity, *self.above(entity)):
                if candidate.level in levels and fits(candidate.name, word):
                    return candidate
        return None

    def _prevailing(self, levels: tuple[Level, ...], word: str) -> Entity | None:
        """The area of a level that most namings on the page lie in, when more than half do."""
        if levels[0] in ("street", "community", "residential"):
            return None
        votes: Counter[str] = Counter()
        for _, entity in self._named:
            hit = self._of_level([entity], levels, word)
            votes.update([hit.entity_id] if hit else [])
        if not votes:
            return None
        best, count = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[0]
        return self.by_id[best] if count * 2 > sum(votes.values()) else None

    def main_area(self, article_id: str) -> Entity | None:
        """The area an article is about: the most specific one of its kicker, headline or first sentence."""
        own = [(m, e) for m, e in self._named if m.article_id == article_id]
        titles = [e for m, e in own if self.sentences[m.sentence_id].role in ("headline", "kicker")]
        body = [(m, e) for m, e in own if self.sentences[m.sentence_id].role == "body"]
        first = [e for m, e in body if m.sentence_id == body[0][0].sentence_id] if body else []
        return (titles or first)[-1] if titles or first else None


def fits(name: str, word: str) -> bool:
    """Whether a word of level can stand for an area of that name: 县 for no 区.

    >>> fits("浚县", "县"), fits("淇滨区", "县"), fits("黎阳街道", "街道")
    (True, False, True)
    """
    if word == "区":
        return name.endswith("区")
    if word in ("县", "市", "旗", "镇", "乡", "村"):
        return name.endswith(word)
    return True
