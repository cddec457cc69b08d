"""Mended text: what goes, what stays, and that every character knows where it was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pages.repair import repair
from pipeline.pages.replacements import REPLACED, declared

CASES = [
    (n, line)
    for n, line in enumerate(Path(__file__).with_name("spaces.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("# ")
]
ALPHABET = "市民政局在天山路街道7月31日，。“”（）、 　\t\n\r\u00a0\u200b\u00ad\ufeffABCxyzＡ２９⻓⾦⺠社\uf9dbﬁ﹂｡\x00\x0b\x0c\u2028·—"


@pytest.mark.parametrize("line", [pytest.param(line, id=f"spaces.txt:{n}") for n, line in CASES])
def test_spaces(line: str) -> None:
    printed, arrow, clean = line.partition(" => ")
    assert arrow
    assert repair(printed).text == clean


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("⻓春⾦融⺠生⻋站", "长春金融民生车站"),
        ("樂\uf914土", "樂樂土"),
        ("２０２４年Ａ区ｂ座", "2024年A区b座"),
        ("增长３．５倍", "增长3.5倍"),
        ("社\u00ad区\u200b服\ufeff务\x07中心", "社区服务中心"),
        ("\ufeff本报讯", "本报讯"),
        ("第一行\u2028第二行\x0b第三行\x0c第四行", "第一行\n第二行\n第三行\n第四行"),
        ("of\ufb01ce", "office"),
        ("，：（）“”《》·、", "，：（）“”《》·、"),
        ("党建＋文明创建", "党建＋文明创建"),
        ("㎡①℃Ⅲ", "㎡①℃Ⅲ"),
        ("", ""),
    ],
)
def test_characters(printed: str, clean: str) -> None:
    assert repair(printed).text == clean


@given(st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters(codec="utf-8")), max_size=120), st.data())
def test_a_clean_span_is_its_raw_span(raw: str, data: st.DataObject) -> None:
    clean = repair(raw)
    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(clean.starts, clean.ends, strict=True))
    assert list(clean.starts) == sorted(clean.starts)
    if not clean.text:
        return
    start = data.draw(st.integers(0, len(clean) - 1))
    end = data.draw(st.integers(start + 1, len(clean)))
    low, high = clean.raw_span(start, end)
    left, right = "".join(clean.text[start:end].split()), declared(raw[low:high])
    assert left == right or (any(len(REPLACED.get(c, c)) > 1 for c in raw[low:high]) and left in right)


@given(st.text(alphabet=st.sampled_from(ALPHABET), max_size=200))
def test_no_letter_is_lost(raw: str) -> None:
    assert "".join(repair(raw).text.split()).replace(".", "．") == declared(raw).replace(".", "．")


@given(st.text(alphabet=st.sampled_from(ALPHABET), max_size=120))
def test_mending_twice_is_mending_once(raw: str) -> None:
    once = repair(raw).text
    twice = repair(once).text
    assert "".join(twice.split()) == "".join(once.split())


def test_the_table_maps_single_characters_to_ordinary_ones() -> None:
    assert all(len(c) == 1 and c not in REPLACED.values() for c in REPLACED)
    assert REPLACED["⻓"] == "长"
    assert REPLACED["⼈"] == "人"
    assert "，" not in REPLACED


def test_a_page_that_prints_every_line_twice_is_read_once() -> None:
    lines = ["市民政局", "召开会议", "部署工作", "本报讯近日，"]
    twice = repair("\n".join(line for line in lines for _ in range(2)))
    assert twice.text == "\n".join(lines)
    assert repair("\n".join([*lines, *lines])).text == "\n".join([*lines, *lines])
    assert repair("市民政局\n市民政局").text == "市民政局\n市民政局"
