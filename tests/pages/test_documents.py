"""HTML and PDF pages, made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.articles import split_articles
from pipeline.lexicon import load_lexicon
from pipeline.pages import PageError, read_page
from pipeline.pages.documents import _page_lines, html_text

DIVISIONS = load_lexicon().divisions
HTML = """<html><head><meta charset="{charset}"><title>云州日报数字报</title><script>var a = "本报讯";</script></head><body>
<div class="nav"><a>上一版</a><a>下一版</a></div><p class="yinti">金穗银行云州分行</p><h1 class="title">为春耕送去“及时雨”</h1>
<div id="ozoom"><founder-content><p>　　本报讯（记者 冷雨桐）日前，金穗银行云州分行组建小分队进村入户。</p><P>　　该行已投放春耕贷款<br>1.2亿元。</P></founder-content></div>
<div class="footer">版权所有</div></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_digital_newspaper_page(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "content_1.html"
    path.write_bytes(HTML.format(charset=charset).encode(charset))
    page = read_page(path, page_id="c", facts=None, divisions=DIVISIONS)
    assert page.encoding == ("html utf-8" if charset == "utf-8" else "html gb18030")
    assert "版权所有" not in page.raw
    assert "var a" not in page.raw
    articles, _ = split_articles(page)
    assert [(a.kicker, a.headline, a.reporters) for a in articles] == [
        ("金穗银行云州分行", "为春耕送去“及时雨”", ("冷雨桐",))
    ]
    assert articles[0].text.startswith("日前，金穗银行云州分行")


def test_html_without_a_known_frame() -> None:
    text, _ = html_text("<p>标题在此</p><div>第一段。</div><style>p {}</style>第二段。".encode(), Path("a.html"))
    assert text == "标题在此\n第一段。\n第二段。"


def test_html_without_text() -> None:
    with pytest.raises(PageError, match=r"a\.html"):
        html_text(b"<html><body><script>x</script></body></html>", Path("a.html"))


def test_html_that_lies_about_its_encoding() -> None:
    with pytest.raises(PageError, match="says it is UTF-8"):
        html_text(HTML.format(charset="utf-8").encode("gbk"), Path("a.html"))


def word(text: str, x: float, y: float, size: float = 10.0) -> dict[str, object]:
    return {"text": text, "x0": x, "x1": x + size * len(text), "top": y, "bottom": y + size}


def test_columns_are_read_down_and_headings_first() -> None:
    words = [word("横跨两栏的大标题", 60, 10, 20)]
    words += [word(f"左栏第{n}行文字在此", 10, 60 + 14 * i) for i, n in enumerate("一二三四")]
    words += [word(f"右栏第{n}行文字在此", 130, 60 + 14 * i) for i, n in enumerate("一二三四")]
    assert _page_lines(words) == [
        "横跨两栏的大标题", "",
        *(f"左栏第{n}行文字在此" for n in "一二三四"), "",
        *(f"右栏第{n}行文字在此" for n in "一二三四"),
    ]  # fmt: skip


def make_pdf(lines: list[tuple[float, float, str]]) -> bytes:
    """A PDF of one page with an embedded CID font of Adobe-GB1, whose text layer readers know without the font file."""
    content = "".join(
        f"BT /F1 10 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, text in lines
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"endstream",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        b"/Supplement 4 >> /DW 1000 /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 "
        b"/Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return out + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def test_pdf_with_two_columns(tmp_path: Path) -> None:
    pytest.importorskip("pdfplumber")
    left = ["本报讯近日清河区柳", "荫街道开展活动，居", "民踊跃参加。"]
    right = ["活动持续三天，共服", "务居民三百人次，大", "家都说办得好。"]
    lines = [(20.0, 250.0 - 14 * i, text) for i, text in enumerate(left)]
    lines += [(160.0, 250.0 - 14 * i, text) for i, text in enumerate(right)]
    path = tmp_path / "p1.pdf"
    path.write_bytes(make_pdf(lines))
    page = read_page(path, page_id="p1", facts=None, divisions=DIVISIONS)
    assert page.encoding == "pdf"
    assert "".join(page.raw.split()) == "".join(left + right)


def test_broken_pdf(tmp_path: Path) -> None:
    path = tmp_path / "p1.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(PageError, match=r"p1\.pdf"):
        read_page(path, page_id="p1", facts=None, divisions=DIVISIONS)
