from __future__ import annotations

import io
import runpy
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline.lexicon.build_divisions import build
from pipeline.lexicon.division_store import ARCHIVE

TABLES = {
    "provinces": 'code,name\n"41","河南省"\n',
    "cities": 'code,name\n"4106","鹤壁市"\n',
    "areas": 'code,name\n"410601","市辖区"\n"410611","淇滨区"\n',
    "streets": 'code,name\n"410611001","金山街道"\n',
    "villages": 'code,name\n"410611001002","翠湖社区居委会"\n',
}


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(Path(__file__).parents[2] / ".ci" / "divisions.py"))


def package(path: Path, **other: str) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, text in (TABLES | other).items():
            info = tarfile.TarInfo(f"package/dist/{name}.csv")
            info.size = len(text.encode())
            tar.addfile(info, io.BytesIO(text.encode()))
    return path


def test_one_package_gives_one_archive(tmp_path: Path, script: dict[str, Any]) -> None:
    tgz = package(tmp_path / "p.tgz")
    build(tgz, tmp_path / "a.zip")
    build(tgz, tmp_path / "b.zip")
    assert script["verdict"](tmp_path / "a.zip", tmp_path / "b.zip") == "a.zip: rebuilt, bytes are equal."
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("upper.tsv").decode().splitlines()[:3] == [
            "410000\t河南省",
            "410600\t鹤壁市",
            "410611\t淇滨区",
        ]
        assert archive.read("4106.tsv").decode() == "410611001\t金山街道\n410611001002\t翠湖社区居委会\n"


def test_another_list_is_told_by_its_members(tmp_path: Path, script: dict[str, Any]) -> None:
    build(package(tmp_path / "p.tgz"), tmp_path / "a.zip")
    build(package(tmp_path / "q.tgz", streets='code,name\n"410611001","银山街道"\n'), tmp_path / "b.zip")
    told = script["verdict"](tmp_path / "a.zip", tmp_path / "b.zip")
    assert told == "a.zip: differs in 4106.tsv, README.txt, streets.tsv; the new one is in place."


def test_the_same_list_packed_otherwise_is_kept(tmp_path: Path, script: dict[str, Any]) -> None:
    build(package(tmp_path / "p.tgz"), tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as old, zipfile.ZipFile(tmp_path / "b.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert "contents are equal" in script["verdict"](tmp_path / "a.zip", tmp_path / "b.zip")


def test_a_package_without_a_table_is_told(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "p.tgz", "w:gz"):
        pass
    with pytest.raises((FileNotFoundError, KeyError), match="provinces"):
        build(tmp_path / "p.tgz", tmp_path / "a.zip")


def test_the_archive_says_what_the_package_says_of_its_licence(script: dict[str, Any]) -> None:
    text = zipfile.ZipFile(ARCHIVE).read("README.txt").decode()
    assert 'package.json says "license": "MIT", its LICENSE file and README.md say WTFPL version 2' in text
    assert script["SHA256"] in text
