"""Whatever is on a page: every printed character is in one region of one article, or in one dropped line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.articles import split_articles
from pipeline.pages.repair import repair
from pipeline.records import Page

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
LINES = [
    "本报讯（记者 王芳）近日，市民政局召开会议，", "部署养老服务工作。", "记者 王芳 通讯员 李明 文/图", "□本报记者 王芳", "（李明）",
    "会议强调，要抓落实。（记者 王芳）", "柳荫街道", "“小板凳”议出大民生", "活动现场 李明 摄", "图为志愿者在清扫街道。", "（下转第三版）",
    "（上接第一版）", "■走基层", "寻亲启事", "", "", "一、加强领导", "居民说好。本报讯 又一篇开始了，", "记者 了解到", "（记者 王", "芳）",
    "新华社北京11月3日电（记者王芳、李明）全国会议召开。", "A 区 3 号楼", "谁来管？", "真好！", "资料图片（社区供图）", "通讯员", "李明",
]  # fmt: skip


def page_of(raw: str) -> Page:
    return Page(page_id="p", path="p", sha256="", encoding="utf-8", characters=len(raw), raw=raw, clean=repair(raw))


def check(page: Page) -> None:
    articles, dropped = split_articles(page)
    seen = [0] * len(page.raw)
    for article in articles:
        for region in article.spans:
            for i in range(region.start, region.end):
                seen[i] += 1
        body = "".join("".join(p.clean.text.split()) for p in article.parts if p.role == "body")
        printed = "".join(page.raw[r.start : r.end] for r in article.spans if r.role == "body")
        assert "".join(article.text.split()) == body
        assert body == "".join("".join(page.clean.text[i] for i, s in enumerate(page.clean.starts) if any(
            r.start <= s < r.end for r in article.spans if r.role == "body")).split()), printed  # fmt: skip
        assert body
    for row in dropped:
        for i in range(row.start or 0, row.end or 0):
            seen[i] += 1
    kept = set(page.clean.starts)
    wrong = [
        page.raw[max(0, i - 8) : i + 8]
        for i, n in enumerate(seen)
        if n != 1 and i in kept and not page.raw[i].isspace()
    ]
    assert not wrong
    assert [a.article_id for a in articles] == [
        f"p-a{n:02d}" if page.page_id == "p" else a.article_id for n, a in enumerate(articles, 1)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=24))
def test_nothing_is_lost_and_nothing_is_doubled(lines: list[str]) -> None:
    check(page_of("\n".join(lines)))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_seed_pages_too(path: Path) -> None:
    check(page_of(path.read_text(encoding="utf-8")))


def test_the_same_page_twice_gives_the_same_articles() -> None:
    page = page_of("\n".join(LINES * 3))
    assert split_articles(page) == split_articles(page)


def test_a_page_without_any_article() -> None:
    articles, dropped = split_articles(page_of("遗失声明\n\n招聘启事"))
    assert articles == []
    assert [d.reason for d in dropped] == ["classified", "classified"]
