"""Events of a run -> PLOVER-style JSON Lines, by an editable table."""

from pipeline.plover.mapping import Mapping, MappingError, load_mapping
from pipeline.plover.write import write_plover

__all__ = ["Mapping", "MappingError", "load_mapping", "write_plover"]
