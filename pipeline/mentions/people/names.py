"""What a person's name looks like, and the words that stand before and behind one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Lexicon

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3007]+")
FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·•・‧][\u4e00-\u9fffA-Z]{1,8})+")
ENDS = frozenset("，。；：！？、,;:!?…—（）()《》“”‘’ \n/·")
NEVER_GIVEN = frozenset(
    "的了着过们在和与及等是为被把从到向对就也都还将又很不没说称这那我你他她它此某每各该啊呢吗吧级局县镇乡员者款费吨项届"
)
GIVEN_ANYWAY = re.compile(
    "和[平生顺明祥]|[永志春家祥瑞景建世子中人]和|向[东阳前荣明红军华辉南群党]|[立一志]向|为[民国华群公]|[有大]为|从[军文新]|[立志亚建]从|志在"
)
"""Given names with a character of those: 李和平, 马向东, 陈为民."""
RANK = {"common": 0.12, "usual": 0.08, "rare": 0.0, "double": 0.12}


@dataclass(frozen=True)
class PeopleWords:
    """Surnames, titles, honorifics and followers from their tables, ready for look-up."""

    surnames: dict[str, str]
    titles: dict[str, str]
    title_lengths: dict[str, tuple[int, ...]]
    """By the last character of a title: how long titles are that end with it, long ones first."""
    after: re.Pattern[str]
    before: frozenset[str]
    followers: dict[str, str]
    never: frozenset[str]

    def surname(self, text: str, at: int) -> str | None:
        """The surname that begins at an offset, double ones first."""
        for size in (2, 1):
            if text[at : at + size] in self.surnames and at + size <= len(text):
                return text[at : at + size]
        return None

    def shaped(self, name: str) -> bool:
        """Surname and one or two characters that a given name may hold (王姗姗, 欧阳明月), and no ordinary word."""
        surname = self.surname(name, 0)
        if surname is None or not HAN.fullmatch(name):
            return False
        given = name[len(surname) :]
        if len(surname) == 2 and not given:
            surname, given = name[0], name[1]
        if surname not in self.surnames or not 1 <= len(given) <= 2:
            return False
        if NEVER_GIVEN & set(given) and not GIVEN_ANYWAY.fullmatch(given):
            return False
        return name not in self.never

    def ordinary(self, name: str) -> bool:
        """Begins like an ordinary word (高兴…, 连连, 常来常): not a name unless something says so."""
        return (
            name[:2] in self.never or (len(name) == 2 and name[0] == name[1]) or (len(name) == 3 and name[0] == name[2])
        )

    def title_end(self, text: str, at: int) -> str | None:
        """The longest title that ends at an offset: …党委书记|."""
        for n in self.title_lengths.get(text[at - 1 : at], ()):
            if n <= at and text[at - n : at] in self.titles:
                return text[at - n : at]
        return None

    def title_start(self, text: str, at: int) -> str | None:
        """The longest office that begins at an offset: 吴萍|局长."""
        return next(
            (text[at : at + n] for n in range(7, 1, -1) if self.titles.get(text[at : at + n]) == "office"), None
        )

    def honorific(self, text: str, at: int) -> str | None:
        """The longest word of courtesy that begins at an offset: 李|大爷."""
        hit = self.after.match(text, at)
        return hit.group() if hit else None

    def follower(self, text: str, at: int) -> str | None:
        """What begins right behind a name: `end`, `statement`, `verb`, `title`, `等`; None when it is none of them."""
        if at >= len(text) or text[at] in ENDS:
            return "end"
        if text[at] == "等":
            return "等"
        for size in (4, 3, 2, 1):
            use = self.followers.get(text[at : at + size])
            if use:
                return use
        return "title" if self.title_start(text, at) or self.honorific(text, at) else None


@lru_cache(maxsize=8)
def people_words(lexicon: Lexicon) -> PeopleWords:
    """The tables of a lexicon, compiled once for each lexicon."""
    honorifics = lexicon.words("honorifics")
    titles = {row["title"]: row["use"] for row in lexicon.words("titles")}
    lengths: dict[str, set[int]] = {}
    for title in titles:
        lengths.setdefault(title[-1], set()).add(len(title))
    return PeopleWords(
        surnames={row["surname"]: row["rank"] for row in lexicon.words("surnames")},
        titles=titles,
        title_lengths={
            last: tuple(sorted((n for n in sizes if 2 <= n <= 9), reverse=True)) for last, sizes in lengths.items()
        },
        after=re.compile("|".join(sorted((r["honorific"] for r in honorifics if r["place"] == "after"), key=_longest))),
        before=frozenset(r["honorific"] for r in honorifics if r["place"] == "before"),
        followers={row["word"]: row["use"] for row in lexicon.words("person_followers")},
        never=frozenset(row["word"] for row in lexicon.words("not_person")),
    )


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word
