"""One happening, several reports: what they are all counted under."""

from __future__ import annotations

from collections.abc import Mapping


def happening_of(event_id: str, links: Mapping[str, str]) -> str:
    """The id of the first report of the happening an event tells of; `links` is `same_as` by event id.

    >>> happening_of("晚报-e01", {"晚报-e01": "日报-e02"}), happening_of("日报-e02", {"晚报-e01": "日报-e02"})
    ('日报-e02', '日报-e02')

    Links are followed to their end, also where that report is not at hand; links that run in a circle, as only hands write
    them, give the least id of the circle.
    """
    path = [event_id]
    while before := links.get(path[-1]):
        if before in path:
            return min(path[path.index(before) :])
        path.append(before)
    return path[-1]
