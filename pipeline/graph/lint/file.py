"""The door: a file in, a report out."""

from __future__ import annotations

from pathlib import Path

from pipeline.graph.lint.gexf import GexfRules
from pipeline.graph.lint.graphml import GraphMLRules
from pipeline.graph.lint.read import Handler, read_xml
from pipeline.graph.lint.report import LintError, Report


def lint_file(path: Path) -> Report:
    """Check a GraphML or GEXF file; the format is told by its first element, not by its name.

    The file is read piece by piece: only ids are kept. Raises LintError for a file that is neither, is no well-formed XML,
    is empty, or declares entities.
    """
    report = Report()
    read_xml(path, _Either(report), report)
    return report


class _Either:
    """Chooses the rules when the first element is seen."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._rules: Handler | None = None

    def start(self, space: str, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if self._rules is None:
            if tag not in ("graphml", "gexf"):
                raise LintError(f"line {line}: neither GraphML nor GEXF: the first element is <{tag}>")
            self._report.form = {"graphml": "GraphML", "gexf": "GEXF"}[tag]
            self._rules = GraphMLRules(self._report) if tag == "graphml" else GexfRules(self._report)
        self._rules.start(space, tag, attributes, line)

    def end(self, tag: str, text: str, line: int) -> None:
        """An element ends."""
        if self._rules is not None:
            self._rules.end(tag, text, line)
