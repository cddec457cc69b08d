"""spaCy documents: articles' sentences with their mentions as spans, for displaCy, for training, for comparing models."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from pipeline.recordfiles import read_records
from pipeline.records import Mention, Sentence

LABELS = {
    "person": "PER", "organisation": "ORG", "district": "DIS", "campaign": "CAM", "place": "LOC", "policy": "POL",
}  # fmt: skip


def write_docbin(records: Path, folder: Path) -> None:
    """Write `articles.spacy`, one document per article, one token per character, so that no span falls between tokens.

    `doc.spans["sc"]` holds all mentions, nested ones too, with the entity id as `kb_id_`; `doc.ents` the outermost ones;
    `doc.user_data["article_id"]` names the article.
    """
    import spacy
    from spacy.tokens import Doc, DocBin

    vocabulary = spacy.blank("zh").vocab
    found: dict[str, list[Mention]] = {}
    for mention in read_records(records, "mentions", Mention):
        found.setdefault(mention.sentence_id, []).append(mention)
    store = DocBin(attrs=["ORTH", "SPACY", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    for article, group in groupby(read_records(records, "sentences", Sentence), key=lambda s: s.article_id):
        sentences = [sentence for sentence in group if sentence.text]
        if not sentences:
            continue
        words = [character for sentence in sentences for character in sentence.text]
        starts: list[bool | int | None] = [n == 0 for sentence in sentences for n in range(len(sentence.text))]
        doc = Doc(vocabulary, words=words, spaces=[False] * len(words), sent_starts=starts)
        doc.user_data["article_id"] = article
        _add_spans(doc, sentences, found)
        store.add(doc)
    store.to_disk(folder / "articles.spacy")


def _add_spans(doc: Any, sentences: list[Sentence], found: dict[str, list[Mention]]) -> None:
    from spacy.tokens import Span
    from spacy.util import filter_spans

    spans, outermost, offset = [], [], 0
    for sentence in sentences:
        for mention in found.get(sentence.sentence_id, ()):
            start, end = offset + mention.sent_start, offset + mention.sent_end
            if 0 <= start < end <= len(doc):
                span = Span(doc, start, end, label=LABELS[mention.type], kb_id=mention.entity_id or "")
                spans.append(span)
                outermost += [span] if mention.outermost else []
        offset += len(sentence.text)
    doc.spans["sc"] = spans
    doc.set_ents(filter_spans(outermost))
