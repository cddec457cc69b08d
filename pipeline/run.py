"""One run: pages in, a folder of records and a graph out; the same bytes whatever the number of processes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from pipeline import manifest
from pipeline.config import Config
from pipeline.entities import MergesError, PageEvidence, read_merges, resolve_corpus
from pipeline.events import Areas, link_reports
from pipeline.graph import build_graph, write_graphs
from pipeline.inputs import InputError, Source, find_sources
from pipeline.lexicon import load_lexicon
from pipeline.pages import PageError, PageFacts, read_facts
from pipeline.privacy import hide_residents, ordinary_words
from pipeline.recordfiles import (
    PAGE_FILES,
    RecordWriter,
    append,
    publish,
    read_records,
    rewrite_entities,
    rewrite_links,
)
from pipeline.records import Dropped, Entity, Event, Page
from pipeline.stages import PageResult, Tools, load_tools, process_page


@dataclass(slots=True)
class Summary:
    """What a run did: where it wrote, how many records of each kind, which pages failed and why, and what of the user's no longer applies."""

    out: Path
    counts: dict[str, int] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


NO_NAMES = ("generic_area_words", "generic_place_words", "ordinary_words")  # never a resident's name
EVIDENCE = "evidence"  # what each page tells of its people; read again at the end and not kept
Outcome = tuple[Source, "PageResult | str"]


def extract(
    inputs: Iterable[str | Path],
    out: Path,
    config: Config,
    *,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """Read pages and write records and graph into the folder `out`.

    `progress` is called with (pages done, pages in all). A page that cannot be read is named in `Summary.failed` and in
    `dropped.jsonl`, and the run goes on with the rest. Raises InputError when the inputs name no page at all.
    """
    sources, complaints = find_sources([str(name) for name in inputs], config.pages.suffixes)
    if not sources:
        raise InputError("\n".join(complaints) or "no input named")
    try:
        read_merges(config.paths.merges)  # a broken table is told before the work, not after it
    except MergesError as error:
        raise InputError(str(error)) from None
    facts = _facts(sources)
    summary = Summary(out, failed={complaint.split(": ")[0]: complaint for complaint in complaints})
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch:
        spool = Path(scratch)
        with RecordWriter(spool) as writer:
            for done, (source, outcome) in enumerate(_outcomes(sources, facts, config, workers), 1):
                if isinstance(outcome, str):
                    summary.failed[str(source.path)] = outcome
                    writer.write("dropped", [Dropped(stage="pages", page_id=source.page_id, reason=outcome)])
                else:
                    writer.write_raw(EVIDENCE, [outcome.evidence] if outcome.evidence else [])
                    for name in PAGE_FILES:
                        writer.write(name, outcome.in_print_order(name))
                if progress:
                    progress(done, len(sources))
        _resolve(spool, config, summary)
        _link(spool)
        if config.privacy.residents != "keep":
            tables = {name: load_lexicon(config.paths.lexicon).words(name) for name in NO_NAMES}
            hide_residents(spool, config.privacy, ordinary=ordinary_words(tables))
        write_graphs(build_graph(spool, config.graph), spool)
        summary.counts = manifest.count(spool)
        manifest.write(spool, sources, config, summary.counts)
        publish(spool, out)
    return summary


def _resolve(spool: Path, config: Config, summary: Summary) -> None:
    """Decide who is who over all pages, and say what of the user's table no longer applies."""
    resolution = resolve_corpus(read_records(spool, EVIDENCE, PageEvidence), merges=config.paths.merges)
    (spool / f"{EVIDENCE}.jsonl").unlink(missing_ok=True)
    rewrite_entities(spool, resolution.links, resolution.entities, resolution.decisions)
    for line in resolution.stale:
        summary.warnings.append(f"{config.paths.merges.name}: {line}")
        append(spool, "dropped", [Dropped(stage="merges", page_id="", text=line.split(": ")[0], reason=line)])


def _link(spool: Path) -> None:
    """Link the reports of one happening over all pages, now that the same thing has the same id everywhere."""
    issued = {page.page_id: page.date for page in read_records(spool, "pages", Page)}
    areas = Areas.of(read_records(spool, "entities", Entity))
    linked = link_reports(lambda: read_records(spool, "events", Event), issued, areas)
    rewrite_links(spool, linked.links)
    append(spool, "dropped", linked.left)


def _outcomes(sources: list[Source], facts: dict[str, PageFacts], config: Config, workers: int) -> Iterator[Outcome]:
    """The pages' results in the order of the sources, made here or in a pool of processes."""
    jobs = [(source, facts.get(source.page_id)) for source in sources]
    tools = load_tools(config)  # here too when others work: what is wrong with a table is said once, before the work
    if workers <= 1 or len(sources) == 1:
        yield from ((source, _attempt(source, known, tools, config)) for source, known in jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(config,)) as pool:
        yield from zip(sources, pool.map(_work, jobs, chunksize=4), strict=True)


def _facts(sources: list[Source]) -> dict[str, PageFacts]:
    out: dict[str, PageFacts] = {}
    for folder, group in groupby(sorted(sources, key=lambda s: str(s.path)), key=lambda s: s.path.parent):
        try:
            known = read_facts(folder)
        except PageError as error:  # what it says of place and date would be missing on every page
            raise InputError(str(error)) from None
        out |= {s.page_id: known[s.path.stem] for s in group if s.path.stem in known}
    return out


def _attempt(source: Source, facts: PageFacts | None, tools: Tools, config: Config) -> PageResult | str:
    try:
        return process_page(source, facts, tools, config)
    except PageError as error:
        return str(error)


_TOOLS: list[tuple[Tools, Config]] = []


def _start(config: Config) -> None:
    _TOOLS[:] = [(load_tools(config), config)]


def _work(job: tuple[Source, PageFacts | None]) -> PageResult | str:
    tools, config = _TOOLS[0]
    return _attempt(*job, tools, config)
