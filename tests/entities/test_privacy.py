"""Residents' names are nowhere in what a run writes, and everything else still fits together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import pipeline
from pipeline.config import PrivacyConfig
from pipeline.privacy import hide_residents
from pipeline.recordfiles import read_records
from pipeline.records import Entity, Mention, Sentence

PAGE = """□本报记者 张晓明
本报讯 8月2日，淇滨区天山路街道观景社区居民梁玉 秀说：“小区变干净了。”居民牛二花也说好。高女士和王大爷常来。
观景社区党支部书记周丰军介绍，居民梁玉秀、梁玉
秀的邻居都参加了垃圾分类活动。高女士说，居民马建国热心。
淇滨区民政局局长马建国到观景社区调研。
"""
NAMES = ("梁玉秀", "牛二花", "高女士", "王大爷")
PUBLIC = ("张晓明", "周丰军", "马建国")


@pytest.fixture(scope="module", params=["pseudonym", "drop"])
def hidden_run(request, tmp_path_factory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "p.txt").write_text(PAGE, encoding="utf-8")
    (folder / "pages.csv").write_text("page_id,newspaper,place,date\np,,鹤壁市,2024-08\n", encoding="utf-8")
    (folder / "my.toml").write_text(f'[privacy]\nresidents = "{request.param}"\nkey = "测试"\n', encoding="utf-8")
    pipeline.extract(folder / "p.txt", folder / "out", config=folder / "my.toml")
    return request.param, folder / "out"


def test_no_byte_of_a_resident_is_left(hidden_run: tuple[str, Path]) -> None:
    for path in hidden_run[1].iterdir():
        text = "".join(path.read_text(encoding="utf-8").replace("\\n", "").split())
        for name in NAMES:
            assert name not in text, (path.name, name)


def test_public_people_keep_their_names(hidden_run: tuple[str, Path]) -> None:
    names = {e.name for e in read_records(hidden_run[1], "entities", Entity)}
    assert set(PUBLIC) <= names


def test_the_secret_is_in_no_file(hidden_run: tuple[str, Path]) -> None:
    assert all("测试" not in path.read_text(encoding="utf-8") for path in hidden_run[1].iterdir())


def test_offsets_and_references_still_hold(hidden_run: tuple[str, Path]) -> None:
    out = hidden_run[1]
    lines = {s.sentence_id: s for s in read_records(out, "sentences", Sentence)}
    entities = {e.entity_id for e in read_records(out, "entities", Entity)}
    for name in ("mentions", "references"):
        for m in read_records(out, name, Mention):
            assert lines[m.sentence_id].text[m.sent_start : m.sent_end] == m.text
            assert m.entity_id in entities
    for line in (out / "relations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert {row["head"], row["tail"]} <= entities


def test_pseudonyms_tell_people_apart_and_dropped_ones_are_counted(hidden_run: tuple[str, Path]) -> None:
    mode, out = hidden_run
    residents = [e for e in read_records(out, "entities", Entity) if e.resident]
    if mode == "drop":
        assert residents == []
        assert "appear only as residents" in (out / "dropped.jsonl").read_text(encoding="utf-8")
    else:
        assert len({e.name for e in residents}) == len(residents) >= 4
        assert all(e.name.startswith("居民#") and e.aliases == () for e in residents)


def write(folder: Path, rows: dict[str, list[dict]]) -> None:
    for name, values in rows.items():
        (folder / f"{name}.jsonl").write_text(
            "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in values), encoding="utf-8"
        )


@pytest.mark.parametrize(("left", "right"), [("甲", "甲"), ("甲", "乙")])
def test_pseudonyms_hang_on_the_key(left: str, right: str, tmp_path: Path) -> None:
    found = []
    for number, key in enumerate((left, right)):
        folder = tmp_path / str(number)
        folder.mkdir()
        write(folder, {"entities": [{"entity_id": "per:1", "type": "person", "name": "梁玉秀", "resident": True}]})
        hide_residents(folder, PrivacyConfig(residents="pseudonym", key=key))
        found.append((folder / "entities.jsonl").read_text(encoding="utf-8"))
    assert (found[0] == found[1]) == (left == right)


def test_a_longer_public_name_and_an_ordinary_word_stay_whole(tmp_path: Path) -> None:
    people = [("per:1", "高峰", True), ("per:2", "高峰岩", False), ("per:3", "小区", True)]
    write(
        tmp_path,
        {
            "entities": [{"entity_id": i, "type": "person", "name": n, "resident": r} for i, n, r in people],
            "sentences": [
                {
                    "sentence_id": "s",
                    "article_id": "a",
                    "page_id": "p",
                    "text": "高峰岩在小区遇见高\n峰",
                    "start": 0,
                    "end": 11,
                }
            ],
        },
    )
    hide_residents(tmp_path, PrivacyConfig(residents="drop", key=""), ordinary=frozenset({"小区"}))
    row = json.loads((tmp_path / "sentences.jsonl").read_text(encoding="utf-8"))
    assert row["text"] == "高峰岩在小区遇见○\n○"


def test_keep_changes_nothing(seed_run: Path) -> None:
    before = (seed_run / "sentences.jsonl").read_bytes()
    assert hide_residents(seed_run, PrivacyConfig(residents="keep", key="")) == 0
    assert (seed_run / "sentences.jsonl").read_bytes() == before
