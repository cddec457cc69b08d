"""Writes the codebook: Markdown in two languages and one CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pipeline.codebook.gather import Entry, RuleEntry, entries

SHOWN = 3  # cases of each sort to a rule; the CSV has all
WORDS = 40
HEADINGS = {
    "en": {
        "title": "Codebook", "intro": "Made from the schema and the rule tables; change these, not this file.",
        "entity": "Entity types", "relation": "Relation types", "event": "Event types", "argument": "Arguments of events",
        "rule": "Rule", "words": "Triggers", "yes": "Finds", "no": "Leaves alone", "more": "and {} more",
        "fields": "Every event may have: agent, participant, target, place, campaign (lists of entity ids); time (EDTF), count and amount as printed; polarity, modality; content of a statement; same_as.",
    },
    "zh": {
        "title": "编码手册", "intro": "由数据结构与规则表自动生成；请修改来源，不要改本文件。",
        "entity": "实体类型", "relation": "关系类型", "event": "事件类型", "argument": "事件论元",
        "rule": "规则", "words": "触发词", "yes": "应当识别", "no": "不应识别", "more": "另有 {} 个",
        "fields": "每个事件可有：agent、participant、target、place、campaign（实体编号列表）；time（EDTF）、原文中的 count 与 amount；polarity、modality；言论内容 content；same_as。",
    },
}  # fmt: skip


def write_codebook(folder: Path) -> list[Path]:
    """Write `codebook.en.md`, `codebook.zh.md` and `codebook.csv` into a folder; returns the files written."""
    out = []
    for name, text in codebook().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        out.append(path)
    return out


def codebook() -> dict[str, str]:
    """The codebook's files by name.

    >>> sorted(codebook())
    ['codebook.csv', 'codebook.en.md', 'codebook.zh.md']
    """
    found = entries()
    return {
        "codebook.en.md": _markdown(found, "en"), "codebook.zh.md": _markdown(found, "zh"), "codebook.csv": _csv(found),
    }  # fmt: skip


def _markdown(found: list[Entry], language: str) -> str:
    say = HEADINGS[language]
    out = [f"# {say['title']}", "", say["intro"], ""]
    for kind in dict.fromkeys(e.kind for e in found):
        out += [f"## {say[kind]}", ""] + ([say["fields"], ""] if kind == "event" else [])
        for entry in (e for e in found if e.kind == kind):
            out += [
                f"### {entry.type} {entry.zh}",
                "",
                entry.en_definition if language == "en" else entry.zh_definition,
                "",
            ]
            for rule in entry.rules:
                out += _rule(rule, say)
    return "\n".join(out).rstrip() + "\n"


def _rule(rule: RuleEntry, say: dict[str, str]) -> list[str]:
    out = [f"- {say['rule']} `{rule.name}`" + (f" ({rule.form})" if rule.form else "")]
    if rule.words:
        rest = len(rule.words) - WORDS
        more = f" … {say['more'].format(rest)}" if rest > 0 else ""
        out.append(f"    - {say['words']}: {' '.join(rule.words[:WORDS])}{more}")
    out += [f"    - {say['yes']}: {_quoted(case)}" for case in rule.examples[:SHOWN]]
    out += [f"    - {say['no']}: {_quoted(case)}" for case in rule.near_misses[:SHOWN]]
    return [*out, ""]


def _quoted(case: str) -> str:
    return f"`{case.replace('`', '')}`"


def _csv(found: list[Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["kind", "type", "zh", "en_definition", "zh_definition", "rule", "form", "triggers", "examples", "near_misses"]
    )
    for e in found:
        for r in e.rules or (None,):
            rest = (
                [r.name, r.form, " ".join(r.words), "\n".join(r.examples), "\n".join(r.near_misses)] if r else [""] * 5
            )
            writer.writerow([e.kind, e.type, e.zh, e.en_definition, e.zh_definition, *rest])
    return out.getvalue()
