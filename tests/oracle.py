"""Gold pages as records, so that a room can be tried on perfect input from the rooms before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline import ids
from pipeline.mapped import MappedText
from pipeline.records import Article, Entity, Mention, Page, Part, Region, Sentence
from pipeline.rules.notation import TYPES

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "pages"
TEXTS = ROOT / "seeds"
INVENTED = ROOT / "tests" / "gold" / "invented"
END = re.compile(r"[^。！？]*[。！？]+[”’）]*|[^。！？]+$")


@dataclass(frozen=True)
class GoldPage:
    page: Page
    articles: list[Article]
    sentences: list[Sentence]
    mentions: list[Mention]
    entities: list[Entity]
    relations: list[tuple[str, str, str, str | None]]
    events: list[dict]


def gold_pages(gold: Path = GOLD, texts: Path = TEXTS) -> list[GoldPage]:
    return [load(path, texts) for path in sorted(gold.glob("*.yaml"))]


def invented_pages() -> list[GoldPage]:
    return gold_pages(INVENTED / "pages", INVENTED / "texts")


def load(path: Path, texts: Path = TEXTS) -> GoldPage:
    doc = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
    squeezed = MappedText.of(raw).keep(i for i, c in enumerate(raw) if not c.isspace())
    page = Page(
        page_id=path.stem, path=str(path), sha256="", encoding="utf-8", place=doc.get("place"), date=str(doc.get("date")),
        characters=len(raw), raw=raw, clean=squeezed,
    )  # fmt: skip
    taken: set[int] = set()
    articles, sentences, mentions, relations, events = [], [], [], [], []
    entities: dict[str, Entity] = {}
    for number, art in enumerate(doc["articles"], 1):
        parts, spans = [], []
        for region in art["regions"]:
            start, end = _find(squeezed.text, region, taken)
            taken.update(range(start, end))
            parts.append(Part(role=region["role"], clean=squeezed[start:end]))
            spans.append(Region(start=squeezed.starts[start], end=squeezed.ends[end - 1], role=region["role"]))
        article = Article(
            article_id=ids.article_id(page.page_id, number), page_id=page.page_id, headline=art["headline"],
            kicker=art.get("kicker"), reporters=tuple(art.get("reporters") or ()),
            correspondents=tuple(art.get("correspondents") or ()), photographers=tuple(art.get("photographers") or ()),
            text="".join(p.clean.text for p in parts if p.role == "body"), spans=tuple(spans), parts=tuple(parts),
        )  # fmt: skip
        articles.append(article)
        own = _sentences(article)
        sentences += own
        mentions += _mentions(art, own, entities)
        relations += [(r[0], r[1], r[2], r[3] if len(r) > 3 else None) for r in art.get("relations") or []]
        events += [{**event, "article": article.article_id} for event in art.get("events") or []]
    return GoldPage(page, articles, sentences, mentions, list(entities.values()), relations, events)


def _find(text: str, region: dict, taken: set[int]) -> tuple[int, int]:
    head, tail = str(region["from"]).replace(" ", ""), str(region["to"]).replace(" ", "")
    start = text.find(head)
    while start in taken:
        start = text.find(head, start + 1)
    end = text.find(tail, start) + len(tail)
    if start < 0 or end < len(tail):
        raise ValueError(f"region {region} not found")
    return start, end


def _sentences(article: Article) -> list[Sentence]:
    out: list[Sentence] = []
    for part in article.parts:
        cuts = [m.span() for m in END.finditer(part.clean.text)] if part.role == "body" else [(0, len(part.clean))]
        for start, end in cuts:
            clean = part.clean[start:end]
            raw_start, raw_end = clean.raw_span(0, len(clean))
            out.append(
                Sentence(
                    sentence_id=ids.sentence_id(article.article_id, len(out) + 1),
                    article_id=article.article_id,
                    page_id=article.page_id,
                    role=part.role,
                    text=clean.text,
                    start=raw_start,
                    end=raw_end,
                    clean=clean,
                )
            )
    return out


def _mentions(art: dict, sentences: list[Sentence], entities: dict[str, Entity]) -> list[Mention]:
    out = []
    for sentence in sentences:
        found: dict[tuple[int, int], tuple[str, str]] = {}
        for ent in art.get("entities") or []:
            names = tuple(str(m).replace(" ", "") for m in ent["mentions"])
            entities.setdefault(
                ent["id"],
                Entity(
                    entity_id=ent["id"],
                    type=TYPES[ent["type"]],
                    name=ent.get("canonical") or ent["name"],
                    aliases=names,
                ),
            )
            for name in names:
                for hit in re.finditer(f"(?={re.escape(name)})", sentence.text):
                    start, end = hit.start(), hit.start() + len(name)
                    around = sentence.text[max(0, start - 8) : end + 8]
                    if not any(context in around for context in ent.get("except") or []):
                        found[start, end] = (ent["type"], ent["id"])
        outer = {s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)}
        for order, (start, end) in enumerate(sorted(found), 1):
            kind, entity = found[start, end]
            raw_start, raw_end = sentence.clean.raw_span(start, end)
            out.append(
                Mention(
                    mention_id=ids.part_id(sentence.sentence_id, "m", order),
                    page_id=sentence.page_id,
                    article_id=sentence.article_id,
                    sentence_id=sentence.sentence_id,
                    type=TYPES[kind],
                    text=sentence.text[start:end],
                    start=raw_start,
                    end=raw_end,
                    entity_id=entity,
                    sent_start=start,
                    sent_end=end,
                    outermost=(start, end) in outer,
                    found_by="gold",
                )
            )
    return out
