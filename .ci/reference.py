"""Reference pages written from the code itself, so that they cannot go stale: commands, records, settings, columns, rules, lists."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import typer  # noqa: E402

from pipeline import records  # noqa: E402
from pipeline.cli import app  # noqa: E402
from pipeline.config import default_path  # noqa: E402
from pipeline.events import load_event_rules  # noqa: E402
from pipeline.graph import fields  # noqa: E402
from pipeline.recordfiles import FILES  # noqa: E402
from pipeline.relations import relation_rules  # noqa: E402

# What fields of one name mean wherever they stand; a name that no record uses is an error.
COMMON = {
    "page_id": "the page: file name without its ending", "article_id": "the article: page and number",
    "sentence_id": "the sentence: article and number", "mention_id": "id of the mention", "value_id": "id of the value",
    "entity_id": "id of the thing, stable from run to run", "relation_id": "id of the relation", "event_id": "id of the event",
    "type": "see the values", "text": "as printed, repaired", "start": "first code point in the decoded page file",
    "end": "code point behind the last", "sent_start": "first code point in the sentence's text",
    "sent_end": "code point behind the last in the sentence's text", "rule": "the rule that found it",
    "confidence": "0 to 1: orders, is not calibrated", "quote": "the printed line", "role": "see the values",
    "name": "canonical name", "aliases": "other printed names", "head": "entity id the relation goes out from",
    "tail": "entity id it goes to", "polarity": "negative: denied", "modality": "planned or hearsay: not stated as fact",
    "status": "of an office", "headline": "main headline, lines joined", "kicker": "unit or lead-in line beside the headline",
    "reporters": "names in the byline: 记者", "correspondents": "names in the byline: 通讯员", "photographers": "names with 摄, 供图",
    "spans": "where its parts stand on the page", "path": "file as it was named", "sha256": "digest of the file",
    "encoding": "encoding found", "date_from": "where the date comes from", "newspaper": "from `pages.csv`",
    "trigger": "the words that tell of it", "arguments": "who or what takes part, and as what", "count": "how many, as printed",
    "amount": "how much, as printed", "outermost": "false: inside a longer name", "stage": "where it was left out", "reason": "why",
    "left": "one id", "right": "the other", "same": "whether they were made one", "score": "sum of the evidence's points",
    "reasons": "evidence that counted",
}  # fmt: skip
ABOUT = {
    "pages": "an input file", "articles": "an article", "sentences": "a sentence, or a whole headline, byline, caption",
    "mentions": "a printed naming", "references": "a word that points without naming (该行, 他)", "values": "a date, sum or count",
    "entities": "a resolved thing", "relations": "a stated relation", "events": "a reported happening",
    "dropped": "something left out", "resolution": "two ids weighed against each other",
}  # fmt: skip


def pages() -> dict[str, str]:
    """The reference pages by file name."""
    return {
        "commands.md": commands(), "records.md": records_page(), "settings.md": settings(), "columns.md": columns(),
        "rules.md": rules(), "lists.md": lists(),
    }  # fmt: skip


def table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; bars inside cells are kept from parting them."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in lines) + "\n"


def _cell(value: object) -> str:
    parts = str(value).replace("\n", " ").split("`")  # what stands between backticks needs no escape and would show it
    return "`".join(part if number % 2 else part.replace("|", "\\|") for number, part in enumerate(parts))


def _plain(text: str | None) -> str:
    return re.sub(r"\[/?bold\]", "`", text or "")


def commands() -> str:
    """Every command with what it says of itself, its arguments and options."""
    group: Any = typer.main.get_command(app)
    out = [
        "# Commands\n",
        "Exit status, where a command says nothing else: 0 done, 1 something found or failed, 2 wrong use.\n",
    ]
    for name, command in sorted(_walk(group, "wangge")):
        out += [f"## {name}\n", _plain(command.help).strip() + "\n"]
        rows = [
            (
                f"`{' '.join(p.opts) if p.param_type_name == 'option' else (p.metavar or p.name.upper())}`",
                "needed"
                if p.required
                else ""
                if p.default in (None, False, ()) or callable(p.default)
                else f"`{p.default}`",
                _plain(getattr(p, "help", "")),
            )
            for p in command.params
            if p.name != "help"
        ]
        if rows:
            out.append(table(("", "default", "meaning"), rows))
    return "\n".join(out)


def _walk(group: Any, name: str) -> Iterable[tuple[str, Any]]:
    for key, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _walk(command, f"{name} {key}")
        else:
            yield f"{name} {key}", command


def records_page() -> str:
    """Every file of a run with its fields, from the models that write it."""
    out = ["# Records\n", "A run writes JSON Lines: UTF-8, one object a line, sorted by page and place on the page. `start` and `end` are "
           "code points into the decoded page file, half-open.\n"]  # fmt: skip
    used: set[str] = set()
    shown: dict[type, str] = {}
    for file, model in FILES.items():
        out += [f"## {file}.jsonl\n", f"One line is {ABOUT[file]}.\n"]
        if model in shown:
            out.append(f"Fields as in [{shown[model]}](#{shown[model]}jsonl).\n")
            continue
        shown[model] = file
        out.append(_fields(model, used))
    for model in (records.Region, records.Trigger, records.Argument):
        out += [f"## {model.__name__}\n", f"{(model.__doc__ or '').splitlines()[0]}\n", _fields(model, used)]
    stale = COMMON.keys() - used
    if stale:
        raise SystemExit(f"reference.py describes fields that no record has: {', '.join(sorted(stale))}")
    return "\n".join(out)


def _fields(model: Any, used: set[str]) -> str:
    rows = []
    for name, field in model.model_fields.items():
        if not field.exclude:
            used.add(name)
            rows.append((f"`{name}`", _type(field.annotation), field.description or COMMON.get(name, "")))
    return table(("field", "holds", "meaning"), rows)


def _type(annotation: Any) -> str:
    text = str(annotation) if get_args(annotation) else annotation.__name__
    text = re.sub(
        r"typing\.Literal\[([^\]]*)\]", lambda m: " / ".join(part.strip(" '") for part in m[1].split(",")), text
    )
    text = re.sub(r"tuple\[([\w.]+), \.\.\.\]", r"list of \1", text).replace("pipeline.records.", "")
    return text.replace(" | None", " or null").replace("typing.Optional", "")


def settings() -> str:
    """The default settings file as it is."""
    text = default_path().read_text(encoding="utf-8")
    tomllib.loads(text)
    return f"# Settings\n\nThe defaults, from `configs/default.toml`. Write into your own file only what differs.\n\n```toml\n{text}```\n"


def columns() -> str:
    """Columns of nodes and edges, in English and Chinese, with names of relations, events and types."""
    out = ["# Columns of the graph\n", "A value that is not known is left out. Lists are joined by `|`.\n"]
    for title, columns_ in (("Nodes", fields.NODE_FIELDS), ("Edges", fields.EDGE_FIELDS)):
        rows = ((f"`{name}`", field.kind.__name__, field.english, field.chinese) for name, field in columns_.items())
        out += [f"## {title}\n", table(("column", "type", "meaning", "含义"), rows)]
    for title, names in (
        ("Types of nodes", fields.TYPE_NAMES),
        ("Relations", fields.RELATION_NAMES),
        ("Types of events", fields.EVENT_NAMES),
    ):
        out += [f"## {title}\n", table(("value", "中文"), ((f"`{name}`", chinese) for name, chinese in names.items()))]
    return "\n".join(out)


def rules() -> str:
    """All built-in rules with their first example and near miss."""
    book = relation_rules().rules
    tables = {(rule.type, rule.name): rule for rows in load_event_rules().rules.values() for rule in rows}
    events = sorted(tables.values(), key=lambda rule: (rule.type, rule.name))
    out = [
        "# Rules\n",
        f"{len(book)} relation rules and {len(events)} event rules are built in. Each has examples it must match and near misses it must not; "
        "`wangge check` runs them all. `pipeline/relations/rules/` and `pipeline/events/data/` hold them in full.\n",
        "## Relations\n",
        table(("rule", "makes", "says", "for instance", "but not"), (
            (f"`{r.name}`", r.type, getattr(r, "note", ""), _first(r.examples), _first(r.near_misses)) for r in book
        )),
        "## Events\n",
        table(("rule", "makes", "form", "for instance", "but not"), (
            (f"`{r.name}`", r.type, r.form, _first(r.examples), _first(r.near_misses)) for r in events
        )),
    ]  # fmt: skip
    return "\n".join(out)


def _first(cases: Iterable[object]) -> str:
    case = next(iter(cases), "")
    return f"`{getattr(case, 'line', case)}`" if case else ""


def lists() -> str:
    """Every word list with its size and where it comes from."""
    folder = ROOT / "pipeline" / "lexicon" / "data"
    rows = []
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        told = " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))
        size = sum(bool(line.strip()) and not line.startswith("#") for line in lines) - 1
        rows.append((f"`{path.name}`", size, told))
    return (
        "# Word lists\n\nA table of the same name in your own `lexicon/` adds its rows. The five levels of administrative divisions stand in "
        "`divisions.zip`.\n\n" + table(("list", "rows", "what, source, licence"), rows)
    )
