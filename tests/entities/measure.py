"""How well the room does on gold mentions: B-cubed of identity, and canonical names equal to the gold's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import yaml

from pipeline.entities import resolve_page
from pipeline.evaluate.mentions import outermost  # noqa: F401  (the scorer's own idea of outermost, for readers of this file)
from pipeline.lexicon import load_lexicon
from pipeline.records import Entity, Mention
from tests.mentions.renaming import renamed, with_page
from tests.oracle import GOLD, GoldPage, gold_pages

LEXICON = load_lexicon()


@dataclass(frozen=True)
class Resolved:
    gold: GoldPage
    mentions: list[Mention]
    entities: dict[str, Entity]


@lru_cache(maxsize=2)
def resolved_pages(*, other_names: bool = False) -> tuple[Resolved, ...]:
    """The gold pages taken through the room; or the same pages with other people and areas in them."""
    out = []
    for gold in gold_pages():
        page = with_page(renamed(gold)) if other_names else gold
        place = (
            "丽水市" if other_names and gold.page.place == "鹤壁市" else "泉州市" if other_names else gold.page.place
        )
        city = next(d for d in LEXICON.divisions.upper_named(place or "") if d.level == "city")
        record = page.page.model_copy(update={"place": place, "place_code": city.code})
        mentions, entities = resolve_page(record, page.articles, page.sentences, page.mentions, lexicon=LEXICON)
        out.append(Resolved(page, mentions, {e.entity_id: e for e in entities}))
    return tuple(out)


def pairs(one: Resolved) -> list[tuple[Mention, str, str | None]]:
    """Outermost mentions with the gold's entity and the room's."""
    mine = {m.mention_id: m.entity_id for m in one.mentions}
    return [(m, m.entity_id or "", mine.get(m.mention_id)) for m in one.gold.mentions if m.outermost]


def b_cubed(pages: Iterable[Resolved]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all mentions, page by page."""
    precision, recall = [], []
    for one in pages:
        rows = pairs(one)
        for _, gold, mine in rows:
            same_gold = sum(g == gold for _, g, _ in rows)
            same_mine = sum(m == mine for _, _, m in rows)
            both = sum(g == gold and m == mine for _, g, m in rows)
            precision.append(both / same_mine)
            recall.append(both / same_gold)
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return p, r, 2 * p * r / (p + r)


def canonical_rows(pages: Iterable[Resolved]) -> list[tuple[str, str, str, str]]:
    """(page, printed, gold's canonical, the room's name) of every gold entity of a page that has a canonical name."""
    rows = []
    for one in pages:
        doc = yaml.safe_load((GOLD / f"{one.gold.page.page_id}.yaml").read_text(encoding="utf-8"))
        wanted = {e["id"]: str(e["canonical"]) for a in doc["articles"] for e in a["entities"] if e.get("canonical")}
        seen = set()
        for mention, gold, mine in pairs(one):
            if gold in wanted and gold not in seen:
                seen.add(gold)
                name = one.entities[mine].name if mine else ""
                rows.append((one.gold.page.page_id[:3], mention.text, wanted[gold], name))
    return rows


def report(*, other_names: bool = False) -> None:
    """Print figures and what differs; for people who work on the room."""
    pages = resolved_pages(other_names=other_names)
    print("B3", *(f"{x:.4f}" for x in b_cubed(pages)))
    for one in pages:
        rows = pairs(one)
        by_gold: dict[str, set] = {}
        by_mine: dict[str, set] = {}
        for m, g, e in rows:
            by_gold.setdefault(g, set()).add((e, one.entities[e].name if e else "", m.text))
            by_mine.setdefault(e or "", set()).add((g, m.text))
        for g, found in sorted(by_gold.items()):
            if len({f[0] for f in found}) > 1:
                print("split", one.gold.page.page_id[:3], g, sorted(found, key=str))
        for e, found in sorted(by_mine.items()):
            if len({f[0] for f in found}) > 1:
                print("joined", one.gold.page.page_id[:3], e, sorted(found))
    if not other_names:
        rows_ = canonical_rows(pages)
        good = sum(w == n for _, _, w, n in rows_)
        print(f"canonical {good}/{len(rows_)} = {good / len(rows_):.3f}")
        for row in rows_:
            if row[2] != row[3]:
                print("  ", *row)


if __name__ == "__main__":
    report()
    print("---- other names")
    report(other_names=True)
