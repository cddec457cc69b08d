"""The pattern engine shared by the rooms that read facts out of sentences: tables of rules, one language, own cases.

In five lines, for a room with its rules in pipeline/relations/rules/*.toml:

    book = load_rules([ROOM / "rules", user_dir], types={"meeting", …}, slots={"trigger", …}, options={"given"})
    text = encode(sentence, mentions, values)               # mentions and values of this sentence are picked out
    for match in book.finder("meeting").find(text):         # match.rule.type, .options, match.start, .end
        for span in match.slots.get("agent", ()):           # span.mention.entity_id, span.item, span.start, span.text
    for verdict in check_rules(book.rules, outcome): …      # outcome(rule, sentences) -> list[str]; see check.py

A rule in TOML ([words] holds word classes for <class>; those of pipeline/rules/words.toml are there for every room):

    [[rule]]
    name = "appointed"
    type = "holds_position"
    pattern = "{head:PER}(任|出任|担任){tail:ORG|DIS}{role:<office>}"
    confidence = 0.95
    examples = ["[罗敏|PER]任[市财政局|ORG]局长。 => 罗敏 -holds_position:局长-> 市财政局"]
    near_misses = ["[罗敏|PER]任务重，[市财政局|ORG]支持。"]

The pattern language stands in pattern.py.
"""

from pipeline.rules.check import Verdict, check_rules, read_case
from pipeline.rules.encode import Encoded, Span, encode
from pipeline.rules.errors import RuleError
from pipeline.rules.explain import Trace, explain_rules
from pipeline.rules.finder import Finder, find_matches
from pipeline.rules.match import Match
from pipeline.rules.rule import Rule
from pipeline.rules.table import RuleBook, load_rules

__all__ = [
    "Encoded", "Finder", "Match", "Rule", "RuleBook", "RuleError", "Span", "Trace", "Verdict", "check_rules", "encode",
    "explain_rules", "find_matches", "load_rules", "read_case",
]  # fmt: skip
