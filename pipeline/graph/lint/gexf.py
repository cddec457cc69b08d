"""Rules for GEXF, element by element."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.graph.lint.columns import Column, as_number, check_label, check_name, check_value, check_weight
from pipeline.graph.lint.edges import Elements
from pipeline.graph.lint.report import Report
from pipeline.graph.lint.times import FORMATS, MOMENT, SPAN, check_span, check_spells

SCALARS = (
    "string",
    "integer",
    "long",
    "float",
    "double",
    "boolean",
    "short",
    "byte",
    "bigdecimal",
    "biginteger",
    "char",
)
TYPES = frozenset({*SCALARS, *(f"list{kind}" for kind in SCALARS), "anyURI"})
SPACE = "http://gexf.net/1.3"


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str]
    line: int
    values: dict[str, str] = field(default_factory=dict)
    spells: list[tuple[float, float]] = field(default_factory=list)


class GexfRules:
    """Takes the elements of a GEXF file."""

    def __init__(self, report: Report) -> None:
        self.report, self.elements = report, Elements(report)
        self._columns: dict[tuple[str, str], Column] = {}
        self._changing: set[tuple[str, str]] = set()
        self._side, self._mode = "", "static"
        self._default, self._timeformat = "undirected", "double"
        self._dynamic = False
        self._representation = ""
        self._timed = ""  # interval or timestamp, whichever came first
        self._open: list[_Element] = []

    def start(self, space: str, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if tag == "gexf" and (attributes.get("version") != "1.3" or space.rstrip("/") != SPACE):
            self.report.add("E1", line, f"version {attributes.get('version')!r}, namespace {space!r}")
        elif tag == "graph":
            self._graph(attributes, line)
        elif tag == "attributes":
            self._side, self._mode = attributes.get("class", ""), attributes.get("mode", "static")
            if self._side not in ("node", "edge"):
                self.report.add("E5", line, f"<attributes> of class {self._side!r}")
        elif tag == "attribute":
            self._attribute(attributes, line)
        elif tag in ("node", "edge"):
            if tag == "node" and (self._open or attributes.get("pid")):
                self.report.add("E6", line, "a node inside another (pid or nested)", "hierarchy")
            self._open.append(_Element(tag, attributes, line))
            self._times(tag, attributes, line)
        elif self._open:
            self._inside(tag, attributes, line)

    def end(self, tag: str, text: str, line: int) -> None:
        """An element ends."""
        if tag in ("node", "edge") and self._open:
            element = self._open.pop()
            span = check_span(f"{tag}s", element.attributes, self._timeformat, element.line, self.report)
            check_spells(f"{tag}s", element.spells, span, element.line, self.report)
            if tag == "node":
                self._node(element)
            else:
                self._edge(element)
        elif tag == "gexf":
            self.elements.judge()
            names = {column.name.lower() for column in self._columns.values()}
            if self._timed and not any("date" in name or "year" in name for name in names):
                self.report.add("E7", 1, "times stand only in start, end, spells or timestamps")

    def _graph(self, attributes: dict[str, str], line: int) -> None:
        self._default = attributes.get("defaultedgetype", "undirected")
        if "defaultedgetype" not in attributes:
            self.report.add("A6", line, "no defaultedgetype")
        self._dynamic = attributes.get("mode") == "dynamic"
        if self._dynamic:
            self._timeformat = attributes.get("timeformat", "")
            if self._timeformat not in FORMATS:
                self.report.add("E2", line, f"timeformat is {self._timeformat!r}")
                self._timeformat = "double" if self._timeformat in ("long", "integer", "float") else "date"
            self._representation = attributes.get("timerepresentation", "")
            if self._representation not in ("interval", "timestamp"):
                self.report.add("E2", line, f"timerepresentation is {self._representation!r}")

    def _attribute(self, attributes: dict[str, str], line: int) -> None:
        key, title, kind = attributes.get("id", ""), attributes.get("title", ""), attributes.get("type", "")
        if key != title or as_number(key) is not None:
            self.report.add("E5", line, f"attribute id {key!r}, title {title!r}")
        if kind not in TYPES:
            self.report.add("A2", line, f"attribute {key} is of type {kind!r}")
        column = Column(key, title or key, self._side, kind)
        for other in self._columns.values():
            if (
                other.side == self._side
                and (other.key.strip().lower(), other.name) != ("", "")
                and (other.key.strip().lower() == key.strip().lower() or other.name == column.name)
            ):
                rule = "A3" if other.type == kind else "D3"
                self.report.add(rule, line, f"two {self._side} attributes {column.name!r} ({other.type}, {kind})")
        self._columns.setdefault((self._side, key), column)
        if self._mode == "dynamic":
            self._changing.add((self._side, key))
        check_name(column, line, self.report)

    def _inside(self, tag: str, attributes: dict[str, str], line: int) -> None:
        element = self._open[-1]
        if tag == "attvalue":
            self._value(element, attributes, line)
        elif tag in ("spell", "timestamp"):
            self._times(f"{tag}s", attributes | ({} if tag == "spell" else {"timestamp": ""}), line)
            span = check_span("spells", attributes, self._timeformat, line, self.report)
            if span:
                element.spells.append(span)
        elif tag == "color" and not attributes.get("hex"):
            numbers = [as_number(attributes.get(c, "")) for c in "rgb"]
            if not all(n is not None and n.is_integer() and 0 <= n <= 255 for n in numbers):
                self.report.add("E6", line, f"viz:color of {[attributes.get(c) for c in 'rgb']}", "colour")
            alpha = as_number(attributes.get("a", "1"))
            if alpha is None or not 0 < alpha <= 1:
                self.report.add("E6", line, f"viz:color with a={attributes.get('a')!r}", "alpha")
        elif tag in ("size", "thickness"):
            size = as_number(attributes.get("value", ""))
            if size is None or not 0 < size < float("inf"):
                self.report.add("E6", line, f"viz:{tag} {attributes.get('value')!r}", tag)
        elif tag == "position":
            numbers = [as_number(attributes.get(c, "")) for c in "xy"]
            if not all(n is not None and abs(n) < float("inf") for n in numbers):
                self.report.add("E6", line, f"viz:position {[attributes.get(c) for c in 'xy']}", "position")

    def _value(self, element: _Element, attributes: dict[str, str], line: int) -> None:
        key = attributes.get("for") or attributes.get("id") or ""
        column = self._columns.get((element.tag, key))
        if column is None:
            self.report.add(
                "A4", line, f"attvalue for {key!r} is not declared for {element.tag}s", f"{element.tag} {key}"
            )
            return
        if (SPAN | MOMENT) & attributes.keys() and (element.tag, key) not in self._changing:
            self.report.add("E4", line, f"a value of {key!r} with a time, in a static column", f"changing {key}")
        value = attributes.get("value", "")
        check_value(column, value, line, self.report)
        element.values[column.name] = value

    def _times(self, what: str, attributes: dict[str, str], line: int) -> None:
        for kind, names in (("interval", SPAN), ("timestamp", MOMENT)):
            if names & attributes.keys():
                if not self._dynamic:
                    self.report.add("E2", line, f'{what} with times in a graph that is not mode="dynamic"', "static")
                self._timed = self._timed or kind
                if kind != self._timed or (self._representation and kind != self._representation):
                    self.report.add(
                        "E2",
                        line,
                        f"{what} with {kind} times among {self._representation or self._timed} ones",
                        "mixed",
                    )

    def _node(self, element: _Element) -> None:
        label = element.attributes.get("label", "")
        self.elements.node(element.attributes.get("id"), element.line)
        self.elements.label(label)
        self._label("node", label, element.line)

    def _edge(self, element: _Element) -> None:
        attributes, line = element.attributes, element.line
        ends = (attributes.get("source"), attributes.get("target"))
        self.elements.edge(attributes.get("id"), ends, attributes.get("kind"), element.values.get("relation"), line)
        self.elements.direction(attributes.get("type", self._default), line)
        weight = attributes.get("weight")
        if weight is not None:
            number = as_number(weight)
            check_weight(float("nan") if number is None else number, weight, line, self.report)
        self._label("edge", attributes.get("label", ""), line)

    def _label(self, side: str, label: str, line: int) -> None:
        check_label(side, label, line, self.report)
        if "INF" in label:
            self.report.add("D4", line, f"{side} label {label[:40]!r}", f"{side} label INF")
