"""A run as a text that people can read and compare: each page's articles, sentences with marked names, and what was made of them."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

Row = dict


def rows(folder: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def by(key: str, records: list[Row]) -> defaultdict[str, list[Row]]:
    out: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        out[record[key]].append(record)
    return out


def pictures(folder: Path) -> dict[str, str]:
    """Page id -> picture."""
    entities = {e["entity_id"]: e for e in rows(folder, "entities")}
    found = {
        name: by("sentence_id", rows(folder, name))
        for name in ("mentions", "references", "values", "relations", "events")
    }
    articles, sentences = by("page_id", rows(folder, "articles")), by("article_id", rows(folder, "sentences"))
    dropped = by("page_id", rows(folder, "dropped"))
    out = {}
    for page in rows(folder, "pages"):
        lines = [f"# {page['page_id']} {page['place']} {page['place_code']} {page['date']} {page['encoding']}"]
        for article in articles[page["page_id"]]:
            people = " ".join(
                "、".join(article[role]) or "-" for role in ("reporters", "correspondents", "photographers")
            )
            lines.append(f"\n== {article['article_id'][-3:]} {article['headline']} | {article['kicker']} | {people}")
            for sentence in sentences[article["article_id"]]:
                lines += _sentence(sentence, {k: v[sentence["sentence_id"]] for k, v in found.items()}, entities)
        lines += ["", *(f"dropped by {d['stage']} ({d['reason']}): {d['text']!r}" for d in dropped[page["page_id"]])]
        out[page["page_id"]] = "\n".join(lines) + "\n"
    return out


def _sentence(sentence: Row, found: dict[str, list[Row]], entities: dict[str, Row]) -> list[str]:
    def name(entity_id: str) -> str:
        return entities[entity_id]["name"]

    text, at = "", 0
    marks = [*found["mentions"], *found["references"]]
    for mark in sorted(marks, key=lambda m: m["sent_start"]):
        if mark["outermost"]:
            star = "*" if mark["anaphor"] else ""
            text += (
                sentence["text"][at : mark["sent_start"]]
                + f"[{mark['text']}|{mark['type'][:3].upper()}{star}={name(mark['entity_id'])}]"
            )
            at = mark["sent_end"]
    lines = [f"{sentence['sentence_id'][-4:]} {sentence['role']}: {text}{sentence['text'][at:]}"]
    lines += [f"       {v['type']} {v['text']} = {v['value']} {v['unit'] or ''}".rstrip() for v in found["values"]]
    for r in found["relations"]:
        odd = " ".join(
            x for x in (r["status"], r["polarity"], r["modality"]) if x not in (None, "positive", "actual", "current")
        )
        role = f":{r['role']}" if r["role"] else ""
        lines.append(
            f"    -> {name(r['head'])} -{r['type']}{role}-> {name(r['tail'])}  ({r['rule']}{' ' + odd if odd else ''})"
        )
    for e in found["events"]:
        arguments = " ".join(f"{a['role']}={name(a['entity_id'])}" for a in e["arguments"])
        extra = " ".join(str(e[k]) for k in ("time", "count", "amount") if e[k])
        odd = "" if (e["polarity"], e["modality"]) == ("positive", "actual") else f" {e['polarity']} {e['modality']}"
        lines.append(f"    ** {e['type']} {e['trigger']['text']} {extra} {arguments}  ({e['rule']}{odd})")
    return lines
