"""One meaning, many spellings; and what only looks like a time, a sum or a count."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.chinese.amounts import find_amounts
from pipeline.chinese.date_forms import FORM, FORMS, VAGUE
from pipeline.chinese.dates import find_times
from pipeline.chinese.festivals import feast_names
from pipeline.chinese.found import Found
from pipeline.chinese.numbers import plain, read_number
from tests.chinese.spellings import Spelling, spellings


def _check(found: list[Found], case: Spelling) -> None:
    if case.meaning == ("none",):
        assert found == []
        return
    near = [f for f in found if (f.start, f.end) == case.span]
    assert near, f"expected {case.text[slice(*case.span)]!r}, found {[(f.text, f.value) for f in found]}"
    value, *rest = case.meaning
    assert near[0].value == (None if value == "null" else value)
    assert near[0].text == case.text[slice(*case.span)]
    units = [r for r in rest if r != "~"]
    assert near[0].approximate == ("~" in rest)
    assert units in ([], [near[0].unit])


@pytest.mark.parametrize("case", spellings("dates.txt"))
def test_times(case: Spelling) -> None:
    _check(find_times(case.text, case.page, case.running), case)


@pytest.mark.parametrize("case", spellings("amounts.txt"))
def test_amounts(case: Spelling) -> None:
    found = find_amounts(case.text)
    assert all(f.kind == ("money" if "元" in (f.unit or "") or f.unit in ("欧元", "英镑") else "count") for f in found)
    _check(found, case)


@pytest.mark.parametrize("case", spellings("numbers.txt"))
def test_numbers(case: Spelling) -> None:
    number = read_number(case.text)
    assert (None if number is None else plain(number)) == (None if case.meaning == ("none",) else case.meaning[0])


TEXT = st.text(
    st.sampled_from(
        "0123456789一二三十百千万亿年月日号至-—、，。前后今去上下半旬初底季度“七”节期间春人名元余多个星期时分第《》当天约农历正 "
    ),
    max_size=40,
)
EDTF = st.sampled_from([None, "2024", "2024-02", "2024-01-31", "2023-12", "XXXX-02-29"])


@settings(max_examples=400, deadline=None)
@given(TEXT, EDTF, EDTF)
def test_finds_lie_in_order_inside_the_text_and_never_fail(text: str, page: str | None, running: str | None) -> None:
    for found in (find_times(text, page, running), find_amounts(text)):
        at = 0
        for f in found:
            assert at <= f.start < f.end <= len(text)
            assert f.text == text[f.start : f.end]
            at = f.end


@given(st.integers(0, 10**12))
def test_a_number_written_in_digits_is_itself(number: int) -> None:
    value = read_number(str(number))
    assert value is not None
    assert plain(value) == str(number)


@given(st.integers(1, 10**12 - 1))
def test_a_number_written_in_chinese_is_itself(number: int) -> None:
    assert read_number(spell(number)) == number


def spell(number: int) -> str:
    """The number as a teacher would write it."""
    digits = "零一二三四五六七八九"

    def section(n: int) -> str:
        out = ""
        for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = n // size % 10
            if digit:
                out += digits[digit] + name
            elif out and not out.endswith("零") and n % size:
                out += "零"
        return out

    out = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // size % 10**4
        if part:
            out += ("零" if out and part < 1000 else "") + section(part) + name
    return out


EVERYWHERE = re.compile(FORMS)
TIME_LETTERS = sorted({letter for letter in EVERYWHERE.pattern if not letter.isascii()}) + list(
    '0123456789-/.:"年月日号'
)


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from(TIME_LETTERS), min_size=2, max_size=14))
def test_no_time_begins_with_a_character_that_is_passed_over(text: str) -> None:
    assert [m.span() for m in FORM.finditer(text) if m[0]] == [m.span() for m in EVERYWHERE.finditer(text) if m[0]]


@pytest.mark.parametrize("name", sorted(feast_names()) + VAGUE.split("|"))
def test_every_feast_and_vague_time_is_found_at_its_first_character(name: str) -> None:
    assert [m.span() for m in FORM.finditer(name) if m[0]] == [m.span() for m in EVERYWHERE.finditer(name) if m[0]]
