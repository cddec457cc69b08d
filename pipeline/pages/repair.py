"""Raw page text becomes clean text, every character of which knows where it was printed."""

from __future__ import annotations

import re

from pipeline.mapped import MappedText
from pipeline.pages.replacements import LINE_ENDS, REPLACED, SPACES, SPECIAL
from pipeline.pages.spaces import meaningful_gaps

PLAIN_SPACE = {ord(c): " " for c in filter(re.compile(f"[{SPACES}]").match, map(chr, range(0x3000))) if c != "\t"}
POINT = re.compile(r"(?<=\d)．(?=\d)")


def repair(raw: str) -> MappedText:
    r"""The clean text of a page: printed lines joined by "\n", spaces that mean nothing gone, broken characters mended.

    >>> repair("为 引 导 金 融 ，捐赠 AR 智能\n\n⻓春路２ 号").text
    '为引导金融，捐赠 AR 智能\n\n长春路2号'
    """
    letters, at = _mended(raw)
    copies = _copies(letters.split("\n"))
    text: list[str] = []
    where: list[int] = []
    start = 0
    for number, line in enumerate(letters.split("\n")):
        if number in copies:
            start += len(line) + 1
            continue
        if text:
            text.append("\n")
            where.append(at[start - 1])
        _add_line(line, at[start : start + len(line)], text, where)
        start += len(line) + 1
    spots = list(range(len(raw) + 1))
    return MappedText("".join(text), tuple(spots[i] for i in where), tuple(spots[i + 1] for i in where))


def _copies(lines: list[str]) -> set[int]:
    """The second of each pair of like lines, on a page that prints every line twice (the shadow of a text layer)."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    seconds = {b for a, b in zip(filled[::2], filled[1::2], strict=False) if lines[a] == lines[b]}
    return seconds if len(filled) >= 8 and 2 * len(seconds) == len(filled) else set()


def _mended(raw: str) -> tuple[str, list[int]]:
    """Characters dropped and replaced, spaces still there; for each character its raw offset."""
    text: list[str] = []
    at: list[int] = []
    done = 0
    special = "".join(sorted(SPECIAL.intersection(raw)))  # few, so that they are found quickly
    for hit in re.finditer(f"[{re.escape(special)}]", raw) if special else ():
        if hit.start() > done:
            text.append(raw[done : hit.start()])
            at.extend(range(done, hit.start()))
        new = "\n" if hit[0] in LINE_ENDS else REPLACED.get(hit[0], "")
        text.append(new)
        at.extend([hit.start()] * len(new))
        done = hit.end()
    text.append(raw[done:])
    at.extend(range(done, len(raw)))
    return POINT.sub(".", "".join(text).translate(PLAIN_SPACE)), at


def _add_line(line: str, at: list[int], text: list[str], where: list[int]) -> None:
    done = 0
    for start, end, stays in meaningful_gaps(line):
        text.append(line[done:start])
        where.extend(at[done:start])
        if stays:
            text.append(" ")
            where.append(at[start])
        done = end
    text.append(line[done:])
    where.extend(at[done:])
