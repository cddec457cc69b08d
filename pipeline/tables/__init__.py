"""A run's folder -> tables, a database and other forms in which scholars go on working."""

from pipeline.tables.export import FORMATS, ExportError, export
from pipeline.tables.happenings import happening_ids

__all__ = ["FORMATS", "ExportError", "export", "happening_ids"]
