"""Run every notebook from an empty kernel; an error in any cell fails. `--strip` takes outputs out of the files for git.

`python .ci/notebooks.py [--strip] [notebook …]`. Nothing is written into the notebooks when they are run.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"
TIMEOUT = 180  # seconds a cell may take


def main(arguments: list[str]) -> int:
    """Run or strip; 1 when a notebook fails."""
    names = [Path(name).resolve() for name in arguments if not name.startswith("-")]
    paths = names or sorted(FOLDER.glob("*.ipynb"))
    if "--strip" in arguments:
        for path in paths:
            strip(path)
        return 0
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    return max([run(path) for path in paths], default=1)


def run(path: Path) -> int:
    """Execute one notebook in its own folder and say how long it took, or which cell failed."""
    notebook = nbformat.read(path, as_version=4)
    begin = time.monotonic()
    client = NotebookClient(
        notebook, timeout=TIMEOUT, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    try:
        asyncio.run(client.async_execute())
    except CellExecutionError as error:
        print(f"{path.name}: failed\n{error}", file=sys.stderr)
        return 1
    pictures = sum(
        "image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", ())
    )
    print(
        f"{path.name}: {len(notebook.cells)} cells, {pictures} pictures, {time.monotonic() - begin:.0f} s", flush=True
    )
    return 0


def strip(path: Path) -> None:
    """Take outputs, counters and the machine's traces out of a notebook."""
    notebook = nbformat.read(path, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02d}"
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    path.write_text(nbformat.writes(notebook, indent=1).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
