"""The folder that is written: same bytes, complete, careful with what is there already."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from pipeline.commands.view import run
from pipeline.recordfiles import read_records
from pipeline.records import Entity, Event, Mention, Page, Relation
from pipeline.view import ViewError, write_view
from pipeline.view.addresses import shard
from pipeline.view.data import ROWS, DataFolder
from pipeline.view.printed import cut
from pipeline.view.timeline import strokes, together


def value(view: Path, key: str) -> object:
    text = (view / "data" / f"{key}.js").read_text(encoding="utf-8")
    head = f'wangge.put("{key}",'
    assert text.startswith(head)
    return json.loads(text[len(head) : -3])


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_two_views_of_one_run_are_the_same_bytes(seed_run: Path, seed_view: Path, tmp_path: Path) -> None:
    write_view(seed_run, tmp_path / "again")
    assert tree(tmp_path / "again") == tree(seed_view)
    write_view(seed_run, tmp_path / "again")
    assert tree(tmp_path / "again") == tree(seed_view)


def test_every_note_and_mention_of_the_records_is_on_its_page(seed_run: Path, seed_view: Path) -> None:
    for page in read_records(seed_run, "pages", Page):
        ids = set(re.findall(r' id="([^"]+)"', (seed_view / "p" / f"{page.page_id}.html").read_text(encoding="utf-8")))
        wanted = {r.relation_id for r in read_records(seed_run, "relations", Relation) if r.page_id == page.page_id}
        wanted |= {e.event_id for e in read_records(seed_run, "events", Event) if e.page_id == page.page_id}
        wanted |= {
            m.mention_id
            for m in read_records(seed_run, "mentions", Mention)
            if m.page_id == page.page_id and m.outermost
        }
        assert {name.removeprefix(page.page_id + "-") for name in wanted} - ids == set()


def test_every_entity_is_in_its_shard_with_all_its_mentions(seed_run: Path, seed_view: Path) -> None:
    shards = value(seed_view, "site")["things"]  # type: ignore[index]
    counts: dict[str | None, int] = {}
    for name in ("mentions", "references"):
        for m in read_records(seed_run, name, Mention):
            counts[m.entity_id] = counts.get(m.entity_id, 0) + 1
    for entity in read_records(seed_run, "entities", Entity):
        card = value(seed_view, f"e/{shard(entity.entity_id, shards)}")[entity.entity_id]  # type: ignore[index]
        assert card["name"] == entity.name
        assert card["mentions"]["n"] == counts.get(entity.entity_id, 0)


def test_all_links_between_pages_lead_somewhere(seed_view: Path) -> None:
    for path in [*seed_view.glob("*.html"), *seed_view.glob("p/*.html")]:
        for target in re.findall(r'(?:href|src)="([^"#]+)', path.read_text(encoding="utf-8")):
            assert (path.parent / target).is_file(), (path, target)


def test_long_lists_are_cut_and_lose_nothing(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    rows = list(range(2 * ROWS + 1))
    first = data.rows("numbers", rows)
    rest = [n for part in (1, 2) for n in value(tmp_path, f"l/numbers-{part}")]  # type: ignore[attr-defined]
    assert [*first["rows"], *rest] == rows
    assert first["n"] == len(rows)
    assert data.rows("few", rows[:ROWS])["rows"] == rows[:ROWS]
    assert not list((tmp_path / "data" / "l").glob("few*"))


def test_a_folder_with_other_things_is_left_alone(seed_run: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(ViewError, match="other things"):
        write_view(seed_run, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.docx"]


def test_what_is_no_run_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, None, serve=False, port=0) == 2
    assert "pages.jsonl" in capsys.readouterr().err


def test_a_page_whose_file_has_changed_shows_no_printed_lines(seed_run: Path, tmp_path: Path) -> None:
    copy = tmp_path / "run"
    shutil.copytree(seed_run, copy)
    rows = [json.loads(line) for line in (copy / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    rows[0]["sha256"], rows[1]["path"] = "0" * 64, "gone.txt"
    (copy / "pages.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    assert write_view(copy, tmp_path / "view").printed == len(rows) - 2


def test_masked_residents_are_not_shown_by_the_printed_lines(seed_run: Path, tmp_path: Path) -> None:
    copy = tmp_path / "run"
    shutil.copytree(seed_run, copy)
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    manifest["config"]["privacy"]["residents"] = "pseudonym"
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert write_view(copy, tmp_path / "view").printed == 0


def test_printed_lines_hold_the_offsets_of_the_file() -> None:
    raw = "天 山 路\n\n 街道\n"
    assert [raw[line.start : line.end] for line in cut(raw)] == ["天 山 路", " 街道"]


def test_a_stroke_stands_for_the_area_of_the_body() -> None:
    area = Entity(entity_id="dis:1", type="district", name="浚县")
    body = Entity(entity_id="org:1", type="organisation", name="浚县妇联", district="dis:1")
    lost = Entity(entity_id="org:2", type="organisation", name="某中心")
    things = {e.entity_id: e for e in (area, body, lost)}
    where = ["p", "a01", "2024-02"]
    assert strokes(things, ["org:1", "dis:1"], "organises", where, "q") == [
        ["dis:1", "浚县", "2024-02-01", "2024-02-29", "organises", *where, "q"]
    ]
    assert strokes(things, ["org:2", "org:3"], "organises", where, "q") == []
    assert strokes(things, ["dis:1"], "organises", ["p", "a01", ""], "q") == []


def test_strokes_of_one_time_and_kind_become_one() -> None:
    def stroke(kind: str, anchor: str) -> list[str]:
        return ["dis:1", "浚县", "2024-02-01", "2024-02-29", kind, "p", anchor, "2024-02", "q"]

    found = together([stroke("event", "a02"), stroke("event", "a01"), stroke("held_in", "a03")])
    assert [(s[4], s[6], s[9]) for s in found] == [("event", "a01", 2), ("held_in", "a03", 1)]
