"""When a happening took place, and how long it lasted."""
