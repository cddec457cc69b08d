"""When the date of the happening reported is carried over to what is said and done after it, and when not."""

from __future__ import annotations

import re

from pipeline.events.report import Report
from pipeline.events.speech.said import Said
from pipeline.events.view import View

# 据悉，此次活动共发放…, 截至当日12时: still the day told of
SAME_DAY = re.compile(
    r"(?:据悉|据了解|据介绍|据统计)[，,](?:此次|本次|这次|整个|该)[一-龥]{0,8}(?:活动|行动|会议|检查|演练|义诊|宣传|培训|整治|比赛)|截[至止](?:当[日天晚]|活动结束|发稿)"
)
# what a report closes with: what is going to be done
CLOSING = re.compile(
    r"下一步|下一阶段|接下来|今后|(?<![在])将(?!军|士|领|来|要求)|会(?:让|继续|一如既往|一直|把)|年内|年底前|继续|持续|以此为"
)
# what is told of months and years
LONG = re.compile(
    r"(?:以来|近年|年来|(?:去|前|上)年(?![0-9]+月[0-9]+日)|连续[0-9一二两三四五六七八九十]+年|年均|[一二三四]季度|上半年|下半年|每[年月周天])(?![^，。；]{0,6}(?:发生|出现|涌现|评选|的|典型))"
)
TELLS = re.compile(r"介绍|告诉|透露|表示|说")


def same_day(view: View) -> bool:
    """Whether a sentence that seems to lead out of the happening (据悉, 截至) still tells of its day.

    >>> bool(SAME_DAY.match("据悉，此次活动共发放宣传单60份。")), bool(SAME_DAY.match("据悉，该项目明年完工。"))
    (True, False)
    """
    return bool(SAME_DAY.match(view.text))


def tells_of_long(view: View, position: int, said: list[Said]) -> bool:
    """今年以来，全县共开展…: what stands behind such words in the clause or the words said has not the day's date."""
    starts = [one.content[0] for one in said if one.content and one.content[0] <= position < one.content[1]]
    return bool(LONG.search(view.text, min(starts, default=0), position))


def closes(view: View, report: Report, one: Said) -> bool:
    """Whether a statement speaks of plans or of years at the end of a report that told of more than one day's happening."""
    if not one.content:
        return False
    words = view.text[one.content[0] : one.content[0] + 26]
    if (
        TELLS.search(view.text, one.start, one.end)
        and LONG.search(words)
        and not (report.anchor and report.anchor.gathering)
    ):
        return True
    lead = report.anchor is not None and report.anchor.sentence == 0 and len(report.days) <= 1
    return bool(CLOSING.search(words)) and not lead
