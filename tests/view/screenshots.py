"""Makes the pictures in docs/img from the seed pages: `python -m tests.view.screenshots` from the top folder."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pipeline
from pipeline.view import write_view
from tests.view.conftest import ARGUMENTS, NAMES

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "img"
PAGE = "p/001_e7a5f8d660e5cdf3.html"


def main() -> int:
    from playwright.sync_api import sync_playwright

    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        sys.stderr.write("no chromium on this machine\n")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        pipeline.extract(ROOT / "seeds", Path(folder) / "run")
        start = write_view(Path(folder) / "run", Path(folder) / "view").start
        browser = p.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for take in (page_picture, entity_picture, map_picture, graph_picture):
            take(browser, start.parent)
        browser.close()
    return 0


def opened(browser: Any, url: str, width: int, height: int, scale: float = 1.5) -> Any:
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url)
    return page


def shoot(page: Any, name: str) -> None:
    page.wait_for_timeout(700)
    page.screenshot(path=IMAGES / name)
    page.context.close()


def page_picture(browser: Any, view: Path) -> None:
    page = opened(browser, (view / PAGE).as_uri(), 1360, 860)
    page.locator(".note.ev .go").nth(1).click()
    page.evaluate("scrollTo(0, 0)")
    shoot(page, "view-page.png")


def entity_picture(browser: Any, view: Path) -> None:
    page = opened(browser, (view / "campaigns.html").as_uri(), 1360, 860)
    page.locator(".rows .go").first.click()
    page.wait_for_selector(".timeline")
    shoot(page, "view-entity.png")


def map_picture(browser: Any, view: Path) -> None:
    page = opened(browser, (view / "map.html").as_uri(), 1360, 860)
    page.wait_for_timeout(500)
    page.evaluate("location.hash = wangge.map.graph.getNodeAttribute('2', 'id')")
    shoot(page, "view-map.png")


def graph_picture(browser: Any, view: Path) -> None:
    page = opened(browser, (view / "map.html").as_uri(), 1380, 920)
    page.wait_for_timeout(500)
    page.evaluate("document.body.classList.add('picture'); dispatchEvent(new Event('resize'))")
    shoot(page, "seed-graph.png")


if __name__ == "__main__":
    sys.exit(main())
