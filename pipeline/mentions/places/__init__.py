"""Named places that are no areas."""
