"""Records -> a folder of web pages to read the sources beside what was found in them; no server, no network."""

from pipeline.view.write import ViewError, Written, write_view

__all__ = ["ViewError", "Written", "write_view"]
