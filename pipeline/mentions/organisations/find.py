"""Names of bodies: a grammar over their last words, read to the left, with the tagger as one witness among others."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.organisations.bare import Found, title_follows
from pipeline.mentions.organisations.ground import Ground
from pipeline.mentions.organisations.judge import judge
from pipeline.mentions.organisations.known import FRONTS, committees, known_bodies
from pipeline.mentions.organisations.layout import ground_of
from pipeline.mentions.organisations.left import Left, stationed, walk_left
from pipeline.mentions.organisations.words import OrganisationWords, organisation_words
from pipeline.mentions.view import SentenceView

BRACKETS = {"（": "）", "(": ")"}
PARTY_POSTS = ("书记", "副书记", "委员", "成员")
PARTY_BODIES = frozenset({"党委", "党组", "党总支", "党支部", "纪委", "党工委", "机关党委"})


def find_organisations(view: SentenceView, areas: Sequence[Candidate]) -> list[Candidate]:
    """Names of bodies in a sentence, with the areas in their names (市民政局养老服务科; 浚县黎阳街道党工委).

    `areas` are the districts found in the sentence. Nested bodies are given too: 中原银行鹤壁分行 inside its 财务会计部.
    """
    words = organisation_words(view.lexicon)
    ground = ground_of(view, areas, words)
    known = known_bodies(ground) + committees(ground)
    for one in sorted(known, key=lambda c: (c.end, -c.start)):
        ground.bodies.setdefault(one.end, one)
    found, doubtful = _by_heads(view, ground, words)
    found = [*(c for c in known if not _inside(c, found)), *found]
    return sorted([*found, *_in_lists(view.text, found, doubtful, words)], key=lambda c: (c.start, -c.end))


def _by_heads(view: SentenceView, ground: Ground, words: OrganisationWords) -> tuple[list[Candidate], list[Found]]:
    text = view.text
    tagged = [(w.start, w.end) for w in view.tagged if w.tag in ("ORG", "LOC")]
    found: list[Candidate] = []
    doubtful: list[Found] = []
    for end in range(2, len(text) + 1):
        head = words.head_before(text, end)
        if head is None or not _ends_here(ground, words, text, end, head):
            continue
        kind, needs = words.heads[head]
        begin = max((at for at in range(end - len(head) + 1, end) if at in ground.areas), default=end - len(head))
        left = walk_left(ground, begin, kind) if needs != "self" else Left(begin, None, [])
        left.start = stationed(ground, left.start, head)
        if head in PARTY_BODIES and left.anchor == "parent" and text.startswith(PARTY_POSTS, end):
            continue  # 中原银行鹤壁分行党委书记: a post in the bank
        sure = any(a == left.start and end <= b for a, b in tagged)
        one = Found(head, kind, needs, left, left.start, end, sure)
        score, reason = judge(view, ground, words, one)
        if score <= 0:
            doubtful.append(one)
            continue
        if left.anchor == "area" and head.endswith(("委", "委员会")):
            left.start -= next((len(f) for f in FRONTS if text.endswith(f, 0, left.start)), 0)
        elif kind == "party" and text.endswith("中共", 0, left.start):
            left.start -= 2
        closed = _bracket(text, end, words)
        candidate = Candidate(left.start, closed, "organisation", f"organisation: {reason}", score, kind, (reason,))
        found = [c for c in found if not (c.start == candidate.start and c.end == candidate.end)]
        found.append(candidate)
        before = ground.bodies.get(end)
        if before is None or before.start >= candidate.start:
            ground.bodies[closed] = candidate
    return found, doubtful


def _ends_here(ground: Ground, words: OrganisationWords, text: str, end: int, head: str) -> bool:
    """A head ends where a word ends, and no longer head goes on from it (服务中心 | 办公室 are two)."""
    if end < len(text) and text[end] in "长" and not text.startswith(("长期", "长效", "长远"), end):
        return False
    if end < len(text) and text[end] == "们":
        return False
    at_end = ground.pieces[ground.piece_at[end - 1]].end == end
    if len(head) == 1:
        branch = head == "局" and any(area.start == end for area in ground.areas.values())  # 市城管局|岳阳楼分局
        return at_end or branch or title_follows(ground.titles, text, end) or words.strong.match(text, end) is not None
    if at_end:
        return True
    rest = text[end : ground.pieces[ground.piece_at[end - 1]].end]
    piece = ground.pieces[ground.piece_at[end - 1]]
    return (
        piece.tag in ("ORG", "LOC", "n", "nz", "")
        and len(head) >= 2
        and text[piece.start : end] not in words.not_head
        and (len(rest) >= 2 or rest in "和与及")
    )


def _bracket(text: str, end: int, words: OrganisationWords) -> int:
    """A second name in brackets belongs to the first: 综合行政执法局（城市管理局）."""
    close = text.find(BRACKETS[text[end]], end) if end < len(text) and text[end] in BRACKETS else -1
    if close < 0 or close - end > 16:
        return end
    head = words.head_before(text, close)
    return (
        close + 1
        if head and close - len(head) > end + 1 and not text.startswith(("以下", "简称", "下称"), end + 1)
        else end
    )


def _in_lists(
    text: str, found: Sequence[Candidate], doubtful: Sequence[Found], words: OrganisationWords
) -> list[Candidate]:
    """A doubtful name beside a sure one in a list is one too: 市民政局、金融部、信贷部."""
    spans = {(c.start, c.end) for c in found}
    starts, ends = {c.start for c in found}, {c.end for c in found}
    more: list[Candidate] = []
    for one in sorted(doubtful, key=lambda d: d.start):
        listed = (text[one.start - 1 : one.start] == "、" and one.start - 1 in ends) or (
            text[one.end : one.end + 1] == "、" and one.end + 1 in starts
        )
        section = one.kind == "section" and any(
            c.end < one.start and "section" in (c.kind or "") for c in [*found, *more]
        )
        if (
            section
            and "".join(one.left.middle) in words.subject
            and text[one.start - 1 : one.start] in ("、", "，", "和")
        ):
            listed = True
        plain = one.kind not in ("association", "section") and set(one.left.middle) <= words.generic
        if listed and one.left.middle and not plain and one.listable and (one.start, one.end) not in spans:
            more.append(
                Candidate(one.start, one.end, "organisation", "organisation: in a list of bodies", 0.6, one.kind)
            )
            ends.add(one.end)
    return more


def _inside(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Covered by a longer body that it does not begin: 区委 in 管城区委社治委 goes, 管城区委 stays."""
    return any(o.start < one.start and one.end <= o.end for o in others)
