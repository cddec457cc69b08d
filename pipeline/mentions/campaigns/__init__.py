"""Campaigns of a sentence: quoted, stock, and drives without quotation marks."""
