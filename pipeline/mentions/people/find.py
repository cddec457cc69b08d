"""Names of people: surnames with titles, courtesy and speech around them; the tagger is evidence, not proof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.mentions.candidate import Candidate
from pipeline.mentions.people.context import Scene, scene_of
from pipeline.mentions.people.names import ENDS, FOREIGN, people_words
from pipeline.mentions.view import SentenceView

LIST_MARKS = "、 和与及"
WATERS = "河渠堰湖沟坝港桥"
FUNCTION = frozenset({"p", "c", "u", "r", "m", "q", "f", "w", "xc", "d", "vd", "ad"})
GIVES = re.compile(
    "[作做](?:了|工作|专题|主题|表态|典型|交流|经验|动员)?(?:报告|发言|讲话|辅导|动员|部署|总结|说明|交流|点评|介绍|解读|分享|授课)|致(?:辞|词|欢迎|开幕)"
)
"""What a speaker gives: the verb is no part of the name."""
HOLIDAYS = ("国庆", "元旦", "立春", "春分", "清明", "中秋", "重阳", "冬至")
"""Given names after the day of birth."""
COMRADE = re.compile("总书记|同志|副总理|国家主席|国务委员")


def find_people(view: SentenceView) -> list[Candidate]:
    """Named people in a sentence, each with what speaks for it: a title, a courtesy, speech, a list, the tagger.

    In 中原银行鹤壁分行行长王姗姗表示 the name has an office before it and speech behind it; in 人心 there is nothing.
    """
    scene = scene_of(view, people_words(view.lexicon))
    found: dict[tuple[int, int], Candidate] = {}
    for rule in (
        _foreign,
        _with_courtesy,
        _tagged,
        _behind_title,
        _in_pieces,
        _before_speech,
        _comrade,
        _before_camera,
    ):
        for one in rule(scene):
            if not any(one.start < o.end and o.start < one.end and o.score >= one.score for o in found.values()):
                found = {k: o for k, o in found.items() if not (one.start < o.end and o.start < one.end)}
                found[one.start, one.end] = one
    for one in _listed(scene, list(found.values())):
        if not any(one.start < o.end and o.start < one.end for o in found.values()):
            found[one.start, one.end] = one
    return sorted(found.values(), key=lambda c: (c.start, c.end))


def _foreign(scene: Scene) -> Iterator[Candidate]:
    """迪丽热巴·阿不都, 约翰·史密斯: parts joined by a dot, when the tagger or a title agrees."""
    for hit in FOREIGN.finditer(scene.text):
        start, end = hit.span()
        inner = [w for w in scene.tagged_people if w[0] < end and start < w[1]]
        title = max((at for at in range(start, end) if scene.words.title_end(scene.text, at)), default=None)
        if inner:
            last = next((a for a, b in reversed(inner) if scene.text[a - 1 : a] in ("·", "•", "・", "‧")), inner[0][0])
            yield scene.person(inner[0][0], max(b for a, b in inner if a <= last), 0.85, "joined by a dot", "tagger")
        elif title is not None and "·" not in scene.text[start:title]:
            stop = next((at for at in range(title + 3, end) if scene.ends_word(at) and scene.follows(at)), end)
            yield scene.person(title, stop, 0.7, "joined by a dot", "title")


def _with_courtesy(scene: Scene) -> Iterator[Candidate]:
    """李大爷, 苏女士, 小王: a surname with a word of courtesy."""
    text, words = scene.text, scene.words
    for hit in words.after.finditer(text, 1):
        at, courtesy = hit.start(), hit.group()
        for size in (2, 1):
            start = at - size
            surname = text[max(0, start) : at]
            if start >= 0 and surname in words.surnames and (size == 1) == (words.surnames[surname] != "double"):
                if scene.own_surname(start, at, courtesy):
                    yield scene.person(start, at + len(courtesy), 0.9, "surname and courtesy", courtesy)
                break


def _tagged(scene: Scene) -> Iterator[Candidate]:
    """The tagger says so and the name is shaped like one; what stands around it makes it sure."""
    text, words = scene.text, scene.words
    for start, end in scene.tagged_people:
        if words.surname(text, start) is None or words.title_end(text, start + 1):
            start += words.title_end(text, start + 1) is not None  # 出|纳罗海生: a title cut in two
        start -= scene.surname_torn_off(start, end)
        name = text[start:end]
        if (
            len(name) == 3
            and name[0] in words.before
            and name[1] in words.surnames
            and name[2] in "和与及跟同也都一就还才"
        ):
            name, end = name[:2], end - 1  # 小孟和|老胡
        if len(name) == 2 and name[0] in words.before and name[1] in words.surnames:
            yield scene.person(start, end, 0.65, "老 or 小 and surname", "tagger")
            continue
        if end - start == 1 and (longer := scene.name_end(start)):  # 邰/PER 方向/n
            end, name = longer, text[start:longer]
        if len(name) == 3 and (GIVES.match(text, end - 1) or (name[2] == "摄" and text[end : end + 1] in "）)。 ")):
            name = name[:-1]  # 副市长苗壮|作 报告
        while len(name) > 2 and not words.shaped(name):
            name = name[:-1]
        if not words.shaped(name):
            continue
        end = start + len(name)
        if len(name) == 2 and scene.one_more(start, end):
            end += 1
            name = text[start:end]
        reasons = scene.reasons(start, end)
        score = 0.55 + 0.1 * (len(name) == 3) + 0.15 * len(reasons) + scene.rank(start)
        if scene.looks_like_body(start, end):
            score -= 0.4
        if name[-1] in WATERS and not set(reasons) & {"title", "speech", "office behind"}:
            score -= 0.4  # 疏浚何垛河
        if words.ordinary(name) and "title" not in reasons and "speech" not in reasons:
            score -= 0.2
        if score >= 0.6:
            yield scene.person(start, end, min(score, 0.98), "tagger and name's shape", *reasons)


def _behind_title(scene: Scene) -> Iterator[Candidate]:
    """村民焦玉莲家中: a title, a name, and behind it something that no name goes on with."""
    text, words = scene.text, scene.words
    for start in scene.title_ends:
        familiar = text[start] in words.before and words.surnames.get(text[start + 1 : start + 2]) == "common"
        if familiar and scene.ends_word(start + 2):
            yield scene.person(start, start + 2, 0.65, "老 or 小 and surname", "title")
            continue
        end = scene.name_end(start)
        if end is None:
            continue
        reasons = scene.reasons(start, end)
        if words.ordinary(text[start:end]) and not scene.is_tagged(start, end):
            continue
        if set(reasons) & {"follower", "boundary", "office behind", "speech", "list"}:
            yield scene.person(start, end, 0.7 + scene.rank(start), "title and name's shape", *reasons)


def _in_pieces(scene: Scene) -> Iterator[Candidate]:
    """副书记应/国庆为获奖者颁奖: behind a title, a name of three characters that the tagger took for other words."""
    text, words, tags = scene.text, scene.words, scene.tags
    for start in scene.title_ends:
        end = start + 3
        name, first = text[start:end], tags.get((start, start + 1))
        if len(name) == 3 and tags.get((start, end)) == "v" and words.shaped(name) and scene.follows(end):
            yield scene.person(start, end, 0.62 + scene.rank(start), "title and an unknown word", "title")
        if first is None or first in FUNCTION or len(name) < 3 or name[0] in words.never or not words.shaped(name):
            continue
        single = (tags.get((start + 1, start + 2)), tags.get((start + 2, end)))
        rest = tags.get((start + 1, end))
        apart = None not in single and not set(single) & FUNCTION and name[1] not in "来去到上下进出开"
        if not (apart or rest == "nz" or (rest == "TIME" and name[1:] in HOLIDAYS)):
            continue
        if words.follower(text, end) in ("statement", "verb", "等", "end") and not words.ordinary(name):
            yield scene.person(start, end, 0.66 + scene.rank(start), "title and name in pieces", "title")


def _before_speech(scene: Scene) -> Iterator[Candidate]:
    """刘宁说，…: at the beginning of a clause, a name and a verb of speech, or a name and its office."""
    text, words = scene.text, scene.words
    for start in scene.clause_starts:
        if words.surname(text, start) is None:
            continue
        for end in (start + 3, start + 2, start + 4):
            follower = words.follower(text, end)
            if follower in ("statement", "title") and words.shaped(text[start:end]) and scene.may_be_name(start, end):
                if words.ordinary(text[start:end]) or scene.to_somebody(start, end):
                    continue
                why = "speech" if follower == "statement" else "office behind"
                yield scene.person(start, end, 0.62 + scene.rank(start), f"name's shape and {why}", why)
                break


def _comrade(scene: Scene) -> Iterator[Candidate]:
    """习近平总书记, 雷锋同志: posts that stand behind nothing but a name."""
    text = scene.text
    for hit in COMRADE.finditer(text):
        for size in (3, 2):
            start = hit.start() - size
            if start >= 0 and scene.words.shaped(text[start : hit.start()]) and scene.may_be_name(start, hit.start()):
                yield scene.person(start, hit.start(), 0.8, "name's shape and post", hit.group())
                break


def _before_camera(scene: Scene) -> Iterator[Candidate]:
    """… 苏瑜摄: the photographer at the end of a caption."""
    text = scene.text.rstrip("）)。 ")
    mark = next((m for m in ("供图", "摄影", "文/图", "摄") if text.endswith(m)), None)
    if mark is None:
        return
    end = len(text[: len(text) - len(mark)].rstrip())
    for size in (3, 2):
        if end - size >= 0 and scene.words.shaped(text[end - size : end]) and scene.starts_word(end - size):
            apart = end == size or text[end - size - 1] in ENDS
            yield scene.person(end - size, end, 0.9 if apart else 0.75, "name's shape and camera", mark)
            return


def _listed(scene: Scene, sure: list[Candidate]) -> Iterator[Candidate]:
    """A name beside a sure one in a list: 吴国荣、郑双林等人."""
    text, words = scene.text, scene.words
    todo = sorted(sure, key=lambda c: c.start)
    while todo:
        one = todo.pop(0)
        if one.end < len(text) and text[one.end] in LIST_MARKS:
            start = one.end + 1
            end = scene.name_end(start)
            if end is not None and (scene.follows(end) or text[end : end + 1] in tuple(LIST_MARKS)):
                more = scene.person(start, end, 0.7 + scene.rank(start), "in a list of people", "list")
                yield more
                todo.append(more)
        for size in (3, 2):
            start = one.start - 1 - size
            if start < 0 or text[one.start - 1] != "、" or not words.shaped(text[start : one.start - 1]):
                continue
            if scene.may_be_name(start, one.start - 1):
                yield scene.person(start, one.start - 1, 0.65 + scene.rank(start), "in a list of people", "list")
                break
