"""What a sentence seems to tell of and does not: wishes, references, speech about what was told before."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.events.report import Report
from pipeline.events.speech.said import Said
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View

# 叮嘱大家少油少盐；志愿者…, 要求商户整改，并发放…: where what is demanded ends
ON_THE_OTHER = re.compile(r"[；;][^“”]*$|，并(?:现场|当场|向[^，；。]{1,6}|为[^，；。]{1,6})?(?=[发赠张]$)")


def joined_again(view: View, report: Report, hit: Hit, hits: list[Hit]) -> bool:
    """487人参加轮训: who came to the course already told of."""
    if not hit.light.startswith(("参加", "参与", "出席")) or hit.start != hit.verb + len(hit.light):
        return False
    word = view.text[hit.start : hit.end]
    general = hit.type == "training" and word in ("培训", "学习", "轮训", "集训")
    if any(
        h.type == hit.type and h.start < hit.start and (general or word in view.text[h.start : h.end]) for h in hits
    ):
        return True
    return any(d.type == hit.type and (word in d.words or d.words in word) for d in report.drafts)


def after_it(view: View, report: Report, hit: Hit) -> bool:
    """参观结束, 走访过程中: a reference when such a thing has been told, the telling of it when not."""
    if not re.match(r"(?:过程)?(?:中|时|后|期间|结束)", view.text[hit.end :]):
        return False
    if view.text.startswith(("过程中，", "过程中,"), hit.end) and hit.start == view.clauses[hit.clause][0]:
        return True
    return any(d.type == hit.type for d in report.drafts) and not view.text[: hit.start].endswith("日常")


def taught(view: View, hit: Hit) -> bool:
    """Explaining and answering questions, which in a report on training is training."""
    return hit.type == "publicity" and (
        hit.rule == "spread_the_word" or bool(re.search(r"问答|互动|解读|讲解", view.text[hit.start : hit.end]))
    )


def as_training(hit: Hit) -> Hit:
    """The same trigger read as training."""
    return replace(hit, type="training", learns=True)


def wished(tables: Tables, view: View, said: list[Said], hit: Hit) -> bool:
    """What somebody demands or hopes has not happened; what somebody says or tells may have."""
    for one in said:
        if (
            one.content
            and one.content[0] <= hit.verb < one.content[1]
            and not ON_THE_OTHER.search(view.text, one.end, hit.verb + 1)
        ):
            word = view.text[one.start : one.end]
            if tables.lists["demand"].search(word) or word in ("表示", "认为", "表态", "承诺", "建议", "坦言", "感慨"):
                return not any(a <= hit.verb < b for a, b in view.speech) or bool(tables.lists["demand"].search(word))
    return any(one.start <= hit.start < one.end for one in said)
