"""Clean text that remembers where in the raw page every one of its characters was printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """Text with, for each code point, the half-open range of raw code points that it stands for.

    A cleaned character usually stands for one raw character; a replaced one (a ligature, a Kangxi radical) may stand for
    several or share its range with its neighbour.

    >>> raw = MappedText.of("淇 滨 区")
    >>> clean = raw.keep(i for i, c in enumerate(raw.text) if c != " ")
    >>> clean.text, clean.raw_span(1, 3)
    ('淇滨区', (2, 5))
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, raw: str, start: int = 0) -> MappedText:
        """Raw text that stands for itself, its first character at raw offset `start`."""
        return cls(raw, tuple(range(start, start + len(raw))), tuple(range(start + 1, start + len(raw) + 1)))

    @classmethod
    def empty(cls) -> MappedText:
        """No text at all."""
        return cls("", (), ())

    @classmethod
    def join(cls, parts: Iterable[MappedText], separator: str = "") -> MappedText:
        """Parts in a row; an inserted separator stands for the empty range before the part that follows it.

        >>> MappedText.join([MappedText.of("鹤山", 0), MappedText.of("区", 9)], "\\n").raw_span(0, 4)
        (0, 10)
        """
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for part in parts:
            if not part.text:
                continue
            if text and separator:
                text.append(separator)
                starts += [part.starts[0]] * len(separator)
                ends += [part.starts[0]] * len(separator)
            text.append(part.text)
            starts += part.starts
            ends += part.ends
        return cls("".join(text), tuple(starts), tuple(ends))

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, where: slice) -> MappedText:
        return MappedText(self.text[where], self.starts[where], self.ends[where])

    def keep(self, indices: Iterable[int]) -> MappedText:
        """The characters at the given clean indices, in that order."""
        kept = list(indices)
        return MappedText(
            "".join(self.text[i] for i in kept), tuple(self.starts[i] for i in kept), tuple(self.ends[i] for i in kept)
        )

    def replace(self, text: str) -> MappedText:
        """The same places with other characters, one for one.

        Raises ValueError when the lengths differ.
        """
        if len(text) != len(self.text):
            raise ValueError(f"a one-for-one replacement needs {len(self.text)} characters, not {len(text)}")
        return MappedText(text, self.starts, self.ends)

    def strip(self, characters: str | None = None) -> MappedText:
        """Without the given characters (white space) at either end."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self[left : left + len(self.text.strip(characters))]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw code-point range [start, end) that clean characters `start` up to `end` were printed in.

        Raises ValueError for an empty or reversed span.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span in {len(self.text)} characters: {start}–{end}")
        return min(self.starts[start:end]), max(self.ends[start:end])
