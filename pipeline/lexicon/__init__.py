"""What the program knows before it reads: official divisions, word tables, and what a user adds to them."""

from pipeline.lexicon.lexicon import Lexicon, Term, load_lexicon

__all__ = ["Lexicon", "Term", "load_lexicon"]
