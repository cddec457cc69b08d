"""Schema and rule tables -> a codebook in English, Chinese and CSV."""

from pipeline.codebook.write import codebook, write_codebook

__all__ = ["codebook", "write_codebook"]
