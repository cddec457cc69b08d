"""Abbreviations that only their page explains: 市新联会, where 市新的社会阶层人士联谊会 is printed in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.mentions.candidate import Candidate

LEAN = "省市区县州旗镇乡"
LEAST = 6  # shorter bodies need no abbreviation, or have one that everybody knows (市财政局)
SHORT_ENDS = {"联合会": "联", "协会": "协", "委员会": "委", "办公室": "办", "促进会": "促会"}
NOT_BEHIND = tuple("议场上员谈展公会助调商同作合动系盟通托派点部中内")
"""What makes another word of the last character: 市人大会|议."""


def abbreviations(names: Mapping[str, Candidate], page_text: str, areas: Sequence[str]) -> dict[str, Candidate]:
    """Leading characters of a printed body and its last word, behind the same area or 市, 区, 县, with the body that vouches.

    >>> body = Candidate(0, 13, "organisation", "example", 0.9)
    >>> sorted(abbreviations({"市新的社会阶层人士联谊会": body}, "市新的社会阶层人士联谊会走访。市新联会捐书。", ()))
    ['市新联会']
    >>> sorted(abbreviations({"市人民代表大会常务委员会": body}, "市人大会议室里。市人事局。", ()))
    []
    """
    found: dict[str, Candidate] = {}
    for name in sorted(names):
        if names[name].type != "organisation" or len(name) < LEAST:
            continue
        for front, rest in _fronts(name, areas):
            for form in _forms(front, rest, page_text):
                if form not in names and form not in name:
                    found.setdefault(form, names[name])
    return found


def _fronts(name: str, areas: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the name leans on and the rest of it: 市|…, and for 鹤壁市… also 市|…."""
    if name[0] in LEAN:
        yield name[0], name[1:]
        return
    area = max((a for a in areas if name.startswith(a) and len(name) - len(a) >= LEAST - 1), key=len, default="")
    if area:
        yield area, name[len(area) :]
        if area[-1] in LEAN:
            yield area[-1], name[len(area) :]


def _forms(front: str, rest: str, page_text: str) -> Iterator[str]:
    """The forms that are printed: first character, none to two of the inner ones in their order, the end."""
    ends = [(rest[-1], 1, 1), *((short, 0, len(long)) for long, short in SHORT_ENDS.items() if rest.endswith(long))]
    at = page_text.find(front + rest[0])
    while at >= 0:
        start = at + len(front) + 1
        for end, least, cut in ends:
            for size in range(least, 3):
                stop = start + size + len(end)
                inner = page_text[start : start + size]
                if page_text[start + size : stop] != end or page_text.startswith(NOT_BEHIND, stop):
                    continue
                if end[0] not in inner and _in_order(inner, rest[1:-cut]):
                    yield page_text[at:stop]
        at = page_text.find(front + rest[0], at + 1)


def _in_order(some: str, whole: str) -> bool:
    """All characters of the one stand in the other, in this order."""
    at = 0
    for character in some:
        at = whole.find(character, at) + 1
        if not at:
            return False
    return True
