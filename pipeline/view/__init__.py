"""Records -> a folder of web pages to read the sources beside what was found in them; no server, no network."""

from pipeline.view.load import ViewError
from pipeline.view.write import Written, write_view

__all__ = ["ViewError", "Written", "write_view"]
