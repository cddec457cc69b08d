"""Relations: who holds which office, belongs to, leads, joins, works with, lies in what; each with its printed evidence."""

from pipeline.relations.book import relation_rules
from pipeline.relations.check import check_relations, explain_relations, silent_rules
from pipeline.relations.find import find_relations

__all__ = ["check_relations", "explain_relations", "find_relations", "relation_rules", "silent_rules"]
