"""The templates, everything that comes from a page escaped by the engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).resolve().parent


class Pages:
    """Fills templates and writes the pages."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._engine = Environment(
            loader=FileSystemLoader(HERE / "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        self._engine.globals["thing"] = thing
        self._engine.globals["kind_of"] = kind_of

    def write(self, template: str, name: str, root: str, **context: Any) -> None:
        """Write one page; `root` is the way from it to the view's folder."""
        path = self._out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = self._engine.get_template(template).render(root=root, **context)
        path.write_bytes(text.encode("utf-8", "replace"))


def thing(root: str, entity_id: str | None) -> str:
    """The address of a thing's page.

    >>> thing("../", "cam:1f"), thing("", 'per:"x"')
    ('../campaign.html#cam:1f', 'entity.html#per:%22x%22')
    """
    page = "campaign" if (entity_id or "").startswith("cam:") else "entity"
    return f"{root}{page}.html#{quote(entity_id or '', safe=':')}"


KINDS = {"per": "person", "org": "organisation", "dis": "district", "cam": "campaign", "loc": "place", "pol": "policy"}


def kind_of(entity_id: str | None) -> str:
    """The type that an entity's id tells.

    >>> kind_of("org:1f")
    'organisation'
    """
    return KINDS.get((entity_id or "").partition(":")[0], "other")
