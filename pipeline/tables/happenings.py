"""Which reports tell of one happening, for counting."""

from __future__ import annotations

from pathlib import Path

from pipeline.happenings import happening_of
from pipeline.recordfiles import read_records
from pipeline.records import Event


def happening_ids(records: Path) -> dict[str, str]:
    """The happening of each event of a run, by event id: count the values, not the events, where several pages are read.

    A happening is called by the id of its first report. Raises RecordsError for a line that is no record.
    """
    links = {event.event_id: event.same_as for event in read_records(records, "events", Event)}
    told = {event: first for event, first in links.items() if first}
    return {event: happening_of(event, told) for event in links}
