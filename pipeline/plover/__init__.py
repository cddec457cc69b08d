"""Events of a run -> PLOVER-style JSON Lines, by an editable table."""

from pipeline.plover.mapping import Mapping
from pipeline.plover.table import BUILT_IN, MappingError, load_mapping
from pipeline.plover.write import write_plover

__all__ = ["BUILT_IN", "Mapping", "MappingError", "load_mapping", "write_plover"]
