"""Two thousand invented articles with known truth: who is who, how the work grows, and what order and shards change."""

from __future__ import annotations

import os
from math import log

import pytest

from pipeline.entities import person_clusters, resolve_corpus
from pipeline.entities.evidence import PageEvidence
from tests.entities.synthetic import Truth, invented, pairwise, rows_by_type

ARTICLES = int(os.environ.get("WANGGE_ARTICLES", "2000"))
FLOORS = {"person": 0.95, "organisation": 0.98, "district": 0.98}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def corpus() -> list[tuple[PageEvidence, Truth]]:
    return list(invented(ARTICLES))


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_pairs_of_one_thing_are_found_and_no_others(corpus, kind: str, floor: float) -> None:
    found = resolve_corpus(page for page, _ in corpus)
    rows = rows_by_type([truth for _, truth in corpus], found.links)
    assert len(rows[kind]) > ARTICLES / 2
    assert pairwise(rows[kind])[2] >= floor


def test_many_people_share_a_name(corpus) -> None:
    """Without this the corpus would be too easy."""
    names = {e.entity_id: e.name for page, _ in corpus for e in page.entities if e.type == "person"}
    bearers: dict[str, set] = {}
    for _, truth in corpus:
        for local, real in truth.items():
            if local in names:
                bearers.setdefault(names[local], set()).add(real)
    assert sum(len(b) > 1 for b in bearers.values()) > 50


def test_shards_in_any_order_give_the_same(corpus) -> None:
    pages = [page for page, _ in corpus[:300]]
    shards = [pages[n::7] for n in range(7)]
    assert resolve_corpus(page for shard in reversed(shards) for page in shard) == resolve_corpus(pages)


def test_work_grows_no_faster_than_n_log_n(corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = []
    real = person_clusters.score
    monkeypatch.setattr(person_clusters, "score", lambda a, b: weighed.append(1) or real(a, b))
    sizes, counts = (len(corpus) // 4, len(corpus)), []
    for size in sizes:
        weighed.clear()
        resolve_corpus(page for page, _ in corpus[:size])
        counts.append(len(weighed) + size)
    assert counts[1] / counts[0] <= sizes[1] * log(sizes[1]) / (sizes[0] * log(sizes[0]))
