"""Counted contests and festivals whose headline is set in two lines, with a blank left where the line broke."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from pipeline.mentions.campaigns.drives import Found, find_drives

BLANK = re.compile(r"(?<=[一-龥”])[ \u3000](?=[一-龥“])")
COUNT = r"(?:第[一二三四五六七八九十百0-9]+届|首届)"
# Behind the count a topic that is not over yet: what ends in a head word or a verb of opening is a clause of its own.
OPEN_TOPIC = re.compile(
    COUNT
    + r"[一-龥·]{0,8}(?<![会赛节展周月日奖])(?<!行动)(?<!活动)(?<!仪式)(?<!论坛)(?<!开幕)(?<!闭幕)(?<!举[行办])(?<!召开)(?<!启动)(?<!落幕)"
    r"(?<!收官)(?<!报名)(?<!来袭)(?<!开启)(?<!将至)$"
)
COUNT_NEXT = re.compile(COUNT)


def find_broken(text: str, areas: Collection[str] = ()) -> list[Found]:
    """Drives of a headline that run over one blank; the blank stays inside the span.

    >>> text = "修武县第二届农民 气排球大赛开赛"
    >>> [text[f.start : f.end] for f in find_broken(text, ["修武县"])]
    ['修武县第二届农民 气排球大赛']
    >>> find_broken("第二届农民运动会开幕 气排球大赛开赛")
    []
    """
    found = []
    for blank in BLANK.finditer(text):
        at = blank.start()
        if OPEN_TOPIC.search(text[:at]) or (text[:at] in areas and COUNT_NEXT.match(text, at + 1)):
            joined = text[:at] + text[at + 1 :]
            found += [replace(f, end=f.end + 1) for f in find_drives(joined, areas) if f.start < at < f.end]
    return found
