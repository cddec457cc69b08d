"""What a speaker says, as printed: quoted or reported, in one piece or parted, over one sentence or several."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.view import CLOSE, OPEN, QUOTES, View, leaves_open
from pipeline.records import Sentence

Piece = tuple[int, int]
NEAR = 60  # characters between a quotation and the verb of saying behind it
SHORT = 6  # characters; fewer in quotation marks are a word, no speech
MOST = 12  # sentences of one quotation; what runs on further has lost its closing mark


def pieces_of(view: View, start: int, end: int, taken: Sequence[Piece]) -> list[Piece]:
    """The pieces of what is said with the verb at [start, end): first the one that tells most, then the others.

    `taken` are pieces of earlier speakers of the sentence.

    >>> from pipeline.events.view import look
    >>> from pipeline.rules.notation import read_marked
    >>> view = look(read_marked("“路平了。”王芳说，“灯也亮了。”").sentence, [], [])
    >>> [view.text[a:b] for a, b in pieces_of(view, 8, 9, [])]
    ['“灯也亮了。”', '“路平了。”']
    """
    before = [s for s in (*view.speech, *_unmarked(view, start)) if s[1] <= start and start - s[1] <= NEAR]
    before = sorted(s for s in before if s not in taken)[-1:]
    if before and len(view.text) - end <= 3:
        return before
    after = end
    while after < len(view.text) and view.text[after] in "，：:,了道":
        after += 1
    stop = len(view.text.rstrip("。！？”"))
    if after >= stop:
        return before
    quoted = next((s for s in view.speech if s[0] == after), None)
    return [quoted or (after, stop), *before]


def quotes(view: View, pieces: Sequence[Piece]) -> list[Piece]:
    """Those pieces that are direct speech."""
    return [piece for piece in pieces if view.text[piece[0]] in OPEN]


def _unmarked(view: View, start: int) -> list[Piece]:
    """“路修好了，出门方便”，王芳告诉记者: direct speech without an end mark, at the head of the sentence."""
    return [
        hit.span() for hit in QUOTES.finditer(view.text, 0, start)
        if hit.start() == 0 and hit.end() - hit.start() > SHORT + 2 and view.text[hit.end() : hit.end() + 1] in ("，", ",")
        and hit.span() not in view.speech
        and not any(hit.start() <= m.sent_start and m.sent_end <= hit.end() and m.type == "campaign" for m in view.mentions)
    ]  # fmt: skip


def around(sentences: Sequence[Sentence], number: int, pieces: Sequence[Piece]) -> list[tuple[int, Piece]]:
    """The sentences before and behind that belong to a quotation which begins before or ends after sentence `number`.

    >>> from pipeline.rules.notation import read_marked
    >>> lines = [read_marked(t).sentence for t in ("王芳说：“路平了。", "灯也亮了。", "真好。”大家鼓掌。")]
    >>> [(n, lines[n].text[a:b]) for n, (a, b) in around(lines, 0, [(4, 9)])]
    [(1, '灯也亮了。'), (2, '真好。”')]
    """
    text = sentences[number].text
    out: list[tuple[int, Piece]] = []
    if any(a == 0 for a, _ in pieces) and text[:1] not in OPEN:
        out += _back(sentences, number)
    if any(text[a : a + 1] in OPEN and b >= len(text.rstrip("。！？")) for a, b in pieces) and leaves_open(text):
        out += _on(sentences, number)
    return out


def _back(sentences: Sequence[Sentence], number: int) -> list[tuple[int, Piece]]:
    out: list[tuple[int, Piece]] = []
    for n in range(number - 1, max(-1, number - MOST), -1):
        text = sentences[n].text
        opened, closed = max(map(text.rfind, OPEN)), max(map(text.rfind, CLOSE))
        if opened > closed:
            return [(n, (opened, len(text))), *out]
        if closed >= 0:
            return []
        out.insert(0, (n, (0, len(text))))
    return []


def _on(sentences: Sequence[Sentence], number: int) -> list[tuple[int, Piece]]:
    out: list[tuple[int, Piece]] = []
    for n in range(number + 1, min(len(sentences), number + MOST)):
        text = sentences[n].text
        closed = min((at for at in map(text.find, CLOSE) if at >= 0), default=-1)
        opened = min((at for at in map(text.find, OPEN) if at >= 0), default=-1)
        if opened >= 0 and (closed < 0 or opened < closed):
            return []
        if closed >= 0:
            return [*out, (n, (0, closed + 1))]
        out.append((n, (0, len(text))))
    return []
