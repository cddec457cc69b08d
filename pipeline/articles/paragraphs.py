"""Where paragraphs begin between headings, and whether a heading inside running text begins another article."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pipeline.articles.headings import is_unit
from pipeline.articles.lines import LONG, Line
from pipeline.articles.overlap import PLAIN, pairs

NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第[一二三四五六七八九十]")
BEGINS = re.compile(
    r"(?:近日|日前|连日来|近年来|今年|去年|昨日|昨天|\d{1,2}月\d{1,2}日|为(?:进一步|深入|切实|全面|扎实|推动|加强|了|确保)|“[^”]*$)"
)
DATELINE = re.compile(r"(?:近日|日前|昨日|昨天|\d{1,2}月\d{1,2}日)")
EXCLAIMED = re.compile(r"[！？!?]$")
GOES_ON = "，。、；：！？,;:!?）)”’》】…·的了着"
"""No paragraph begins with one of these."""
INDENTED, BROADER = -3.2, 2.1
"""How much narrower (its indent is not printed in text) or broader than the column a paragraph's line can be."""
ALIKE = 0.1
"""Share of the pairs of characters that neighbouring parts of one article have in common: 9 in 10 have more, 3 in 4 strangers less."""


def ends_paragraph(lines: list[Line], i: int) -> bool:
    """Whether a sentence of running text ends with line i; `快来看看身边的变化！` between finished lines is a headline."""
    line = lines[i]
    if not line.final:
        return False
    alone = i == 0 or lines[i - 1].final or lines[i - 1].width < 0.7 * line.width
    return not (
        alone and EXCLAIMED.search(line.text) and line.width <= 24 and not re.search("[。“”]|，.*，", line.text)
    )


def column_of(lines: list[Line]) -> float:
    """The breadth that most unfinished lines have; 0 where there are none."""
    counts = Counter(round(2 * line.width) for line in lines if not line.final and line.width <= LONG)
    return max(counts, key=lambda w: (sum(counts[v] for v in range(w - 2, w + 3)), w), default=0) / 2


def like_heading(lines: list[Line]) -> bool:
    """Whether lines can be kicker and headline: few, without the marks of running text."""
    text = "".join(line.text for line in lines)
    if not lines or len(lines) > 5 or sum(line.width for line in lines) > 80:
        return False
    return (
        len(re.findall("[，,；;]", text)) <= 2 and "。" not in text and not text.endswith(("，", ",", "、", "；", "："))
    )


def paragraph_start(lines: list[Line], group: list[int], column: float) -> int:
    """Which of the lines up to a paragraph's end is its first: those before it are headings.

    Walking back from the last line, lines as broad as the column belong to the paragraph.
    """
    last = group[-1]
    if lines[last].width > LONG or column > LONG or column == 0:
        start = last
        for i in reversed(group[:-1]):
            if lines[i].width < 0.8 * LONG:
                break
            start = i
        return start
    if len(group) == 2 and lines[last].width > lines[group[0]].width + 2:
        return last
    start = _as_broad(lines, group, column)
    if start == 0:
        start = _set_off(lines, group)
    start = min(start, _running(lines, group, column, start))
    if start and lines[group[start]].text[0] in GOES_ON:
        return group[0]
    return group[start] if like_heading([lines[i] for i in group[:start]]) else group[0]


def _as_broad(lines: list[Line], group: list[int], column: float) -> int:
    """Walking back from the last line, lines as broad as the column belong to the paragraph; its first may be indented."""
    place = len(group) - 1
    while place > 0:
        above, here = lines[group[place - 1]], lines[group[place]]
        if not INDENTED <= above.width - column <= BROADER:
            break
        before = [lines[i] for i in group[:place]]
        if (
            not re.search("[，,、]", above.text)
            and like_heading(before)
            and (BEGINS.match(here.text) or is_unit(above.text))
        ):
            break
        place -= 1
        if above.width - column < -2.1:
            break
    return place


def _running(lines: list[Line], group: list[int], column: float, start: int) -> int:
    """The first line before `start` that is as broad as the column and has a comma, if all after it are as broad: running text."""
    place = start
    for k in range(start - 1, -1, -1):
        line = lines[group[k]]
        if not INDENTED <= line.width - column <= BROADER:
            break
        if re.search("[，,]", line.text):
            place = k
    return place


def _set_off(lines: list[Line], group: list[int]) -> int:
    """Headings as broad as the column: an empty line before the paragraph tells, if there is none inside it."""
    gaps = [lines[i].gap for i in group]
    wide = max(gaps[1:], default=0)
    if wide == min(gaps[1:], default=0):
        return 0
    place = max(k for k, gap in enumerate(gaps) if k and gap == wide)
    above = "".join(lines[i].text for i in group[:place])
    return place if BEGINS.match(lines[group[place]].text) or not re.search("[，,、]", above) else 0


def headline_lines(lines: list[Line]) -> int:
    """How many lines between a byline without a headline above it and the first sentence are that headline."""
    end = next((i for i in range(len(lines)) if ends_paragraph(lines, i)), 0)
    start = paragraph_start(lines, list(range(end + 1)), column_of(lines[: end + 8])) if end else 0
    text = lines[start].text if start else ""
    return start if start <= 3 and (BEGINS.match(text) or text[:1] == "“" or DATELINE.match(text)) else 0


def interlopers(lines: list[Line]) -> set[int]:
    """Headings printed across a body, in the middle of one of its sentences: set off by wider gaps than the body's own lines."""
    out: set[int] = set()
    usual = max(Counter(line.gap for line in lines if line.gap >= 0).most_common(1), default=(0, 0))[0]
    wide = [i for i, line in enumerate(lines) if line.gap > usual]
    for first, after in pairwise(wide):
        block = lines[first:after]
        if first == 0 or lines[first - 1].final or not like_heading(block) or len(block) > 3:
            continue
        column = column_of(lines[max(0, first - 8) : first] + lines[after : after + 8])
        odd = all(not INDENTED <= line.width - column <= BROADER for line in block)
        if column and odd and not re.search("[，,。]", "".join(line.text for line in block)):
            out |= set(range(first, after))
    return out


def begins_article(before: str, heading: list[Line], after: str, usual_gap: int, marked: bool) -> bool:
    """Whether a heading between two paragraphs is the headline of another article rather than a subhead.

    Signs: what follows shares few words with what goes before; the heading names a unit that the text before does not;
    it is set off by more empty lines than the text's own lines, and what follows opens with its date; where nothing is
    signed, both texts open with their date.
    """
    if any(NUMBERED.match(line.text) for line in heading) or len(after) < 40:
        return False
    breadth = sum(line.width for line in heading)
    fresh = heading[0].gap > usual_gap and bool(DATELINE.match(after))
    dated = not marked and bool(DATELINE.match(before) and DATELINE.match(after))
    if breadth < (6 if dated or fresh else 9):
        return False
    likeness = cohesion(before[-400:], after[:220])
    unit = next((u for line in heading for u in (line.text.split(" ")[0], line.text) if is_unit(u)), "")
    signs = (
        2 * (likeness < 0.6 * ALIKE)
        + (likeness < ALIKE)
        + (bool(unit) and unit not in before)
        + (heading[0].gap > usual_gap)
    )
    signs += 2 * dated + fresh
    signs -= likeness > 2 * ALIKE
    signs -= breadth <= 16 and len(heading) <= 2 and not unit and heading[0].gap <= usual_gap
    return signs >= (2 if marked else 1)


def parallel_subheads(headings: list[str]) -> set[int]:
    """Which headings of a run of text are built alike, as the subheads of one report are, and the headlines of several seldom.

    >>> sorted(parallel_subheads(["建强堡垒 选好“领头雁”", "", "做强产业 鼓起“钱袋子”", "云州办展会"]))
    [0, 2]
    """
    shapes = [re.sub(r"[\u4e00-\u9fff]", "字", heading) for heading in headings]
    counts = Counter(shapes)
    return {i for i, shape in enumerate(shapes) if counts[shape] > 1 and re.search(r"\W", shape)}


def cohesion(before: str, after: str) -> float:
    """Share of pairs of neighbouring characters that two texts have in common.

    >>> cohesion("南湖街道开展垃圾分类宣传", "垃圾分类宣传走进南湖街道") > cohesion("南湖街道开展垃圾分类宣传", "春耕贷款发放到农户手中")
    True
    """
    left, right = pairs(before) - PLAIN, pairs(after) - PLAIN
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
