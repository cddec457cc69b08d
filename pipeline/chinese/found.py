"""What the readers of times and amounts give back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["time", "money", "count"]


@dataclass(frozen=True, slots=True)
class Found:
    """A time, a sum of money or a count at characters [start, end) of the text it was found in.

    `value` is the normal form: for times EDTF (`2024-08-02`, `2024-10-15/2024-10-18`, `XXXX-07-31`), for the others a plain
    decimal number, two of them with a slash for a range; None where the words name none (近日, 数百名).
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: str | None
    unit: str | None = None
    approximate: bool = False
    leads: bool = True  # 当天 in what follows leans on it; not on the end in 持续至10月30日


def in_title(text: str, at: int) -> bool:
    """Whether a character stands inside 《》 that are closed in the same text.

    >>> in_title("印发《2024年要点》后", 4), in_title("印发《2024年要点》后", 11)
    (True, False)
    """
    opened = text.rfind("《", 0, at)
    return opened >= 0 and text.find("》", opened, at) < 0 <= text.find("》", at)
