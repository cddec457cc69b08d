"""Who and what takes part in a happening, where, and with how many."""
