"""The one error of this room."""

from __future__ import annotations


class RuleError(ValueError):
    """A rule table or a pattern that cannot be read; the message names file, rule and position."""


class PatternError(ValueError):
    """A pattern that cannot be read, before it is known whose it is."""

    def __init__(self, message: str, pattern: str, at: int) -> None:
        near = f"…{pattern[max(0, at - 6) : at]}⟦{pattern[at : at + 8]}⟧"
        super().__init__(f"{message}, at character {at + 1} of pattern {pattern!r}: {near}")
