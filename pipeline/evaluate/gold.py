"""Hand-annotated pages: the format of tests/gold/GUIDELINES.md, its anchors resolved against the page's text.

All offsets here are squeezed: code points into the page with every white-space character taken out, so that they do not
depend on how anybody cleans a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from pipeline.records import ArgumentRole, EventType, RelationType, Role

KINDS = {"person": "PER", "organisation": "ORG", "district": "DIS", "campaign": "CAM", "place": "LOC", "policy": "POL"}
ARGUMENTS: tuple[str, ...] = get_args(ArgumentRole)
BYLINE_ROLES = ("reporters", "correspondents", "photographers")


class GoldError(ValueError):
    """A gold file that cannot be used; the message names file, article and what could not be found."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A printed naming: squeezed span, type and the id of its entity."""

    start: int
    end: int
    type: str
    entity: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An annotated event with the squeezed span of its trigger."""

    type: str
    start: int
    end: int
    arguments: frozenset[tuple[str, str]]
    time: str | None


@dataclass(slots=True)
class GoldEntity:
    """An annotated thing and all the names it goes by."""

    type: str
    name: str
    names: list[str]
    canonical: str | None


@dataclass(slots=True)
class GoldArticle:
    """An annotated article: squeezed regions, headline and people."""

    id: str
    regions: list[tuple[int, int]]
    headline: str
    kicker: str
    people: dict[str, frozenset[str]]


@dataclass(slots=True)
class GoldPage:
    """An annotated page; `problems` tells of anchors that were not found."""

    page_id: str
    squeezed: Squeezed
    articles: list[GoldArticle] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)
    entities: dict[str, GoldEntity] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], str | None] = field(default_factory=dict)
    events: list[GoldEvent] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space, and for each of its characters the offset in the raw text."""

    text: str
    offsets: list[int]

    @classmethod
    def of(cls, raw: str) -> Squeezed:
        """Squeeze a raw page.

        >>> Squeezed.of("淇 滨\\n区").text
        '淇滨区'
        """
        kept = [i for i, c in enumerate(raw) if not c.isspace() and c != "\ufeff"]
        return cls("".join(raw[i] for i in kept), kept)


def squash(value: object) -> str:
    """A name without white space; nothing for None."""
    return "".join(str(value or "").split())


def relation_key(type_: str, head: str, tail: str) -> tuple[str, str, str]:
    """What makes two relations the same; working together has no direction."""
    return (type_, *sorted((head, tail))) if type_ == "cooperates_with" else (type_, head, tail)  # type: ignore[return-value]


def read_gold(path: Path, raw: str) -> GoldPage:
    """Read one annotated page and find its anchors in the raw text.

    Raises GoldError when the file is not readable as gold at all; single anchors that are not found go to `problems`.
    """
    try:
        doc = yaml.safe_load(path.read_text(encoding="utf-8"))
        page = GoldPage(doc["page"], Squeezed.of(raw))
        articles = [dict(article) for article in doc["articles"]]
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise GoldError(f"{path}: not a gold page (see tests/gold/GUIDELINES.md): {error!r}") from None
    taken: set[int] = set()
    for article in articles:
        _read_article(article, page, taken)
    return page


def _read_article(article: dict[str, Any], page: GoldPage, taken: set[int]) -> None:
    text, aid = page.squeezed.text, str(article["id"])
    regions: list[tuple[int, int]] = []
    for region in article["regions"]:
        span = _place(text, str(region["from"]).replace(" ", ""), str(region["to"]).replace(" ", ""), taken)
        if span is None or region["role"] not in get_args(Role):
            page.problems.append(f"{aid}: region {region} not found")
            continue
        taken.update(range(*span))
        regions.append(span)
    page.articles.append(
        GoldArticle(
            aid, regions, squash(article.get("headline")), squash(article.get("kicker")),
            {role: frozenset(article.get(role) or ()) for role in BYLINE_ROLES},
        )
    )  # fmt: skip
    page.mentions += _mentions(article, page, regions)
    for type_, head, tail, *role in article.get("relations") or []:
        if type_ not in get_args(RelationType) or not {head, tail} <= page.entities.keys() | _later_ids(article):
            page.problems.append(f"{aid}: relation {type_} {head} {tail} names what is not there")
        page.relations[relation_key(type_, head, tail)] = role[0] if role else None
    page.events += _events(article, page, regions)


def _later_ids(article: dict[str, Any]) -> set[str]:
    return {str(entity["id"]) for entity in article.get("entities") or []}


def _place(text: str, head: str, tail: str, taken: set[int]) -> tuple[int, int] | None:
    """The first free place of `head` up to the next `tail` after it; an anchor may occur earlier in another region."""
    start = text.find(head)
    while start >= 0 and start in taken:
        start = text.find(head, start + 1)
    end = text.find(tail, start) if start >= 0 else -1
    return (start, end + len(tail)) if end >= 0 else None


def _hits(text: str, needle: str, regions: list[tuple[int, int]]) -> Iterator[int]:
    for low, high in regions:
        at = text.find(needle, low, high)
        while at >= 0:
            yield at
            at = text.find(needle, at + 1, high)


def _mentions(article: dict[str, Any], page: GoldPage, regions: list[tuple[int, int]]) -> list[GoldMention]:
    text = page.squeezed.text
    found: set[tuple[int, int, str, str]] = set()
    for entity in article.get("entities") or []:
        key, names = str(entity["id"]), [str(m).replace(" ", "") for m in entity["mentions"]]
        known = page.entities.setdefault(key, GoldEntity(entity["type"], entity["name"], [], entity.get("canonical")))
        known.names += [
            *map(str, entity["mentions"]),
            str(entity["name"]),
            *([entity["canonical"]] if entity.get("canonical") else []),
        ]
        for name in names:
            spots = list(_hits(text, name, regions))
            if not spots:
                page.problems.append(f"{article['id']}: mention {name!r} of {key} not found in its regions")
            for at in spots:
                if not any(
                    c in text[max(0, at - len(c)) : at + len(name) + len(c)] for c in entity.get("except") or []
                ):
                    found.add((at, at + len(name), entity["type"], key))
    outer = [f for f in found if not any(g[0] <= f[0] and f[1] <= g[1] and g[1] - g[0] > f[1] - f[0] for g in found)]
    return [GoldMention(*f) for f in sorted(outer)]


def _events(article: dict[str, Any], page: GoldPage, regions: list[tuple[int, int]]) -> Iterator[GoldEvent]:
    for event in article.get("events") or []:
        quote, trigger = str(event["at"]).replace(" ", ""), str(event.get("trigger", ""))
        spots = list(_hits(page.squeezed.text, quote, regions))
        if len(spots) != 1 or not trigger or trigger not in quote or event["type"] not in get_args(EventType):
            page.problems.append(f"{article['id']}: event {quote!r} ({trigger!r}) found {len(spots)} times")
            continue
        start = spots[0] + quote.find(trigger)
        arguments = frozenset((role, str(e)) for role in ARGUMENTS for e in event.get(role) or [])
        time = str(event["time"]) if event.get("time") else None
        yield GoldEvent(event["type"], start, start + len(trigger), arguments, time)
