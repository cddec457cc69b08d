"""The only place where ids are made: readable, the same from run to run, ASCII but for the page's own name."""

from __future__ import annotations

import hashlib
from pathlib import Path

PREFIX = {"person": "per", "organisation": "org", "district": "dis", "campaign": "cam", "place": "loc", "policy": "pol"}


def page_id(path: Path) -> str:
    """A page is called what its file is called.

    >>> page_id(Path("seeds/hebi-2024-08-05-p03.txt"))
    'hebi-2024-08-05-p03'
    """
    return path.stem


def article_id(page: str, number: int) -> str:
    """Articles are numbered from 1 in the order in which their bodies stand on the page.

    >>> article_id("p1", 3)
    'p1-a03'
    """
    return f"{page}-a{number:02d}"


def sentence_id(article: str, number: int) -> str:
    """Sentences are numbered from 1 in the order of the article's parts.

    >>> sentence_id("p1-a03", 12)
    'p1-a03-s012'
    """
    return f"{article}-s{number:03d}"


def part_id(owner: str, letter: str, number: int) -> str:
    """A mention (m), value (v), relation (r) or event (e) of a sentence or article, numbered from 1.

    >>> part_id("p1-a03-s012", "m", 2)
    'p1-a03-s012-m02'
    """
    return f"{owner}-{letter}{number:02d}"


def entity_id(type_: str, *key: str) -> str:
    """An entity is called by its type and either an official code or a digest of what makes it itself.

    >>> entity_id("district", "410611001001")
    'dis:410611001001'
    >>> entity_id("organisation", "410600", "鹤壁市民政局")
    'org:f6e2d57320'
    """
    if len(key) == 1 and key[0].isascii() and key[0].isdigit():
        return f"{PREFIX[type_]}:{key[0]}"
    return f"{PREFIX[type_]}:{_digest(*key)}"


def node_id(prefix: str, record: str) -> str:
    """A record's id as a node of the graph, in ASCII whatever the page's file was called.

    >>> node_id("art", "p1-a03"), node_id("ev", "鹤壁日报-a03-e01")
    ('art:p1-a03', 'ev:54a5a4fa4e')
    """
    plain = record.isascii() and record.isprintable() and " " not in record
    return f"{prefix}:{record if plain else _digest(record)}"


def edge_id(head: str, relation: str, tail: str) -> str:
    """An edge is called by a digest of its ends and its relation.

    >>> edge_id("per:1", "holds_position", "org:2")
    'e:f2579a34b7feb7a2'
    """
    return f"e:{_digest(head, relation, tail, length=16)}"


def _digest(*parts: str, length: int = 10) -> str:
    return hashlib.sha1("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]
