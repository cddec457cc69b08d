"""What stands around a possible name of a person in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.organisations.words import OrganisationWords, organisation_words
from pipeline.mentions.people.names import ENDS, RANK, PeopleWords
from pipeline.mentions.view import SentenceView

DOUBTFUL = frozenset("成来和向于时从应经对由任都全安双单成明关连高方平能通查计凤利后文马万家车支")
BODY_ENDS = ("社区", "街道", "小区", "公司", "医院", "大学", "中学", "银行")
GOES_ON = frozenset({"v", "vd", "d", "ad", "p", "c", "TIME", "r"})  # no name goes on with a word of these
BOTH = re.compile("边[^，。边]{1,3}边")
"""边吃边说: what a person does."""
GIVEN_TAGS = frozenset({"nz", "vn", "nw", "PER", "an", "LOC"})
BETWEEN = frozenset(
    "作做致发讲也还又都已则便就曾将再先刚才正均仍总常亦更解听传劝诉述游细直笑忙虚演评学胡据话称如若据"
)  # may stand between a speaker and the verb
TORN_OFF = frozenset({"ad", "a", "an", "n", "nz", "nr", "nw", "PER", "LOC", "vn"})
OF_A_PERSON = frozenset(
    "家人门手口身脸车店嘴心眼腿脚头爷奶爸妈妻儿子孙女夫弟兄姐妹哥嫂婆公娘叔婶姨舅队班组村院同自亲早晚先后一二三"
)
"""What belongs to somebody, or tells how or when, is no part of the name: 居民王芳|家 漏水."""
BEFORE_GANG = frozenset("志建永小国文金德玉洪海立宏学大春卫自正少振铁克世红继瑞爱成新占元庆晓向培长")
"""志刚, 建刚: behind these 刚 is rather a part of the name than the adverb."""
CLAUSE_END = re.compile("[的，。；：！？“”‘’、\n…—（(》 ]")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its words, the spans the tagger calls people, and where titles end and clauses begin."""

    text: str
    words: PeopleWords
    bodies: OrganisationWords
    starts: frozenset[int]
    ends: frozenset[int]
    tags: dict[tuple[int, int], str]
    tagged_people: tuple[tuple[int, int], ...]
    title_ends: tuple[int, ...]
    clause_starts: tuple[int, ...]
    goes_on: frozenset[int]
    tagged: bool

    def person(self, start: int, end: int, score: float, found_by: str, *reasons: str) -> Candidate:
        """A candidate of this sentence."""
        return Candidate(start, end, "person", f"person: {found_by}", round(score, 2), None, tuple(reasons))

    def rank(self, start: int) -> float:
        """A little more for a frequent surname."""
        return RANK[self.words.surnames[self.words.surname(self.text, start) or "王"]]

    def is_tagged(self, start: int, end: int) -> bool:
        """The tagger calls this span a person."""
        return (start, end) in self.tagged_people

    def starts_word(self, at: int) -> bool:
        """A word begins here."""
        return at in self.starts

    def ends_word(self, at: int) -> bool:
        """A word ends here."""
        return at in self.ends

    def follows(self, at: int) -> bool:
        """Something stands here that no name goes on with."""
        return self.words.follower(self.text, at) is not None or at in self.goes_on

    def reasons(self, start: int, end: int) -> tuple[str, ...]:
        """The evidence around a name."""
        follower = self.words.follower(self.text, end) or ("verb" if end in self.goes_on else None)
        said = {"statement": "speech", "verb": "follower", "title": "office behind", "等": "list", "end": "boundary"}
        before = "title" if start in self.title_ends else ""
        return tuple(r for r in (before, said.get(follower or "", "")) if r)

    def looks_like_body(self, start: int, end: int) -> bool:
        """纪工委 begins with a surname and is a body."""
        name = self.text[start:end]
        return name in self.bodies.heads or self.text.startswith(BODY_ENDS, end) or name in self.bodies.known

    def may_be_name(self, start: int, end: int) -> bool:
        """No ordinary word of the sentence has these very limits, nor runs over them."""
        if start not in self.starts or self.tags.get((start, end), "PER") not in ("PER", "nz", "LOC", "nw", ""):
            return False
        return end in self.ends

    def name_end(self, start: int) -> int | None:
        """Where the name that begins here ends: the tagger's limit, else the likeliest of two, three, four characters."""
        text, words = self.text, self.words
        for a, b in self.tagged_people:
            if a == start and b - a > 1:
                return next(
                    (start + n for n in (b - a, 3, 2) if n <= b - a and words.shaped(text[start : start + n])), None
                )
        if words.surname(text, start) is None or start not in self.starts:
            return None
        two, three = start + 2, start + 3
        if words.shaped(text[start:three]) and three in self.ends and self.follows(three):
            short = two in self.ends and words.shaped(text[start:two])
            if not (short and words.follower(text, two) in ("statement", "等")):
                return three if self._unlike_words(start, three) else None
        if words.shaped(text[start:two]) and two in self.ends and self.follows(two):
            return two if self._unlike_words(start, two) else None
        four = start + 4
        if words.shaped(text[start:four]) and four in self.ends and self.follows(four):
            return four
        return None

    def one_more(self, start: int, end: int) -> bool:
        """The tagger stopped short: 刘伟|新副主任; 尹然|国表示, where nothing can stand between a name and its verb."""
        text, words = self.text, self.words
        if not words.shaped(text[start : end + 1]) or words.title_start(text, end):
            return False
        if words.title_start(text, end + 1) or BOTH.match(text, end + 1):
            return True
        if start in self.title_ends and self._given_torn_off(end) and not words.title_start(text, end):
            return True  # 讲师陈明/PER 远/ad 授课/v
        fused = next((b for a, b in self.tags if a == end and b > end + 1), 0)  # 徐宗/PER 标说/v
        whole = end + 1 in self.ends or words.followers.get(text[end + 1 : fused]) == "statement"
        spoken = words.follower(text, end + 1) == "statement" and whole
        return spoken and text[end] not in BETWEEN and words.follower(text, end) != "statement"

    def _given_torn_off(self, end: int) -> bool:
        """One character alone between a name behind its title and a verb: an adverb, unless such names are given (志|刚)."""
        text = self.text
        tag = self.tags.get((end, end + 1), "")
        verb = end + 1 in self.goes_on and self.words.follower(text, end + 1) in ("verb", "statement")
        if text[end] == "刚":
            return verb and text[end - 1] in BEFORE_GANG
        return verb and tag in TORN_OFF and text[end] not in BETWEEN and text[end] not in OF_A_PERSON

    def surname_torn_off(self, start: int, end: int) -> bool:
        """The tagger took the surname for a word of its own: 主任|向/p 晓红/PER, and at the head of a clause 征/v 玉平/PER."""
        text, at = self.text, start - 1
        if end - start != 2 or at < 0 or self.words.surnames.get(text[start], "rare") in ("common", "usual"):
            return False
        apart = at == 0 or text[at - 1] in ENDS
        here = at in self.title_ends or (apart and text[at] not in "向对和与同")
        return here and (at, start) in self.tags and self.words.shaped(text[at:end])

    def to_somebody(self, start: int, end: int) -> bool:
        """A preposition and people in general: 向|民警 表示感谢, 于|学生 说."""
        role = self.tags.get((start + 1, end), "") in ("n", "r")
        return role and (self.tags.get((start, start + 1)) in ("p", "c") or self.text[start] in "向对和与跟同")

    def own_surname(self, start: int, at: int, courtesy: str) -> bool:
        """The surname stands by itself: it is not the end of another word or name (张文|女士)."""
        for a, b in self.tagged_people:
            if a <= start < b:
                return a == start
        titled = self.words.title_end(self.text, start) is not None
        if start not in self.starts and start > 0 and self.text[start - 1] not in ENDS and not titled:
            return False
        if (
            courtesy in ("老人", "同学", "老师", "师傅", "妈妈", "爸爸", "夫妇", "某", "某某")
            and self.text[start:at] in DOUBTFUL
        ):
            return False
        return (
            self.text[start:at] not in DOUBTFUL
            or start == 0
            or self.text[start - 1] in ENDS
            or start in self.title_ends
        )

    def _unlike_words(self, start: int, end: int) -> bool:
        if (start, start + 1) in self.tagged_people:
            return True
        spoken = start in self.title_ends and self.words.follower(self.text, end) == "statement"
        if spoken and self.tags.get((start, start + 1)) == "v" and self.tags.get((start + 1, end)) in GIVEN_TAGS:
            return not self.words.ordinary(self.text[start:end])  # 局长求/v 建军/vn 要求
        if self.tags.get((start, start + 1)) in ("p", "c", "u", "d", "v", "r", "f"):
            return False
        if not self.tagged and self.text[start] in DOUBTFUL:
            return False
        tag = self.tags.get((start, end), "")
        if (
            start in self.title_ends
            and self.words.follower(self.text, end) == "statement"
            and self.text[start:end] not in self.words.never
        ):
            return True
        return tag in ("", "PER", "nz", "LOC", "nw", "ORG")


def _fused(text: str, at: int, end: int, words: PeopleWords) -> bool:
    """A title and a name that the tagger took for one word: 调研员|史珍婷."""
    return words.shaped(text[at:end]) and not words.ordinary(text[at:end])


def scene_of(view: SentenceView, words: PeopleWords) -> Scene:
    """Lay out a sentence for the rules about people."""
    text, pieces = view.text, view.pieces
    inner = [p.end - 1 for p in pieces if p.end - p.start > 2 and text[p.end - 1] in words.surnames]  # 会计罗|成功
    inner += [
        at for p in pieces for at in (p.end - 3, p.end - 2) if at > p.start + 1 and _fused(text, at, p.end, words)
    ]
    cut = [at for at in inner if words.title_end(text, at) is not None]
    ends = [p.end for p in pieces if p.end < len(text) and text[p.end] not in ENDS]
    titles = tuple(sorted({*cut, *(at for at in ends if words.title_end(text, at) is not None)}))
    clauses = (*([0] if text else []), *(m.end() for m in CLAUSE_END.finditer(text) if m.end() < len(text)))
    return Scene(
        text=text,
        words=words,
        bodies=organisation_words(view.lexicon),
        starts=frozenset([*cut, *(p.start for p in pieces)]),
        ends=frozenset(p.end for p in pieces),
        tags={(p.start, p.end): p.tag for p in pieces},
        tagged_people=tuple((w.start, w.end) for w in view.tagged if w.tag == "PER"),
        title_ends=titles,
        clause_starts=clauses,
        goes_on=frozenset(p.start for p in pieces if p.tag in GOES_ON),
        tagged=bool(view.tagged),
    )
