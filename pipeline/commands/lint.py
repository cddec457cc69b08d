"""`wangge lint`: what Gephi would drop, rename or misread in a graph file, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.graph.lint import LintError, Report, lint_file


def run(files: Sequence[Path], *, as_json: bool) -> int:
    """Check and report; 0 clean, 1 something found, 2 a file that cannot be read."""
    console, errors = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)
    status, rows = 0, []
    for path in files:
        try:
            report = lint_file(path)
        except LintError as error:
            errors.print(Text.assemble((f"{path}: cannot be checked: ", "red"), str(error)))
            status = 2
            continue
        status = max(status, 1 if report.findings else 0)
        if as_json:
            rows.append(_as_dict(path, report))
        else:
            _print(path, report, console)
    if as_json:
        console.out(json.dumps(rows, ensure_ascii=False, indent=1), highlight=False)
    return status


def _print(path: Path, report: Report, console: Console) -> None:
    for finding in report.findings:
        more = f" (and {finding.times - 1} more)" if finding.times > 1 else ""
        console.print(
            Text.assemble((f"{path}:{finding.line}: ", "bold"), (finding.rule, "red"), f" {finding.text}{more}")
        )
        console.print(Text(f"    in Gephi: {finding.about.consequence}"))
        console.print(Text(f"    mend: {finding.about.mend}"))
    for note in report.notes:
        console.print(Text(f"note {note}", style="dim"))
    verdict = f"{len(report.findings)} kinds of findings" if report.findings else "clean"
    console.print(Text(f"{path}: {report.form}, {report.nodes} nodes, {report.edges} edges: {verdict}"))


def _as_dict(path: Path, report: Report) -> dict[str, object]:
    findings = [
        {
            "line": f.line, "rule": f.rule, "text": f.text, "times": f.times,
            "consequence": f.about.consequence, "mend": f.about.mend,
        }
        for f in report.findings
    ]  # fmt: skip
    return {
        "file": str(path), "format": report.form, "nodes": report.nodes, "edges": report.edges,
        "findings": findings, "notes": report.notes,
    }  # fmt: skip
