"""wangge 网格: from pages of Chinese local newspapers to a knowledge graph that a scholar can defend.

These functions are the public interface; everything heavy is imported when they are called.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from networkx import Graph, MultiDiGraph

    from pipeline.run import Summary

__all__ = ["bipartite", "extract", "load_graph", "project"]
__version__ = "0.1.0"


def extract(
    inputs: str | Path | Iterable[str | Path], out: str | Path, *, config: str | Path | None = None, workers: int = 1
) -> Summary:
    """Read newspaper pages and write records and graph into the folder `out`.

    `pipeline.extract("seeds", out="outputs/seeds")` does what `wangge extract seeds --out outputs/seeds` does, and returns
    how many records of each kind there are (`.counts`) and which pages failed and why (`.failed`).

    Raises ConfigError for settings that cannot be used and InputError when the inputs name no page.
    """
    from pipeline.config import load_config
    from pipeline.run import extract as run

    names = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return run(names, Path(out), load_config(Path(config) if config else None), workers=workers)


def load_graph(records: str | Path, *, merged: bool = False, layout: bool = False, **choices: Any) -> MultiDiGraph[str]:
    """The knowledge graph of a run's folder, for networkx and ipysigma, with the attributes of `graph.graphml`.

    One edge per statement, its key is its id; with `merged=True` things only, one edge per pair and relation, its key is the
    relation, as in `graph-merged.graphml`. `layout=True` adds the positions `x` and `y` of those files. `choices` are
    settings of the section `[graph]`: `pipeline.load_graph("outputs/seeds", articles=False)`.
    """
    from pipeline.config import load_config
    from pipeline.graph import build_graph, lay_out, things_only

    graph = build_graph(Path(records), load_config().graph.model_copy(update=choices))
    if layout:
        lay_out(graph)
    return things_only(graph) if merged else graph


def project(graph: MultiDiGraph[str], **choices: Any) -> Graph[str]:
    """Who works with whom: people and organisations tied by the campaigns (or events, or articles) they share.

    `pipeline.project(graph, shared="event", actors=["person"])`; see `pipeline.graph.projection` for what evidence counts and
    for the weights.
    """
    from pipeline.graph import project as run

    return run(graph, **choices)


def bipartite(graph: MultiDiGraph[str], **choices: Any) -> Graph[str]:
    """People and organisations on one side, the campaigns (or events, or articles) they take part in on the other."""
    from pipeline.graph import bipartite as run

    return run(graph, **choices)
