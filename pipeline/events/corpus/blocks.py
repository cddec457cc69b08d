"""Which reports are compared at all: those of one type and month that share a named thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.events.corpus.rows import Areas, Row, keys_of, read_row
from pipeline.records import Dropped, Event

MOST = 300  # reports under one key; what a whole city does in a month is looked at day by day
Read = Callable[[], Iterable[Event]]


class Blocks:
    """The rows worth comparing, by key; `left` says which keys were too full.

    The events are read three times, and of an event that shares no key with another nothing is kept but a count.
    """

    def __init__(self, read: Read, issued: Mapping[str, str | None], areas: Areas, *, most: int = MOST) -> None:
        self._issued, self._areas, self._most = issued, areas, most
        self._coarse: Counter[str] = Counter()
        self._fine: Counter[str] = Counter()
        linked: set[str] = set()
        for row in self._rows(read()):
            self._coarse.update(keys_of(row, areas))
            if row.same_as:
                linked |= {row.event_id, row.same_as}
        self._coarse = Counter({key: n for key, n in self._coarse.items() if n > 1})
        full = {key: n for key, n in self._coarse.items() if n > most}
        if full:
            for row in self._rows(read()):
                self._fine.update(self._by_day(row, key) for key in keys_of(row, areas) if key in full)
        self.rows: dict[str, Row] = {}
        self._members: dict[str, list[str]] = defaultdict(list)
        for row in self._rows(read()):
            keys = self.keys(row)
            if keys or row.event_id in linked:
                self.rows[row.event_id] = row
            for key in keys:
                self._members[key].append(row.event_id)
        self.left = [
            _left(key, n, f"{n} reports; only those of the very same time were compared") for key, n in full.items()
        ]
        self.left += [_left(k, n, f"{n} reports; not compared") for k, n in self._fine.items() if n > most]
        self.left.sort(key=lambda d: d.text)

    def pairs(self) -> Iterator[tuple[Row, Row]]:
        """Pairs of reports in different articles that share a key and a day, each once."""
        for key in sorted(self._members):
            members = sorted((self.rows[i] for i in self._members[key]), key=lambda r: (r.days.first, r.event_id))
            for n, one in enumerate(members):
                for other in members[n + 1 :]:
                    if other.days.first > one.days.last:
                        break
                    if one.article_id != other.article_id and self._first_key(one, other) == key:
                        yield (one, other) if one.event_id < other.event_id else (other, one)

    def keys(self, row: Row) -> list[str]:
        """The keys under which a row is compared with others, those too full replaced by finer ones."""
        out = []
        for key in keys_of(row, self._areas):
            number = self._coarse.get(key, 0)
            if number > self._most:
                key = self._by_day(row, key)
                number = self._fine[key]
            if 1 < number <= self._most:
                out.append(key)
        return out

    def _first_key(self, one: Row, other: Row) -> str:
        shared = set(self.keys(one)) & set(self.keys(other))
        return min(shared)

    def _by_day(self, row: Row, key: str) -> str:
        return f"{key} {row.days.first}-{row.days.last}"

    def _rows(self, events: Iterable[Event]) -> Iterator[Row]:
        for event in events:
            row = read_row(event, self._issued.get(event.page_id), self._areas)
            if row is not None:
                yield row


def _left(key: str, number: int, reason: str) -> Dropped:
    kind, month, thing = key.split(" ")[:3]
    return Dropped(stage="events", page_id="", text=key, reason=f"same_as: {kind} of {month} with {thing}: {reason}")
