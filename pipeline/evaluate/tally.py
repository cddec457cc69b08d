"""True positives, predictions and gold by name, and the figures made of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any


class Tally:
    """Counts named `<what>_tp`, `<what>_pred`, `<what>_gold`; errors by kind; B³ pairs of precision and recall."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self.b3: list[tuple[float, float]] = []

    def add(self, what: str, *, hit: int, pred: int, gold: int) -> None:
        """Count what was found and what was to be found."""
        self.counts[f"{what}_tp"] += hit
        self.counts[f"{what}_pred"] += pred
        self.counts[f"{what}_gold"] += gold

    def f1(self, what: str, names: Sequence[str] = ("",)) -> dict[str, float | int]:
        """Precision, recall and F1 over the sum of the named counts (micro-average)."""
        tp, pred, gold = (sum(self.counts[f"{what}{name}_{k}"] for name in names) for k in ("tp", "pred", "gold"))
        p, r = (tp / pred if pred else 0.0), (tp / gold if gold else 0.0)
        return {**_rounded(p, r), "n_gold": gold, "n_pred": pred}

    def share(self, what: str) -> float:
        """Accuracy: the right ones among those that were to be found."""
        return round(self.counts[f"{what}_tp"] / max(1, self.counts[f"{what}_gold"]), 4)

    def b_cubed(self) -> dict[str, float | int]:
        """B³ (Bagga and Baldwin 1998) over the mentions that both sides have."""
        p, r = (sum(pair[i] for pair in self.b3) / max(1, len(self.b3)) for i in (0, 1))
        return {**_rounded(p, r), "n_gold": len(self.b3)}


def _rounded(p: float, r: float) -> dict[str, float | int]:
    return {"p": round(p, 4), "r": round(r, 4), "f": round(2 * p * r / (p + r) if p + r else 0.0, 4)}
