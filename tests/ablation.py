# ruff: noqa: E402 - the house is found from the file before it is imported
"""What each part of the mention room is worth, and other tools beside it, on gold pages, by `python tests/ablation.py`.

Prints a table of F1. A benchmark run by hand, not a test; the figures of `docs/scores-mentions.md` come from it.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.articles import split_articles
from pipeline.chinese import Reader
from pipeline.evaluate import evaluate
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.divisions import Divisions
from pipeline.lexicon.lexicon import Lexicon
from pipeline.mentions import find, find_mentions
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.districts import find as districts
from pipeline.pages import read_facts, read_page
from pipeline.records import Article, Page, Sentence
from pipeline.sentences import split_sentences

SETS = {
    "seeds": (ROOT / "tests/gold/pages", ROOT / "seeds"),
    "invented": (ROOT / "tests/gold/invented/pages", ROOT / "tests/gold/invented/texts"),
}
TYPES = ("", ".PER", ".ORG", ".DIS", ".CAM", ".LOC")
PLACE = re.compile(".*(?:路|街|大道|巷|公园|广场|河|江|湖|山|桥|水库|馆|陵园)$")
LETTERS = {"PER": "person", "ORG": "organisation", "nr": "person", "nrt": "person", "nt": "organisation"}
Row = dict[str, Any]
Names = Callable[[str], Iterable[tuple[int, int, str]]]


@dataclass(frozen=True)
class Read:
    """A page with its articles and sentences, before any name is looked for."""

    page: Page
    articles: list[Article]
    sentences: list[Sentence]


@dataclass(frozen=True)
class Corpus:
    gold: Path
    texts: Path
    records: Path
    results: list[Read]


class NoDivisions(Divisions):
    """A list of areas without an area."""

    def upper(self) -> list[Any]:
        return []

    def upper_named(self, name: str) -> tuple[Any, ...]:
        return ()

    def streets_named(self, name: str) -> tuple[str, ...]:
        return ()

    def named(self, name: str, *, within: str | None = None) -> list[Any]:
        return []

    def zones(self, prefecture: str) -> list[Any]:
        return []

    def vote_place(self, text: str) -> list[tuple[str, str, float]]:
        return []


class LexiconWithoutDivisions(Lexicon):
    @property
    def divisions(self) -> Divisions:
        return NoDivisions()


@contextmanager
def without_grammar() -> Iterator[None]:
    """Bodies as the tagger has them, areas from the lists alone, no grammar of names."""

    def tagged(view: Any, areas: Any) -> list[Candidate]:
        words = [w for w in view.tagged if w.tag == "ORG"]
        return [Candidate(w.start, w.end, "organisation", "tagger", 0.8) for w in words]

    kept = find.find_organisations, districts.by_grammar
    find.find_organisations, districts.by_grammar = tagged, lambda *a: iter(())
    try:
        yield
    finally:
        find.find_organisations, districts.by_grammar = kept


def kind(tag: str, name: str) -> str | None:
    """The type of a tool's tag; a tool's one tag for places is an area unless its last word is that of a road or a river."""
    if tag in ("LOC", "ns"):
        return "place" if PLACE.match(name) else "district"
    return LETTERS.get(tag)


def lac_names(reader: Reader) -> Names:
    return lambda text: [(w.start, w.end, w.tag) for w in reader.tag([text])[0]]


def jieba_names(text: str) -> Iterator[tuple[int, int, str]]:
    import jieba.posseg

    at = 0
    for word in jieba.posseg.cut(text):
        yield at, at + len(word.word), word.flag
        at += len(word.word)


def jiagu_names(text: str) -> Iterator[tuple[int, int, str]]:
    """jiagu gives each of its words a tag: B-PER, I-PER, O."""
    import jiagu

    words = jiagu.seg(text)
    start, at, now = 0, 0, "O"
    for word, tag in [*zip(words, jiagu.ner(words), strict=True), ("", "O")]:
        if tag[:2] != "I-":
            if now != "O":
                yield start, at, now
            start, now = at, tag.split("-")[-1]
        at = max(at, text.find(word, at)) + len(word)


def repaired(corpus: Corpus, names: Names) -> list[Row]:
    """A tool over our sentences: lines joined, spaces repaired, bylines and headlines apart."""
    out = []
    for result in corpus.results:
        for s in result.sentences:
            for start, end, tag in names(s.text) if s.text.strip() else ():
                if type_ := kind(tag, s.text[start:end]):
                    raw = s.clean.raw_span(start, end)
                    out.append(_row(result.page.page_id, *raw, type_))
    return out


def printed(corpus: Corpus, names: Names) -> list[Row]:
    """A tool over the lines of the file as they are printed."""
    out = []
    for result in corpus.results:
        at = 0
        for line in result.page.raw.split("\n"):
            for start, end, tag in names(line) if line.strip() else ():
                if type_ := kind(tag, "".join(line[start:end].split())):
                    out.append(_row(result.page.page_id, at + start, at + end, type_))
            at += len(line) + 1
    return out


def ours(corpus: Corpus, lexicon: Lexicon, reader: Reader) -> list[Row]:
    found = []
    for one in corpus.results:
        mentions, _ = find_mentions(one.page, one.articles, one.sentences, lexicon=lexicon, reader=reader)
        found += [m.model_dump(mode="json") for m in mentions]
    return found


def _row(page: str, start: int, end: int, type_: str) -> Row:
    return {
        "page_id": page,
        "start": start,
        "end": end,
        "type": type_,
        "outermost": True,
        "mention_id": "",
        "entity_id": None,
        "anaphor": False,
    }


def scores(corpus: Corpus, rows: list[Row]) -> list[str]:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (corpus.records / "mentions.jsonl").write_text(text, encoding="utf-8")
    figures = evaluate(corpus.gold, corpus.texts, corpus.records).figures
    return [f"{figures.get(f'mentions{t}', {}).get('f', 0.0):.3f}" for t in TYPES]


def read(path: Path, texts: Path, lexicon: Lexicon) -> Read:
    page = read_page(path, page_id=path.stem, facts=read_facts(texts).get(path.stem), divisions=lexicon.divisions)
    articles, _ = split_articles(page)
    return Read(page, articles, [s for article in articles for s in split_sentences(article)])


def main() -> int:
    plain, reader, no_tagger = load_lexicon(), Reader(), Reader(tagger="none")
    print("| pages | what | all | PER | ORG | DIS | CAM | LOC |\n|---|---|---|---|---|---|---|---|")
    for name, (gold, texts) in SETS.items():
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(
                gold, texts, Path(folder), [read(path, texts, plain) for path in sorted(texts.glob("*.txt"))]
            )

            def line(what: str, rows: list[Row], corpus: Corpus = corpus, name: str = name) -> None:
                print(f"| {name} | {what} | " + " | ".join(scores(corpus, rows)) + " |", flush=True)

            line("ours", ours(corpus, plain, reader))
            line("ours without the list of divisions", ours(corpus, LexiconWithoutDivisions(), reader))
            with without_grammar():
                line("ours without the grammar of names", ours(corpus, plain, reader))
            line("ours without a tagger (rules only)", ours(corpus, plain, no_tagger))
            beside: dict[str, Names] = {"LAC alone": lac_names(reader), "jieba posseg": jieba_names}
            try:
                import jiagu  # noqa: F401
            except ImportError:
                pass
            else:
                beside["jiagu"] = jiagu_names
            for what, names in beside.items():
                line(f"{what}, repaired text", repaired(corpus, names))
                line(f"{what}, lines as printed", printed(corpus, names))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
