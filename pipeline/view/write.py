"""The door of this room: a run's folder becomes a folder of web pages."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.config import load_config
from pipeline.view.addresses import file_names, shard
from pipeline.view.data import DataFolder
from pipeline.view.load import Run, ViewError, load_run
from pipeline.view.names import PLURALS, TYPES
from pipeline.view.network import network
from pipeline.view.page import page_context
from pipeline.view.retold import Retold
from pipeline.view.search import write_search
from pipeline.view.templates import HERE, Pages
from pipeline.view.things import Things
from pipeline.view.timeline import together

OURS = ("data", "p", "static", "vendor")
PER_SHARD = 120
PARTS = ("mentions", "offices", "campaigns", "others", "events")


@dataclass(frozen=True)
class Written:
    """What was written, and where to begin reading."""

    start: Path
    pages: int
    entities: int
    printed: int  # pages whose printed lines could be shown


def write_view(records: Path, out: Path) -> Written:
    """Write the reading view of a run's folder into `out`: open `index.html` there in any browser.

    The same records give the same bytes. What an earlier view left in `out` is replaced. Raises ViewError where `records`
    is no run or `out` holds something else, RecordsError for a line that is no record.
    """
    run = load_run(records)
    _make_room(out)
    files = file_names([records.page.page_id for records in run.pages])
    things, data, pages = Things(run, files), DataFolder(out / "data"), Pages(out)
    printed, retold = 0, Retold(run, files)
    for number, page in enumerate(run.pages):
        around = [files[p.page.page_id] for p in run.pages[max(0, number - 1) : number + 2]]
        context = page_context(run, page, retold, files[page.page.page_id], around)
        printed += bool(context["lines"])
        pages.write("page.html", f"p/{files[page.page.page_id]}.html", "../", **context)
    _write_things(data, run, things)
    find = write_search(data, run, things)
    data.put("map", network(records, load_config().graph))
    data.put("site", {"things": _shards(run), "find": find, "types": TYPES})
    _write_lists(pages, data, run, things)
    return Written(out / "index.html", len(run.pages), len(run.entities), printed)


def _make_room(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not (out / "data" / "site.js").is_file():
        raise ViewError(f"{out}: this folder holds other things; name a new folder with --out")
    for name in OURS:
        shutil.rmtree(out / name, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    for name in ("static", "vendor"):
        shutil.copytree(HERE / name, out / name)


def _shards(run: Run) -> int:
    return len(run.entities) // PER_SHARD + 1


def _write_things(data: DataFolder, run: Run, things: Things) -> None:
    shards: list[dict[str, Any]] = [{} for _ in range(_shards(run))]
    for name in sorted(run.entities):
        key = name.replace(":", "-")
        card = things.card(run.entities[name])
        for part in PARTS:
            rows = getattr(things, part)[name]
            rows = rows if part == "mentions" else sorted(rows, key=lambda row: (row[2] or "9999", row[0], row[1]))
            card[part] = data.rows(f"{key}-{part}", rows)
        card["neighbours"] = data.rows(f"{key}-neighbours", things.neighbours(name))
        if things.strokes[name]:
            card["timeline"] = together(things.strokes[name])
        shards[shard(name, len(shards))][name] = card
    for number, content in enumerate(shards):
        data.put(f"e/{number}", content)


def _write_lists(pages: Pages, data: DataFolder, run: Run, things: Things) -> None:
    ordered = sorted(run.entities.values(), key=lambda e: (-len(things.mentions[e.entity_id]), e.name, e.entity_id))
    for kind in TYPES:
        rows = [_listed(things, e.entity_id) for e in ordered if e.type == kind]
        data.put(f"list-{kind}", data.rows(f"list-{kind}", rows))
    papers = [
        [things.files[p.page.page_id], p.page.page_id, p.page.newspaper or p.page.place or "", p.page.date or "",
         [a.headline or "" for a in p.articles], len(p.relations), len(p.events)]
        for p in run.pages
    ]  # fmt: skip
    data.put("list-pages", data.rows("list-pages", papers))
    counts = Counter(entity.type for entity in run.entities.values())
    numbers = {
        "pages": len(run.pages), "articles": sum(len(p.articles) for p in run.pages),
        "relations": sum(len(p.relations) for p in run.pages), "events": sum(len(p.events) for p in run.pages),
    }  # fmt: skip
    pages.write("index.html", "index.html", "", numbers=numbers, counts=counts, plurals=PLURALS)
    for name in ("entities", "campaigns", "entity", "campaign", "map"):
        pages.write(f"{name}.html", f"{name}.html", "", counts=counts, plurals=PLURALS, numbers=numbers)


def _listed(things: Things, name: str) -> list[Any]:
    card = things.card(things.entities[name])
    areas = len({stroke[0] for stroke in things.strokes[name]})
    return [name, card["name"], card["kind"] or "", len(things.mentions[name]), card["articles"], card["dates"], areas,
            card["aliases"][:3]]  # fmt: skip
