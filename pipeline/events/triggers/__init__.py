"""Which words of a sentence tell of a happening, and of which."""
