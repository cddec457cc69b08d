"""How long a happening lasts: an end or a length printed with it makes its day an interval."""

from __future__ import annotations

import re
from datetime import date

from pipeline.events.times.when import HOW_LONG
from pipeline.events.view import View
from pipeline.records import Value

LENGTH = re.compile(r"为期|历时|持续(?![至到])")
RUNS_ON = re.compile(
    r"(?:[本该此这][次期届]?)?(?:活动|展览|[一-龥]{0,2}展|展[期出会]|展销会|比赛|赛事|赛程|培训|会议|会期|行动|演出|展演|义诊|整治|检查|宣传)?(?:时间|周期)?"
    r"(?:共|将|并|还|预计|计划|一直|拟|免费)*"
)
TO_TOPIC = re.compile(r"的[^，。；]{0,14}")
POINTS = frozenset({"launch", "award", "statement", "finance"})  # over in a day, however long what they open will last
BRIEF = frozenset({"meeting", "visit"})
WEEKS = 31  # days; a plan of three years is no meeting of three years


def lasting(view: View, kind: str, clause: int, start: int, time: str | None) -> str | None:
    """The time of a deed with the end or the length that its clause or the next one gives: 将持续至10月30日, 为期三天.

    What opens, honours or says is over in a day and keeps its time.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> view = look(read_marked("展出作品百幅，将持续至10月30日。").sentence, [], [Value(value_id="v", page_id="p", article_id="a",
    ...     sentence_id="s", type="time", text="持续至10月30日", start=8, end=16, sent_start=8, sent_end=16, value="2024-10-22/2024-10-30")])
    >>> lasting(view, "culture", 0, 0, "2024-10-22"), lasting(view, "launch", 0, 0, "2024-10-22")
    ('2024-10-22/2024-10-30', '2024-10-22')
    """
    if kind in POINTS or "/" in (time or ""):
        return time
    for value in view.values:
        if value.type == "time" and value.value and HOW_LONG.match(value.text) and _of_this(view, value, clause, start):
            first, _, last = value.value.partition("/")
            if LENGTH.match(value.text):
                if time in (None, first, last) and not (kind in BRIEF and _days(first, last) > WEEKS):
                    return value.value
            elif time is None:
                return value.value
            elif len(time) == 10 and time[: len(last)] <= last:
                return f"{time}/{last}"
    return time


def _of_this(view: View, value: Value, clause: int, start: int) -> bool:
    """Whether a length belongs to a deed: it leads to the deed's name, or the next clause goes on with it."""
    own = view.clause_at(value.sent_start)
    begin = view.clauses[own][0]
    if own == clause:
        if value.sent_end <= start:
            return bool(TO_TOPIC.fullmatch(view.text[value.sent_end : start])) or not LENGTH.match(value.text)
        return True
    return own == clause + 1 and bool(RUNS_ON.fullmatch(view.text[begin : value.sent_start]))


def _days(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:  # a year that is not known
        return 0
