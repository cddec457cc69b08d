"""The page as a row of pieces: running text, and what opens, signs or continues an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.articles.bylines import MARKERS, PAPER, ROLE, People, read_byline
from pipeline.articles.lines import Line
from pipeline.articles.names import HAN, split_names

Kind = Literal["text", "open", "byline", "jump", "caption", "item"]
DAY = r"[ \n]*\d{1,2}[ \n]*月[ \n]*\d{1,2}[ \n]*日"
AGENCY = rf"据?(?:新华社|中新社|中新网|人民网|新华网|中国新闻社|央视网|{PAPER})"
OPEN = re.compile(
    rf"[{MARKERS}【\[]?[ \n]*(?:(?:本[ \n]*[报台网刊社]|{PAPER})(?:综合)?[ \n]*讯|{AGENCY}[{HAN} \n]{{0,12}}?{DAY}[ \n]*(?:专)?(?:电|讯)|"
    rf"[{HAN}]{{2,4}}讯(?=[ ]?(?:[（(][ \n]*(?:{PAPER})?[\u4e00-\u9fff]{{0,4}}记[ \n]*者|记者))|"
    rf"(?:本报|据?新华社|{PAPER})?综合(?:消息|报道|本报讯)(?=[ \n（(：:]))[】\]]?"
)
OPEN_NAMED = re.compile(
    rf"[ \n]*(?P<by>(?:{PAPER})?(?:全媒体|融媒体|见习|实习|首席)?(?:记者|通讯员)[^。，！？“”（）\n]{{2,40}}?)[ ]?(?P<end>报道[:：]?|[:：])"
)
OPEN_BRACKET = re.compile(r"[ \n]*[（(]([^（）()。！？]{1,90})[）)]")
AFTER_OPEN = re.compile(r"[ \n]*[:：—]*[ \n]*")
MIDLINE = re.compile(r"(?<=[。！？”’）) ])(?=(?:本报|本台|本网|本刊)讯|新华社[^。，]{1,10}\d日电)")
SIGNED = re.compile(
    rf"(?<=[。！？”’…）])[ \n]*(?P<by>[（(][^（）()。！？，“”]{{2,70}}[）)]|[{MARKERS}]?[ ]*(?:(?:{PAPER})?(?:全媒体|融媒体|见习|实习|首席)?记者|通讯员|作者)[^。！？，\n]{{2,70}}(?:(?<=[ 、][{HAN}])\n[{HAN}]{{1,2}}(?=[ ]*$))?)[ ]*$",
    re.M,
)
JUMP = re.compile(r"[（(【]?[ ]*(?:紧?(?P<to>下转)|(?P<back>上接))[ ]*(?:第?[ ]*[A-Za-z]?[\d一二三四五六七八九十]{1,3}[ ]*[版页]|[A-Z]\d{1,2})[^\n。，]{0,20}?[）)】]?(?=[ ]*(?:\n|$))|"
                  r"[（(【][ ]*(?P<back2>上接)[^\n。（）()]{1,20}[）)】]")  # fmt: skip
STARTS = re.compile(
    rf"[{MARKERS}（(]?[ ]*(?:{PAPER})?[ ]*(?:全媒体|融媒体|见习|实习|首席|特约|摄影|文字)*(?:记[ ]*者|通[ ]*讯[ ]*员|实习生|作者|摄影|评论员|(?:热心)?(?:读者|市民|网友)[ ：:]|文[/／:：]|图[/／:：]|文图)"
)
NAME_SLASH = re.compile(rf"[{HAN}]{{2,4}} ?[/／] ?[文图摄]")
EDITORIAL = re.compile(rf"[{MARKERS}]?[ ]*(?:本报|本刊|本网|{PAPER})(?:特约)?评论员$")
UNFINISHED = re.compile(r"(?:记者?|通|通讯|通讯员|、|，|实习生|摄影)$")
TORN = re.compile(rf"[ 、：][{HAN}]$")
"""A surname at the end of a line, its given name on the next."""
SLASH = re.compile(r".?[文图] ?[/／] ?[文图]")
"""文 / 图 over two lines."""
CREDIT_LINE = re.compile(r"(?:摄|供图)[）)]?$")


NOBODY = People()


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or part of one with what it does."""

    kind: Kind
    line: Line
    people: People = NOBODY
    word: str = ""
    """下转 or 上接, for a jump"""
    head: Line | None = None
    """headline of a brief, for an item"""


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that no body holds: `zone` bodies stand before it."""

    zone: int
    piece: Piece


def cut_pieces(text: str, lines: list[Line]) -> list[Piece]:
    """The page's pieces in order; every line is in exactly one piece or cut into several."""
    out: list[Piece] = []
    queue = list(reversed(lines))
    while queue:
        line = queue.pop()
        cut = _cut(text, line)
        if cut:
            queue += reversed(cut)
            continue
        special = _open(text, line) or _jump(line) or _byline(text, line, queue)
        if special is None:
            out.append(Piece("text", line))
            continue
        out.append(special)
        rest = _swallow(queue, special.line, line, text)
        if rest:
            queue.append(rest)
    return out


def _cut(text: str, line: Line) -> list[Line]:
    """Cut a line where another article opens, where a signature follows the last sentence, where 下转 begins."""
    places = {hit.start() for pattern in (MIDLINE, JUMP) for hit in pattern.finditer(line.text)}
    cuts = sorted(at for at in places if line.text[:at].strip())
    if cuts:
        return _slices(line, cuts)
    hit = SIGNED.search(text, max(line.start, line.end - 90), min(_next_line_end(text, line.end), line.end + 100))
    if hit and line.start < hit.start("by") < line.end and read_byline(hit["by"]):
        return _slices(line, [hit.start("by") - line.start])
    return []


def _next_line_end(text: str, end: int) -> int:
    at = end
    while at < len(text) and text[at] in " \n":
        at += 1
    stop = text.find("\n", at)
    return stop if stop >= 0 else len(text)


def _slices(line: Line, cuts: list[int]) -> list[Line]:
    """The line cut at the given places, white space at the ends of the slices left out."""
    out: list[Line] = []
    for first, last in pairwise([0, *cuts, len(line.text)]):
        whole = line.text[first:last]
        text = whole.strip()
        start = line.start + first + len(whole) - len(whole.lstrip())
        if text:
            out.append(Line(start, start + len(text), text, -1 if out else line.gap))
    return out


def _open(text: str, line: Line) -> Piece | None:
    hit = OPEN.match(text, line.start, line.start + 60)
    if not hit:
        return None
    end, people = hit.end(), People()
    bracket = OPEN_BRACKET.match(text, end, end + 120)
    if bracket:
        found = read_byline(f"（{bracket[1]}）")
        if found is not None or ROLE.search(bracket[1]) or "来源" in bracket[1]:
            end, people = bracket.end(), found or People()
    elif named := OPEN_NAMED.match(text, end, end + 80):
        found = read_byline(named["by"])
        if found is not None:
            end, people = named.end(), found
    after = AFTER_OPEN.match(text, end)
    stop = after.end() if after and ":" in after[0].replace("：", ":").replace("—", ":") else end
    return Piece("open", Line(line.start, stop, text[line.start : stop], line.gap), people)


def _jump(line: Line) -> Piece | None:
    hit = JUMP.match(line.text)
    if not hit:
        return None
    word = "下转" if hit["to"] else "上接"
    return Piece("jump", Line(line.start, line.start + hit.end(), hit[0], line.gap), word=word)


def _byline(text: str, line: Line, queue: list[Line]) -> Piece | None:
    first = line.text
    if not (STARTS.match(first) or first[0] in f"（({MARKERS}" or NAME_SLASH.match(first)) or CREDIT_LINE.search(first):
        return None
    if first[0] in "（(" and not re.search("[）)]", first[:40]) and not queue:
        return None
    if EDITORIAL.match(first):
        return Piece("byline", line)
    best: Piece | None = None
    end = line.end
    for extra in range(3):
        if extra:
            if len(queue) < extra or queue[-extra].gap < 0 or queue[-extra].width > 40:
                break
            following = queue[-extra]
            so_far = text[line.start : end]
            open_bracket = first[0] in "（(" and not re.search("[）)]", so_far)
            credit = SLASH.fullmatch(so_far[-3:].strip()[-2:] + following.text)
            torn = following.width <= 2 and TORN.search(so_far)
            goes_on = UNFINISHED.search(so_far) or open_bracket or credit or torn
            if not (ROLE.match(following.text.lstrip("（(")) or goes_on):
                break
            end = following.end
        span = _bracketed(text, line.start, end) if first[0] in "（(" else end
        people = read_byline(text[line.start : span]) if _plausible(text[line.start : span]) else None
        if people:
            best = Piece("byline", Line(line.start, span, text[line.start : span], line.gap), people)
    return best


def _bracketed(text: str, start: int, end: int) -> int:
    close = re.compile("[）)]").search(text, start, end)
    return close.end() if close else end


def _plausible(text: str) -> bool:
    """A name behind a mark alone (■李白诗词) is no byline; 2 to 3 characters each are."""
    if ROLE.search(text) or text[0] in "（(":
        return True
    names, others = split_names(text.strip(f"{MARKERS} \n"))
    return text[0] in "□◎●" and not others and all(len(n) <= 3 for n in names)


def _swallow(queue: list[Line], taken: Line, line: Line, text: str) -> Line | None:
    """Take the lines that a piece reached into off the queue; what is left of the last one."""
    last = line
    while queue and queue[-1].start < taken.end:
        last = queue.pop()
    left = text[taken.end : last.end]
    if not left.strip():
        return None
    start = taken.end + len(left) - len(left.lstrip())
    return Line(start, last.end, text[start : last.end], -1)
