"""Articles that go on elsewhere on the page's text: 下转 finds its 上接."""

from __future__ import annotations

from pipeline.articles.bodies import Draft
from pipeline.articles.overlap import Bodies
from pipeline.records import Article


def linked(articles: list[Article], drafts: list[Draft]) -> list[Article]:
    """Name in `continues`, on both sides, the article that a 下转 and a 上接 of this file join, by likeness of their texts."""
    marks = [{p.word for p in d.items if p.kind == "jump"} for d in drafts if d.lines]
    left = [i for i, words in enumerate(marks) if "下转" in words]
    right = [i for i, words in enumerate(marks) if "上接" in words]
    if not left or not right:
        return articles
    known = Bodies([a.text for a in articles])
    pairs = sorted(
        (
            (known.likeness((articles[i].headline or "") + articles[i].text, j), i, j)
            for i in left
            for j in right
            if i != j
        ),
        reverse=True,
    )
    out, used = list(articles), set[int]()
    for _, i, j in pairs:
        if i not in used and j not in used:
            used |= {i, j}
            out[i] = out[i].model_copy(update={"continues": articles[j].article_id})
            out[j] = out[j].model_copy(update={"continues": articles[i].article_id})
    return out
