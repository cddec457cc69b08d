"""Build the documentation into `site/`: pages of `docs/`, reference pages from the code; a broken link fails.

The site fetches nothing from the network, which is checked after the build.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))

import reference  # noqa: E402

DOCS = ROOT / "docs"
FETCHED = re.compile(r"<(?:script|img|iframe|source)[^>]+src=\"?(https?:)?//|<link[^>]+rel=\"?(?:stylesheet|preload|icon)[^>]+href=\"?https?://|<link[^>]+href=\"?https?://[^>]+rel=\"?(?:stylesheet|preload|preconnect)|url\(['\"]?https?://")  # fmt: skip


def main(site: Path) -> int:
    """Build; 1 when a link is broken, a page is missing or something would be fetched."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        gather(docs)
        try:
            config = load_config(str(DOCS / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True)
            config.nav = navigation(config.nav or [], docs)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except (Abort, MkDocsException) as error:
            print(f"The documentation cannot be built: {error}", file=sys.stderr)
            return 1
    shutil.rmtree(site / "overrides", ignore_errors=True)
    fetching = fetched(site)
    for line in fetching:
        print(f"would be fetched from the network: {line}", file=sys.stderr)
    print(f"{sum(1 for _ in site.rglob('*.html'))} pages in {site}; open {site / 'index.html'}")
    return 1 if fetching else 0


def gather(docs: Path) -> None:
    """Copy the written pages and write the generated ones beside them."""
    shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns("mkdocs.yml"))
    (docs / "reference").mkdir(exist_ok=True)
    for name, text in reference.pages().items():
        (docs / "reference" / name).write_text(text, encoding="utf-8")


def navigation(entries: list[Any], docs: Path) -> list[Any]:
    """The navigation without pages that do not exist, and with those that nobody put into it."""
    listed: set[str] = set()
    kept = _existing(entries, docs, listed)
    more = [page for path in sorted(docs.rglob("*.md")) if (page := path.relative_to(docs).as_posix()) not in listed]
    return [*kept, {"More": more}] if more else kept


def _existing(entries: list[Any], docs: Path, listed: set[str]) -> list[Any]:
    kept: list[Any] = []
    for entry in entries:
        ((title, target),) = entry.items()
        if isinstance(target, list):
            below = _existing(target, docs, listed)
            kept += [{title: below}] if below else []
        elif (docs / target).exists():
            listed.add(target)
            kept.append(entry)
    return kept


def fetched(site: Path) -> list[str]:
    """What the built pages would load from other machines; links to click are no matter."""
    found = []
    for path in sorted([*site.rglob("*.html"), *site.rglob("*.css")]):
        hits = FETCHED.finditer(path.read_text(encoding="utf-8"))
        found += [f"{path.relative_to(site)}: {hit.group()[:90]}" for hit in hits]
    return found


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"))
