"""How much of a heading a body speaks of: shared pairs of characters, rare ones counting more."""

from __future__ import annotations

import math
import re
from collections import Counter

NOT_WORDS = re.compile(r"[^一-鿿㐀-䶿A-Za-z0-9]+")
PLAIN = frozenset(
    [
        "工作",
        "开展",
        "活动",
        "服务",
        "社区",
        "街道",
        "推进",
        "建设",
        "提升",
        "发展",
        "做好",
        "助力",
        "召开",
        "举行",
        "举办",
        "加强",
        "进行",
        "组织",
        "积极",
        "办事",
        "事处",
        "处开",
        "全面",
        "着力",
    ]
)


def pairs(text: str) -> set[str]:
    """Neighbouring characters inside runs of letters.

    >>> sorted(pairs("鹤山区：AI“微党课”"))
    ['AI', '党课', '山区', '微党', '鹤山']
    """
    out: set[str] = set()
    for run in NOT_WORDS.sub(" ", text).split():
        out |= {run[i : i + 2] for i in range(len(run) - 1)}
    return out


class Bodies:
    """The pairs of every body of a page, and how many bodies each pair stands in."""

    def __init__(self, bodies: list[str]) -> None:
        self.all = [pairs(body) for body in bodies]
        self.lead = [pairs(body[:220]) for body in bodies]
        self.spread = Counter(pair for body in self.all for pair in body)

    def likeness(self, heading: str, body: int) -> float:
        """From 0 (nothing shared) to about 1.4 (every pair stands in the first lines of this body and in no other body)."""
        own = pairs(heading)
        total = got = 0.0
        for pair in own:
            weight = self.weight(pair)
            total += weight if self.spread[pair] else 0.6 * weight
            if pair in self.all[body]:
                got += weight * (1.4 if pair in self.lead[body] else 1.0)
        return got / total if total else 0.0

    def weight(self, pair: str) -> float:
        """Rare pairs count most; words that stand in every such headline count little."""
        count = len(self.all)
        base = math.log((count + 1.5) / (self.spread[pair] + 0.5)) + 0.1
        return max(0.05, base) * (0.3 if pair in PLAIN else 1.0)
