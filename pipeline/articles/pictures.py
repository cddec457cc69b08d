"""Captions go to the article they are likest to; a picture with a text of its own is an article."""

from __future__ import annotations

from dataclasses import replace

from pipeline.articles.bodies import Draft
from pipeline.articles.bylines import read_byline
from pipeline.articles.captions import OPENING_DATE
from pipeline.articles.overlap import Bodies
from pipeline.articles.pieces import Kind, Piece, Stray

NEAR, ENOUGH, OWN_STORY, BELOW = 0.35, 0.1, 0.12, 0.2
STORY = 45
"""Characters from which a caption that is like no article tells a story of its own."""


def caption_runs(captions: list[Stray]) -> list[list[Stray]]:
    """Caption pieces that stand one after the other; a credit ends a caption."""
    out: list[list[Stray]] = []
    for stray in captions:
        last = out[-1][-1] if out else None
        near = last is not None and last.zone == stray.zone and stray.piece.line.start - last.piece.line.end < 4
        if near and last is not None and not last.piece.people:
            out[-1].append(stray)
        else:
            out.append([stray])
    return out


def picture_stories(
    drafts: list[Draft], headed: list[Stray], runs: list[list[Stray]]
) -> tuple[list[Draft], list[Stray], list[list[Stray]]]:
    """Make long captions that are like no article drafts of their own; zones behind them move on by one.

    One that has a headline and opens with its date (`送清凉 / 7月12日，…`) tells news of its own even on a like subject.
    """
    if not runs:
        return drafts, headed, runs
    known = Bodies([draft.text for draft in drafts])
    kept: list[list[Stray]] = []
    added = 0
    for run in runs:
        zone = run[0].zone
        text = "".join(s.piece.line.text for s in run)
        around = range(max(0, zone - 12), min(len(drafts) - added, zone + 12))
        likest = max((known.likeness(text, i) for i in around), default=0.0)
        at = run[0].piece.line.start
        news = bool(OPENING_DATE.match(text)) and any(0 < at - s.piece.line.end < 4 for s in headed)
        if len(text) < STORY or "。" not in text or likest > OWN_STORY * (3 if news else 1):
            kept.append([replace(s, zone=s.zone + added) for s in run])
            continue
        drafts = [
            *drafts[: zone + added],
            Draft(items=[replace(s.piece, kind=_own_kind(s.piece)) for s in run]),
            *drafts[zone + added :],
        ]
        headed = [replace(s, zone=s.zone + 1) if s.piece.line.start > at else s for s in headed]
        added += 1
    return drafts, headed, kept


def _own_kind(piece: Piece) -> Kind:
    """In a story of its own a bare credit is its byline, everything else its body."""
    bare = bool(piece.people) and len(piece.line.text) <= 24 and read_byline(piece.line.text) is not None
    return "byline" if bare else "text"


def give_captions(
    runs: list[list[Stray]], known: Bodies, headings: dict[int, int]
) -> tuple[dict[int, list[list[Piece]]], list[list[Piece]]]:
    """Captions by the body they are likest to, near ones and the one headed right above first; and those of no body."""
    out: dict[int, list[list[Piece]]] = {}
    homeless: list[list[Piece]] = []
    for run in runs:
        zone = run[0].zone
        text = "".join(s.piece.line.text for s in run)
        start = run[0].piece.line.start
        below = next((headings[at] for at in range(start - 1, start - 6, -1) if at in headings), None)
        scored = [
            (
                known.likeness(text, i)
                + (NEAR if i in (zone - 1, zone) else 0.0)
                - 0.01 * abs(zone - i - 0.4)
                + (BELOW if i == below else 0.0),
                i,
            )
            for i in range(max(0, zone - 12), min(len(known.all), zone + 12))
            if known.all[i]
        ]
        pieces = [s.piece for s in run]
        if scored and (best := max(scored))[0] > ENOUGH:
            out.setdefault(best[1], []).append(pieces)
        else:
            homeless.append(pieces)
    return out, homeless
