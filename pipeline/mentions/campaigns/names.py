"""How much of what is printed around the quotation marks belongs to the name of a campaign."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.mentions.campaigns.evidence import boundaries
from pipeline.mentions.campaigns.quotes import Quotation

OWN = "[^，,。；;：:、“”‘’《》（）()的了是在让把将被到和与及等暨\\s]"
VERB_BEFORE = re.compile("(?:开展|举办|举行|组织|实施|启动|推进|推行|参加|参与|了|的|、|，)([一-龥]{2,4})$")


def name_span(text: str, quotation: Quotation) -> tuple[int, int]:
    """The name of the campaign that a quotation names or is a part of.

    >>> from pipeline.mentions.campaigns.quotes import find_quotations
    >>> texts = ("开展“书香伴我行”主题活动", "以“五好”党支部创建为抓手", "启动燃气安全“清零”行动")
    >>> [text[slice(*name_span(text, find_quotations(text)[0]))] for text in texts]
    ['书香伴我行', '“五好”党支部创建', '燃气安全“清零”行动']
    """
    if not quotation.alone:
        return quotation.start, quotation.end
    after = text[quotation.row_end :]
    into = _into().match(after)
    if into:
        before = VERB_BEFORE.search(text[: quotation.row_start])
        return quotation.row_start - (len(before[1]) if before else 0), quotation.row_end + into.end()
    tail = _topic_head().match(after)
    topic = _topic_before().search(text[: quotation.row_start])
    if tail and topic:
        return topic.start("topic"), quotation.row_end + tail.end()
    tail = _tail().match(after)
    return (quotation.row_start, quotation.row_end + tail.end()) if tail else (quotation.start, quotation.end)


@lru_cache(maxsize=1)
def _into() -> re.Pattern[str]:
    return re.compile(str(boundaries()["into"]))


@lru_cache(maxsize=1)
def _topic_before() -> re.Pattern[str]:
    # Right behind a launching verb only: in 严查酒驾“零点”行动 the topic is what the verb acts on.
    launch = "(?:开展|实施|启动|推进|推行|部署|组织|打响|深化)(?:了|新一轮|全市|全县|全区|辖区)?"
    return re.compile(f"{launch}(?P<topic>{boundaries()['topic_before']})$")


@lru_cache(maxsize=1)
def _topic_head() -> re.Pattern[str]:
    return re.compile(str(boundaries()["topic_head"]))


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    table = boundaries()
    plain, outside, inside, always, shows = (
        _any(table[key]) for key in ("plain", "outside", "inside", "always", "shows")
    )
    # A name's own words, then its head; no head that stays outside may come first, and the name ends with its head.
    own = f"(?:(?!{outside}){OWN})"
    return re.compile(
        f"(?:(?!(?:{plain})*(?:{inside})){own}{{1,12}}?(?:{inside})|{own}{{0,12}}?(?:{always})"
        f"|{own}{{0,12}}?(?:{shows})(?!{table['show_goes_on']})"
        "|创建(?!活动|工作|行动|单位|办))(?![者中力])"
    )


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"
