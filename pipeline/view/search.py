"""What the search box looks up: names in one file, texts by pairs of neighbouring letters in many small ones."""

from __future__ import annotations

import itertools
from collections import defaultdict

from pipeline.view.addresses import anchor, shard
from pipeline.view.data import DataFolder
from pipeline.view.load import Run
from pipeline.view.things import Things

DOCS = 20  # articles in one file of texts
STEPS = 20_000  # numbers of articles in one file of the index, about


def write_search(data: DataFolder, run: Run, things: Things) -> dict[str, int]:
    """Write names, texts and the index of texts; returns what the script must know to find its way.

    The index maps two neighbouring letters to the numbers of the articles that hold them, each as the step from the one
    before. A search for n letters reads the n - 1 lists, and then only the articles that are in all of them.
    """
    names = [[e.entity_id, e.name, list(e.aliases), len(things.mentions[e.entity_id])] for e in run.entities.values()]
    data.put("names", sorted(names, key=lambda row: (-row[3], row[1], row[0])))
    index: defaultdict[str, list[int]] = defaultdict(list)
    docs: list[list[str]] = []
    for records in run.pages:
        captions = defaultdict(list)
        for sentence in records.sentences:
            if sentence.role == "caption":
                captions[sentence.article_id].append(sentence.text)
        for a in records.articles:
            title = " ".join(x for x in (a.kicker, a.headline) if x)
            text = "\n".join([title, a.text, *captions[a.article_id]])
            for pair in sorted(pairs(text)):
                index[pair].append(len(docs))
            page = records.page
            docs.append([things.files[page.page_id], anchor(a.article_id, page.page_id), page.date or "", title, text])
    for start in range(0, len(docs), DOCS):
        data.put(f"t/{start // DOCS}", docs[start : start + DOCS])
    shards = sum(map(len, index.values())) // STEPS + 1
    files: list[dict[str, list[int]]] = [{} for _ in range(shards)]
    for pair in sorted(index):
        numbers = index[pair]
        files[shard(pair, shards)][pair] = [n - before for before, n in zip([0, *numbers], numbers, strict=False)]
    for number, content in enumerate(files):
        data.put(f"x/{number}", content)
    return {"docs": len(docs), "perFile": DOCS, "index": shards}


def pairs(text: str) -> set[str]:
    """All pairs of neighbouring letters, small ones for capitals, none over a space.

    >>> sorted(pairs("AI区 长"))
    ['ai', 'i区']
    """
    low = text.lower()
    return {a + b for a, b in itertools.pairwise(low) if not (a.isspace() or b.isspace())}
