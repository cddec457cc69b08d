"""Score the room on the gold pages with gold mentions, with the event logic of the project's scorer."""

from __future__ import annotations

import collections
import re
import sys
from functools import partial
from typing import Any

from pipeline.events import find_events, load_event_rules
from pipeline.records import Event, Value
from tests.oracle import GoldPage, gold_pages, invented_pages

NEAR = 30
ROLES = ("agent", "participant", "target", "place", "campaign")
DAY = re.compile(r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日|(?P<n>近日|日前)")


def times(gold: GoldPage) -> list[Value]:
    """Times of the page, by the project's own finder where it is there, else by a plain pattern."""
    try:
        from pipeline.chinese.dates import find_times
    except ImportError:
        find_times = None
    out: list[Value] = []
    running: str | None = None
    for s in gold.sentences:
        if find_times is not None:
            found = []
            for t in find_times(s.text, gold.page.date, running):
                found.append((t.start, t.end, t.value))
                if t.value:
                    running = t.value
        else:
            found = [
                (
                    m.start(),
                    m.end(),
                    None if m["n"] else f"{m['y'] or gold.page.date[:4]}-{int(m['m']):02}-{int(m['d']):02}",
                )
                for m in DAY.finditer(s.text)
            ]
            found += [
                (m.start(), m.end(), f"{gold.page.date[:4]}-02-11/{gold.page.date[:4]}-02-20")
                for m in re.finditer("今年2月中旬", s.text)
            ]
        for a, b, value in found:
            start, end = s.clean.raw_span(a, b)
            out.append(
                Value(
                    value_id=f"{s.sentence_id}-v{a}",
                    page_id=s.page_id,
                    article_id=s.article_id,
                    sentence_id=s.sentence_id,
                    type="time",
                    text=s.text[a:b],
                    start=start,
                    end=end,
                    sent_start=a,
                    sent_end=b,
                    value=value,
                )
            )
    return out


def run(gold: GoldPage) -> list[Event]:
    return find_events(
        gold.page, gold.articles, gold.sentences, gold.mentions, times(gold), gold.entities, rules=load_event_rules()
    )


def score(errors: bool = False, pages: list[GoldPage] | None = None) -> dict[str, Any]:
    tot: collections.Counter[str] = collections.Counter()
    lines: list[str] = []
    for gold in gold_pages() if pages is None else pages:
        text = gold.page.clean
        at = {raw: i for i, raw in enumerate(text.starts)}
        events = run(gold)
        pred = [(at[e.trigger.start], at[e.trigger.end - 1] + 1, e) for e in events]
        want = []
        for e in gold.events:
            article = next(a for a in gold.articles if a.article_id == e["article"])
            spans = [(at[s.start], at[s.end - 1] + 1) for s in article.spans]
            quote = str(e["at"]).replace(" ", "")
            begin = next(i for a, b in spans for i in [text.text.find(quote, a, b)] if i >= 0)
            start = begin + quote.index(str(e["trigger"])) if str(e["trigger"]) in quote else begin
            want.append((start, start + len(str(e["trigger"])), e))
        pairs = sorted(
            (
                (max(0, max(p[0], g[0]) - min(p[1], g[1])), i, j)
                for i, g in enumerate(want)
                for j, p in enumerate(pred)
                if p[2].type == g[2]["type"]
            ),
            key=lambda z: z[0],
        )
        gi: set[int] = set()
        pj: set[int] = set()
        match = []
        for d, i, j in pairs:
            if d <= NEAR and i not in gi and j not in pj:
                gi.add(i)
                pj.add(j)
                match.append((i, j))
        around = partial(_around, text.text)
        tot.update(gold=len(want), pred=len(pred), tp=len(match))
        for _, _, e in want:
            tot[f"{e['type']}_gold"] += 1
        for _, _, e in pred:
            tot[f"{e.type}_pred"] += 1
        for i, _ in match:
            tot[f"{want[i][2]['type']}_tp"] += 1
        lines += [f"missed {g[2]['type']} {around(g[0], g[1])}" for i, g in enumerate(want) if i not in gi]
        lines += [f"wrong {p[2].type} {around(p[0], p[1])} {p[2].rule}" for j, p in enumerate(pred) if j not in pj]
        for i, j in sorted(match):
            g, e = want[i][2], pred[j][2]
            ga = {(r, k) for r in ROLES for k in g.get(r) or []}
            qa = {(a.role, a.entity_id) for a in e.arguments}
            tot.update(arg_gold=len(ga), arg_pred=len(qa), arg_tp=len(ga & qa))
            if ga != qa:
                lines.append(
                    f"args {g['type']} {around(*want[i][:2])} missed {sorted(ga - qa)} wrong {sorted(qa - ga)}"
                )
            if g.get("time"):
                tot["time_gold"] += 1
                tot["time_tp"] += str(g["time"]) == e.time
            if str(g.get("time")) != str(e.time):
                lines.append(f"time {around(*want[i][:2])} {g.get('time')} {e.time}")
            if (g.get("count") or g.get("amount")) and (g.get("count"), g.get("amount")) != (e.count, e.amount):
                lines.append(f"count {around(*want[i][:2])} {g.get('count')} {g.get('amount')} / {e.count} {e.amount}")
    if errors:
        print("\n".join(lines))
    f = lambda n: _prf(tot[f"{n}tp"], tot[f"{n}pred"], tot[f"{n}gold"])  # noqa: E731
    types = sorted({k.rsplit("_", 1)[0] for k in tot if "_" in k} - {"arg", "time"})
    return {
        "events": f(""), "arguments": f("arg_"), "time": tot["time_tp"] / max(1, tot["time_gold"]),
        **{t: f(t + "_") for t in types},
    }  # fmt: skip


def _around(text: str, a: int, b: int) -> str:
    return text[max(0, a - 12) : a] + "[" + text[a:b] + "]" + text[b : b + 12]


def _prf(tp: int, pred: int, gold: int) -> tuple[float, float, float, int]:
    p, r = tp / max(1, pred), tp / max(1, gold)
    return (round(p, 3), round(r, 3), round(2 * p * r / max(1e-9, p + r), 3), gold)


if __name__ == "__main__":
    for key, value in score("-e" in sys.argv, invented_pages() if "-i" in sys.argv else None).items():
        print(f"{key:14}", value)
