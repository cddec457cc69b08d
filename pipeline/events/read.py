"""The door of the room: reads an article sentence by sentence and writes down what happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.arguments import agents_of, fill, participants_of, subjects_of
from pipeline.events.merge import merge
from pipeline.events.report import Anchor, Draft, Report
from pipeline.events.same import link_same
from pipeline.events.said import Said, find_said
from pipeline.events.subjects import groups
from pipeline.events.sums import amount_of, count_of
from pipeline.events.table import Tables
from pipeline.events.triggers import Hit, find_hits
from pipeline.events.view import View, leaves_open, look
from pipeline.events.when import time_of
from pipeline.events.write import write
from pipeline.records import Article, Entity, Event, Mention, Page, Sentence, Value

ATTENDED = re.compile(r"(?:共计?|等)?([0-9]+余?多?(?:人|名|位|人次))[一-龥]{0,10}(?:参加|参会|出席|到场|与会)")
SPEAKS_LATER = re.compile(r"负责人|相关人员|记者|据")


def find_events(
    page: Page,
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    values: Sequence[Value],
    entities: Sequence[Entity],
    *,
    rules: Tables,
) -> list[Event]:
    """The happenings that the bodies of a page's articles report, in the order in which they are printed.

    >>> from pipeline.events import load_event_rules
    >>> from pipeline.rules.notation import read_marked
    >>> case = read_marked("[人民路街道|DIS]组织开展消防安全检查。")
    >>> page = Page(page_id="case", path="", sha256="", encoding="utf-8")
    >>> article = Article(article_id="case-a01", page_id="case", text=case.sentence.text, spans=())
    >>> events = find_events(page, [article], [case.sentence], case.mentions, [], case.entities, rules=load_event_rules())
    >>> [(e.type, e.trigger.text, [(a.role, a.entity_id) for a in e.arguments]) for e in events]
    [('inspection', '安全检查', [('agent', 'dis:人民路街道')])]
    """
    by_sentence: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        by_sentence[m.sentence_id].append(m)
    values_of: dict[str, list[Value]] = defaultdict(list)
    for v in values:
        values_of[v.sentence_id].append(v)
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for s in sentences:
        by_article[s.article_id].append(s)
    names = {e.entity_id: e.name for e in entities}
    out: list[Event] = []
    for article in articles:
        own = by_article[article.article_id]
        report = Report(unit=_unit(own, by_sentence, names))
        bodies = [s for s in own if s.role == "body"]
        for number, sentence in enumerate(bodies):
            view = look(sentence, by_sentence[sentence.sentence_id], values_of[sentence.sentence_id], open_before=report.open_speech)
            _read(rules, view, report, number)
            report.open_speech = leaves_open(sentence.text, open_before=report.open_speech)
        for draft in report.drafts:
            draft.roles = {role: [i for i in ids if not i.startswith("@")] for role, ids in draft.roles.items()}
        out += write(article, bodies, report.drafts)
    return link_same(out)


def _unit(sentences: list[Sentence], by_sentence: dict[str, list[Mention]], names: dict[str, str]) -> tuple[str, str]:
    """The body or area that the kicker, headline or first sentence is about: it does what nobody else is said to do."""
    first = next((s for s in sentences if s.role == "body"), None)
    for sentence in [s for role in ("kicker", "headline") for s in sentences if s.role == role] + ([first] if first else []):
        view = look(sentence, by_sentence[sentence.sentence_id], [])
        for g in groups(view, 0, len(view.text)):
            m = g.heads[0]
            if m.type in ("organisation", "district") and m.entity_id and (g.role in ("", "agent") or sentence.role != "body"):
                return (m.entity_id, names.get(m.entity_id, m.text))
    return ("", "")


def _read(tables: Tables, view: View, report: Report, number: int) -> None:
    opened = bool(tables.lists["opener"].search(view.text))
    fresh = bool(tables.lists["fresh"].search(view.text[:14]))
    said = find_said(tables, view, went_on=report.speaker)
    said = [_pronoun(view, one, report) for one in said]
    person = [m.entity_id for m in view.mentions if m.type == "person" and m.entity_id]
    if said and said[-1].speakers and set(said[-1].speakers) & set(person):
        report.person = said[-1].speakers
    elif len(set(person)) == 1:
        report.person = (person[0],)
    dated = any(v.type == "time" and v.value and len(v.value) >= 7 for v in view.values)
    hits = find_hits(tables, view, dated=dated)
    verbs: dict[int, int] = {}
    for hit in hits:
        verbs.setdefault(hit.clause, hit.verb)
    subjects = subjects_of(tables, view, report, verbs)
    listed = bool(re.match(r"[一二三四五六七八九十]+(?:是|要)|首先|其次|第[一二三]", view.text))
    told = bool(said) or opened or 0 in subjects or 1 in subjects or bool(view.values and dated) or fresh
    if report.demand and not told and not view.in_speech(0):
        hits = []
    elif listed and report.speaker is not None:
        hits = []
    hits = [h for h in hits if not _wished(tables, view, said, h)]
    if report.anchor and report.anchor.type == "training" and (opened or report.within):
        hits = [_as_training(h) if _taught(view, h) else h for h in hits]
    hits = [h for h in hits if not (h.type == "meeting" and h.light in ("", "进行") and re.match(r"(?:会议|大会|座谈会)", view.text))]
    hits = [h for h in hits if not _joined_again(view, report, h) and not _after_it(view, report, h)]
    hits = merge(tables, view, hits, subjects)
    if said:
        _settle_speech(view, report, said, number)
    before = len(report.drafts)
    stays = _stays(tables, view, report, opened, fresh, subjects)
    named = any(not i.startswith("@") for ids in subjects.values() for i in ids)
    report.within = opened or (report.within and stays and not fresh and not named)
    for hit in hits:
        _deed(tables, view, report, number, hit, subjects, report.within, stays, said)
    for one in said:
        _statement(view, report, number, one, opened, fresh, stays)
    _participants(view, report, number, before)
    _remember(tables, view, report, number, before, said, subjects, opened)


def _joined_again(view: View, report: Report, hit: Hit) -> bool:
    """487人参加轮训: who came to the course already told of."""
    if not hit.light.startswith(("参加", "参与", "出席")) or hit.start != hit.verb + len(hit.light):
        return False
    word = view.text[hit.start : hit.end]
    return any(d.type == hit.type and (word in d.words or d.words in word) for d in report.drafts)


def _after_it(view: View, report: Report, hit: Hit) -> bool:
    """参观结束, 走访过程中: a reference when such a thing has been told, the telling of it when not."""
    if not re.match(r"(?:过程)?(?:中|时|后|期间|结束)", view.text[hit.end :]):
        return False
    return any(d.type == hit.type for d in report.drafts) and not view.text[: hit.start].endswith("日常")


def _taught(view: View, hit: Hit) -> bool:
    return hit.type == "publicity" and (
        hit.rule == "spread_the_word" or bool(re.search(r"问答|互动|解读|讲解", view.text[hit.start : hit.end]))
    )


def _pronoun(view: View, one: Said, report: Report) -> Said:
    """他要求: the person last named."""
    begin, _ = view.clauses[one.clause]
    if not one.speakers and report.person and re.search(r"(?:^|[，”])(?:针对[^，]*，|同时，)?[他她](?:还|也|同时|说|表示|要求|强调|指出|介绍|进一步|高兴|激动|$)", view.text[begin : one.start] + view.text[one.start : one.end]):
        return replace(one, speakers=report.person)
    return one


def _settle_speech(view: View, report: Report, said: list[Said], number: int) -> None:
    """Deeds told in the first person belong to whoever turns out to speak, a person who took part or a body's man."""
    bodies = [m.entity_id for m in view.mentions if m.type == "organisation" and m.entity_id]
    for draft in report.drafts:
        agents = draft.roles.get("agent", [])
        waiting = draft.roles.get("participant", []) if "@speaker" in draft.roles.get("participant", []) else agents
        if "@speaker" in waiting:
            waiting.remove("@speaker")
            if number - draft.sentence > 3 or draft.sentence == number and said[0].start < draft.start:
                continue
            if said[0].speakers and draft.light == "参加":
                draft.add("participant", said[0].speakers)
            elif not said[0].speakers and bodies and draft.type != "culture":
                draft.add("agent", bodies[:1])


def _as_training(hit: Hit) -> Hit:
    return replace(hit, type="training", learns=True)


def _wished(tables: Tables, view: View, said: list[Said], hit: Hit) -> bool:
    """What somebody demands or hopes has not happened; what somebody says or tells may have."""
    for one in said:
        if one.content and one.content[0] <= hit.verb < one.content[1]:
            word = view.text[one.start : one.end]
            if tables.lists["demand"].search(word) or word in ("表示", "认为", "表态", "承诺", "建议", "坦言", "感慨"):
                return not any(a <= hit.verb < b for a, b in view.speech) or bool(tables.lists["demand"].search(word))
    return any(one.start <= hit.start < one.end for one in said)


def _stays(
    tables: Tables, view: View, report: Report, opened: bool, fresh: bool, subjects: dict[int, tuple[str, ...]]
) -> bool:
    """Whether a sentence still tells of the happening that the article reports on."""
    if not report.anchor:
        return False
    if opened:
        return True
    if fresh or tables.lists["plan"].search(view.text[:8]):
        return False
    if re.match(r"[^，]{0,4}辖区[0-9一二三四五六七八九十]+[家个]", view.text):
        return False
    first = tuple(i for i in subjects.get(0, ()) if not i.startswith("per") and not _is_person(view, i))
    known = set(report.anchor.agents or ()) | {report.unit[0]}
    for draft in report.drafts:
        for ids in draft.roles.values():
            known.update(ids)
    return not first or bool(set(first) & known)


def _is_person(view: View, entity: str) -> bool:
    return any(m.entity_id == entity and m.type == "person" for m in view.mentions)


def _deed(
    tables: Tables, view: View, report: Report, number: int, hit: Hit, subjects: dict[int, tuple[str, ...]], opened: bool, stays: bool,
    said: list[Said],
) -> None:  # fmt: skip
    agents = agents_of(view, hit, subjects, report, opened)
    if agents == ("@speaker",) and report.open_speech and report.speaker is not None:
        agents = ()
    if not agents:
        agents = _speakers_body(view, hit, said)
    time = time_of(view, hit.verb)
    if time is None and stays and report.anchor and not view.in_speech(hit.verb):
        time = _of_day(report.anchor.time)
    draft = Draft(
        hit.type, number, hit.start, hit.end, hit.rule, hit.confidence, hit.stance, time, light=hit.light, words=view.text[hit.start : hit.end],
        count=count_of(view, hit.clause, hit.start, hit.end), amount=amount_of(view, hit.clause),
    )  # fmt: skip
    for clause in hit.also:
        draft.count = draft.count or count_of(view, clause, *view.clauses[clause])
        draft.amount = draft.amount or amount_of(view, clause)
    fill(tables, view, hit, draft, agents, report, opened)
    if opened and report.anchor:
        draft.add("campaign", report.anchor.campaigns)
    report.drafts.append(draft)


def _speakers_body(view: View, hit: Hit, said: list[Said]) -> tuple[str, ...]:
    """某办负责人说，…组织培训: the office whose man tells of it did it."""
    for one in said:
        if one.content and one.content[0] <= hit.verb < one.content[1] and not one.speakers and one.clause < hit.clause:
            begin, _ = view.clauses[one.clause]
            for g in groups(view, begin, one.start):
                return tuple(m.entity_id for m in g.heads if m.entity_id and m.type in ("organisation", "district"))
    return ()


def _of_day(time: str | None) -> str | None:
    """A year or a month is too wide to be carried over."""
    return time if time and len(time) >= 10 else None


def _statement(view: View, report: Report, number: int, one: Said, opened: bool, fresh: bool, stays: bool) -> None:
    time = time_of(view, one.start)
    anchor = report.anchor
    early = re.match(r"(?:近日|日前|近期|此前|去年|[一-龥]{0,2}年来)[，,]?", view.text)
    if time is None and anchor and not early and (stays or fresh or anchor.gathering) and not view.text.startswith("据"):
        begin, _ = view.clauses[one.clause]
        if opened or anchor.gathering or not SPEAKS_LATER.search(view.text[begin : one.start]):
            time = None if re.search(r"所说|曾|总书记", view.text[begin : one.end]) else _of_day(anchor.time)
    draft = Draft(
        "statement", number, one.start, one.end, one.rule.name, one.rule.confidence, "actual", time, content=one.content
    )  # fmt: skip
    draft.add("agent", one.speakers)
    report.drafts.append(draft)


def _participants(view: View, report: Report, number: int, before: int) -> None:
    """甲、乙参加活动: the people listed took part in the happening of this sentence or of the report."""
    ids = participants_of(view)
    if not ids:
        return
    gatherings = [
        d for d in report.drafts
        if d.type in ("meeting", "training") and number - d.sentence <= 8 and not re.search(r"参加|参与|出席|接受", d.light)
    ]  # fmt: skip
    others = [report.drafts[report.anchor.event]] if report.anchor and number - report.anchor.sentence <= 2 else []
    for draft in (gatherings or others)[:1]:
        draft.add("participant", [i for i in ids if i not in draft.roles.get("agent", [])])
        if draft.count is None and (hit := ATTENDED.search(view.text)):
            draft.count = hit[1]


def _remember(
    tables: Tables, view: View, report: Report, number: int, before: int, said: list[Said],
    subjects: dict[int, tuple[str, ...]], opened: bool,
) -> None:  # fmt: skip
    new = report.drafts[before:]
    if subjects:
        last = subjects[max(subjects)] if not opened else subjects[min(subjects)]
        report.subject = last if not view.in_speech(0) else report.subject
    for index, draft in enumerate(new, before):
        if draft.type == "statement" or "@speaker" in draft.roles.get("agent", ()) or not draft.time and report.anchor and opened:
            continue
        if draft.light or draft.rule == "held" or not report.anchor:
            if report.anchor and len(report.anchor.time or "") > len(draft.time or "") > 0:
                continue
            if report.anchor and report.anchor.time and (opened or not draft.time and report.anchor.type == draft.type):
                continue
            if draft.type == "launch" and report.anchor and not draft.light:
                continue
            report.anchor = Anchor(
                draft.type, tuple(draft.roles.get("agent", ())) or None, tuple(draft.roles.get("place", ())),
                tuple(draft.roles.get("campaign", ())), draft.time,
                draft.type == "meeting" or bool(re.search(r"召开|举行|held", draft.light)), number, index,
            )  # fmt: skip
            break
    report.speaker = said[-1].speakers if said else None
    words = "".join(view.text[one.start : one.end] for one in said)
    demanded = bool(tables.lists["demand"].search(words)) or bool(
        re.match(r"[^，。]{0,8}(?:会议|大会)[一-龥]{0,4}(?:强调|要求|指出|提出|明确|部署)", view.text)
    )
    if demanded:
        report.demand = True
    elif said or opened or subjects.get(0) or view.values:
        report.demand = False
