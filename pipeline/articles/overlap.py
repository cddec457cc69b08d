"""How much of a heading a body speaks of: shared pairs of characters, rare ones counting more."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import chain

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


@lru_cache(maxsize=128)  # the bodies of a page are asked for by headlines, captions and pictures in turn
def pairs(text: str) -> frozenset[str]:
    """Neighbouring characters inside runs of letters.

    >>> sorted(pairs("鹤山区：AI“微党课”"))
    ['AI', '党课', '山区', '微党', '鹤山']
    """
    out: set[str] = set()
    for run in NOT_WORDS.split(text):
        out.update(map(str.__add__, run, run[1:]))
    return frozenset(out)


class Bodies:
    """The pairs of every body of a page, and how many bodies each pair stands in."""

    def __init__(self, bodies: list[str]) -> None:
        self.all = [pairs(body) for body in bodies]
        self.lead = [pairs(body[:220]) for body in bodies]
        self.spread = Counter(chain.from_iterable(self.all))
        self._weights: dict[str, float] = {}

    def likeness(self, heading: str, body: int) -> float:
        """From 0 (nothing shared) to about 1.4 (every pair stands in the first lines of this body and in no other body)."""
        return self.likenesses(heading, range(body, body + 1))[body]

    def likenesses(self, heading: str, bodies: range) -> dict[int, float]:
        """The likeness of a heading to each of some bodies."""
        weighed = [(pair, self.weight(pair)) for pair in sorted(pairs(heading))]
        total = sum(weight if self.spread[pair] else 0.6 * weight for pair, weight in weighed)
        out = dict.fromkeys(bodies, 0.0)
        for body in bodies if total else ():
            own, lead = self.all[body], self.lead[body]
            out[body] = sum(weight * (1.4 if pair in lead else 1.0) for pair, weight in weighed if pair in own) / total
        return out

    def weight(self, pair: str) -> float:
        """Rare pairs count most; words that stand in every such headline count little."""
        if pair not in self._weights:
            base = math.log((len(self.all) + 1.5) / (self.spread[pair] + 0.5)) + 0.1
            self._weights[pair] = max(0.05, base) * (0.3 if pair in PLAIN else 1.0)
        return self._weights[pair]
