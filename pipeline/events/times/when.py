"""When a happening took place: the time printed with it, else the time of the report it belongs to."""

from __future__ import annotations

import re

from pipeline.events.view import View
from pipeline.records import Value

LEAD = re.compile(
    r"(?:据[一-龥]{1,6}|同时|此外|另外|随后|其中|截止?至?|当地时间|北京时间|已?|首先|最终|最后|并|还|又|也|自|从|于|在|早在|到|至|直到|这次|计划|将|拟|定|预计|[“”（(，,：:、；;。]|\s)*"
)
DATED = re.compile(
    r"[0-9０-９〇零一二三四五六七八九十]+[年月日号.．/-]|[今昨明前当次][日天晚早]|[上中下]旬|月[初底末]|[今去明前]年|即日起."
)  # not 端午节, “七一”期间
HOW_LONG = re.compile(r"为期|历时|持续|延续|开放|展出|进行")  # how these count stands in lasting.py
LEARNT = re.compile(r"[上下]?[午晚]?，?(?:本报|本台|全媒体)?记者[^，。；]{0,24}(?:获悉|了解到|得知)")
LEARNT_FROM = re.compile(r"从[^，。；]{1,24}(?:获悉|了解到|得知)")
NO_TIME = re.compile(r"以来|以后|以前|之前|之后|年度|周年|同期|前后?$")


def time_of(view: View, position: int) -> str | None:
    """EDTF time that the sentence gives for what happens at a position, or None.

    A time counts as an adverbial: at the head of a clause, behind its subject, or as a day anywhere before the trigger.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> sentence = read_marked("7月3日，街道召开例会。").sentence
    >>> day = Value(value_id="v", page_id="p", article_id="a", sentence_id="s", type="time", text="7月3日", start=0, end=4,
    ...     sent_start=0, sent_end=4, value="2024-07-03")
    >>> time_of(look(sentence, [], [day]), 7)
    '2024-07-03'
    """
    best: tuple[int, str] | None = None
    for value in view.values:
        if (
            value.type != "time"
            or not value.value
            or HOW_LONG.match(value.text)
            or NO_TIME.search(value.text)
            or not DATED.search(value.text)
        ):
            continue
        if re.search(r"[节假]", value.text) and not re.search(r"[月日号]", value.text):
            continue
        if re.match(r"以来|以后|以前|之前|前[，,]|年度|周年|的|起", view.text[value.sent_end :][:2]):
            continue
        if re.search(r"截[止至]?(?:至|到)?$", view.text[: value.sent_start]):
            continue
        right_before = value.sent_end == position and len(value.value) >= 7 and not view.in_speech(position)
        if not _adverbial(view, value) and not right_before:
            continue
        if LEARNT.match(view.text, value.sent_end) or (
            view.text[: value.sent_start].endswith("记者") and LEARNT_FROM.match(view.text, value.sent_end)
        ):
            continue  # 5月9日，记者从某局获悉: the day of the telling
        if view.in_speech(value.sent_start) and not view.in_speech(position):
            continue  # “今天才明白。”她说
        here = value.sent_start <= position
        if not here and view.clause_at(value.sent_start) != view.clause_at(position):
            continue
        distance = abs(position - value.sent_start) + (0 if here else 1000)
        if best is None or distance < best[0]:
            best = (distance, value.value)
    return best[1] if best else None


def _adverbial(view: View, value: Value) -> bool:
    if view.in_speech(value.sent_start) and value.value and len(value.value) < 8:
        return False
    begin, _ = view.clauses[view.clause_at(value.sent_start)]
    before = view.text[begin : value.sent_start]
    after = view.text[value.sent_end : value.sent_end + 2]
    day = bool(value.value and re.search(r"-\d\d-\d\d", value.value))
    if day:
        return not before.endswith("的") and not after.startswith(("版", "电"))
    bare = value.sent_start - (view.text[value.sent_start - 1 : value.sent_start] in ("于", "在", "自"))
    # 我市2022年“119”活动: the year is the name's
    named = len(value.value or "") > 4 and any(m.sent_end == bare for m in view.mentions)
    return ((len(before) <= 24 and bool(LEAD.fullmatch(before))) or named) and (
        after[:1] in "，,"
        or bool(re.search(r"[于从在]$", before))
        or any(m.sent_start == value.sent_end for m in view.mentions)
    )
