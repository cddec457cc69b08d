"""The one error of this room: for the person who has the file."""

from __future__ import annotations


class PageError(Exception):
    """A file that cannot be read as a page; the message names the file, what is wrong with it and what to do."""
