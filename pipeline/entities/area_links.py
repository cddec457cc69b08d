"""Links the areas a page names to official codes; what stays open gets a provisional id under its parent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import ids
from pipeline.entities.area_chains import chains, paper_city, wholes
from pipeline.entities.area_decision import AreaDecision
from pipeline.entities.area_scopes import (
    candidates,
    cities_named,
    inside,
    is_bare,
    level_of,
    narrow,
    nationwide,
    prefectures,
    zone_matches,
)
from pipeline.lexicon.divisions import Division, Divisions, contains
from pipeline.records import Level, Mention, Page

ORDER: tuple[tuple[Level, ...], ...] = (
    ("country", "province", "city", "county"), ("functional",), ("street",), ("community",), ("residential",),
)  # fmt: skip
RANK: dict[Level, int] = {level: rank for rank, levels in enumerate(ORDER) for level in levels}


def link_areas(
    page: Page, mentions: Sequence[Mention], divisions: Divisions, *, texts: Mapping[str, str] | None = None
) -> dict[str, AreaDecision]:
    """A decision for every district mention of a page (in print order), by mention id.

    Areas are looked for in the area printed right before them, in the paper's city, in the areas that their article names,
    and in the rest of the country only with a name whose kind is safe (`nationwide`). `texts` are the sentences by id.
    """
    return _Linker(page, mentions, divisions, texts or {}).run()


class _Linker:
    def __init__(self, page: Page, mentions: Sequence[Mention], divisions: Divisions, texts: Mapping[str, str]) -> None:
        self.divisions, self.texts = divisions, texts
        self.mentions = [m for m in mentions if m.type == "district"]
        self.own = page.place_code or paper_city(page, self.mentions, divisions)
        self.before = chains(self.mentions, self.texts)
        self.wholes = wholes(self.mentions)
        self.done: dict[str, AreaDecision] = {}
        self.by_name: dict[tuple[str, str], AreaDecision] = {}

    def run(self) -> dict[str, AreaDecision]:
        levels = {m.mention_id: self._level(m) for m in self.mentions}
        for group in ORDER:
            for mention in self._chained_first([m for m in self.mentions if levels[m.mention_id] in group]):
                self._settle(mention, levels)
        return {m.mention_id: self.done[m.mention_id] for m in self.mentions}

    def _settle(self, mention: Mention, levels: Mapping[str, Level]) -> None:
        """Decide a mention once, the area printed before it first when that is no lower."""
        if mention.mention_id in self.done:
            return
        if whole := self.wholes.get(mention.mention_id):
            self._settle(whole, levels)
            self.done[mention.mention_id] = self.done[whole.mention_id]
            return
        above = self.before.get(mention.mention_id)
        if above is not None and RANK[levels[above.mention_id]] <= RANK[levels[mention.mention_id]]:
            self._settle(above, levels)
        decision = self._decide(mention, levels[mention.mention_id])
        self.done[mention.mention_id] = decision
        for where in (mention.article_id, ""):
            self.by_name.setdefault((where, mention.text), decision)

    def _chained_first(self, group: list[Mention]) -> list[Mention]:
        """Full names behind their parent first, bare names last: what is sure helps what is not."""
        return sorted(group, key=lambda m: (is_bare(m.text), m.mention_id not in self.before))

    def _level(self, mention: Mention) -> Level:
        if mention.text in self.divisions.countries:
            return "country"
        if mention.mention_id in self.before and self.divisions.streets_named(mention.text):
            return "street"  # 百步亭花园 behind its district is a street of the list
        if mention.kind in ("country", "residential", "functional"):
            return level_of(mention.text, mention.kind)
        found = self.divisions.upper_named(mention.text)
        chained = mention.mention_id in self.before
        if (
            found and not is_bare(mention.text) and not (chained and mention.text.endswith("村"))
        ):  # 马村 of a town, no 马村区
            return "functional" if all(d.level == "functional" for d in found) else "county"
        return level_of(mention.text, None if not is_bare(mention.text) else mention.kind or "street")

    def _codes(self, article: str | None = None) -> list[str]:
        """Codes decided so far, in an article or on the page, the most specific first."""
        codes = [
            d.code
            for m in self.mentions
            if (d := self.done.get(m.mention_id)) and d.code and article in (None, m.article_id)
        ]
        return sorted(dict.fromkeys(codes), key=lambda c: -len(c.rstrip("0")))

    def _decide(self, mention: Mention, level: Level) -> AreaDecision:
        name = mention.text
        if level == "country":
            name = self.divisions.countries.get(name, name)
            return AreaDecision(
                ids.entity_id("district", "country", name), name, "country", None, None, "list of countries"
            )
        above = self.before.get(mention.mention_id)
        parent = self.done.get(above.mention_id) if above else None
        if not parent and (known := self.by_name.get((mention.article_id, name)) or self.by_name.get(("", name))):
            return known
        if level == "functional":
            return self._zone(mention, parent)
        if city := self.divisions.nickname(name, self.own):
            return self._known(city, "by-name of the paper's city")
        own = self.divisions.get(self.own) if self.own and not parent else None
        if own and own.level == "city" and name in self.divisions.forms(own):
            return self._known(own, "the paper's city")  # 新乡 in a paper from 新乡市 is not 新乡县
        upper = self.divisions.upper_named(name)
        if (is_bare(name) or (upper and not parent and all(d.name != name for d in upper))) and (
            printed := self._short_for(mention)
        ):
            return printed
        if (level != "residential" or self._listed(name, parent)) and (hit := self._official(mention, parent)):
            return self._known(*hit)
        return self._provisional(mention, level, parent)

    def _listed(self, name: str, parent: AreaDecision | None) -> bool:
        """Whether what looks like a compound is a street or community of the list: 百步亭花园, right inside its parent."""
        return bool(parent and parent.code and any(d.name == name for d in self.divisions.children(parent.code)))

    def _short_for(self, mention: Mention) -> AreaDecision | None:
        """The one area of the article or page whose printed full name this is short for."""
        for article in (mention.article_id, None):
            found = {
                d.entity_id: d
                for m in self.mentions
                if (d := self.done.get(m.mention_id)) and d.code and article in (None, m.article_id)
                and (area := self.divisions.get(d.code)) and mention.text in self.divisions.forms(area)[1:]
            }  # fmt: skip
            if len(found) == 1:
                return next(iter(found.values()))
        return None

    def _official(self, mention: Mention, parent: AreaDecision | None) -> tuple[Division, str] | None:
        name, article, page = mention.text, self._codes(mention.article_id), self._codes()
        if parent and parent.code:
            hit = narrow(inside(name, parent.code, self.divisions), article)
            if hit:
                return hit, f"inside {parent.name}, printed before it"
            if (
                len(parent.code) == 9
                and (hit := narrow(inside(name, parent.code[:6], self.divisions), article))
                and not is_bare(name)
            ):
                return hit, f"in the same county as {parent.name}, printed before it"
            if len(parent.code) >= 6 and not parent.code.endswith("00") and parent.level != "functional":
                return None
        local = inside(name, self.own, self.divisions) if self.own else []
        if any(d.level in ("province", "city") and d.name != name for d in self.divisions.upper_named(name)):
            local = [d for d in local if d.level != "community"]  # 徐州 is 徐州市 sooner than a 徐州村
        if near := narrow(local, article, page):
            return near, "in the paper's city"
        if len(local) > 1:
            return None
        texts = [m.text for m in self.mentions if m.article_id == mention.article_id]
        found, why = nationwide(name, self.own, self.divisions, cities_named(texts, self.divisions))
        if found:
            return found, why
        for scope in [p for p in prefectures(article) if p != self.own]:
            hit = narrow(inside(name, scope, self.divisions), article) if not is_bare(name) else None
            if hit and any(contains(c, hit.code) for c in article if len(c) == 6 and not c.endswith("00")):
                return hit, "inside an area that the article names"
        return None

    def _zone(self, mention: Mention, parent: AreaDecision | None) -> AreaDecision:
        name = mention.text
        cities = (
            [parent.code]
            if parent and parent.code
            else [*([self.own] if self.own else []), *prefectures(self._codes())]
        )
        printed = {
            d.entity_id: d for d in self.by_name.values() if d.level == "functional" and zone_matches(name, d.name)
        }
        exact = [d for d in printed.values() if d.name.endswith(name)]
        if len(printed) == 1 or len(exact) == 1:
            return (exact or list(printed.values()))[0]
        for city in cities:
            zones = [z for z in self.divisions.zones(city) if zone_matches(name, z.name) or name in z.aliases]
            for pool in ([z for z in zones if name in (z.name, *z.aliases)], zones):
                codes = {z.code for z in pool}
                if len(pool) == 1 or (len(codes) == 1 and pool):
                    area = self.divisions.get(pool[0].code) if pool[0].code else None
                    if area and area.level == "functional":
                        return self._known(area, "the one zone of this name in the city")
                    return self._under(pool[0].name, "functional", city, "list of functional zones")
        hit = self._official(mention, parent)
        return self._known(*hit) if hit else self._provisional(mention, "functional", parent)

    def _known(self, area: Division, how: str) -> AreaDecision:
        above = self.divisions.above(area.code)
        parent = ids.entity_id("district", above[0].code) if above else None
        return AreaDecision(ids.entity_id("district", area.code), area.name, area.level, area.code, parent, how)

    def _provisional(self, mention: Mention, level: Level, parent: AreaDecision | None) -> AreaDecision:
        holder = parent or self._holder(mention, level)
        name = mention.text
        city = self.divisions.get(self.own) if self.own else None
        if level == "functional" and name.startswith("市") and city:
            name = city.name + name[1:]
        if holder:
            key = holder.code or holder.entity_id
            why = f"not in the official list; under {holder.name}"
            return AreaDecision(ids.entity_id("district", key, name), name, level, None, holder.entity_id, why)
        elsewhere = self.divisions.upper_named(name) if level != "residential" else ()
        if elsewhere:
            named = self._under(name, level, self.own, "not said which: " + candidates(elsewhere, self.divisions))
            return replace(named, parent=None)  # it need not lie in the paper's city
        return self._under(name, level, self.own, "not in the official list, or several areas have this name")

    def _under(self, name: str, level: Level, code: str | None, how: str) -> AreaDecision:
        parent = ids.entity_id("district", code) if code else None
        return AreaDecision(ids.entity_id("district", code or "?", name), name, level, None, parent, how)

    def _holder(self, mention: Mention, level: Level) -> AreaDecision | None:
        """The nearest area before the mention in its article that can hold it: a community for a compound, else a street."""
        if level != "residential":
            return None
        own = [m for m in self.mentions if m.article_id == mention.article_id and m.mention_id in self.done]
        before = [m for m in own if (m.sentence_id, m.sent_start) < (mention.sentence_id, mention.sent_start)]
        for level_ in ("community", "street", "county", "functional"):
            for pool in (reversed(before), own):
                hit = next((d for m in pool if (d := self.done[m.mention_id]).level == level_), None)
                if hit:
                    return hit
        return None
