"""Reports of one happening in several papers: pairs that are one and near misses, laws of grouping, a run from end to end."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.chinese.dates import find_times
from pipeline.events import Areas, find_events, link_reports, load_event_rules
from pipeline.events.corpus.blocks import MOST
from pipeline.events.corpus.score import SAME, features
from pipeline.events.read import LONGEST
from pipeline.lexicon.tables import read_table
from pipeline.records import Argument, Article, Event, Level, Page, Trigger, Value
from pipeline.rules.notation import read_marked

PAIRS = Path(__file__).with_name("pairs.txt")
DATE = "2025-05-20"
LEVELS: dict[str, Level] = {
    "省": "province", "市": "city", "县": "county", "区": "county", "镇": "street", "街道": "street", "社区": "community",
}  # fmt: skip
AREAS = Areas(levels={})


def cases() -> list[object]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [
        pytest.param(line, id=f"{n}") for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]


def report(text: str, page_id: str) -> tuple[list[Event], Areas]:
    """The events of one report that stands alone on its page."""
    sentences, mentions, values, entities = [], [], [], {}
    for number, part in enumerate(text.strip().split("¶"), 1):
        case = read_marked(part.strip(), page=page_id, number=number)
        sentences.append(case.sentence)
        mentions += case.mentions
        entities |= {e.entity_id: e for e in case.entities}
        values += [
            Value(
                value_id=f"{number}-{t.start}", page_id=page_id, article_id=f"{page_id}-a01", type="time", text=t.text,
                sentence_id=case.sentence.sentence_id, start=t.start, end=t.end, sent_start=t.start, sent_end=t.end, value=t.value,
            )
            for t in find_times(case.sentence.text, DATE)
        ]  # fmt: skip
    page = Page(page_id=page_id, path="", sha256="", encoding="utf-8", date=DATE)
    article = Article(article_id=f"{page_id}-a01", page_id=page_id, text="", spans=())
    known = list(entities.values())
    events = find_events(page, [article], sentences, mentions, values, known, rules=load_event_rules())
    graded = [
        e.model_copy(update={"level": LEVELS.get(e.name[-2:]) or LEVELS.get(e.name[-1])})
        for e in known
        if e.type == "district"
    ]
    return events, Areas.of([*graded, *(e for e in known if e.type != "district")])


@pytest.mark.parametrize("line", cases())
def test_pair(line: str) -> None:
    wanted, _, rest = line.partition(":")
    first, second = rest.split("||")
    events, known = [], Areas()
    for number, text in enumerate((first, second), 1):
        found, areas = report(text, f"p{number}")
        assert found, text
        events += found
        known.levels |= areas.levels
        known.names |= areas.names
    linked = link_reports(lambda: events, {"p1": "2025-05-19", "p2": DATE}, known)
    types = {e.event_id: e.type for e in events}
    across = {
        i: (same, why) for i, (same, why) in linked.links.items() if (same or "").startswith("p1") and i[:2] == "p2"
    }
    if wanted == "two":
        assert across == {}
    else:
        assert {types[i] for i in across} == {wanted.removeprefix("same ")}
        assert all(why and types[same or ""] == types[i] for i, (same, why) in across.items())


def test_near_misses_are_at_least_as_many() -> None:
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line.startswith(("same", "two"))]
    assert sum(line.startswith("two") for line in lines) * 2 >= len(lines)


def test_every_row_of_the_table_is_some_feature() -> None:
    """A name that is misspelt in the table would never count."""
    rows = read_table(Path(features.__code__.co_filename).with_name("evidence.tsv"))
    code = Path(features.__code__.co_filename).read_text(encoding="utf-8")
    for row in rows:
        name = row["feature"]
        stem = next((p for p in ("shared_", "other_", "same_") if name.startswith(p)), name)
        assert f'"{name}"' in code or (f'f"{stem}{{' in code)


def event(
    number: int,
    *,
    page: str,
    day: str = "2024-08-02",
    kind: str = "meeting",
    same_as: str | None = None,
    **more: object,
) -> Event:
    given = {"agent": ["org:1"], "place": ["loc:1"]} | {
        k: v for k, v in more.items() if k in ("agent", "place", "participant")
    }
    return Event.model_validate(
        {
            "event_id": f"{page}-a01-s001-e{number:02d}", "type": kind, "trigger": Trigger(text="推进会", start=number, end=number + 3),
            "page_id": page, "article_id": f"{page}-a01", "sentence_id": f"{page}-a01-s001", "time": day, "rule": "r", "same_as": same_as,
            "arguments": [Argument.model_validate({"role": r, "entity_id": i}) for r, ids in given.items() for i in ids],  # type: ignore[attr-defined]
        }
    )  # fmt: skip


DAYS = st.sampled_from(
    ["2024-08-01", "2024-08-02", "2024-08-01/2024-08-03", "2024-08", "2024-07-31/2024-08-01", "2024"]
)
REPORTS = st.lists(
    st.tuples(
        st.integers(1, 6), DAYS, st.sampled_from(["meeting", "launch"]), st.sampled_from(["org:1", "org:2", "dis:3"]),
        st.sampled_from([["loc:1"], ["loc:2"], []]), st.sampled_from([["per:1"], ["per:1", "per:2"], []]),
    ),
    max_size=14,
)  # fmt: skip


def made(rows: list[tuple[int, str, str, str, list[str], list[str]]]) -> list[Event]:
    return [
        event(n, page=f"p{page}", day=day, kind=kind, agent=[agent], place=place, participant=people)
        for n, (page, day, kind, agent, place, people) in enumerate(rows, 1)
    ]


def groups(events: list[Event], issued: dict[str, str | None] | None = None, most: int = 300) -> dict[str, str]:
    """Report -> first report of its happening."""
    links = link_reports(lambda: events, issued or {}, Areas(levels={"dis:3": "county"}), most=most).links
    return {e.event_id: links.get(e.event_id, (e.same_as, ()))[0] or e.event_id for e in events}


@settings(max_examples=200, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(
    rows: list[tuple[int, str, str, str, list[str], list[str]]], chance: object
) -> None:
    events = made(rows)
    mixed = list(events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert groups(events) == groups(mixed)
    one = link_reports(lambda: events, {}, AREAS)
    assert one == link_reports(lambda: mixed, {}, AREAS)


@settings(max_examples=200, deadline=None)
@given(REPORTS)
def test_groups_are_whole_and_hold_nothing_that_contradicts(
    rows: list[tuple[int, str, str, str, list[str], list[str]]],
) -> None:
    events = {e.event_id: e for e in made(rows)}
    first = groups(list(events.values()))
    for report_, head in first.items():
        assert first[head] == head  # nobody points at a report that points on
        assert (events[report_].page_id, report_) >= (events[head].page_id, head)
    for a, b in itertools.combinations(events.values(), 2):
        if first[a.event_id] == first[b.event_id]:
            assert a.type == b.type
            assert a.article_id != b.article_id
            places = [{x.entity_id for x in e.arguments if x.role == "place"} for e in (a, b)]
            assert not all(places) or places[0] & places[1]


@given(st.permutations(["p1", "p2", "p3"]))
def test_the_earliest_issue_is_pointed_at(order: list[str]) -> None:
    issued: dict[str, str | None] = dict(zip(order, ("2024-08-03", "2024-08-04", None), strict=True))
    heads = set(groups([event(1, page=p) for p in ("p1", "p2", "p3")], issued).values())
    assert heads == {f"{order[0]}-a01-s001-e01"}


def test_a_chain_does_not_bring_two_places_together() -> None:
    events = [
        event(1, page="p1"),
        event(1, page="p2", place=[], participant=["per:1"]),
        event(1, page="p3", place=["loc:2"]),
    ]
    events[0] = event(1, page="p1", participant=["per:1"])
    events[2] = event(1, page="p3", place=["loc:2"], participant=["per:1"])
    assert len(set(groups(events).values())) == 2


def test_what_was_linked_inside_a_page_stays_linked() -> None:
    mine = event(1, page="p2")
    again = event(2, page="p2", same_as=mine.event_id, place=[]).model_copy(
        update={"article_id": "p2-a02", "same_reasons": ("on one page",)}
    )
    linked = link_reports(lambda: [event(1, page="p1"), mine, again], {"p1": "2024-08-03", "p2": "2024-08-04"}, AREAS)
    assert {i: same for i, (same, _) in linked.links.items()} == dict.fromkeys(
        (mine.event_id, again.event_id), "p1-a01-s001-e01"
    )


def test_the_evidence_adds_up_and_names_the_way() -> None:
    (why,) = [w for _, w in link_reports(lambda: [event(1, page=p) for p in ("p1", "p2")], {}, AREAS).links.values()]
    assert why == ("+2 same day or days", "+2 same agent", "+2 same place", "+1 same words for what was done")


def test_a_full_block_is_compared_day_by_day_and_told() -> None:
    events = [event(1, page=f"p{n}", day=f"2024-08-{n // 2 + 1:02d}") for n in range(20)]
    linked = link_reports(lambda: events, {}, AREAS, most=10)
    assert len(linked.links) == 10
    assert [d.reason for d in linked.left] == [
        f"same_as: meeting of 2024-08 with {thing}: 20 reports; only those of the very same time were compared"
        for thing in ("loc:1", "org:1")
    ]
    crowd = [event(1, page=f"p{n}") for n in range(20)]
    linked = link_reports(lambda: crowd, {}, AREAS, most=10)
    assert linked.links == {}
    assert sum("not compared" in d.reason for d in linked.left) == 2


def test_work_grows_with_the_reports_and_not_with_their_square() -> None:
    """Thirty days in each of many months: the number of pairs looked at grows as the number of reports does."""
    from pipeline.events.corpus.blocks import Blocks

    def compared(months: int) -> int:
        events = [
            event(1, page=f"p{m}-{d}-{k}", day=f"{2000 + m // 12}-{m % 12 + 1:02d}-{d:02d}", agent=[f"org:{d % 5}"])
            for m in range(months) for d in range(1, 28) for k in range(2)
        ]  # fmt: skip
        return sum(1 for _ in Blocks(lambda: events, {}, AREAS).pairs())

    assert compared(40) == 4 * compared(10)


EVENING = """区民政局召开养老服务推进会
□本报记者 李文博
本报讯 8月2日，淇滨区民政局召开养老服务工作推进会，安排部署下一阶段任务。淇滨区民政局局长王建国参加会议。
8月1日，天山路街道在新世纪广场开展消防安全宣传活动，发放宣传页300余份。
"""
DAILY = """淇滨区养老服务推进会召开
□本报记者 赵晓梅
本报讯 8月2日上午，淇滨区民政局组织召开养老服务推进会，各街道负责人参加会议。
8月1日，天山路街道在体育公园开展消防安全宣传活动，发放宣传页500余份。
8月3日，淇滨区民政局召开养老服务工作推进会，通报进展情况。
"""


def test_two_papers_from_end_to_end(tmp_path: Path) -> None:
    """One meeting in both papers is linked; a street's two stands of one day, and a meeting of the next day, are not."""
    import pipeline
    from pipeline.recordfiles import read_records
    from pipeline.records import Dropped

    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "evening.txt").write_text(EVENING, encoding="utf-8")
    (pages / "daily.txt").write_text(DAILY, encoding="utf-8")
    (pages / "pages.csv").write_text(
        "page_id,place,date,newspaper\nevening,鹤壁市,2024-08-05,晚报\ndaily,鹤壁市,2024-08-04,日报\n", encoding="utf-8"
    )
    pipeline.extract(pages, tmp_path / "run")
    events = {e.event_id: e for e in read_records(tmp_path / "run", "events", Event)}
    linked = [e for e in events.values() if e.same_as]
    assert [(e.page_id, e.type, e.time) for e in linked] == [("evening", "meeting", "2024-08-02")]
    first = events[linked[0].same_as or ""]
    assert (first.page_id, first.type, first.time) == ("daily", "meeting", "2024-08-02")
    assert "+2 same agent" in linked[0].same_reasons
    assert not [d for d in read_records(tmp_path / "run", "dropped", Dropped) if d.stage == "events"]


def test_the_documentation_gives_the_figures_of_the_code() -> None:
    text = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    assert f"from {SAME:g} points up" in text
    assert f"more than {MOST} reports" in text
    assert f"more than {LONGEST:,} characters" in text
    for row in read_table(Path(features.__code__.co_filename).with_name("evidence.tsv")):
        assert row["weight"].lstrip("-") in text
