"""Rules for GraphML, element by element."""

from __future__ import annotations

from pipeline.graph.lint.columns import Column, check_name, check_value
from pipeline.graph.lint.edges import Elements
from pipeline.graph.lint.report import Report

TYPES = frozenset({"boolean", "int", "long", "float", "double", "string"})


class GraphMLRules:
    """Takes the elements of a GraphML file."""

    def __init__(self, report: Report) -> None:
        self.report, self.elements = report, Elements(report)
        self._columns: dict[tuple[str, str], Column] = {}
        self._seen_keys: dict[str, int] = {}
        self._graphs = 0
        self._default = "directed"
        self._open: list[tuple[str, dict[str, str], int]] = []  # nodes and edges begun and not ended
        self._values: list[dict[str, str]] = []
        self._data: tuple[str, int] = ("", 0)

    def start(self, space: str, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if tag == "key":
            self._key(attributes, line)
        elif tag == "graph":
            self._graph(attributes, line)
        elif tag in ("node", "edge"):
            self._open.append((tag, attributes, line))
            self._values.append({})
        elif tag == "data":
            self._data = (attributes.get("key", ""), line)
        elif tag in ("hyperedge", "port", "endpoint"):
            self.report.add("A5", line, f"<{tag}>", tag)

    def end(self, tag: str, text: str, line: int) -> None:
        """An element ends."""
        if tag == "data":
            self._value(text)
        elif tag in ("node", "edge") and self._open:
            _, attributes, began = self._open.pop()
            values = self._values.pop()
            if tag == "node":
                self._node(attributes, values, began)
            else:
                self._edge(attributes, values, began)
        elif tag == "graphml":
            self.elements.judge()

    def _key(self, attributes: dict[str, str], line: int) -> None:
        key, side = attributes.get("id", ""), attributes.get("for")
        name, kind = attributes.get("attr.name", ""), attributes.get("attr.type", "")
        missing = [a for a in ("id", "for", "attr.name", "attr.type") if not attributes.get(a)]
        if missing:
            self.report.add("A1", line, f"key {key or name!r} lacks {', '.join(missing)}")
        elif side not in ("node", "edge"):
            self.report.add("A1", line, f"key {key} is for {side!r}")
        if kind and kind not in TYPES:
            self.report.add("A2", line, f"key {key} is of type {kind!r}")
        plain = key.strip().lower()
        if plain in self._seen_keys:
            self.report.add("A3", line, f"the key id {key!r} is also on line {self._seen_keys[plain]}")
        self._seen_keys.setdefault(plain, line)
        if plain[:1] == "d" and plain[1:].isdigit():
            self.report.add("B3", line, f"the key id {key!r} says nothing and is mixed up with others", "d ids")
        for one in (side,) if side in ("node", "edge") else ("node", "edge") if side in (None, "all") else ():
            self._column(Column(key, name or key, str(one), kind or "string"), line)

    def _column(self, column: Column, line: int) -> None:
        for other in self._columns.values():
            if (other.name, other.side) == (column.name, column.side) and other.key != column.key:
                rule = "A3" if other.type == column.type else "D3"
                self.report.add(
                    rule, line, f"two keys for the {column.side} column {column.name!r} ({other.type}, {column.type})"
                )
        self._columns.setdefault((column.side, column.key), column)
        check_name(column, line, self.report)

    def _graph(self, attributes: dict[str, str], line: int) -> None:
        self._graphs += 1
        if self._graphs > 1:
            self.report.add("A5", line, "a second or nested <graph>", "graph")
            return
        self._default = attributes.get("edgedefault", "")
        if self._default not in ("directed", "undirected"):
            self.report.add("A6", line, f"edgedefault is {self._default!r}")
            self._default = "directed"

    def _value(self, text: str) -> None:
        key, line = self._data
        if not self._open:
            self.report.add("A1", line, f"data {key!r} of the graph itself", "data of the graph")
            return
        side = self._open[-1][0]
        column = self._columns.get((side, key))
        if column is None:
            self.report.add("A4", line, f"data key {key!r} is not declared for {side}s", f"{side} {key}")
            return
        check_value(column, text, line, self.report)
        self._values[-1][column.name] = text

    def _node(self, attributes: dict[str, str], values: dict[str, str], line: int) -> None:
        self.elements.node(attributes.get("id"), line)
        self.elements.label(values.get("label", ""))
        self._colours("node", values, line)

    def _edge(self, attributes: dict[str, str], values: dict[str, str], line: int) -> None:
        ends = (attributes.get("source"), attributes.get("target"))
        self.elements.edge(attributes.get("id"), ends, attributes.get("label"), values.get("relation"), line)
        own = attributes.get("directed")
        self.elements.direction({"true": "directed", "false": "undirected"}.get(own or "", self._default), line)
        if own == "false":
            self.report.add("A6", line, 'directed="false" on an edge, which Gephi Lite does not see', "false")
        self._colours("edge", values, line)

    def _colours(self, side: str, values: dict[str, str], line: int) -> None:
        there = [c for c in "rgb" if c in values]
        if there and len(there) < 3:
            self.report.add("B4", line, f"a {side} with {', '.join(there)} alone", f"{side} part")
