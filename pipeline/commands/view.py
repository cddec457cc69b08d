"""`wangge view`: write the reading view, say where to begin, and on request serve it to this machine."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from rich.console import Console

from pipeline.recordfiles import RecordsError
from pipeline.view import ViewError, write_view

HOST = "127.0.0.1"


def run(records: Path, out: Path | None, *, serve: bool, port: int) -> int:
    """Write and report; 2 when the folder is no run or `out` cannot be written."""
    console, errors = Console(), Console(stderr=True)
    folder = out or records / "view"
    try:
        written = write_view(records, folder)
    except (ViewError, RecordsError) as error:
        errors.print(f"[red]No view.[/red] {error}", highlight=False)
        return 2
    except OSError as error:
        errors.print(f"[red]Cannot write[/red] to {folder}: {error.strerror or error}", highlight=False)
        return 2
    console.print(f"{written.pages} pages and {written.entities} entities. Open {written.start}", highlight=False)
    if written.printed < written.pages:
        console.print(
            f"{written.pages - written.printed} pages without their printed lines: the files they were read from are not "
            "where they were, have changed, or hold residents' names that the run masked.",
            highlight=False,
        )
    return _serve(folder, port, console, errors) if serve else 0


def _serve(folder: Path, port: int, console: Console, errors: Console) -> int:
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        errors.print(f"[red]Cannot serve[/red] on port {port}: {error.strerror}; choose another with --port")
        return 2
    with server:
        console.print(f"http://{HOST}:{server.server_port}/  (only from this machine; Ctrl-C ends it)", highlight=False)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.print("ended")
    return 0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""
