"""Articles (overlap of their characters), headlines and bylines."""

from __future__ import annotations

from pipeline.evaluate.found import Found, Row, squeezed
from pipeline.evaluate.gold import BYLINE_ROLES, GoldArticle, GoldPage, squash
from pipeline.evaluate.tally import Tally

SAME = 0.9  # least Jaccard overlap of two articles' characters that counts as the same article


def count_articles(page: GoldPage, found: Found, tally: Tally) -> None:
    """Match each gold article with the found one that shares most characters with it."""
    predicted = [(row, _characters(row, page)) for row in found.rows("articles", page.page_id)]
    used: set[int] = set()
    for article in page.articles:
        own = {i for start, end in article.regions for i in range(start, end)}
        overlap = [len(own & other) / max(1, len(own | other)) for _, other in predicted]
        best = max(range(len(predicted)), key=overlap.__getitem__, default=None)
        hit = best is not None and overlap[best] >= SAME and best not in used
        if hit and best is not None:
            used.add(best)
        else:
            share = round(overlap[best], 2) if best is not None else 0
            tally.errors["article"].append((page.page_id, article.id, article.headline, share))
        tally.add("art", hit=hit, pred=0, gold=1)
        _count_headline_and_people(article, predicted[best][0] if best is not None else {}, page.page_id, tally)
    tally.add("art", hit=0, pred=len(predicted), gold=0)


def _characters(row: Row, page: GoldPage) -> set[int]:
    offsets = page.squeezed.offsets
    return {
        i for span in row.get("spans", []) for i in range(squeezed(span["start"], offsets), squeezed(span["end"], offsets))
    }  # fmt: skip


def _count_headline_and_people(article: GoldArticle, row: Row, page_id: str, tally: Tally) -> None:
    head, kick = article.headline, article.kicker
    said, above = squash(row.get("headline")), squash(row.get("kicker"))
    # which of the two lines leads is open
    right = said in (head, kick + head, head + kick) or (said, above) == (kick, head)
    tally.add("head", hit=right, pred=0, gold=1)
    if not right:
        tally.errors["headline"].append((page_id, head, said))
    for role in BYLINE_ROLES:
        want, got = article.people[role], frozenset(row.get(role) or ())
        tally.add("by", hit=len(want & got), pred=len(got), gold=len(want))
        if want != got:
            tally.errors["byline"].append((page_id, article.id, role, sorted(want), sorted(got)))
