"""What the page itself gives for its areas: the city it speaks from, and which area is printed before which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.lexicon.divisions import Divisions
from pipeline.records import Mention, Page


def paper_city(page: Page, mentions: Sequence[Mention], divisions: Divisions) -> str | None:
    """Code of the area a page names as its place; without one, of the city its areas vote for by a clear margin."""
    if page.place:
        named = divisions.upper_named(page.place)
        return next((d.code for d in named if d.level in ("city", "province", "county")), None)
    votes = divisions.vote_place("\n".join(m.text for m in mentions))
    clear = votes and votes[0][2] >= 3 and (len(votes) == 1 or votes[0][2] > 1.5 * votes[1][2])
    return votes[0][1] if clear else None


def chains(mentions: Sequence[Mention], texts: Mapping[str, str]) -> dict[str, Mention]:
    """For every mention, by id, the area printed right before it: 淇滨区 before 天山路街道; 的 or a space may part them."""
    ends: dict[tuple[str, int], Mention] = {}
    out: dict[str, Mention] = {}
    for m in sorted(mentions, key=lambda m: (m.sentence_id, m.sent_start, -m.sent_end)):
        parted = m.sent_start and texts.get(m.sentence_id, "")[m.sent_start - 1 : m.sent_start] in ("的", " ")
        above = ends.get((m.sentence_id, m.sent_start)) or ends.get((m.sentence_id, m.sent_start - bool(parted)))
        if above is not None and above.sent_start < m.sent_start:
            out[m.mention_id] = above
        ends.setdefault((m.sentence_id, m.sent_end), m)
    return out


CLASS = frozenset({"省", "市", "县", "区", "旗", "州", "盟", "街道", "街", "镇", "乡", "苏木", "社区", "村", "嘎查"})


def wholes(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """For a mention inside a longer one that only adds the class word, by id, the longer one: 淮南 of 淮南社区."""
    starts: dict[tuple[str, int], list[Mention]] = {}
    for m in mentions:
        starts.setdefault((m.sentence_id, m.sent_start), []).append(m)
    return {
        m.mention_id: longer
        for group in starts.values()
        for m in group
        for longer in group
        if longer.text.startswith(m.text) and longer.text[len(m.text) :] in CLASS
    }
