"""Records + gold pages -> scores and an error list."""

from pipeline.evaluate.score import Scores, evaluate

__all__ = ["Scores", "evaluate"]
