"""An article becomes sentences."""

from pipeline.sentences.split import split_sentences

__all__ = ["split_sentences"]
