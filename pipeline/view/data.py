"""Data as script files, because a page opened from a folder may load scripts and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROWS = 100  # of a list in one file; the rest is loaded when the reader turns the page


class DataFolder:
    """Writes `data/<key>.js`, each of which hands one value to the page that asked for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, key: str, value: Any) -> None:
        """Write one value under a key such as `e/012`."""
        path = self.folder / f"{key}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"wangge.put({script(key)},{script(value)});\n".encode("utf-8", "replace"))

    def rows(self, key: str, rows: Sequence[Any]) -> dict[str, Any]:
        """A list that is turned page by page: its first rows, its length, and where the others are."""
        for start in range(ROWS, len(rows), ROWS):
            self.put(f"l/{key}-{start // ROWS}", rows[start : start + ROWS])
        return {"n": len(rows), "key": key, "rows": rows[:ROWS]}


def script(value: Any) -> str:
    r"""A value as JSON that is also harmless inside HTML and JavaScript.

    >>> script("</script>，好")
    '"\\u003c/script>，好"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
