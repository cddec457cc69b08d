"""The door of the room: reads an article sentence by sentence and writes down what happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.events.arguments.agents import subjects_of
from pipeline.events.arguments.became import titled
from pipeline.events.arguments.hosts import told_again
from pipeline.events.arguments.subjects import groups
from pipeline.events.arguments.took_part import add_participants
from pipeline.events.drafts import draft_deed, draft_statement
from pipeline.events.memory import name_pronoun, remember, settle_speech, stays
from pipeline.events.merge import merge
from pipeline.events.report import Report
from pipeline.events.same import link_same
from pipeline.events.speech.said import find_said
from pipeline.events.times.carried import same_day
from pipeline.events.times.when import time_of
from pipeline.events.triggers.filters import after_it, as_training, joined_again, taught, wished
from pipeline.events.triggers.find import find_hits
from pipeline.events.triggers.hit import Hit
from pipeline.events.triggers.sense import settle
from pipeline.events.triggers.table import Tables
from pipeline.events.view import View, leaves_open, look
from pipeline.events.write import write
from pipeline.records import Article, Dropped, Entity, Event, Mention, Page, Sentence, Value

LONGEST = 4000
PASSED = re.compile(
    r"(?:(?:据悉|据了解|据介绍|同时)[，,])?(?:今年以来|近年来|近[一二两三四五六几]年来|[0-9一-龥]{2,10}(?:以来|开展以来)[，,]|截至|多年来|长期以来)"
)

MEMBER = re.compile(r"(?:常委|委员|党组成员|党委委员|班子成员)、")  # 市委常委、政法委书记某
OF_LATE = re.compile(r"[^，。；]{0,6}(?:发生|出现|涌现)")  # 近年来发生的案例


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
        report = Report(unit=_unit(own, by_sentence, names), names=names)
        report.firm = any(
            m.entity_id == report.unit[0] for s in own if s.role != "body" for m in by_sentence[s.sentence_id]
        )
        bodies = [s for s in own if s.role == "body" and not _runs_on(s)]
        for number, sentence in enumerate(bodies):
            view = look(
                sentence,
                by_sentence[sentence.sentence_id],
                values_of[sentence.sentence_id],
                open_before=report.open_speech,
            )
            _read(rules, view, report, number)
            report.open_speech = leaves_open(sentence.text, open_before=report.open_speech)
        for draft in report.drafts:
            draft.roles = {role: [i for i in ids if not i.startswith("@")] for role, ids in draft.roles.items()}
        out += write(article, bodies, report.drafts)
    return link_same(out)


def unread_sentences(sentences: Sequence[Sentence]) -> list[Dropped]:
    """What `find_events` leaves unread, with the reason: the start of each text that is no sentence.

    >>> from pipeline.rules.notation import read_marked
    >>> [(d.text, d.start, d.end) for d in unread_sentences([read_marked("名单" * 3000).sentence, read_marked("开会。").sentence])]
    [('名单名单名单名单名单名单名单名单名单名单…', 0, 6000)]
    """
    return [
        Dropped(
            stage="events", page_id=s.page_id, start=s.start, end=s.end, text=f"{s.text[:20]}…",
            reason=f"{len(s.text)} characters without an end mark (more than {LONGEST}): a table or a broken page, not read for events",
        )
        for s in sentences if _runs_on(s)
    ]  # fmt: skip


def _runs_on(sentence: Sentence) -> bool:
    """What runs on for thousands of characters without a stop is a table or a broken page, no sentence."""
    return sentence.role == "body" and len(sentence.text) > LONGEST


def _unit(sentences: list[Sentence], by_sentence: dict[str, list[Mention]], names: dict[str, str]) -> tuple[str, str]:
    """The body or area that the kicker, headline or first sentence is about: it does what nobody else is said to do."""
    leads = [s for role in ("kicker", "headline") for s in sentences if s.role == role]
    for sentence in leads + [s for s in sentences if s.role == "body"][:3]:
        view = look(sentence, by_sentence[sentence.sentence_id], [])
        for g in groups(view, 0, len(view.text)):
            m = g.heads[0]
            if (
                m.type in ("organisation", "district")
                and m.entity_id
                and not (sentence.role == "body" and (titled(view, m) or MEMBER.match(view.text, m.sent_end)))
                and (g.role in ("", "agent") or sentence.role != "body")
            ):
                return (m.entity_id, names.get(m.entity_id, m.text))
    return ("", "")


def _in_course(view: View, hit: Hit, hits: list[Hit]) -> bool:
    """举办培训班，邀请律师讲解…: explaining in the course that the sentence told of."""
    return any(
        h.type == "training" and h.light and "邀" in view.text[h.end : hit.start] for h in hits if h.end <= hit.start
    )


def _read(tables: Tables, view: View, report: Report, number: int) -> None:
    opened = bool(tables.lists["opener"].search(view.text))
    fresh = bool((led := tables.lists["fresh"].search(view.text[:14])) and not OF_LATE.match(view.text, led.end()))
    if same_day(view):
        opened, fresh = True, False
    doer = report.person if report.subject == report.person else ()
    said = find_said(tables, view, went_on=report.speaker, doer=doer, quoted=report.quoted)
    said = [name_pronoun(view, one, report) for one in said]
    person = [m.entity_id for m in view.mentions if m.type == "person" and m.entity_id]
    if said and said[-1].speakers and set(said[-1].speakers) & set(person):
        report.person = said[-1].speakers
    elif len(set(person)) == 1:
        report.person = (person[0],)
    dated = any(v.type == "time" and v.value and len(v.value) >= 7 for v in view.values)
    hits = find_hits(tables, view, dated=dated)
    for m in (*view.nested, *view.mentions):
        if m.type == "district" and m.entity_id:
            report.areas["社区" if m.text.endswith("社区") else m.text[-1]] = m.entity_id
        elif m.type == "person" and m.entity_id:
            report.people.add(m.entity_id)
        elif m.type == "organisation" and m.entity_id:
            report.bodies.setdefault(m.entity_id, report.names.get(m.entity_id, m.text))
    verbs: dict[int, int] = {}
    for hit in hits:
        verbs.setdefault(hit.clause, hit.verb)
    subjects = subjects_of(tables, view, report, verbs)
    listed = bool(re.match(r"[一二三四五六七八九十]+(?:是|要)|首先|其次|第[一二三]", view.text))
    told = bool(said) or opened or 0 in subjects or 1 in subjects or bool(view.values and dated) or fresh
    if (report.demand and not told and not view.in_speech(0)) or (listed and report.speaker is not None):
        hits = []
    hits = [h for h in hits if not wished(tables, view, said, h)]
    if report.anchor and report.anchor.type == "training" and (opened or report.within):
        hits = [as_training(h) if taught(view, h) else h for h in hits]
    hits = [as_training(h) if taught(view, h) and _in_course(view, h, hits) else h for h in hits]
    hits = settle(view, report, hits)
    hits = [
        h
        for h in hits
        if not (h.type == "meeting" and h.light in ("", "进行") and re.match(r"(?:会议|大会|座谈会)", view.text))
    ]
    hits = [h for h in hits if not joined_again(view, report, h, hits) and not after_it(view, report, h)]
    hits = merge(tables, view, hits, subjects)
    if said:
        settle_speech(view, report, said, number)
    told_again(view, report)
    before = len(report.drafts)
    for hit in hits:
        day = time_of(view, hit.verb)
        if day and len(day) >= 10 and day not in report.days:
            report.days.append(day)
    staying = stays(tables, view, report, opened, fresh, subjects)
    printed = {m.entity_id for m in (*view.mentions, *view.nested)}
    named = any(i in printed for ids in subjects.values() for i in ids)
    report.within = opened or (report.within and staying and not fresh and not named)
    if opened or (time_of(view, len(view.text)) or "")[7:]:
        report.passed = False
    elif PASSED.match(view.text):
        report.passed = True
    report.scene = report.scene and (staying or report.within) and not report.passed
    for hit in hits:
        draft_deed(
            tables,
            view,
            report,
            number,
            hit,
            subjects,
            report.within,
            staying,
            not fresh and (staying or not named),
            said,
        )
    for one in said:
        draft_statement(view, report, number, one, opened, fresh, staying)
    add_participants(view, report, number, before)
    remember(tables, view, report, number, before, said, subjects, opened)
    day = time_of(view, len(view.text)) or ""
    if len(day) >= 10 and not any(v.value == day and view.in_speech(v.sent_start) for v in view.values):
        report.last_day = (day, number)
    report.quoted = view.text.endswith(("”", "』"))
