"""Where things stand in the picture of a small network: its clusters kept apart, room around each for a name."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from pipeline.graph import lay_out

MOST = 600  # every pair is compared; a larger network is laid out as its graph files are
SEED = 20240802
ROUNDS, PUSHES = 600, 250
ROOM = 34.0  # between two things, in the units of `size`
FLAT = 0.62  # names are wider than tall: things may stand closer above each other than side by side
Points = NDArray[np.float64]


def positions(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[float, float]]:
    """A place for each node, around (0, 0): linked things near each other, the larger parts above the small ones.

    Forces of ForceAtlas2 (Jacomy et al. 2014, as networkx has it) for each connected part, then pushed apart in pairs.
    """
    if len(graph) > MOST:
        lay_out(graph)
        return {name: (graph.nodes[name]["x"], graph.nodes[name]["y"]) for name in graph}
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    parts = sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part))
    out: dict[str, tuple[float, float]] = {}
    left, top, tallest, width = 0.0, 0.0, 0.0, 0.0
    for number, part in enumerate(parts):
        points = _part(plain.subgraph(part), [float(graph.nodes[name].get("size", 8.0)) for name in part])
        points -= points.min(axis=0)
        wide, tall = points.max(axis=0)
        if number == 0:
            width, start = wide, (0.0, 0.0)
        elif left + wide > width or number == 1:
            left, top, tallest = 0.0, top - tallest - 3 * ROOM, 0.0
        if number:
            start = (left, top - tall)
            left, tallest = left + wide + 5 * ROOM, max(tallest, tall)
        out |= {name: (start[0] + x, start[1] + y) for name, (x, y) in zip(part, points.tolist(), strict=True)}
    middle = np.mean(list(out.values()), axis=0) if out else (0.0, 0.0)
    return {name: (round(x - middle[0], 1), round(y - middle[1], 1)) for name, (x, y) in sorted(out.items())}


def _part(graph: nx.Graph[str], sizes: list[float]) -> Points:
    names = sorted(graph)
    fresh: nx.Graph[str] = nx.Graph()
    fresh.add_nodes_from(names)
    fresh.add_edges_from(sorted(graph.edges()))
    raw = nx.forceatlas2_layout(fresh, max_iter=ROUNDS, seed=SEED, scaling_ratio=2.0, gravity=9.0, jitter_tolerance=0.5)
    points = np.array([raw[name] for name in names], dtype=np.float64)
    if not np.isfinite(points).all():
        turn = np.arange(len(names)) * 2.399963
        points = np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.sqrt(np.arange(len(names)))[:, None]
    points = _lying(points - points.mean(axis=0))
    points *= ROOM * np.sqrt(len(names)) / (points.std() or 1.0) * 0.9
    return _apart(points, np.array(sizes) / 2)


def _lying(points: Points) -> Points:
    """Turned so that the longest way through the points goes from left to right, as screens and pages do."""
    _, axes = np.linalg.eigh(points.T @ points)
    turned = points @ axes[:, ::-1]
    return np.asarray(turned * np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0))


def _apart(points: Points, radius: Points) -> Points:
    """Push every pair that stands too close apart by half of what is missing, until all have room."""
    need = radius[:, None] + radius[None, :] + ROOM
    np.fill_diagonal(need, 0.0)
    stretch = np.array([1.0, 1 / FLAT])
    points = points * stretch
    for _ in range(PUSHES):
        gap = points[:, None, :] - points[None, :, :]
        far = np.maximum(np.sqrt((gap**2).sum(axis=2)), 0.01)
        missing = np.maximum(need - far, 0.0)
        if not missing.any():
            break
        points = points + (gap / far[:, :, None] * (missing / 3)[:, :, None]).sum(axis=1)
    return np.asarray(points / stretch)
