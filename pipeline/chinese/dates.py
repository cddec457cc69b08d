"""Find the times that a text names and give them in EDTF, as a reader of that day's paper would understand them."""

from __future__ import annotations

from pipeline.chinese.context import Context
from pipeline.chinese.date_forms import FORM
from pipeline.chinese.date_spans import lasting, read_span
from pipeline.chinese.days import read_edtf
from pipeline.chinese.found import Found, in_title


def find_times(text: str, page_date: str | None, running: str | None = None) -> list[Found]:
    """Times in the order of the text; `value` is EDTF, or None where the words name no time (近日) or nothing is known.

    `page_date` is the paper's date (EDTF, as far as known), `running` the value of the last time before this text: what
    当天 and a day without a month lean on.

    >>> [(f.text, f.value) for f in find_times("10月15日至18日，近日", "2024-10-22")]
    [('10月15日至18日', '2024-10-15/2024-10-18'), ('近日', None)]
    >>> find_times("7月31日下午，", None)[0].value
    'XXXX-07-31'

    >>> [f.value for f in find_times("展览于10月22日开幕，将持续至10月30日", "2024-10-23")]
    ['2024-10-22', '2024-10-22/2024-10-30']

    Times inside 《》 belong to a title and are left out.
    """
    context = Context(text, read_edtf(page_date), running)
    found: list[Found] = []
    long: list[int] = []
    at = 0
    while match := FORM.search(text, at):
        if match["lasting"]:
            long.append(match.start())
            at = match.end()
            continue
        span = read_span(match, context) if match.end() > match.start() and not in_title(text, match.start()) else None
        if span is None:
            at = max(match.end(), match.start() + 1)
            continue
        leads = not (match["until"] or match["now"])
        found.append(
            Found(
                match.start(),
                span.end,
                text[match.start() : span.end],
                "time",
                span.value,
                None,
                span.approximate,
                leads,
            )
        )
        if leads:
            context.note(span)
        at = span.end
    found += [one for start in long if not in_title(text, start) and (one := lasting(text, start, found)) is not None]
    return sorted(found, key=lambda f: f.start)
