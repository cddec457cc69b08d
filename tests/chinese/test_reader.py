"""Segmenters cut differently and lose nothing; jieba is quiet and its cache is the user's own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.chinese import Reader
from pipeline.chinese.quiet_jieba import cache_folder
from pipeline.chinese.reader import pkuseg_folder
from pipeline.config import load_config

READERS = {name: Reader(segmenter=name, tagger="none") for name in ("jieba", "char")}
if (Path(sys.prefix) / "share" / "pkuseg" / "pkuseg_model").exists():
    READERS["pkuseg"] = Reader(segmenter="pkuseg", tagger="none")
TEXT = st.text(st.sampled_from("任市财政局长在AI 3.5智能\n大会上，“观景社区”　𠮷"), max_size=30)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_words_tile_the_text_but_for_white_space(name: str, text: str) -> None:
    words = READERS[name].segment(text)
    assert "".join(text[a:b] for a, b in words).split() == "".join(text.split()).split()
    assert all(a < b for a, b in words)
    assert words == sorted(words)


def test_jieba_cuts_words_and_char_cuts_characters() -> None:
    text = "市财政局召开会议"
    assert 1 < len(READERS["jieba"].segment(text)) < len(text)
    assert READERS["char"].segment(text) == [(i, i + 1) for i in range(len(text))]


@pytest.mark.parametrize("name", READERS)
def test_a_cut_of_the_segmenter_never_loses_a_mention(name: str) -> None:
    text = "李明任市财政局局长，在AR 智能 大会上讲话。"
    doc = READERS[name].doc(text, [(3, 7, "ORG"), (0, 2, "PER"), (11, 16, "CAM")])
    assert doc.text == text
    assert [(e.text, e.label_, e.start_char) for e in doc.ents] == [
        ("李明", "PER", 0),
        ("市财政局", "ORG", 3),
        ("AR 智能", "CAM", 11),
    ]
    assert all(len(e) == 1 for e in doc.ents)


@pytest.mark.parametrize(
    "spans", [[(0, 3, "A"), (2, 4, "B")], [(1, 1, "A")], [(3, 2, "A")], [(0, 99, "A")], [(-1, 2, "A")]]
)
def test_spans_that_cannot_be_tokens_are_refused(spans: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="must not overlap"):
        READERS["char"].doc("任市财政局", spans)


def test_empty_text() -> None:
    assert READERS["jieba"].segment("") == []
    assert READERS["jieba"].doc("").text == ""


def test_from_the_settings() -> None:
    config = load_config().chinese.model_copy(update={"tagger": "none", "segmenter": "char"})
    assert Reader.from_config(config).segmenter == "char"


def test_an_unknown_segmenter_is_refused() -> None:
    with pytest.raises(ValueError, match="Known: jieba, pkuseg, char"):
        Reader(segmenter="hanlp")


def test_pkuseg_without_its_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="make pkuseg"):
        Reader(segmenter="pkuseg", tagger="none", pkuseg_model=tmp_path)


def test_a_pickled_pkuseg_model_is_never_loaded(tmp_path: Path) -> None:
    (tmp_path / "pkuseg_model").mkdir()
    (tmp_path / "pkuseg_model" / "features.pkl").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    with pytest.raises(ValueError, match="make pkuseg"):
        pkuseg_folder(tmp_path)


SCRIPT = "from pipeline.chinese import Reader; print(len(Reader(tagger='none').segment('市财政局召开会议')))"


def _run(env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_jieba_is_quiet_with_several_processes_and_no_home(tmp_path: Path) -> None:
    runs = [_run({"TMPDIR": str(tmp_path), "HOME": "/nonexistent"}) for _ in range(3)]
    outs = [run.communicate(timeout=120) for run in runs]
    assert all(run.returncode == 0 for run in runs), outs
    assert len({out for out, _ in outs}) == 1
    assert [err for _, err in outs] == ["", "", ""]
    (folder,) = tmp_path.glob("wangge-*")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [f.suffix for f in folder.iterdir()] == [".cache"]  # nothing half-written is left


def test_a_cache_that_others_may_write_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    own = cache_folder()
    assert own.is_dir()
    own.chmod(0o777)
    assert not cache_folder().exists()
    own.rmdir()
    own.symlink_to(tmp_path)
    assert not cache_folder().exists()


def test_without_a_temporary_folder_jieba_reads_its_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert not cache_folder().exists()
