"""Names in a byline: two to four characters, set apart or run together, sometimes broken."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import load_lexicon

HAN = "一-鿿㐀-䶿\U00020000-\U000323af〇"
NAME = re.compile(rf"(?:[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:[·•][{HAN}]{{1,8}})+)")
TORN = re.compile(
    rf"(?<=[{HAN}])\n+(?=[{HAN}](?:[ 、，\n]|$))|(?<=[ 、，][{HAN}])\n+(?=[{HAN}])|(?<=^[{HAN}])\n+(?=[{HAN}])"
)
NO_NAME = re.compile(
    r"(?:部|局|委|办|院|社|台|站|所|会|队|厅|处|科|室|公司|集团|中心|街道|社区|银行|学校|日报|晚报|单位|供图|提供|报道|资料|网友|市民|读者|综合|来源|如图|右图|左图|上图|下图|新华)$"
)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """All surnames of the lexicon, single and double."""
    return frozenset(row["surname"] for row in load_lexicon().words("surnames"))


def surname_of(text: str) -> str:
    """The surname that a name begins with, the longer one first; empty when there is none.

    >>> surname_of("欧阳明"), surname_of("刘宁"), surname_of("了解到")
    ('欧阳', '刘', '')
    """
    known = surnames()
    return text[:2] if len(text) > 2 and text[:2] in known else text[:1] if text[:1] in known else ""


def likely(name: str) -> bool:
    """Whether it reads as a person's name.

    >>> [n for n in ("柴琳琳", "买买提·艾力", "市委办", "如图", "陈陈") if likely(n)]
    ['柴琳琳', '买买提·艾力', '陈陈']
    """
    if "·" in name or "•" in name:
        return bool(NAME.fullmatch(name))
    return bool(NAME.fullmatch(name) and surname_of(name) and not NO_NAME.search(name))


def split_names(text: str) -> tuple[list[str], list[str]]:
    r"""The names in a stretch of byline, and the words there that are no names (a unit, for instance).

    A line end counts as a gap unless it leaves a single character over.

    >>> split_names("崔晨亮 杨雪丽"), split_names("邢培\n元 刘 坤"), split_names("淇县检察院 王芳"), split_names("王凤侠李小丽")
    ((['崔晨亮', '杨雪丽'], []), (['邢培元', '刘坤'], []), (['王芳'], ['淇县检察院']), (['王凤侠', '李小丽'], []))
    """
    names: list[str] = []
    others: list[str] = []
    for word in _words(text):
        if re.search(r"[·•]", word) or (2 <= len(word) <= 3 and NAME.fullmatch(word)):
            (others if NO_NAME.search(word) and not likely(word) else names).append(word)
        elif len(word) >= 4 and not NO_NAME.search(word) and (parts := _run_together(word)):
            names += parts
        elif word:
            others.append(word)
    return names, others


def _words(text: str) -> list[str]:
    """Pieces between separators, single characters joined to the name they were torn from."""
    out: list[str] = []
    text = TORN.sub("", text)
    for piece in re.split(r"[、，,；;/／|]+", text):
        words = piece.replace("\n", " ").split()
        joined: list[str] = []
        for i, word in enumerate(words):
            before = joined[-1] if joined else ""
            after = words[i + 1] if i + 1 < len(words) else ""
            if before and (
                len(before) == 1 or (len(word) == 1 and len(before) <= 2 and not (len(after) == 1 and surname_of(word)))
            ):
                joined[-1] += word
            else:
                joined.append(word)
        out += joined
    return [word for word in out if word]


def _run_together(word: str) -> list[str]:
    """Cut a run of names where surnames stand; names of three characters before names of two."""
    if not re.fullmatch(rf"[{HAN}]{{4,24}}", word):
        return []
    if len(word) == 4 and len(surname_of(word)) == 2:
        return [word]
    best: list[list[str] | None] = [[], *[None] * len(word)]
    for end in range(2, len(word) + 1):
        for size in (3, 2, 4):
            before = best[end - size] if end >= size else None
            name = word[end - size : end]
            if before is None or not surname_of(name) or (size == 4 and len(surname_of(name)) < 2):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, name]
    found = best[len(word)]
    return found if found else [word] if len(word) == 4 and surname_of(word) else []
