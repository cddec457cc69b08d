"""A user's lexicon decides who is who: aliases are one thing, and an area has the code it was given."""

from __future__ import annotations

import json
from pathlib import Path

import pipeline

PAGE = """本报讯（记者 罗敏）6月3日，河滨街道启动“邻里灯”行动。活动中，红星义警队在柳湾片区巡逻，红星队员向居民发放宣传单。

近日，柳湾片区开展“小巷灯”行动。
"""
TERMS = """name\ttype\tcode\taliases\tnote
邻里灯\tCAM\t\t小巷灯\t
红星义警队\tORG\tvolunteer group\t\t
柳湾片区\tDIS\t410611566\t\t
"""


def entities(folder: Path, terms: str) -> list[dict]:
    (folder / "in").mkdir()
    (folder / "lexicon").mkdir()
    (folder / "in" / "p1.txt").write_text(PAGE, encoding="utf-8")
    (folder / "lexicon" / "mine.tsv").write_text(terms, encoding="utf-8")
    (folder / "my.toml").write_text('[paths]\nlexicon = "lexicon"\n', encoding="utf-8")
    pipeline.extract(folder / "in", folder / "out", config=folder / "my.toml")
    return [json.loads(line) for line in (folder / "out" / "entities.jsonl").read_text(encoding="utf-8").splitlines()]


def test_aliases_are_one_campaign(tmp_path: Path) -> None:
    campaigns = {e["name"]: e["aliases"] for e in entities(tmp_path, TERMS) if e["type"] == "campaign"}
    assert campaigns == {"邻里灯": ["小巷灯"]}


def test_without_the_table_they_are_two(tmp_path: Path) -> None:
    names = {e["name"] for e in entities(tmp_path, TERMS.split("\n")[0] + "\n") if e["type"] == "campaign"}
    assert names == {"邻里灯", "小巷灯"}


def test_an_area_has_the_code_it_was_given(tmp_path: Path) -> None:
    codes = {e["code"] for e in entities(tmp_path, TERMS) if "柳湾片区" in e["aliases"]}
    assert codes == {"410611566"}
