"""Bytes: every encoding a page comes in, and a clear word on every file that is no page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.pages import PageError, PageFacts, read_facts, read_page
from pipeline.records import Page

TEXT = "南关街街道办事处\n本报讯（记者 王芳）11月13日，南关街街道召开会议，部署垃圾分类工作。市民政局、区城管局参加。\n"
DIVISIONS = load_lexicon().divisions


def read(path: Path, **more: object) -> Page:
    return read_page(path, page_id=path.stem, facts=None, divisions=DIVISIONS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codec", "recorded"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("gbk", "gb18030"), ("gb18030", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, codec: str, recorded: str) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(TEXT.encode(codec))
    page = read(path)
    assert page.encoding == recorded
    assert page.raw == TEXT == path.read_text(encoding=page.encoding)
    assert page.characters == len(TEXT)


def test_utf16_big_endian(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read(path).raw == TEXT


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "p.txt"
    text = (
        "本报讯（记者 孟晓川）2024年6月1日，市民政局召开会议，部署养老服务工作。\n　　会议要求，各地要做好工作。\n" * 3
    )
    path.write_bytes(text.encode(codec))
    page = read(path)
    assert (page.raw, page.encoding) == (text, codec)


def test_line_ends_are_those_of_python(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert read(path).raw == TEXT == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("zero.txt", b"\x00\x00\x00\x00", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        ("office.txt", b"PK\x03\x04\x14\x00\x06\x00", "zip"),
        ("program.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x03\x00\x3e", "binary"),
        ("broken.txt", "市民政局召开会议".encode()[:-1] + b"\xff", "byte"),
        ("marked.txt", b"\xef\xbb\xbf\xe5\xb8", "byte 0"),
        ("invisible.txt", "\ufeff\u200b\u200b\n".encode(), "no letter"),
    ],
)
def test_files_that_are_no_page(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PageError, match=message) as error:
        read(path)
    assert name in str(error.value)


def test_odd_names_folders_and_missing_files(tmp_path: Path) -> None:
    odd = tmp_path / "第3版 “要闻”#1%20\udcff.txt"
    odd.write_bytes(TEXT.encode())
    assert read(odd).raw == TEXT
    with pytest.raises(PageError, match="folder"):
        read(tmp_path)
    with pytest.raises(PageError, match="no such file"):
        read(tmp_path / "gone.txt")


@pytest.mark.skipif(os.name != "posix", reason="permissions are a matter of POSIX")
def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PageError, match=r"locked\.txt: no permission"):
        read(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(PageError, match=r"50\.0 MB .* limit is 5 MB"):
        read(path)
    small = tmp_path / "small.txt"
    small.write_text(TEXT, encoding="utf-8")
    with pytest.raises(PageError, match=r"limit is 1e-05 MB"):
        read(small, max_megabytes=0.00001)


def test_one_long_line_takes_linear_time(tmp_path: Path) -> None:
    from pipeline.articles import split_articles
    from pipeline.sentences import split_sentences

    path = tmp_path / "line.txt"
    for text in ("“（记者", "市民政局", "记者 王芳 ", "。”", "（王芳）", "本报讯"):
        path.write_text(text * (60_000 // len(text)), encoding="utf-8")
        articles, _ = split_articles(read(path))
        for article in articles:
            split_sentences(article)


def test_place_by_vote_and_by_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("本报讯 淇滨区天山路街道、山城区长风中路街道和淇县、浚县联合开展活动。", encoding="utf-8")
    page = read(path)
    assert (page.place, page.place_code) == ("鹤壁市", "410600")
    assert (page.place_from or "").startswith("vote: 鹤壁市")
    facts = PageFacts(page_id="p", newspaper="郑州日报", place="郑州市", date="2024-08-02")
    told = read_page(path, page_id="p", facts=facts, divisions=DIVISIONS)
    assert (told.place, told.place_code, told.place_from, told.date, told.newspaper) == (
        "郑州市", "410100", "pages.csv", "2024-08-02", "郑州日报",
    )  # fmt: skip


def test_no_evidence_no_place_no_date(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("本报讯 近日，社区开展活动，8月2日结束。2000余份传单发完了。", encoding="utf-8")
    page = read(path)
    assert (page.place, page.place_code, page.date) == (None, None, None)


def test_sidecar(tmp_path: Path) -> None:
    assert read_facts(tmp_path) == {}
    path = tmp_path / "pages.csv"
    path.write_bytes("page_id,newspaper,place,date\r\na,,鹤壁市,2024-08\r\n\r\nb,晚报,,\r\n".encode("utf-8-sig"))
    facts = read_facts(tmp_path)
    assert facts["a"] == PageFacts(page_id="a", place="鹤壁市", date="2024-08")
    assert facts["b"].newspaper == "晚报"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,place\na,b\n", "pages.csv:1: the first line"),
        ("page_id,newspaper,place,date\na,,,2024年8月\n", "pages.csv:2: the date '2024年8月'"),
        ("page_id,newspaper,place,date\na,,,2024-13\n", "pages.csv:2: the date"),
        ("page_id,newspaper,place,date\na,,,\na,,,\n", "pages.csv:3: page 'a' is already"),
        ("page_id,newspaper,place,date\n,x,,\n", "pages.csv:2: no page_id"),
        ("page_id,newspaper,place,date\na,x,y,2024,z\n", "pages.csv:2: more cells"),
    ],
)
def test_bad_sidecar(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "pages.csv").write_text(text, encoding="utf-8")
    with pytest.raises(PageError) as error:
        read_facts(tmp_path)
    assert message in str(error.value)
