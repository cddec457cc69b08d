"""A reader with a browser: clicks, keys, search, small screens, the dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.view.conftest import Open, until

PAGE = "p/001_e7a5f8d660e5cdf3.html"
ROOTS = ("index.html", "entities.html", "campaigns.html", "map.html", PAGE)


def settled(page: Any, selector: str) -> Any:
    page.wait_for_selector(selector)
    return page


def test_a_chosen_relation_lights_its_words_and_its_printed_lines(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    note = page.locator(".note.re").first
    note.locator(".go").click()
    assert note.get_attribute("aria-current") == "true"
    lit = "".join(page.locator("[data-x].on").all_inner_texts())
    assert lit
    printed = note.locator(".lines").inner_text()
    assert re.sub(r"\s", "", lit)[:2] in re.sub(r"[\s\d]", "", printed)
    page.locator(".tabs.panes [data-pane=print]").click()
    assert page.locator(".print .on").first.is_visible()


def test_a_number_in_the_text_leads_to_its_note_and_an_event_to_its_trigger(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    number = page.locator("sup.ev a").first
    wanted = number.get_attribute("href")[1:]
    number.click()
    settled(page, ".note[aria-current]")
    assert page.locator(".note[aria-current]").get_attribute("id") == wanted
    trigger = page.locator(f'[id="{wanted}"] q').inner_text()
    assert "".join(page.locator(".t.on").all_inner_texts()) == trigger


def test_a_link_from_outside_opens_at_the_evidence(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    anchor = page.locator(".note").nth(5).get_attribute("id")
    page = visit(seed_view / PAGE, f"#{anchor}")
    assert page.locator(".note[aria-current]").get_attribute("id") == anchor
    assert page.locator(f'[data-x~="{anchor}"]').first.is_visible()


def test_a_name_leads_to_its_page_and_each_mention_back_to_its_line(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    page.locator("article a.m.person").first.click()
    settled(page, ".thing h1")
    name = page.locator(".thing h1").inner_text()
    headings = [" ".join(text.split()[:2]) for text in page.locator(".thing h2").all_inner_texts()]
    assert "Roles in" in headings
    assert headings[-1].startswith("Mentions")
    page.locator(".thing section").last.locator("a.source").first.click()
    settled(page, ".m.on")
    assert page.locator(".m.on").first.inner_text() in (name, name[:1] + page.locator(".m.on").first.inner_text()[1:])


def test_a_campaign_has_its_districts_on_a_timeline(visit: Open, seed_view: Path) -> None:
    page = settled(visit(seed_view / "campaigns.html"), ".rows .go")
    page.locator(".rows .go").first.click()
    settled(page, ".timeline .stroke")
    assert page.locator(".timeline text[lang=zh]").count() > 1
    mark = page.locator(".timeline .stroke").first
    anchor = mark.get_attribute("href").split("#")[1]
    mark.click()
    settled(page, ".note[aria-current]")
    assert page.locator(".note[aria-current]").get_attribute("id") == anchor


def test_search_by_keyboard_finds_names_and_texts(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / "index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("垃圾分类")
    settled(page, ".found [role=option]")
    assert page.locator(".found .head").all_inner_texts() == ["Names", "Texts"]
    assert all("垃圾分类" in text for text in page.locator(".found .hit .line").all_inner_texts())
    page.keyboard.press("ArrowDown")
    assert page.locator('.found [aria-selected="true"]').count() == 1
    page.keyboard.press("Enter")
    settled(page, ".thing h1")
    assert "垃圾分类" in page.locator(".thing h1").inner_text()


def test_search_finds_every_article_that_holds_the_words_and_no_other(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    words = page.locator("article p.body").first.inner_text()[12:20]
    plain = re.sub(r"[\d\u2060]", "", words)[:4]
    page.locator("#find").fill(plain)
    settled(page, ".found:not([hidden]) .head")
    page.wait_for_timeout(300)
    hits = page.locator(".found .hit .line").all_inner_texts()
    assert hits
    assert all(plain in hit for hit in hits)
    page.locator("#find").fill("这几个字哪里也没有印过")
    until(page, "document.querySelector('.found').textContent === 'Nothing found'")


def test_arrows_walk_through_lists_and_tabs_and_the_focus_shows(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE)
    page.locator(".note .go").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "2"
    page.keyboard.press("Enter")
    assert page.locator(".note[aria-current] .go").inner_text() == "2"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page = settled(visit(seed_view / "entities.html"), ".rows .go")
    page.locator("[role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    settled(page, ".rows .go.organisation")
    page = visit(seed_view / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_the_network_draws_and_lets_choose(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / "map.html")
    until(page, "Boolean(wangge.map)")
    name = page.evaluate("wangge.map.graph.getNodeAttribute('0', 'id')")
    page = visit(seed_view / "map.html", f"#{name}")
    settled(page, "#chosen:not([hidden]) h2")
    assert page.locator("#chosen .go").count() > 1
    page.locator("#chosen .go").first.click()
    assert page.evaluate("location.hash") != f"#{name}"
    page.locator("#canvas").focus()
    before = page.evaluate("wangge.map.view.getCamera().ratio")
    page.keyboard.press("+")
    until(page, f"wangge.map.view.getCamera().ratio < {before}")
    page.keyboard.press("Escape")
    assert not page.locator("#chosen").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ROOTS)
def test_a_small_screen_needs_no_sideways_scrolling(visit: Open, seed_view: Path, name: str, scheme: str) -> None:
    page = visit(seed_view / name, width=400, scheme=scheme)
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_small_screen_goes_from_note_to_text(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / PAGE, width=400)
    assert not page.locator(".note").first.is_visible()
    page.locator(".tabs.panes [data-pane=notes]").click()
    page.locator(".note .go").first.click()
    assert page.locator("[data-x].on").first.is_visible()


def luminance(colour: str) -> float:
    parts = [int(x) / 255 for x in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Open, seed_view: Path, scheme: str) -> None:
    page = visit(seed_view / PAGE, scheme=scheme)
    ground = luminance(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert (ground < 0.05) == (scheme == "dark")
    kinds = [f".note a.{kind}" for kind in ("person", "organisation", "district", "campaign")]
    for selector in ["article p.body", ".quiet", ".note small", *kinds]:
        ink = luminance(page.evaluate("s => getComputedStyle(document.querySelector(s)).color", selector))
        low, high = sorted((ink, ground))
        assert (high + 0.05) / (low + 0.05) >= 4.5, selector


def test_the_button_turns_day_into_night(visit: Open, seed_view: Path) -> None:
    page = visit(seed_view / "index.html")
    page.locator("#theme").click()
    assert luminance(page.evaluate("getComputedStyle(document.body).backgroundColor")) < 0.05
