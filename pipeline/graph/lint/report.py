"""What the linter found: one entry per rule and subject, with the first line and how often."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.graph.lint.rules import RULES, Rule


class LintError(ValueError):
    """A file that cannot be checked; the message says why, and the line where known."""


@dataclass(slots=True)
class Finding:
    """A breach of a rule: first line, what is wrong there, and how many more like it."""

    line: int
    rule: str
    text: str
    times: int = 1

    @property
    def about(self) -> Rule:
        """The rule with its consequence and mend."""
        return RULES[self.rule]


@dataclass(slots=True)
class Report:
    """All findings of a file, in the order of lines; `notes` are no faults."""

    form: str = ""
    nodes: int = 0
    edges: int = 0
    notes: list[str] = field(default_factory=list)
    _found: dict[tuple[str, str], Finding] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """Findings by line, then by rule."""
        return sorted(self._found.values(), key=lambda f: (f.line, f.rule, f.text))

    def add(self, rule: str, line: int, text: str, subject: str = "") -> None:
        """Note a breach; later ones of the same rule and subject are only counted."""
        known = self._found.get((rule, subject or text))
        if known:
            known.times += 1
        else:
            self._found[(rule, subject or text)] = Finding(line, rule, text)
