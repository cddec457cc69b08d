"""The rules' own cases, run; and for a sentence, every rule tried and where it failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.records import Article, Entity, Page, Relation
from pipeline.relations.book import HELPERS
from pipeline.relations.find import find_relations
from pipeline.rules import Rule, RuleBook, Trace, Verdict, check_rules, encode, explain_rules, find_matches, read_case
from pipeline.rules.notation import Marked


def check_relations(book: RuleBook) -> list[Verdict]:
    """Run the examples and near misses of all relation rules.

    >>> from pipeline.relations.book import relation_rules
    >>> [v.case for v in check_relations(relation_rules()) if not v.ok]
    []
    """
    helpers = [r for r in book.rules if r.type in HELPERS]

    def outcome(rule: Rule, sentences: Sequence[Marked]) -> Sequence[str]:
        if rule.type in HELPERS:
            found = [m for s in sentences for m in find_matches([rule], encode(s.sentence, s.mentions))]
            return [", ".join(s.text for s in m.slots["unit"]) for m in found]
        only = RuleBook((*helpers, rule), book.words)
        return [text for text, by in told(sentences, only) if by == rule.name]

    return list(check_rules(book.rules, outcome))


def told(sentences: Sequence[Marked], book: RuleBook, place: str | None = None) -> list[tuple[str, str]]:
    """The relations in marked-up sentences, each written the way cases are, with its rule.

    >>> from pipeline.relations.book import relation_rules
    >>> told(read_case("[罗敏|PER]任[区民政局|ORG]局长。")[0], relation_rules())
    [('罗敏 -holds_position:局长-> 区民政局 (current)', 'takes_office')]
    """
    entities: dict[str, Entity] = {}
    for one in sentences:
        for entity in one.entities:
            entities.setdefault(entity.entity_id, entity)
    page = Page(page_id="case", path="case", sha256="", encoding="utf-8", place=place)
    article = Article(article_id="case-a01", page_id="case", text="", spans=())
    found = find_relations(
        page, [article], [s.sentence for s in sentences], [m for s in sentences for m in s.mentions], [],
        list(entities.values()), rules=book,
    )  # fmt: skip
    return [(written(r, entities), r.rule) for r in found]


def silent_rules(book: RuleBook, relations: Iterable[Relation]) -> list[Rule]:
    """The rules that made none of the relations of a corpus: too narrow, or no longer needed. Helper rules are left out.

    >>> from pipeline.relations.book import relation_rules
    >>> book = relation_rules()
    >>> len(silent_rules(book, [])) == sum(rule.type not in HELPERS for rule in book.rules)
    True
    """
    spoke = {r.rule for r in relations}
    return [r for r in book.rules if r.type not in HELPERS and r.name not in spoke]


def written(relation: Relation, entities: dict[str, Entity]) -> str:
    """罗敏 -holds_position:局长-> 区民政局 (current)."""
    marks: list[str] = [relation.modality if relation.modality != "actual" else "", relation.status or ""]
    marks += ["negative"] if relation.polarity == "negative" else []
    tail = ", ".join(m for m in marks if m)
    link = relation.type + (f":{relation.role}" if relation.role else "")
    head, end = entities[relation.head].name, entities[relation.tail].name
    return f"{head} -{link}-> {end}" + (f" ({tail})" if tail else "")


def explain_relations(line: str, book: RuleBook) -> Iterator[Trace]:
    """For a marked-up sentence, every rule tried: its hits, or what it had read and the element on which it failed."""
    for one in read_case(line)[0]:
        yield from explain_rules(book.rules, encode(one.sentence, one.mentions))
