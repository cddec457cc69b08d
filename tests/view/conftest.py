"""A browser for the tests of the reading view, and runs to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.view import write_view

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader", "--use-angle=swiftshader",
]  # fmt: skip
# the software renderer of a machine without a graphics card says so; nothing is wrong with the page
HARMLESS = ("GL Driver Message", "Automatic fallback to software WebGL")
NAMES = ("chromium", "chromium-browser", "google-chrome")
Open = Callable[..., Any]


def until(page: Any, script: str) -> None:
    """Wait for something to become true; the pages allow no script from a string, so ask again and again."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {script}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as p:
        started = p.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Open]:
    """Opens a file as a reader does; at the end the console must have been quiet and nothing asked of any network."""
    said: list[str] = []
    contexts = []

    def note(text: str) -> None:
        if not any(harmless in text for harmless in HARMLESS):
            said.append(text)

    def visit(path: Path, fragment: str = "", width: int = 1280, scheme: str = "light") -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: note(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: note(str(error)))
        page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on(
            "request", lambda r: None if r.url.startswith(("file:", "data:")) else said.append(f"asked for {r.url}")
        )
        page.goto(f"{path.as_uri()}{fragment}")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture(scope="session")
def seed_view(seed_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("views") / "seeds"
    write_view(seed_run, out)
    return out
