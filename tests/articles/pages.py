"""Synthetic pages: the articles of `pool.toml` set in many layouts, every character with the role it ought to get."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.pages.repair import repair
from pipeline.records import Article, Dropped, Page

POOL = tomllib.loads(Path(__file__).with_name("pool.toml").read_text(encoding="utf-8"))["article"]


@dataclass
class Sheet:
    """Raw text under construction; `marks` say which article (or None) and role its runs have."""

    raw: str = ""
    marks: list[tuple[int, int, int | None, str]] = field(default_factory=list)

    def add(self, text: str, article: int | None = None, role: str = "") -> Sheet:
        if role or text.strip():
            self.marks.append((len(self.raw), len(self.raw) + len(text), article, role or "dropped"))
        self.raw += text
        return self

    def line(self, text: str, article: int | None = None, role: str = "", blank: int = 0) -> Sheet:
        self.add(text, article, role)
        self.raw += "\n" + "\n" * blank
        return self

    def page(self, name: str = "p1") -> Page:
        return Page(
            page_id=name,
            path=name,
            sha256="",
            encoding="utf-8",
            characters=len(self.raw),
            raw=self.raw,
            clean=repair(self.raw),
        )


def wrap(text: str, width: int) -> list[str]:
    """Lines of a column so many Chinese characters broad; a line takes a comma or full stop that would begin the next."""
    out, line, used = [], "", 0.0
    for char in text:
        size = 0.5 if char.isascii() and char != "\0" else 1.0
        if used + size > width and char not in "，。、；：！？”）" and not (char.isascii() and line[-1:].isascii()):
            out.append(line)
            line, used = "", 0.0
        line += char
        used += size
    return [*out, line] if line else out


def spaced(line: str) -> str:
    return " ".join(line)


def set_body(
    sheet: Sheet,
    number: int,
    opener: str = "",
    closer: str = "",
    *,
    width: int = 17,
    blank: int = 0,
    letters: bool = False,
) -> None:
    """A body in a column; every third line letter-spaced when `letters`."""
    count = 0
    for paragraph_number, paragraph in enumerate(POOL[number]["body"]):
        last = paragraph_number == len(POOL[number]["body"]) - 1
        lead = opener if paragraph_number == 0 else ""
        lines = wrap("\0" * len(lead) + paragraph, width) if width else ["\0" * len(lead) + paragraph]
        for i, line in enumerate(lines):
            text = line.lstrip("\0")
            mark = lead[: len(line) - len(text)]
            lead = lead[len(mark) :]
            if mark:
                sheet.add(mark, number, "byline")
            count += 1
            sheet.add(spaced(text) if letters and count % 3 == 0 else text, number, "body")
            if last and i == len(lines) - 1 and closer:
                sheet.add(closer, number, "byline")
            sheet.raw += "\n" + "\n" * blank


def set_heading(
    sheet: Sheet, number: int, *, kicker: str = "line", gap: int = 0, blank: int = 0, letters: bool = False
) -> None:
    """Kicker on its own line (or before the headline on one line), then the headline's lines."""
    item = POOL[number]
    lines = [spaced(x) if letters and i == 0 else x for i, x in enumerate(item["headline"])]
    if item["kicker"] and kicker == "same":
        sheet.add(item["kicker"] + " ", number, "kicker")
        sheet.line(" ".join(lines), number, "headline", blank)
        return
    if item["kicker"]:
        sheet.line(item["kicker"], number, "kicker", gap)
    for i, text in enumerate(lines):
        sheet.line(text, number, "headline", blank if i == len(lines) - 1 else 0)


def people(number: int, form: str) -> str:
    """The byline of a pool article in one of the forms papers use."""
    item = POOL[number]
    names, helpers = item["reporters"], item["correspondents"]
    a, b = " ".join(names), " ".join(helpers)
    both = f"记者 {a}" + (f" 通讯员 {b}" if b else "")
    return {
        "lead": f"本报讯 （{both}）",
        "lead comma": f"本报讯（记者{'、'.join(names)}" + (f" 通讯员{'、'.join(helpers)}）" if b else "）"),
        "box": f"□本报{both}",
        "close": both,
        "close both": f"{both} 文/图",
        "close bracket": f"（{both}）",
        "two lines": f"记者 {a}" + (f"\n通讯员 {b} 文/图" if b else ""),
        "agency": f"新华社云州5月8日电（{both}）",
    }[form]


def wrong_characters(sheet: Sheet, articles: list[Article], dropped: list[Dropped]) -> list[tuple[str, str, str]]:
    """Runs of the page whose article or role is not what it ought to be: (text, wanted, got)."""
    wanted = _labels(sheet)
    got: list[str] = [""] * len(sheet.raw)
    for row in dropped:
        got[row.start : row.end] = ["dropped"] * ((row.end or 0) - (row.start or 0))
    number_of = _numbers(wanted, articles)
    for position, article in enumerate(articles):
        for region in article.spans:
            role = "heading" if region.role in ("kicker", "headline") else region.role
            got[region.start : region.end] = [f"{number_of[position]} {role}"] * (region.end - region.start)
    out: list[tuple[str, str, str]] = []
    for i, char in enumerate(sheet.raw):
        if char.isspace() or wanted[i] == got[i]:
            continue
        if out and out[-1][1:] == (wanted[i], got[i]):
            out[-1] = (out[-1][0] + char, wanted[i], got[i])
        else:
            out.append((char, wanted[i], got[i]))
    return out


def _labels(sheet: Sheet) -> list[str]:
    out = [""] * len(sheet.raw)
    for start, end, article, role in sheet.marks:
        role = "heading" if role in ("kicker", "headline") else role
        out[start:end] = [f"{article} {role}" if article is not None else "dropped"] * (end - start)
    return out


def _numbers(wanted: list[str], articles: list[Article]) -> list[str]:
    """Which pool article each found one is: by most of its body."""
    out = []
    for article in articles:
        votes: dict[str, int] = {}
        for region in article.spans:
            for label in wanted[region.start : region.end] if region.role == "body" else []:
                votes[label.split(" ")[0]] = votes.get(label.split(" ")[0], 0) + 1
        out.append(max(votes, key=lambda k: votes[k]) if votes else "?")
    return out
