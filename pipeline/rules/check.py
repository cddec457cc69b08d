"""Run every rule's own examples and near misses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from pipeline.records import Role
from pipeline.rules.notation import Marked, read_marked
from pipeline.rules.rule import Rule

ARROW, BREAK = "=>", "¶"
ROLES: dict[str, Role] = {r: r for r in get_args(Role)}
Outcome = Callable[[Rule, Sequence[Marked]], Sequence[str]]


@dataclass(frozen=True)
class Verdict:
    """One case of a rule, and what came of it."""

    rule: str
    file: str
    case: str
    wanted: tuple[str, ...]
    got: tuple[str, ...]
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether the case came out as written."""
        return not self.error and sorted(self.wanted) == sorted(self.got)


def read_case(line: str) -> tuple[list[Marked], tuple[str, ...]]:
    """Sentences and wanted outcomes of a case; ¶ parts sentences, `kicker:` or `headline:` leads one that is not body.

    >>> case = read_case("kicker:[城西街道|DIS]¶[罗敏|PER]任[市妇联|ORG]主席。 => 罗敏 -holds_position:主席-> 市妇联")
    >>> [s.sentence.role for s in case[0]], case[1]
    (['kicker', 'body'], ('罗敏 -holds_position:主席-> 市妇联',))

    Outcomes are parted by `;`. Raises ValueError for a bad mark.
    """
    text, _, wanted = line.partition(ARROW)
    sentences = []
    for number, part in enumerate(text.strip().split(BREAK), 1):
        lead, colon, rest = part.strip().partition(":")
        role = ROLES.get(lead) if colon else None
        sentences.append(read_marked(rest if role else part.strip(), number=number, role=role or "body"))
    return sentences, tuple(w.strip() for w in wanted.split(";") if w.strip())


def check_rules(rules: Iterable[Rule], outcome: Outcome) -> Iterator[Verdict]:
    """Run all examples (which must give exactly what stands behind =>) and near misses (nothing, or what stands there).

    `outcome(rule, sentences)` is the room's own: it runs that one rule and writes its findings the way cases do.
    A rule without an example, an example that wants nothing and a near miss that cannot be read are failures too.
    """
    for rule in rules:
        if not rule.examples:
            yield Verdict(rule.name, rule.file, "", (), (), "the rule has no example")
        for case in (*rule.examples, *rule.near_misses):
            try:
                sentences, wanted = read_case(case)
            except ValueError as error:
                yield Verdict(rule.name, rule.file, case, (), (), str(error))
                continue
            error_ = "the example wants nothing" if case in rule.examples and not wanted else ""
            yield Verdict(rule.name, rule.file, case, wanted, tuple(outcome(rule, sentences)), error_)
