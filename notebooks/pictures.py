"""What the notebooks draw with: a font that has Chinese, the colours of the graph, one way to draw a network."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable
from typing import Any

import matplotlib as mpl
import networkx as nx
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from pipeline.graph import lay_out
from pipeline.graph.fields import COLOURS, TYPE_NAMES

# In the order of our liking; the first one installed is taken.
FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "SimHei", "DengXian", "Heiti SC", "STHeiti", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    "Noto Sans CJK JP", "Noto Serif CJK SC", "Songti SC", "SimSun", "Arial Unicode MS",
)  # fmt: skip
WHAT_TO_INSTALL = """No font with Chinese characters is installed: names in the pictures will be boxes. Install one and restart the notebook.
  Debian, Ubuntu: sudo apt install fonts-noto-cjk
  Fedora:         sudo dnf install google-noto-sans-cjk-fonts
  macOS:          PingFang SC is part of the system (or: brew install --cask font-noto-sans-cjk-sc)
  Windows:        Microsoft YaHei is part of Chinese Windows; elsewhere Settings > Optional features > Chinese (Simplified) fonts"""


def chinese_font(installed: Iterable[str] | None = None) -> str | None:
    """Let matplotlib write Chinese and return the font's name; without such a font say what to install and return None."""
    names = set(installed) if installed is not None else {font.name for font in font_manager.fontManager.ttflist}
    found = next((name for name in FONTS if name in names), None)
    if found is None:
        print(WHAT_TO_INSTALL)
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
        return None
    mpl.rcParams["font.family"] = [found, "DejaVu Sans"]
    mpl.rcParams["axes.unicode_minus"] = False
    return found


def colour(kind: str) -> tuple[float, float, float]:
    """The colour of a node type, the same as in Gephi."""
    red, green, blue = COLOURS[kind]
    return red / 255, green / 255, blue / 255


def shortened(label: str, most: int = 14) -> str:
    """A label of at most so many characters."""
    return label if len(label) <= most else label[: most - 1] + "…"


def draw(
    graph: nx.Graph, ax: Axes, *, labels: int = 25, size: Callable[[str], float] | None = None, fill: Any = None, weight: str = "weight"
) -> None:  # fmt: skip
    """Draw a network: the `labels` largest nodes are named, the colour says the type (or what `fill` says)."""
    if len(graph) == 0:
        ax.text(0.5, 0.5, "nothing to draw", ha="center")
        return
    copy: nx.MultiDiGraph = nx.MultiDiGraph()
    copy.add_nodes_from((name, dict(data)) for name, data in graph.nodes(data=True))
    copy.add_edges_from((a, b) for a, b in graph.edges() if a != b)
    lay_out(copy)
    place = {name: (data["x"], data["y"]) for name, data in copy.nodes(data=True)}
    area = {name: 12.0 * (size(name) if size else graph.degree(name)) + 12 for name in graph}
    shades = [fill(name) if fill else colour(data["node_type"]) for name, data in graph.nodes(data=True)]
    ties: nx.Graph = nx.Graph()
    ties.add_nodes_from(graph)
    for a, b, data in graph.edges(data=True):
        before = ties.get_edge_data(a, b, {}).get("weight", 0.0)
        ties.add_edge(a, b, weight=before + float(data.get(weight, 1)))
    widths = [0.4 + 0.5 * math.log1p(total) for _, _, total in ties.edges(data="weight")]
    nx.draw_networkx_edges(ties, place, ax=ax, width=widths, edge_color="0.75")
    nx.draw_networkx_nodes(
        graph, place, ax=ax, node_size=list(area.values()), node_color=shades, linewidths=0.5, edgecolors="white"
    )
    named = sorted(area, key=lambda name: (-area[name], name))[:labels]
    wide = (max(x for x, _ in place.values()) - min(x for x, _ in place.values())) or 1.0
    written: list[tuple[float, float, float]] = []
    for name in named:  # the largest first; a label that would lie on another is left out
        (x, y), text = place[name], shortened(str(graph.nodes[name]["label"]))
        half = len(text) * wide / 150
        if any(abs(x - left) < half + other and abs(y - below) < wide / 45 for left, below, other in written):
            continue
        written.append((x, y, half))
        lift = (0.0, math.sqrt(area[name]) / 2)
        ax.annotate(text, (x, y), fontsize=8, ha="center", va="bottom", xytext=lift, textcoords="offset points")
    if fill is None:
        kinds = [kind for kind in COLOURS if any(data["node_type"] == kind for _, data in graph.nodes(data=True))]
        marks = [
            Line2D([], [], marker="o", linestyle="", color=colour(kind), label=f"{kind} {TYPE_NAMES[kind]}")
            for kind in kinds
        ]
        ax.legend(handles=marks, loc="lower left", fontsize=8, frameon=False)
    ax.set_axis_off()
    ax.margins(0.08)
