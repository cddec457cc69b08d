"""Campaigns printed without quotation marks: a head word (专项行动, 大赛, 创建) and the topic before it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.mentions.campaigns.evidence import DATA

ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百0-9]+届|首届)$")
TWO = re.compile("(?:行动|工程|攻坚战|专项整治)[和与及](?=..)")
"""城市更新行动和|环境卫生整治专项行动: one drive ends before the joint."""
HOSTS = ("社区", "小区", "街道", "村", "镇", "乡")
CLAUSE = re.compile(r"[^，,。；;：:、！!？?“”‘’《》〈〉（）()【】\s—…]*$")


@dataclass(frozen=True, slots=True)
class Drive:
    """A row of `campaign_drives.toml`."""

    name: str
    head: re.Pattern[str]
    topic: re.Pattern[str]
    launched: bool
    before: re.Pattern[str]
    score: float
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drives:
    """The whole table: rows, boundary words, what a name may not begin with, and the verbs that launch."""

    rows: tuple[Drive, ...]
    boundary: re.Pattern[str]
    joint: re.Pattern[str]
    lead: re.Pattern[str]
    launch: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A drive in a sentence [start, end), by which row, and the reasons."""

    start: int
    end: int
    row: str
    score: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=1)
def load_drives() -> Drives:
    """The table `campaign_drives.toml`.

    Raises re.error for a pattern that does not compile and KeyError for a row without one of its fields.
    """
    document = tomllib.loads((DATA / "campaign_drives.toml").read_text(encoding="utf-8"))
    return Drives(
        tuple(_drive(row) for row in document["drive"]),
        re.compile("|".join(word for line in document["boundary"].split("\n") for word in [line.strip("|")] if word)),
        re.compile(document["joint"]),
        re.compile(document["lead"]),
        re.compile(document["launch"] + "$"),
    )


def _drive(row: dict[str, Any]) -> Drive:
    # The longest head wins because it is looked for from every position before the end of its last word.
    first = "".join(sorted({c for c in row["head"] if not c.isascii()}))  # a head begins with one of its own characters
    guard = f"(?=[{first}])" if row["head"].startswith("(") and "-" not in row["head"] else ""
    head = re.compile(f"{guard}(?:{row['head']})" + (f"(?!{row['after']})" if row["after"] else ""))
    return Drive(
        row["name"],
        head,
        re.compile(row["topic"]),
        row["launched"],
        re.compile(f"(?:{row.get('before', '')})$"),
        row["score"],
        tuple(row["hits"]),
        tuple(row["misses"]),
    )


def find_drives(text: str, areas: Collection[str] = ()) -> list[Found]:
    """Drives of a sentence, the longest at each place; `areas` are names of areas, cut off where a drive begins with one.

    >>> text = "该镇开展农村道路交通安全专项整治。"
    >>> [(text[f.start : f.end], f.row) for f in find_drives(text)]
    [('农村道路交通安全专项整治', 'special_drive')]
    """
    found = [f for row in load_drives().rows for f in _by_row(text, row, areas)]
    found.sort(key=lambda f: (f.start - f.end, f.start, f.row))
    kept: list[Found] = []
    for one in found:
        if not any(one.start < k.end and k.start < one.end for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def _by_row(text: str, row: Drive, areas: Collection[str]) -> list[Found]:
    out = []
    for head in row.head.finditer(text):
        start = _topic_start(text, head.start(), areas) if row.topic.pattern else head.start()
        launched = bool(load_drives().launch.search(text, max(0, start - 40), start))
        joints = list(load_drives().joint.finditer(text, start, head.start()))
        if joints and not (launched and 2 <= joints[0].start() - start <= 8):
            start = joints[-1].end()
        start = max((end.end() for end in TWO.finditer(text, start, head.start())), default=start)
        topic = text[start : head.start()]
        if row.topic.fullmatch(topic) and (launched or not row.launched) and row.before.search(text[:start]):
            reasons = (f"{row.name}: {head[0]}", *(["launch_verb"] if launched else []))
            out.append(
                Found(
                    _with_ordinal(text, start, areas),
                    head.end(),
                    row.name,
                    min(1.0, row.score + 0.05 * launched),
                    reasons,
                )
            )
    return out


def _topic_start(text: str, head: int, areas: Collection[str]) -> int:
    table = load_drives()
    clause = CLAUSE.search(text, 0, head)
    start = clause.start() if clause else 0
    for boundary in table.boundary.finditer(text, start, head):
        start = boundary.end()
    while start < head:
        lead = table.lead.match(text, start, head)
        area = max((a for a in areas if text.startswith(a, start) and start + len(a) < head), key=len, default="")
        joined = text.startswith("·", start + len(area))  # 中国·龙门灯会 is one name
        step = max(lead.end() - start if lead else 0, 0 if joined else len(area))
        if not step:
            break
        start += step
    return start


def _with_ordinal(text: str, start: int, areas: Collection[str]) -> int:
    """Where the whole name begins when it is counted: 第三届 and 首届 belong to it, and so does the area around them.

    >>> _with_ordinal("举办平山县第三届职工气排球赛", 8, ["平山县"])
    2
    """
    area = max((a for a in areas if text.endswith(a, 0, start)), key=len, default="")
    ordinal = ORDINAL.search(text, 0, start - len(area)) or ORDINAL.search(text, 0, start)
    if not ordinal:
        return start
    before = max((a for a in areas if text.endswith(a, 0, ordinal.start())), key=len, default="")
    if before.endswith(HOSTS):
        before = ""  # 柳林社区|第六届邻里节: who holds it, not whose it is
    return ordinal.start() - len(before)
