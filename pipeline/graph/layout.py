"""Positions: the first look in Gephi or in a browser is already a picture, and the same one every time.

The best connected nodes are laid out by ForceAtlas2 (Jacomy et al. 2014, as networkx has it); all others are set beside
their neighbours among them, and then moved apart. The cost beyond the core grows with the number of edges only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import networkx as nx

CORE = 300  # ForceAtlas2 compares every pair: 300 nodes take about half a second
ROUNDS = 120
SEED = 20240802
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
CELL = 24.0  # mean room of a node, in the units of `size`
APART_UP_TO = 5_000  # above it nodes may overlap
STEPS = 300

Point = tuple[float, float]


def lay_out(graph: nx.MultiDiGraph[str]) -> None:
    """Give every node its `x` and `y`, in units of the node's `size`, around (0, 0).

    The positions depend on the graph alone, not on the order of its nodes or edges.
    """
    if len(graph) == 0:
        return
    names = sorted(graph, key=lambda name: (-int(graph.degree(name)), name))
    near: nx.Graph[str] = nx.Graph()
    near.add_nodes_from(sorted(graph))
    near.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    places = _core(near.subgraph(names[:CORE]), scale=CELL * math.sqrt(len(graph)))
    places |= _beside(near, names[CORE:], places)
    if len(graph) <= APART_UP_TO:
        places = _apart(names, places, {name: float(graph.nodes[name].get("size", 8.0)) / 2 for name in names})
    for name, (x, y) in places.items():
        graph.nodes[name]["x"], graph.nodes[name]["y"] = round(x, 1), round(y, 1)


def _core(near: nx.Graph[str], scale: float) -> dict[str, Point]:
    """ForceAtlas2, blown up so that the mean node has its room; a circle where the forces run away."""
    core: nx.Graph[str] = nx.Graph()
    core.add_nodes_from(sorted(near))
    core.add_edges_from(sorted(near.edges()))
    raw = nx.forceatlas2_layout(core, max_iter=ROUNDS, seed=SEED, scaling_ratio=2.0, gravity=1.0, strong_gravity=True)
    points = {name: (float(x), float(y)) for name, (x, y) in raw.items()}
    if not all(math.isfinite(value) for point in points.values() for value in point):
        points = {name: _on_spiral(number) for number, name in enumerate(core)}
    middle = _middle(points.values())
    spread = (
        math.sqrt(sum((x - middle[0]) ** 2 + (y - middle[1]) ** 2 for x, y in points.values()) / len(points)) or 1.0
    )
    return {
        n: ((x - middle[0]) / spread * scale / 2, (y - middle[1]) / spread * scale / 2) for n, (x, y) in points.items()
    }


def _beside(near: nx.Graph[str], names: list[str], placed: dict[str, Point]) -> dict[str, Point]:
    """The rest, best connected first: around the middle of the neighbours that have a place, or else on an outer ring.

    Those of one middle lie like the seeds of a sunflower, so that a hub with thousands of leaves costs no more than others.
    """
    places, around = dict(placed), Counter[tuple[int, int]]()
    edge = max((math.hypot(x, y) for x, y in placed.values()), default=0.0) + 2 * CELL
    alone = 0
    for name in names:
        neighbours = [places[other] for other in sorted(near[name]) if other in places]
        if neighbours:
            x, y = _middle(neighbours)
            spot = (round(x / CELL), round(y / CELL))
            around[spot] += 1
            dx, dy = _on_spiral(around[spot])
            places[name] = (x + dx * CELL / 2, y + dy * CELL / 2)
        else:
            reach = edge + CELL * math.sqrt(alone) / 4
            places[name] = (reach * math.cos(alone * GOLDEN_ANGLE), reach * math.sin(alone * GOLDEN_ANGLE))
            alone += 1
    return {name: places[name] for name in names}


def _apart(names: list[str], places: dict[str, Point], radius: dict[str, float]) -> dict[str, Point]:
    """Move a node along a spiral until it covers none of those set before it."""
    cell = 2 * max(radius.values())
    grid: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    out: dict[str, Point] = {}
    for name in names:
        r = radius[name]
        for step in range(STEPS):
            dx, dy = _on_spiral(step)
            x, y = places[name][0] + dx * r, places[name][1] + dy * r
            column, row = int(x // cell), int(y // cell)
            others = (o for i in (-1, 0, 1) for j in (-1, 0, 1) for o in grid.get((column + i, row + j), ()))
            if all((x - a) ** 2 + (y - b) ** 2 >= (r + c + 1) ** 2 for a, b, c in others):
                break
        grid.setdefault((column, row), []).append((x, y, r))
        out[name] = (x, y)
    return out


def _on_spiral(number: int) -> Point:
    return math.sqrt(number) * math.cos(number * GOLDEN_ANGLE), math.sqrt(number) * math.sin(number * GOLDEN_ANGLE)


def _middle(points: Iterable[Point]) -> Point:
    known = list(points)
    return sum(x for x, _ in known) / len(known), sum(y for _, y in known) / len(known)
