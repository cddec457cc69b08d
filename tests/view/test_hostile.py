"""Pages, names and files that try to be code stay text."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline.recordfiles import RecordWriter
from pipeline.records import (
    Argument,
    Article,
    Entity,
    Event,
    Mention,
    Page,
    Region,
    Relation,
    Sentence,
    Trigger,
)
from pipeline.view import write_view
from tests.view.conftest import Open, until

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"'><svg/onload=alert(3)>",
    "</script><script>alert(4)</script>",
    "{{ 7*7 }}${alert(5)}",
    "javascript:alert(6)",
    "\u2028alert(7)\u2029",
)
EVIL = "".join(ATTACKS)


def hostile_run(folder: Path) -> Path:
    """A run whose every text is an attack; the page's id is one too."""
    page_id = f'p"><script>alert(8)</script>#/../{EVIL}'
    source = folder / "source.txt"
    source.write_text(EVIL, encoding="utf-8")
    again = f"{page_id}-a02<script>alert(11)</script>"
    article, sentence = f"{page_id}-a01", f"{page_id}-a01-s001"
    where = {"page_id": page_id, "article_id": article, "sentence_id": sentence}
    one, two = 'per:1"><img src=x onerror=alert(9)>', "cam:1'<script>alert(10)</script>"
    size = len(EVIL)
    with RecordWriter(folder) as out:
        sha = hashlib.sha256(source.read_bytes()).hexdigest()
        out.write("pages", [Page(page_id=page_id, path=str(source), sha256=sha, encoding="utf-8", place=EVIL,
                                 newspaper=EVIL, date="2024-08-02")])  # fmt: skip
        out.write("articles", [Article(article_id=name, page_id=page_id, headline=EVIL, kicker=EVIL, text=EVIL,
                                       spans=(Region(start=0, end=size, role="body"),)) for name in (article, again)])  # fmt: skip
        roles = ("body", "headline", "caption", "byline", "kicker")
        out.write("sentences", [
            Sentence(sentence_id=sentence if role == "body" else f"{sentence}{role}", article_id=article, page_id=page_id,
                     role=role, text=EVIL, start=0, end=size) for role in roles  # type: ignore[arg-type]
        ])  # fmt: skip
        out.write("mentions", [
            Mention(mention_id=f"{sentence}-m{n}", type=kind, text=EVIL[a:b], start=a, end=b, sent_start=a, sent_end=b,
                    entity_id=entity, found_by=EVIL, kind=EVIL, **where)  # type: ignore[arg-type]
            for n, kind, a, b, entity in ((1, "person", 3, 40, one), (2, "campaign", 50, 80, two))
        ])  # fmt: skip
        out.write("entities", [
            Entity(entity_id=one, type="person", name=EVIL, aliases=(EVIL,), decided_by=EVIL, honorific=EVIL),
            Entity(entity_id=two, type="campaign", name=EVIL, aliases=(EVIL,), kind=EVIL),
            Entity(entity_id="dis:<b>", type="district", name=EVIL, code=EVIL),
        ])  # fmt: skip
        out.write("relations", [
            Relation(relation_id=f"{sentence}-r1", type="held_in", head=two, tail="dis:<b>", role=EVIL, start=0, end=size,
                     quote=EVIL, rule=EVIL, as_of="2024-08-02", **where),
            Relation(relation_id=f"{sentence}-r2", type="holds_position", head=one, tail="dis:<b>", role=EVIL, start=0,
                     end=9, quote=EVIL[:9], rule=EVIL, **where),
        ])  # fmt: skip
        out.write("events", [
            Event(event_id=f"{sentence}-e1", type="meeting", trigger=Trigger(text=EVIL[5:30], start=5, end=30), time=EVIL,
                  count=EVIL, amount=EVIL, quote=EVIL, rule=EVIL, arguments=(
                      Argument(role="agent", entity_id=one), Argument(role="campaign", entity_id=two)), **where),
            Event(event_id=f"{again}-e1", type="meeting", trigger=Trigger(text=EVIL[5:30], start=5, end=30), quote=EVIL,
                  rule=EVIL, same_as=f"{sentence}-e1", same_reasons=(EVIL,), **where | {"article_id": again}),
        ])  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_view(hostile_run(folder), folder / "view")
    return folder / "view"


def test_no_attack_leaves_its_place(hostile: Path) -> None:
    assert sorted(p.name for p in hostile.iterdir()) == sorted([
        "campaign.html", "campaigns.html", "data", "entities.html", "entity.html", "index.html", "map.html", "p", "static",
        "vendor",
    ])  # fmt: skip
    for path in [*hostile.glob("*.html"), *hostile.glob("p/*.html"), *hostile.glob("data/**/*.js")]:
        text = path.read_text(encoding="utf-8")
        for attack in ("<script>alert", "<img", "<svg", "</script><script>"):
            assert attack not in text, path
        assert path.suffix != ".js" or "\u2028" not in text


def test_the_other_reports_of_a_happening_are_told_as_text(hostile: Path) -> None:
    (text,) = (path.read_text(encoding="utf-8") for path in hostile.glob("p/*.html"))
    assert text.count("also told in") == 2
    assert "same happening as before" in text
    assert 'href="#a02%3Cscript%3Ealert%2811%29%3C%2Fscript%3E-e1"' in text


def test_inline_handlers_and_styles_are_nowhere(hostile: Path) -> None:
    for path in [*hostile.glob("*.html"), *hostile.glob("p/*.html")]:
        text = path.read_text(encoding="utf-8")
        assert "style=" not in text
        assert "default-src 'none'" in text
        assert "http:" not in text
        assert "https:" not in text


@pytest.mark.parametrize("kind", ["index", "entities", "campaigns", "map"])
def test_lists_show_attacks_as_text(visit: Open, hostile: Path, kind: str) -> None:
    page = visit(hostile / f"{kind}.html")
    page.wait_for_timeout(400)
    assert page.locator("main img, main svg[onload], main script").count() == 0
    if kind != "map":
        assert "<script>alert(1)</script>" in page.locator("main").inner_text()


def test_a_page_shows_attacks_as_text(visit: Open, hostile: Path) -> None:
    page = visit(next((hostile / "p").glob("*.html")))
    words = "[...document.querySelectorAll('.caption .s')].map(s => s.textContent).join('')"
    assert EVIL in page.evaluate(words)
    assert page.evaluate("document.querySelector('h1').textContent").startswith(EVIL[:30])
    for note in page.locator(".note .go").all():
        note.click()
    page.locator(".tabs.panes [data-pane=print]").click()
    page.locator(".note .go").first.click()
    assert page.locator("article img, aside img, main script").count() == 0


@pytest.mark.parametrize("link", ["article a.m.person", "article a.m.campaign"])
def test_a_thing_and_search_show_attacks_as_text(visit: Open, hostile: Path, link: str) -> None:
    page = visit(next((hostile / "p").glob("*.html")))
    page.locator(link).first.click()
    page.wait_for_selector(".thing h1")
    assert page.evaluate("document.querySelector('.thing h1').textContent") == EVIL
    assert page.locator("main img, main script").count() == 0
    page.locator("#find").fill("alert(1)")
    until(page, "document.querySelectorAll('.found [role=option]').length > 2")
    assert page.locator(".found img, .found script").count() == 0


def test_an_address_made_by_others_is_only_looked_up(visit: Open, hostile: Path) -> None:
    page = visit(hostile / "entity.html", "#<img src=x onerror=alert(11)>")
    page.wait_for_selector("main .notice")
    assert page.locator("main img").count() == 0
    assert "no such thing" in page.locator("main").inner_text()
    for fragment in ("#__proto__", "#constructor", "#%E0%A4%A"):
        visit(hostile / "entity.html", fragment).wait_for_selector("main .notice")
