"""Gold pages with every person and area replaced by others of the same class: whether the room knows names or patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.lexicon.tables import read_table
from pipeline.mapped import MappedText
from pipeline.records import Article, Mention, Sentence
from tests.oracle import GoldPage

SURNAMES = "林周徐孙朱高罗梁宋唐冯董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "建国志强晓梅丽华秀兰海涛文博子涵雨欣俊杰思远美玲永康春燕国栋雪莹浩然佳怡振宇慧敏世杰婷婷鹏飞玉珍"
KEEP = ("习近平",)


@dataclass(frozen=True)
class Renamed:
    gold: GoldPage
    articles: list[Article]
    sentences: list[Sentence]
    mentions: list[Mention]


def renamed(gold: GoldPage) -> Renamed:
    """A gold page in other people's names, with its outermost people and bodies where they now stand."""
    table = _table(gold)
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=lambda n: (-len(n), n)))))
    sentences, mentions, at = [], [], 0
    for sentence in gold.sentences:
        text, places = _replace(sentence.text, table, pattern)
        clean = MappedText.of(text, at)
        sentences.append(sentence.model_copy(update={"text": text, "clean": clean, "start": at, "end": at + len(text)}))
        for one in gold.mentions:
            if one.sentence_id == sentence.sentence_id:
                start, end = places[one.sent_start], places[one.sent_end]
                moved = {
                    "start": at + start,
                    "end": at + end,
                    "sent_start": start,
                    "sent_end": end,
                    "text": text[start:end],
                }
                mentions.append(one.model_copy(update=moved))
        at += len(text)
    articles = [
        article.model_copy(
            update={
                role: tuple(table.get(name, name) for name in getattr(article, role))
                for role in ("reporters", "correspondents", "photographers")
            }
        )
        for article in gold.articles
    ]
    return Renamed(gold, articles, sentences, mentions)


def _table(gold: GoldPage) -> dict[str, str]:
    table = {row["old"]: row["new"] for row in read_table(Path(__file__).parent / "renaming.tsv")}
    people = sorted({m.text for m in gold.mentions if m.type == "person"} - set(KEEP))
    for number, name in enumerate(people):
        surname = SURNAMES[(number * 7 + len(gold.page.page_id)) % len(SURNAMES)]
        given = "".join(GIVEN[(number * 11 + 5 * i) % len(GIVEN)] for i in range(len(name) - 1))
        courtesy = name[1:] if name.endswith(("先生", "女士")) else given
        table[name] = surname + courtesy
    return table


def _replace(text: str, table: dict[str, str], pattern: re.Pattern[str]) -> tuple[str, list[int]]:
    out, places, at = "", [0] * (len(text) + 1), 0
    for hit in pattern.finditer(text):
        for i in range(at, hit.start()):
            places[i] = len(out) + i - at
        out += text[at : hit.start()]
        new = table[hit.group()]
        for i in range(hit.start(), hit.end()):
            places[i] = len(out) if i == hit.start() else len(out) + min(len(new), i - hit.start())
        out += new
        at = hit.end()
    for i in range(at, len(text) + 1):
        places[i] = len(out) + i - at
    return out + text[at:], places


def with_page(one: Renamed) -> GoldPage:
    """The renamed page in the form of a gold page."""
    return replace(one.gold, articles=one.articles, sentences=one.sentences, mentions=one.mentions)
