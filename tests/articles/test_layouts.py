"""Pages nobody has seen: the same eight articles in many layouts; every printed character must land where it belongs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.articles import split_articles
from tests.articles.pages import POOL, Sheet, people, set_body, set_heading, spaced, wrap, wrong_characters

LAYOUTS: dict[str, Callable[[], Sheet]] = {}


def layout(build: Callable[[], Sheet]) -> Callable[[], Sheet]:
    LAYOUTS[build.__name__] = build
    return build


@layout
def headline_before() -> Sheet:
    sheet = Sheet()
    for n in range(8):
        set_heading(sheet, n)
        set_body(sheet, n, people(n, "lead"), width=16)
        sheet.raw += "\n"
    return sheet


@layout
def headline_after() -> Sheet:
    sheet = Sheet()
    for n in range(8):
        set_body(sheet, n, people(n, "lead"), width=17, blank=1, letters=True)
        set_heading(sheet, n, gap=1, blank=1)
    return sheet


@layout
def headlines_a_page_away() -> Sheet:
    sheet = Sheet()
    for n in range(6):
        set_body(sheet, n, people(n, "lead comma"), width=15)
        sheet.raw += "\n"
    for n in (4, 1, 5, 0, 3, 2):
        set_heading(sheet, n)
        sheet.raw += "\n"
    return sheet


@layout
def headlines_first_then_bodies() -> Sheet:
    sheet = Sheet()
    for n in (2, 0, 6, 7):
        set_heading(sheet, n, blank=1)
    for n in (0, 2, 7, 6):
        set_body(sheet, n, people(n, "lead"), width=14)
        sheet.raw += "\n"
    return sheet


@layout
def mixed_before_and_after() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 0, kicker="same", blank=1)
    set_body(sheet, 0, "本报讯 ", width=13)
    sheet.line(people(0, "close"), 0, "byline", 1)
    set_body(sheet, 1, "本报讯 ", width=13)
    sheet.line(people(1, "two lines"), 1, "byline")
    set_heading(sheet, 1, blank=1)
    set_heading(sheet, 4, kicker="same")
    set_body(sheet, 4, "本报讯 ", width=15)
    sheet.line(people(4, "close both"), 4, "byline", 1)
    sheet.line("■基层一线", None, "dropped", 1)
    set_body(sheet, 5, "本报讯 ", width=12)
    sheet.line(people(5, "close"), 5, "byline", 1)
    set_heading(sheet, 5, kicker="same")
    return sheet


@layout
def no_blank_lines_closing_bylines() -> Sheet:
    sheet = Sheet()
    for n in (0, 1, 4, 5, 6):
        set_heading(sheet, n, kicker="same")
        set_body(sheet, n, "本报讯 ", width=18)
        sheet.line(people(n, "close"), n, "byline")
    return sheet


@layout
def one_paragraph_a_line() -> Sheet:
    sheet = Sheet()
    for n in range(8):
        set_heading(sheet, n, kicker="same", blank=1)
        set_body(sheet, n, "本报讯 ", width=0, blank=1)
        sheet.line(people(n, "two lines"), n, "byline", 2)
    return sheet


@layout
def one_paragraph_a_line_no_blanks() -> Sheet:
    sheet = Sheet()
    for n in range(8):
        set_heading(sheet, n)
        set_body(sheet, n, people(n, "lead"), width=0)
    return sheet


@layout
def byline_below_headline() -> Sheet:
    sheet = Sheet()
    for n in range(6):
        set_heading(sheet, n)
        sheet.line(people(n, "box"), n, "byline")
        set_body(sheet, n, width=17)
        sheet.raw += "\n"
    return sheet


@layout
def byline_below_headline_without_mark() -> Sheet:
    sheet = Sheet()
    for n in range(6):
        set_heading(sheet, n)
        sheet.line(people(n, "close"), n, "byline")
        set_body(sheet, n, width=17)
    return sheet


@layout
def signature_in_brackets_behind_body() -> Sheet:
    sheet = Sheet()
    for n in (0, 1, 2, 3, 4):
        set_heading(sheet, n, blank=1)
        set_body(sheet, n, "本报讯 ", people(n, "close bracket"), width=16)
        sheet.raw += "\n"
    return sheet


@layout
def signature_in_brackets_without_lead() -> Sheet:
    sheet = Sheet()
    for n in (0, 1, 2, 3, 4):
        set_heading(sheet, n)
        set_body(sheet, n, "", people(n, "close bracket"), width=16)
        sheet.raw += "\n"
    return sheet


@layout
def no_byline_at_all() -> Sheet:
    sheet = Sheet()
    for n in range(5):
        set_heading(sheet, n)
        set_body(sheet, n, width=17)
        sheet.raw += "\n"
    return sheet


@layout
def no_byline_at_all_paragraph_lines() -> Sheet:
    sheet = Sheet()
    for n in range(5):
        set_heading(sheet, n, blank=1)
        set_body(sheet, n, width=0, blank=1)
    return sheet


@layout
def no_byline_no_blank_lines() -> Sheet:
    sheet = Sheet()
    for n in range(5):
        set_heading(sheet, n)
        set_body(sheet, n, width=17)
    return sheet


@layout
def captions_between() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 0, blank=1)
    set_body(sheet, 0, people(0, "lead"), width=16)
    sheet.line("", blank=0)
    sheet.line("槐树里社区居民在小区广场上议事。 邵一鸣 摄", 0, "caption", 1)
    set_heading(sheet, 1, blank=1)
    set_body(sheet, 1, people(1, "lead"), width=16)
    sheet.line("", blank=0)
    sheet.line("图为检查组在青龙水库查看物资储备。", 1, "caption")
    sheet.line("白雪梅 供图", 1, "caption", 1)
    set_heading(sheet, 6, blank=1)
    sheet.line("演练现场 牛犇 摄", 6, "caption", 1)
    set_body(sheet, 6, people(6, "lead"), width=16)
    return sheet


@layout
def agency_and_own_stories() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 3, blank=1)
    set_body(sheet, 3, people(3, "agency"), width=17)
    sheet.raw += "\n"
    set_heading(sheet, 7, blank=1)
    set_body(sheet, 7, "据新华社北京5月19日电 ", width=17)
    sheet.raw += "\n"
    set_heading(sheet, 2, blank=1)
    set_body(sheet, 2, people(2, "lead"), width=17)
    return sheet


@layout
def lead_in_the_middle_of_a_line() -> Sheet:
    """Two short pieces run on in one column: the second 本报讯 stands behind the full stop of the first."""
    sheet = Sheet()
    set_heading(sheet, 3, blank=1)
    for p in POOL[3]["body"]:
        sheet.add(people(3, "lead") if p is POOL[3]["body"][0] else "", 3, "byline").add(p, 3, "body")
    sheet.add(people(5, "lead"), 5, "byline")
    for p in POOL[5]["body"]:
        sheet.add(p, 5, "body")
    sheet.raw += "\n\n"
    set_heading(sheet, 5, blank=1)
    return sheet


@layout
def subheads_stay_in_the_body() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 0, blank=1)
    sheet.line(people(0, "box"), 0, "byline", 1)
    heads = ["", "板凳一摆 民意自来", "一件一件 件件落地"]
    for head, paragraph in zip(heads, POOL[0]["body"], strict=True):
        if head:
            sheet.line(head, 0, "body")
        for line in wrap(paragraph, 17):
            sheet.line(line, 0, "body")
    sheet.raw += "\n"
    set_heading(sheet, 1, blank=1)
    set_body(sheet, 1, people(1, "lead"), width=17)
    return sheet


@layout
def furniture_and_classifieds() -> Sheet:
    sheet = Sheet()
    sheet.line("A3版 综合新闻", None, "dropped")
    sheet.line("2024年5月20日 星期一 责任编辑 孔令河 版式 丁一", None, "dropped", 1)
    set_heading(sheet, 6, blank=1)
    set_body(sheet, 6, people(6, "lead"), width=18)
    sheet.line("", blank=0)
    sheet.line("■走基层 看变化", None, "dropped", 1)
    set_heading(sheet, 7, blank=1)
    set_body(sheet, 7, people(7, "lead"), width=18)
    sheet.line("", blank=0)
    sheet.line("遗失声明", None, "dropped", 1)
    sheet.line("共建文明城市·共享美好生活", None, "dropped")
    return sheet


@layout
def jump_to_another_page() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 4, blank=1)
    set_body(sheet, 4, people(4, "lead"), width=17)
    sheet.line("（下转第三版）", None, "dropped", 1)
    set_heading(sheet, 2, blank=1)
    set_body(sheet, 2, people(2, "lead"), width=17)
    return sheet


@layout
def headline_printed_across_its_body() -> Sheet:
    """The columns of a body run around its headline, which the text layer puts into the middle of a sentence."""
    sheet = Sheet()
    sheet.add(people(4, "lead"), 4, "byline")
    lines = [line for p in POOL[4]["body"] for line in wrap(p, 16)]
    for i, line in enumerate(lines):
        if i == 5:
            sheet.raw += "\n\n"
            set_heading(sheet, 4)
            sheet.raw += "\n\n"
        sheet.line(line, 4, "body")
    sheet.raw += "\n"
    set_heading(sheet, 0)
    set_body(sheet, 0, people(0, "lead"), width=16)
    return sheet


@layout
def datelines_with_the_reporter_behind_them() -> Sheet:
    sheet = Sheet()
    for n, lead in (
        (0, "云州讯（记者 孟晓川 通讯员 邵一鸣）"),
        (2, "本报讯 记者冷雨桐报道："),
        (7, "【本报讯】（记者 沙洲）"),
    ):
        set_heading(sheet, n)
        set_body(sheet, n, lead, width=18)
        sheet.raw += "\n"
    return sheet


@layout
def bracketed_byline_opens_the_body() -> Sheet:
    sheet = Sheet()
    for n in (0, 1, 6):
        set_heading(sheet, n)
        set_body(sheet, n, people(n, "close bracket"), width=16)
        sheet.raw += "\n"
    return sheet


@layout
def headlines_that_ask_and_exclaim() -> Sheet:
    sheet = Sheet()
    for n, head in ((0, "板凳一坐，难题去哪了？"), (1, "汛期将至，水库准备好了吗？"), (2, "金穗银行送来春耕贷款！")):
        set_body(sheet, n, people(n, "lead"), width=17)
        sheet.raw += "\n"
        sheet.line(head, n, "headline", 1)
    return sheet


@layout
def picture_with_a_story_of_its_own() -> Sheet:
    sheet = Sheet()
    set_heading(sheet, 2)
    set_body(sheet, 2, people(2, "lead"), width=16)
    sheet.raw += "\n"
    sheet.line("非遗剪纸进校园", 90, "headline", 1)
    sheet.line("6月1日，阳光小学学生在老师指导下学习剪纸。当天，该校邀请民间艺人走进课堂，", 90, "body")
    sheet.add("让孩子们感受传统文化的魅力。", 90, "body").line(" 本报记者 汤圆圆 摄", 90, "byline", 1)
    set_heading(sheet, 6)
    set_body(sheet, 6, people(6, "lead"), width=16)
    return sheet


@layout
def some_articles_unsigned() -> Sheet:
    """A short piece without 本报讯 stands between signed ones, its headline above it."""
    sheet = Sheet()
    for n in (0, 6, 1):
        set_heading(sheet, n)
        set_body(sheet, n, "" if n == 6 else people(n, "lead"), width=17)
        sheet.raw += "\n"
    return sheet


@layout
def everything_letter_spaced() -> Sheet:
    plain = headline_before()
    sheet = Sheet()
    for start, end, article, role in plain.marks:
        text = plain.raw[start:end]
        follow = plain.raw[end : end + 2]
        sheet.add(spaced(text), article, role)
        sheet.raw += "\n\n" if follow == "\n\n" else "\n" if follow[:1] == "\n" else " "
    return sheet


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_character_lands_where_it_belongs(name: str) -> None:
    sheet = LAYOUTS[name]()
    articles, dropped = split_articles(sheet.page())
    assert wrong_characters(sheet, articles, dropped) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_headlines_and_people(name: str) -> None:
    sheet = LAYOUTS[name]()
    articles, _ = split_articles(sheet.page())
    for article in articles:
        number = max(range(len(POOL)), key=lambda n: sum(p[:12] in article.text for p in POOL[n]["body"]))
        item = POOL[number]
        if item["body"][0][:12] not in article.text:
            continue
        head = "".join((article.headline or "").split())
        want, kicker = "".join("".join(item["headline"]).split()), item["kicker"]
        own = {sheet.raw[s:e] for s, e, a, r in sheet.marks if a == number and r == "headline"}
        assert head in (want, kicker + want) or head in own, name
        signed = any(a == number and r == "byline" and "记" in sheet.raw[s:e] for s, e, a, r in sheet.marks)
        assert list(article.reporters) == (item["reporters"] if signed else []), name
        assert list(article.correspondents) == (item["correspondents"] if signed else []), name


def test_an_article_that_goes_on_below_is_linked() -> None:
    sheet = Sheet()
    set_heading(sheet, 4)
    sheet.add(people(4, "lead"), 4, "byline").line(POOL[4]["body"][0], 4, "body")
    sheet.line("（下转A4版）", None, "dropped", 1)
    set_heading(sheet, 2)
    set_body(sheet, 2, people(2, "lead"))
    sheet.raw += "\n"
    sheet.line("（上接A1版）", None, "dropped").line(POOL[4]["body"][1], 5, "body").line(POOL[4]["body"][2], 5, "body")
    articles, dropped = split_articles(sheet.page())
    assert [a.continues for a in articles] == ["p1-a03", None, "p1-a01"]
    assert [d.text for d in dropped] == ["（下转A4版）", "（上接A1版）"]


def test_the_photographer_of_a_picture_story() -> None:
    articles, _ = split_articles(picture_with_a_story_of_its_own().page())
    assert [(a.headline, a.photographers) for a in articles][1] == ("非遗剪纸进校园", ("汤圆圆",))
