"""Names of bodies, read to the left from their last words."""
