"""The rules: what each breach leads to in Gephi (and Gephi Lite), and how to mend it.

source: read in the importers of Gephi 0.10 and of graphology-graphml 0.5.2 and graphology-gexf 0.13.2, which Gephi Lite uses;
numbers are issues of github.com/gephi/gephi.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule: what it is about, what a breach leads to, how to mend it."""

    about: str
    consequence: str
    mend: str


RULES: dict[str, Rule] = {
    "A1": Rule("columns are declared", "Gephi ignores or misplaces the column; for=\"all\" crashes Gephi Lite (#1497, #1084)",
               "give every <key> an id, for=\"node\" or for=\"edge\", attr.name and attr.type"),
    "A2": Rule("types of columns", "Gephi drops the column, Gephi Lite stops with an error",
               "use boolean, int, long, float, double or string (in GEXF integer for int, and list types)"),
    "A3": Rule("one column, one name", "Gephi drops one of the columns or shows two that clash",
               "make column ids and names unique, ignoring case and outer blanks"),
    "A4": Rule("values belong to declared columns", "Gephi drops the value without a word; Gephi Lite refuses a GEXF file",
               "declare the column, or correct the key of the value"),
    "A5": Rule("flat graphs only", "Gephi flattens or ignores nested graphs, hyperedges and ports",
               "write one flat graph; say membership by edges or a column"),
    "A6": Rule("direction", "Gephi and Gephi Lite disagree on the direction of edges; networkx refuses a mixed GEXF file",
               "set one direction for the whole graph and a column `symmetric` where direction has no meaning"),
    "B1": Rule("names of nodes", "nodes show no name", "put the display name into the column `label` (lower case; in GEXF the attribute label)"),
    "B2": Rule("weights of edges", "the weight becomes a column and every edge counts 1.0",
               "name the column `weight` (lower case) and give it the type double"),
    "B3": Rule("names Gephi takes for itself", "the column vanishes into position, size or colour, or two columns are mixed up (#1719, #1840)",
               "rename the column, or fill it with what Gephi expects there; use speaking ids instead of d0, d1"),
    "B4": Rule("colours", "elements turn black or keep their default colour", "write r, g, b as whole numbers from 0 to 255, all three, or a hex `color`"),
    "C1": Rule("ids of edges", "Gephi drops the edge with the repeated id; Gephi Lite refuses the file",
               "make edge ids unique over the whole file"),
    "C2": Rule("parallel edges", "Gephi melts them into one edge: their relations can no longer be told apart (#1516)",
               "give each relation its type: `kind` in GEXF, the attribute label of <edge> in GraphML; or merge them yourself"),
    "C3": Rule("weights above zero", "an edge of weight 0 is dropped; negative, NaN and infinite weights break layouts and statistics",
               "write finite weights above 0"),
    "C4": Rule("ends of edges", "Gephi makes up an empty node or shows a misleading error (#3041); Gephi Lite refuses the file",
               "declare every node that an edge names"),
    "C5": Rule("relation as a column", "programs other than Gephi lose the relation", "repeat the relation in a column `relation`"),
    "D1": Rule("missing values", "an empty or made-up value (None, null, nan) is counted as if it were known", "leave the value out"),
    "D2": Rule("lists", "the list is one long text, with its brackets", "join lists with | and forbid it inside, or use liststring in GEXF"),
    "D3": Rule("one type per column", "the value becomes empty, or the column is split into two", "cast all values of the column to its declared type"),
    "D4": Rule("the letters INF", "Gephi writes Infinity in their place: INFO-1 becomes InfinityO-1", "write Inf"),
    "D5": Rule("characters XML cannot hold", "no program can read the file", "strip control characters"),
    "D6": Rule("plain UTF-8 in one line", "Gephi loses blanks between character references and joins lines",
               "write UTF-8 with literal characters and no line breaks in values"),
    "D7": Rule("true and false", "the value is read as false, or as nothing", "write true and false in lower case; leave unknown numbers out"),
    "D8": Rule("ids of nodes", "saved layouts cannot be re-joined, edges miss their nodes, or nodes are lost",
               "use unique ASCII ids without blanks that stay the same from run to run"),
    "E1": Rule("version of GEXF", "kinds of edges and times may not be understood", "write version=\"1.3\" and xmlns=\"http://gexf.net/1.3\""),
    "E2": Rule("a declared timeline", "no timeline, or an import error",
               "set mode=\"dynamic\", timeformat date, dateTime or double, and one timerepresentation: interval or timestamp"),
    "E3": Rule("times", "the element is shown at the wrong time, always, or never (#1546, #1984, #649, #666)",
               "write full ISO dates, both start and end, start not after end"),
    "E4": Rule("spells and changing values", "spells win over start and end, overlapping spells are refused, changing values vanish",
               "let start and end span the spells, keep spells apart, declare changing columns in <attributes mode=\"dynamic\">"),
    "E5": Rule("columns of GEXF", "Gephi Lite shows the id in place of the name; without a class the column is lost",
               "write id equal to title, not a number, and class=\"node\" or class=\"edge\""),
    "E6": Rule("looks and hierarchy", "the element is invisible, or its place and group are lost",
               "write viz:color with r, g, b 0-255 and a above 0, sizes above 0, full positions, and no pid"),
    "E7": Rule("dates as columns", "Gephi Lite and networkx users see no dates", "add first_date, last_date or year as plain columns"),
    "F2": Rule("short labels", "long labels slow the view and cover the picture (#2161)", "put a short name into label and the rest into name_full"),
    "F3": Rule("names of columns", "filters, scripts and formulas have trouble with the name", "use ASCII names and keep a data dictionary beside the file"),
}  # fmt: skip

FONT_NOTE = (
    "F1: there are Chinese labels: in Gephi set the font to Microsoft YaHei or Noto Sans CJK, in Overview and in Preview "
    "(the default shows boxes), and export SVG or PNG: PDF does not embed the font (#108, #502)"
)
