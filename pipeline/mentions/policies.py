"""Policies of a sentence: documents, laws and titles of speeches in 《》, not songs, films, books or newspapers."""

from __future__ import annotations

from pipeline.mentions.campaigns.evidence import Weighed, load_evidence, look
from pipeline.mentions.campaigns.quotes import TITLES, find_quotations
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.view import SentenceView


def find_policies(view: SentenceView) -> list[Candidate]:
    """Titled documents, laws and speeches, the name without its brackets, with the evidence for each (scores 0 to 1).

    学习《物业管理条例》 -> 物业管理条例; 演唱《茉莉花》 -> nothing.
    Source of the method: weights of `policy_evidence.toml`.
    """
    return [
        Candidate(one.quotation.start, one.quotation.end, "policy", "titled document", one.score, None, one.reasons)
        for one in weigh_titles(view.text, view.sentence.role)
        if one.total > 0
    ]


def weigh_titles(text: str, role: str = "body") -> list[Weighed]:
    """All titles of a sentence with the evidence for and against each, taken or not: what `explain` shows.

    >>> [one.total > 0 for one in weigh_titles("学习《物业管理条例》，演唱《茉莉花》。")]
    [True, False]
    """
    evidence = load_evidence("policy_evidence.toml")
    titles = find_quotations(text, TITLES)
    outer = [q for q in titles if not any(o.start < q.start and q.end < o.end for o in titles)]
    return [Weighed(title, look(text, title, role, evidence)) for title in outer]
