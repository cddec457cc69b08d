"""Checks any GraphML or GEXF file, ours or not, for what Gephi and Gephi Lite would drop, rename or misread."""

from pipeline.graph.lint.file import lint_file
from pipeline.graph.lint.report import Finding, LintError, Report
from pipeline.graph.lint.rules import RULES, Rule

__all__ = ["RULES", "Finding", "LintError", "Report", "Rule", "lint_file"]
