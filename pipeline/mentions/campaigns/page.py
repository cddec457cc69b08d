"""What the whole page says about its campaigns: a brand introduced once is known wherever it is printed again."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.mentions.campaigns.drives import find_drives
from pipeline.mentions.campaigns.evidence import boundaries, weigh
from pipeline.mentions.campaigns.names import name_span
from pipeline.mentions.campaigns.quotes import find_quotations

SURE = 1.0  # total weight from which a brand is known to the rest of its page
COUNTED = re.compile(r"(?:第[一二三四五六七八九十百0-9]+届|首届)(?:中国·)?")
MARKS = re.compile(r"[，、·,\s“”‘’]")


@lru_cache(maxsize=16)
def page_brands(page_text: str) -> frozenset[str]:
    """Quoted texts and whole names that some line of the page shows to be campaigns.

    >>> sorted(page_brands("“邻里灯”让小巷亮起来\\n街道开展“邻里灯”行动。"))
    ['邻里灯']
    """
    taken: set[str] = set()
    for line in page_text.split("\n"):
        for quotation in find_quotations(line):
            if weigh(line, quotation).total >= SURE:
                start, end = name_span(line, quotation)
                inside = line[quotation.start : quotation.end]
                taken.update({line[start:end], *([inside] if len(inside) > 2 else [])})
    return frozenset(taken)


@lru_cache(maxsize=16)
def printed_again(page_text: str) -> tuple[str, ...]:
    """Brands of the page in the forms in which they may be printed without quotation marks, the longest first.

    >>> printed_again("举办以“粽香传情，邻里同乐”为主题的活动。")
    ('粽香传情，邻里同乐', '粽香传情邻里同乐')
    """
    common = set(boundaries()["common"])
    brands = page_brands(page_text)
    forms = {form for brand in brands for form in (brand, MARKS.sub("", brand))}
    kept = (
        form for form in forms if form not in common and (len(MARKS.sub("", form)) >= 4 or re.search(r"\d[·.]\d", form))
    )
    return tuple(sorted(kept, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=16)
def counted_again(page_text: str, areas: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Shorter forms of the page's counted festivals and contests: 年货节 of 第二届沂河年货节, the longest first.

    >>> counted_again("第二届石桥镇年货节今日开幕。", ("石桥镇",))
    ('石桥镇年货节', '年货节')
    """
    forms: set[str] = set()
    for line in page_text.split("\n"):
        for found in find_drives(line, areas) if COUNTED.search(line) else ():
            whole = line[found.start : found.end]
            name = COUNTED.split(whole)[-1]
            if name != whole:
                forms.update({name, *(name.removeprefix(area) for area in areas if name.startswith(area))})
    return tuple(sorted((form for form in forms if len(form) > 2), key=lambda form: (-len(form), form)))
