"""What the user names as input becomes a list of page files, each with an id and what is known about it."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline import ids


class InputError(ValueError):
    """An input that names no page; the message says what was looked for and where."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page file that is to be read."""

    path: Path
    page_id: str


def find_sources(inputs: Iterable[str], suffixes: tuple[str, ...]) -> tuple[list[Source], list[str]]:
    """Expand files, folders and globs into page files sorted by id; also the complaints about inputs that named none.

    Two files of one name in different folders are told apart by their folder: `2024-08-05_p03`, `2024-08-06_p03`.
    """
    paths: dict[Path, None] = {}
    complaints = []
    for name in inputs:
        found = _expand(name, suffixes)
        if isinstance(found, str):
            complaints.append(found)
        else:
            paths.update(dict.fromkeys(found))
    return sorted(_named(list(paths)), key=lambda source: source.page_id), complaints


def _expand(name: str, suffixes: tuple[str, ...]) -> list[Path] | str:
    path = Path(name)
    if path.is_dir():
        try:
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in suffixes and p.is_file())
        except OSError as error:
            return f"{name}: this folder cannot be read: {error.strerror}"
        return files or f"{name}: no page in this folder (looked for {', '.join(suffixes)})"
    if path.exists():
        return [path]
    if glob.has_magic(name):
        hits = [Path(hit) for hit in sorted(glob.glob(name, recursive=True)) if Path(hit).is_file()]
        return hits or f"{name}: nothing matches this pattern"
    return f"{name}: there is no such file or folder"


def _named(paths: list[Path]) -> list[Source]:
    """Name pages by stem; where that is not enough by folder and stem, and at last by the whole path."""
    names = (ids.page_id, lambda p: f"{p.resolve().parent.name}_{p.stem}", lambda p: "_".join(p.resolve().parts[1:]))
    out: list[Source] = []
    left = paths
    for name in names:
        count = Counter(name(path) for path in left)
        out += [Source(path, name(path)) for path in left if count[name(path)] == 1]
        left = [path for path in left if count[name(path)] > 1]
    return out
