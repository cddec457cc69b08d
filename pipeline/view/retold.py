"""Where else a happening is told: links from each of its reports to the others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import quote

from pipeline.records import Event
from pipeline.view.addresses import anchor
from pipeline.view.load import Run

MOST = 12  # links beside one event; of more reports the number is told


@dataclass(frozen=True, slots=True)
class Told:
    """Another report: the way to it from a page of the view, and what to call it."""

    address: str
    label: str


class Retold:
    """The reports of each happening that is told of more than once, in order of the issues."""

    def __init__(self, run: Run, files: dict[str, str]) -> None:
        self._happenings, self._files = run.happenings, files
        self._reports: defaultdict[str, list[Event]] = defaultdict(list)
        self._papers: dict[str, str] = {}
        self._headlines: dict[str, str] = {}
        for records in run.pages:
            page = records.page
            name = page.newspaper or page.place or page.page_id
            self._papers[page.page_id] = f"{name} {page.date}" if page.date else name
            for event in records.events:
                if event.event_id in self._happenings:
                    self._reports[self._happenings[event.event_id]].append(event)
            self._headlines |= {article.article_id: article.headline or "" for article in records.articles}

    def also(self, event: Event) -> tuple[list[Told], int]:
        """The other reports of what an event tells of, at most `MOST`, and how many more there are."""
        reports = self._reports.get(self._happenings.get(event.event_id, ""), [])
        others = [report for report in reports if report.event_id != event.event_id]
        return [self._told(other, event) for other in others[:MOST]], max(0, len(others) - MOST)

    def _told(self, other: Event, here: Event) -> Told:
        place = "#" + quote(anchor(other.event_id, other.page_id), safe="")
        if other.article_id == here.article_id:
            return Told(place, "本文")
        headline = self._headlines.get(other.article_id, "")
        if other.page_id == here.page_id:
            return Told(place, headline or "本版")
        paper = self._papers[other.page_id]
        return Told(f"{self._files[other.page_id]}.html{place}", f"{paper} · {headline}" if headline else paper)
