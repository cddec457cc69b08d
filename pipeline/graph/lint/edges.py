"""Nodes and edges as a whole: ids, ends, parallels. Keeps ids only, so that huge files fit."""

from __future__ import annotations

from pipeline.graph.lint.columns import CHINESE
from pipeline.graph.lint.report import Report
from pipeline.graph.lint.rules import FONT_NOTE


class Elements:
    """Collects nodes and edges of a file and judges them when all are known."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._nodes: set[str] = set()
        self._edges: set[str] = set()
        self._ends: dict[str, int] = {}  # ends not declared so far, with their first line
        self._pairs: dict[tuple[str, str, str | None], str | None] = {}
        self._directions: set[str] = set()
        self._melted = 0
        self._labelled = self._chinese = False

    def node(self, name: str | None, line: int) -> None:
        """A node's id."""
        self.report.nodes += 1
        if not name:
            self.report.add("D8", line, "a node without an id")
            return
        if name in self._nodes:
            self.report.add("D8", line, f"the node id {name!r} is repeated", "repeated node")
        if not name.isascii() or name != name.strip() or "\n" in name:
            self.report.add("D8", line, f"the node id {name!r} is not plain ASCII", "not plain")
        self._nodes.add(name)
        self._ends.pop(name, None)

    def label(self, value: str) -> None:
        """A node's display name."""
        self._labelled = self._labelled or bool(value)
        self._chinese = self._chinese or bool(CHINESE.search(value))

    def edge(
        self, name: str | None, ends: tuple[str | None, str | None], kind: str | None, relation: str | None, line: int
    ) -> None:
        """An edge: id, ends, the type by which Gephi tells parallel edges apart, the relation in its column."""
        self.report.edges += 1
        if name and name in self._edges:
            self.report.add("C1", line, f"the edge id {name!r} is repeated", "edge id")
        if name:
            self._edges.add(name)
        for end in ends:
            if not end:
                self.report.add("C4", line, "an edge without source or target", "no end")
            elif end not in self._nodes:
                self._ends.setdefault(end, line)
        head, tail = ends
        if not head or not tail:
            return
        pair = (head, tail, kind)
        if pair not in self._pairs:
            self._pairs[pair] = relation
        elif kind is None or self._pairs[pair] != relation:
            self.report.add("C2", line, f"a second edge {head} -> {tail} of the same type", "parallel")
        else:
            self._melted += 1
        if kind is not None and relation is None:
            self.report.add("C5", line, "the relation stands only in the edge's type", "relation")

    def direction(self, word: str, line: int) -> None:
        """The direction of an edge, its own or the graph's."""
        self._directions.add(word)
        if len(self._directions) > 1:
            self.report.add("A6", line, f"{' and '.join(sorted(self._directions))} edges in one file", "mixed")

    def judge(self) -> None:
        """What can be said only at the end of the file."""
        for end, line in sorted(self._ends.items(), key=lambda item: (item[1], item[0])):
            self.report.add("C4", line, f"no node has the id {end!r}", "undeclared")
        if self._nodes and not self._labelled:
            self.report.add("B1", 1, "no node has a label")
        if self._chinese:
            self.report.notes.append(FONT_NOTE)
        if self._melted:
            self.report.notes.append(
                f"C2: Gephi melts {self._melted} parallel edges with an earlier one of the same relation: weights are "
                "added up, other columns are those of the first"
            )
