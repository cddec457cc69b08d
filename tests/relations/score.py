"""Precision and recall of the relations room alone, on gold mentions: `python -m tests.relations.score [page] [--invented] [--errors]`."""

from __future__ import annotations

import sys
from collections import Counter
from typing import get_args

from pipeline.records import RelationType
from pipeline.relations import find_relations, relation_rules
from tests.oracle import GoldPage, gold_pages, invented_pages

TYPES = get_args(RelationType)


def key(type_: str, head: str, tail: str) -> tuple[str, str, str]:
    """A relation of a page; 合作 has no direction."""
    return (type_, *sorted((head, tail))) if type_ == "cooperates_with" else (type_, head, tail)


def score(pages: list[GoldPage], errors: bool = False) -> dict[str, tuple[float, float, float, int]]:
    """P, R, F1 and gold count per type and for `all`; `role` holds the share of right roles."""
    good, said, gold, roles = Counter(), Counter(), Counter(), []
    book = relation_rules()
    for p in pages:
        names = {e.entity_id: e.name for e in p.entities}
        want = {key(t, h, e): role for t, h, e, role in p.relations}
        got = {}
        found = find_relations(p.page, p.articles, p.sentences, p.mentions, [], p.entities, rules=book)
        for r in found:
            got.setdefault(key(r.type, r.head, r.tail), r)
        for k in {*want, *got}:
            good[k[0]] += k in want and k in got
            said[k[0]] += k in got
            gold[k[0]] += k in want
            label = f"{k[0]} {names.get(k[1], k[1])} -> {names.get(k[2], k[2])}"
            if errors and k not in got:
                print("MISSED", p.page.page_id[:3], label)
            if errors and k not in want:
                print(
                    "WRONG ",
                    p.page.page_id[:3],
                    label,
                    "|",
                    got[k].rule,
                    got[k].modality,
                    "|",
                    got[k].quote,
                    got[k].sentence_id[-8:],
                )
            if k in want and k in got and k[0] == "holds_position":
                roles.append(want[k] == got[k].role)
                if errors and not roles[-1]:
                    print("ROLE  ", label, want[k], "|", got[k].role)
    out = {t: _three(good[t], said[t], gold[t]) for t in TYPES}
    out["all"] = _three(sum(good.values()), sum(said.values()), sum(gold.values()))
    out["role"] = (sum(roles) / max(1, len(roles)), 0, 0, len(roles))
    return out


def _three(good: int, said: int, gold: int) -> tuple[float, float, float, int]:
    p, r = good / max(1, said), good / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r), gold


if __name__ == "__main__":
    wanted = [a for a in sys.argv[1:] if not a.startswith("-")]
    pages = invented_pages() if "--invented" in sys.argv else gold_pages()
    chosen = [p for p in pages if not wanted or p.page.page_id[:3] in wanted]
    for name, (p, r, f, n) in score(chosen, "--errors" in sys.argv).items():
        print(f"{name:18s} P {p:.3f}  R {r:.3f}  F {f:.3f}  gold {n}")
