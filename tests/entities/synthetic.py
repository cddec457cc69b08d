"""An invented corpus with known truth: annotated articles moved to other areas of the province, with other people in them.

Names are drawn from a small pool, so that many people share one.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline import ids
from pipeline.entities import PageEvidence, page_evidence, resolve_page
from pipeline.entities.organisation_names import GENERIC_CORE
from pipeline.lexicon.divisions import Division
from pipeline.mapped import MappedText
from pipeline.records import Entity, Mention, Relation
from tests.entities.measure import LEXICON, resolved_pages
from tests.mentions.renaming import SURNAMES, _replace
from tests.oracle import GoldPage

SINGLE = "伟敏静丽强磊洋艳勇军杰娟涛超霞平刚红辉斌"
DOUBLE = (
    "秀英",
    "桂兰",
    "建国",
    "志强",
    "晓梅",
    "文博",
    "海涛",
    "玉珍",
    "国栋",
    "雪莹",
    "俊杰",
    "思远",
    "春燕",
    "永康",
    "慧敏",
    "世杰",
    "鹏飞",
    "婷婷",
    "振宇",
    "佳怡",
)
COMMON = "王李张刘陈杨赵黄"
EVERYWHERE = re.compile(r"银行|中央|盟$|国务院|有限公司|中国|省")
MOVES_ALONG = ("qibinzx",)  # bears the name of a county that changes from page to page
POLITE = re.compile(r"(?:先生|女士)$")
Truth = dict[str, tuple[object, ...]]


@dataclass(frozen=True)
class Template:
    page: GoldPage
    areas: dict[str, Division]
    articles: tuple[str, ...]


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """The annotated pages, the official areas of their city on them, and those articles that can be moved elsewhere."""
    out = []
    for one in resolved_pages():
        place = LEXICON.divisions.upper_named(one.gold.page.place or "")[0].code[:4]
        areas, fixed = {}, set()
        mine = {m.mention_id: m.entity_id for m in one.mentions}
        for m in one.gold.mentions:
            if m.type == "district":
                entity = one.entities[mine[m.mention_id] or ""]
                if entity.level == "functional":
                    fixed.add(m.article_id)
                elif entity.code and entity.code.startswith(place):
                    areas[m.entity_id or ""] = LEXICON.divisions.get(entity.code)
        articles = tuple(a.article_id for a in one.gold.articles if a.article_id not in fixed)
        out.append(Template(one.gold, areas, articles))
    return tuple(out)


@lru_cache(maxsize=1)
def cities() -> tuple[str, ...]:
    return tuple(d.code for d in LEXICON.divisions.children("410000") if d.level == "city")


def _tail(name: str) -> str:
    return next((t for t in ("街道", "社区", "镇", "乡", "村", "区", "县", "市") if name.endswith(t)), "")


@lru_cache(maxsize=4096)
def _like(parent: str, tail: str) -> tuple[Division, ...]:
    return tuple(d for d in LEXICON.divisions.children(parent) if _tail(d.name) == tail and 2 < len(d.name) < 9)


def _moved(template: Template, city: str, rng: random.Random) -> dict[str, Division] | None:
    """For each old code the area that takes its place: of the same class, under the one that took its parent's."""
    new: dict[str, Division] = {}
    used: set[str] = set()

    def move(code: str) -> str | None:
        old = LEXICON.divisions.get(code)
        if old is None or code in new:
            return new[code].code if code in new else None
        above = LEXICON.divisions.above(code)
        parent = city if old.level == "city" else move(above[0].code)
        pool = (
            []
            if parent is None
            else [LEXICON.divisions.get(city)]
            if old.level == "city"
            else _like(parent, _tail(old.name))
        )
        free = [d for d in pool if d and d.code not in used]
        if not free:
            return None
        new[code] = rng.choice(free)
        used.add(new[code].code)
        return new[code].code

    codes = sorted({d.code for d in template.areas.values()}, key=lambda c: (len(c), c))
    return new if all(move(code) for code in codes) else None


def invented(articles: int, seed: int = 7) -> Iterator[tuple[PageEvidence, Truth]]:
    """Pages with their truth: for each entity id of the page the real thing that it is."""
    rng = random.Random(seed)
    done = number = 0
    while done < articles:
        template = rng.choice(templates())
        city = rng.choice(cities())
        moved = _moved(template, city, rng)
        if moved is None or not template.articles:
            continue
        chosen = rng.sample(template.articles, min(len(template.articles), rng.randint(1, 4), articles - done))
        number += 1
        done += len(chosen)
        yield _page(f"s{number:06d}", template, sorted(chosen), city, moved, rng)


def _person(key: tuple[object, ...]) -> str:
    rng = random.Random(repr(key))
    surname = rng.choice(COMMON) if rng.random() < 0.4 else rng.choice(SURNAMES)
    return surname + (rng.choice(SINGLE) if rng.random() < 0.35 else rng.choice(DOUBLE))


@lru_cache(maxsize=512)
def _cast(city: str, size: int = 40) -> tuple[str, ...]:
    """The journalists of a city, each with a name of its own."""
    return tuple(dict.fromkeys(_person((city, "journalist", n)) for n in range(size)))


def _page(
    page_id: str, template: Template, chosen: list[str], city: str, moved: dict[str, Division], rng: random.Random
) -> tuple[PageEvidence, Truth]:
    gold = template.page
    table, who = _tables(gold, template, chosen, city, moved, page_id, rng)
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=lambda n: (-len(n), n)))))
    sentences, mentions, at = [], [], 0
    for sentence in (s for s in gold.sentences if s.article_id in chosen):
        text, places = _replace(sentence.text, table, pattern)
        named = {"page_id": page_id, "article_id": sentence.article_id.replace(gold.page.page_id, page_id),
                 "sentence_id": sentence.sentence_id.replace(gold.page.page_id, page_id)}  # fmt: skip
        sentences.append(
            sentence.model_copy(
                update={"text": text, "clean": MappedText.of(text, at), "start": at, "end": at + len(text), **named}
            )
        )
        for m in gold.mentions:
            if m.sentence_id == sentence.sentence_id and not _inside_itself(m, gold):
                start, end = places[m.sent_start], places[m.sent_end]
                mentions.append(m.model_copy(update={
                    "start": at + start, "end": at + end, "sent_start": start, "sent_end": end, "text": text[start:end],
                    "mention_id": m.mention_id.replace(gold.page.page_id, page_id), **named,
                }))  # fmt: skip
        at += len(text)
    place = LEXICON.divisions.get(city)
    date = f"20{rng.randint(15, 24)}-{rng.randint(1, 12):02d}"
    page = gold.page.model_copy(update={"page_id": page_id, "place": place.name, "place_code": city, "date": date})
    articles = [a.model_copy(update={"page_id": page_id, "article_id": a.article_id.replace(gold.page.page_id, page_id)})
                for a in gold.articles if a.article_id in chosen]  # fmt: skip
    found, entities = resolve_page(page, articles, sentences, mentions, lexicon=LEXICON)
    gold_of = {m.mention_id: m.entity_id or "" for m in mentions}
    linked = [(gold_of[m.mention_id], m) for m in found if m.mention_id in gold_of]
    relations = _relations(gold, {g: m.entity_id or "" for g, m in linked}, page_id)
    truth = _truth(linked, gold, template, city, moved, who, {e.entity_id: e for e in entities}, page_id)
    return page_evidence(page, sentences, found, entities, relations), truth


def _tables(
    gold: GoldPage,
    template: Template,
    chosen: list[str],
    city: str,
    moved: dict[str, Division],
    page_id: str,
    rng: random.Random,
) -> tuple[dict[str, str], dict[str, tuple[object, ...]]]:
    """Old form -> new form for areas and people, and who each person is."""
    table: dict[str, str] = {}
    for gid, old in template.areas.items():
        new = moved[old.code]
        forms = {m.text for m in gold.mentions if m.entity_id == gid} | {old.name}
        if old.level in ("city", "county"):
            forms |= set(LEXICON.divisions.forms(old))
        for form in forms:
            bare = not _tail(form) or len(form) == 2
            table[form] = LEXICON.divisions.forms(new)[-1] if bare and old.level != "county" else new.name
    stated = {r[1]: r for r in gold.relations if r[0] in ("holds_position", "affiliated_with")}
    held = {r[1]: r for r in gold.relations if r[0] == "holds_position"}
    bylines = {m.entity_id for m in gold.mentions if m.type == "person" and _role(gold, m) == "byline"}
    who: dict[str, tuple[object, ...]] = {}
    for m in gold.mentions:
        gid = m.entity_id or ""
        if m.type != "person" or m.article_id not in chosen or gid in who:
            continue
        if m.text == "习近平":
            who[gid] = ("nation",)
        elif POLITE.search(m.text):
            who[gid] = ("only", page_id, m.article_id, gid)
        elif gid in bylines:
            table[m.text] = rng.choice([n for n in _cast(city) if n not in table.values()])
            who[gid] = ("journalist", city, table[m.text])
        else:
            relation = held.get(gid) or stated.get(gid)
            setting = _setting(relation[2], gold, template, moved) if relation else None
            if gid in held and setting:
                who[gid] = ("official", template.page.page.page_id, held[gid][2], held[gid][3], setting)
            elif setting and rng.random() < 0.3:
                who[gid] = ("regular", setting, relation[3] if relation else "", rng.randint(1, 3))
            else:
                who[gid] = ("once", page_id, gid)
            table[m.text] = _person(who[gid])
    return table, who


def _inside_itself(mention: Mention, gold: GoldPage) -> bool:
    """南关 in 南关街街道: the same thing is marked as a whole, and the part has no place in another name."""
    return not mention.outermost and any(
        m.sentence_id == mention.sentence_id and m.entity_id == mention.entity_id and m is not mention
        and m.sent_start <= mention.sent_start and mention.sent_end <= m.sent_end
        for m in gold.mentions
    )  # fmt: skip


def _role(gold: GoldPage, mention: Mention) -> str:
    return next(s.role for s in gold.sentences if s.sentence_id == mention.sentence_id)


def _setting(tail: str, gold: GoldPage, template: Template, moved: dict[str, Division]) -> str | None:
    """Code of the area in which a body or area of the gold now lies."""
    for _ in range(4):
        if tail in template.areas:
            return moved[template.areas[tail].code].code
        above = [r[2] for r in gold.relations if r[0] in ("located_in", "part_of") and r[1] == tail]
        if not above:
            return None
        tail = above[0]
    return None


def _relations(gold: GoldPage, local: dict[str, str], page_id: str) -> list[Relation]:
    out = []
    for number, (kind, head, tail, role) in enumerate(gold.relations):
        if kind in ("holds_position", "affiliated_with") and head in local and tail in local:
            out.append(Relation(
                relation_id=ids.part_id(page_id, "r", number), type=kind, head=local[head], tail=local[tail], role=role,
                page_id=page_id, article_id="", sentence_id="", start=0, end=0, rule="gold",
            ))  # fmt: skip
    return out


def _truth(
    linked: list[tuple[str, Mention]], gold: GoldPage, template: Template, city: str, moved: dict[str, Division],
    who: dict[str, tuple[object, ...]], entities: dict[str, Entity], page_id: str,
) -> Truth:  # fmt: skip
    names = {e.entity_id: e.name for e in gold.entities}
    out: Truth = {}
    for gid, m in linked:
        local = m.entity_id or ""
        if m.type == "person":
            out[local] = who[gid]
        elif m.type == "district" and gid in template.areas:
            out[local] = ("district", moved[template.areas[gid].code].code)
        elif m.type == "organisation" and gid not in MOVES_ALONG:
            setting = _setting(gid, gold, template, moved)
            if setting is None and GENERIC_CORE.match(names[gid]):
                continue  # a squad, a section: whose, the annotation does not say
            everywhere = setting is None and EVERYWHERE.search(names[gid])
            if names[gid].endswith("办事处") and setting:
                out[local] = (
                    "organisation",
                    "办事处",
                    setting,
                )  # several articles of the seeds speak of street offices
                continue
            out[local] = (
                "organisation",
                names[gid] if everywhere else (gold.page.page_id, gid),
                setting or ("" if everywhere else city),
            )
    return out


def pairwise(rows: list[tuple[object, object]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of (true thing, found thing)."""

    def pairs(counts: Counter) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    both, true, mine = pairs(Counter(rows)), pairs(Counter(t for t, _ in rows)), pairs(Counter(f for _, f in rows))
    p, r = both / max(1, mine), both / max(1, true)
    return p, r, 2 * p * r / max(1e-9, p + r)


def rows_by_type(truths: list[Truth], links: dict[str, str]) -> dict[str, list[tuple[object, object]]]:
    """(true thing, found thing) for every thing of every page, by type."""
    out: dict[str, list[tuple[object, object]]] = defaultdict(list)
    for truth in truths:
        for local, real in truth.items():
            kind = real[0] if real[0] in ("district", "organisation") else "person"
            out[str(kind)].append((real, links.get(local, local)))
    return out
