"""Bodies that are named as they stand, and the committees of areas."""

from __future__ import annotations

import re

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.organisations.bare import title_follows
from pipeline.mentions.organisations.ground import Ground, generic_before

LEAN = "省市区县州旗镇乡街"
FRONTS = ("共青团", "中共", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
"""What stands before the committee of an area and makes it that of another body: 共青团|海宁市委."""

FORCE = re.compile(
    "(?:公安|交警|消防|检察|特警|铁警|海关|税务)(?=[ \u3000，：、。！—]|$|提醒|走进|开展|联合|查处|破获|快速|严查|启动|举办|推出|发布|深入|紧盯)"
)
"""武进公安|提醒: the force of a place by a short name, where it acts or heads a line."""


def known_bodies(ground: Ground) -> list[Candidate]:
    """Bodies named as they stand, with the areas before them: 市政协, 浚县县委, 国务院."""
    words, text, found, at = ground.words, ground.text, [], 0
    while opening := words.known_first.search(text, at):
        at = opening.start()
        size = next(
            (
                n
                for n in words.known_lengths.get(text[at], ())
                if at + n <= len(text) and text[at : at + n] in words.known
            ),
            0,
        )
        if not size or not _whole(ground, at, at + size):
            at += 1
            continue
        if text[at] in LEAN and (generic_before(ground, at) or text.startswith(("—", "－", "-", "＋", "+"), at + size)):
            at += 1
            continue
        start = at - next((len(f) for f in FRONTS if text.endswith(f, 0, at) and text[at + 1] == "委"), 0)
        while text[at] in LEAN and start in ground.areas:
            start = ground.areas[start].start
        kind = words.known[text[at : at + size]]
        if text[at : at + size].endswith(("市委", "县委", "区委", "省委", "州委", "旗委")) and _league(ground, start):
            start, kind = start - 1, "mass organisation"
        if text[at] in "市区县省州旗" and start == at and any(a.start < at < a.end for a in ground.areas.values()):
            at += 1
            continue  # 管城回族|区委: the area and its committee are found together
        found.append(Candidate(start, at + size, "organisation", "organisation: known body", 0.9, kind, ("known",)))
        at += size
    return found


def _league(ground: Ground, start: int) -> bool:
    """团 by itself before the committee of an area: 团|北流市委, but not 合唱团 and what stands behind it."""
    return start > 0 and ground.text[start - 1] == "团" and ground.pieces[ground.piece_at[start - 1]].start == start - 1


def _whole(ground: Ground, start: int, end: int) -> bool:
    """A known name is not cut out of longer words: 区委 in 区委员, 工行 in 施工行为."""
    text = ground.text
    if text.startswith(("员会", "托", "派", "屈", "员"), end) and text[end - 1] == "委":
        return False
    if text.startswith("联合国", start) and end - start == 3 and text.startswith(tuple("网家际土资企有营道铁"), end):
        return False  # 社区联合|国网
    first, last = ground.pieces[ground.piece_at[start]], ground.pieces[ground.piece_at[end - 1]]
    opens = first.start == start or (first.tag in ("ORG", "LOC") and text[start - 1] not in "辖园社小城")
    closes = last.end == end or last.tag in ("ORG", "LOC") or title_follows(ground.titles, text, end)
    return opens and closes and not text.startswith("门", end)


def committees(ground: Ground) -> list[Candidate]:
    """The committee or bureau-like office of an area, said in one breath: 管城区委, 淇县政府, 鹤山区政协; 武进公安."""
    found = []
    for end, area in ground.areas.items():
        text = ground.text
        force = FORCE.match(text, end) if area.kind in ("city", "county", None) else None
        if force and text[end - 1] not in "省市县区州旗":
            found.append(
                Candidate(
                    area.start, force.end(), "organisation", "organisation: a force by its area", 0.8, "government"
                )
            )
        if (
            text.startswith("委", end)
            and text[end - 1] in "省市区县州旗"
            and not text.startswith(("员", "托", "派", "屈"), end + 1)
        ):
            start = area.start
            while start in ground.areas:
                start = ground.areas[start].start
            front = next((f for f in FRONTS if text.endswith(f, 0, start)), "") or "团" * _league(ground, start)
            kind = "mass organisation" if front in ("共青团", "团") else "party"
            end += 1 + (front not in ("", "共青团", "团", "中共") and text.startswith("会", end + 1))
            found.append(
                Candidate(start - len(front), end, "organisation", "organisation: area's committee", 0.95, kind)
            )
    return found
