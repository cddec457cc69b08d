"""The fields beside type and arguments: content, counts and sums, modality, polarity, same_as, quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline
from pipeline.events import find_events, load_event_rules, unread_sentences
from pipeline.events.read import LONGEST
from pipeline.recordfiles import read_records
from pipeline.records import Article, Dropped, Event, Mention, Page, Sentence, Value
from pipeline.rules.notation import read_marked
from tests.events.test_cases import read


def only(text: str) -> Event:
    events, _ = read(text)
    assert len(events) == 1, events
    return events[0]


def test_content_of_direct_speech_before_the_speaker() -> None:
    event = only("“路修好了，出门方便多了。”村民[王秀|PER]说。")
    assert event.content is not None
    assert event.content.text == "“路修好了，出门方便多了。”"


def test_content_of_reported_speech() -> None:
    event = only("[方楠|PER]强调，要压实责任，抓好落实。")
    assert event.content is not None
    assert event.content.text == "要压实责任，抓好落实"


def test_count_and_amount_as_printed() -> None:
    assert only("志愿者向居民发放宣传单600余份。").count == "600余份"
    assert only("[金穗银行|ORG]为合作社发放贷款300万元。").amount == "300万元"
    assert only("[市人社局|ORG]为农民工追回工资32.5万元。").amount == "32.5万元"


def test_a_date_or_an_ordinal_is_no_count() -> None:
    assert only("[云溪县|DIS]召开第三次全会。").count is None
    assert only("5月8日，[云溪县|DIS]召开例会。").count is None


def test_a_dated_plan_is_planned() -> None:
    event = only("[春晖社区|DIS]将于5月28日举办邻里运动会。")
    assert (event.modality, event.time) == ("planned", "2025-05-28")


def test_what_was_not_held_is_negative() -> None:
    assert only("[春晖社区|DIS]未按期召开居民大会。").polarity == "negative"


def test_time_of_a_range() -> None:
    assert only("5月10日至12日，[临水镇|DIS]举办村干部培训班。").time == "2025-05-10/2025-05-12"


def test_half_width_punctuation_is_read() -> None:
    events, _ = read("5月9日,[临水镇|DIS]召开例会,[方楠|PER]参加会议.")
    assert [(e.type, e.time) for e in events] == [("meeting", "2025-05-09")]


def two_articles(first: str, second: str) -> list[Event]:
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    entities = {}
    articles = []
    values: list[Value] = []
    for number, text in enumerate((first, second), 1):
        case = read_marked(text)
        own = f"case-a{number:02d}"
        sentence = case.sentence.model_copy(update={"article_id": own, "sentence_id": f"{own}-s001"})
        sentences.append(sentence)
        mentions += [m.model_copy(update={"article_id": own, "sentence_id": f"{own}-s001"}) for m in case.mentions]
        entities.update({e.entity_id: e for e in case.entities})
        articles.append(Article(article_id=own, page_id="case", text=text, spans=()))
        values.append(
            Value(
                value_id=f"v{number}",
                page_id="case",
                article_id=own,
                sentence_id=f"{own}-s001",
                type="time",
                text="5月9日",
                start=0,
                end=4,
                sent_start=0,
                sent_end=4,
                value="2025-05-09",
            )
        )
    page = Page(page_id="case", path="", sha256="", encoding="utf-8", date="2025-05-20")
    return find_events(page, articles, sentences, mentions, values, list(entities.values()), rules=load_event_rules())


def test_two_reports_of_one_happening_are_linked() -> None:
    events = two_articles(
        "5月9日，[临水镇|DIS]在[人民广场|LOC]开展普法宣传。",
        "5月9日，[临水镇|DIS]在[人民广场|LOC]举行法治宣传活动，吸引了群众。",
    )
    assert events[1].same_as == events[0].event_id
    assert events[0].same_as is None


def test_two_happenings_of_a_day_are_not_linked() -> None:
    events = two_articles("5月9日，[临水镇|DIS]召开例会。", "5月9日，[青石镇|DIS]召开例会。")
    assert [e.same_as for e in events] == [None, None]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("[临水镇|DIS]召开防汛推进会。", "[临水镇|DIS]组织召开防汛推进会。", True),
        ("[临水镇|DIS]在[人民广场|LOC]检查摊点。", "[临水镇|DIS]在[人民广场|LOC]开展检查。", True),
        ("[临水镇|DIS]检查摊点。", "[临水镇|DIS]检查餐馆。", False),
        ("[临水镇|DIS]在[人民广场|LOC]召开现场推进会。", "[临水镇|DIS]在[体育公园|LOC]召开现场推进会。", False),
        ("[临水镇|DIS]召开推进会，60人参加会议。", "[临水镇|DIS]召开推进会，200人参加会议。", False),
        ("[临水镇|DIS]开展[“清风行动”|CAM]宣传活动。", "[临水镇|DIS]开展[“暖冬行动”|CAM]宣传活动。", False),
    ],
)
def test_reports_on_one_page(first: str, second: str, same: bool) -> None:
    events = two_articles(f"5月9日，{first}", f"5月9日，{second}")
    assert len(events) == 2
    assert (events[1].same_as == events[0].event_id) is same
    assert bool(events[1].same_reasons) is same


def test_a_text_without_an_end_is_left_unread_and_told(tmp_path: Path) -> None:
    """Nothing is lost silently: what is too long to be a sentence stands in dropped.jsonl, with its place."""
    words = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    table = "".join(words[(i * i + i // 7) % 20] for i in range(LONGEST + 100))
    (tmp_path / "page.txt").write_text(
        f"社区开展义诊\n□本报记者 李文博\n本报讯 8月2日，春晖社区召开居民议事会。{table}\n", encoding="utf-8"
    )
    pipeline.extract(tmp_path / "page.txt", tmp_path / "run")
    (told,) = [d for d in read_records(tmp_path / "run", "dropped", Dropped) if d.stage == "events"]
    text = (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert told.page_id == "page"
    assert text[told.start : told.end].strip() == table
    assert f"more than {LONGEST}" in told.reason
    assert [e.type for e in read_records(tmp_path / "run", "events", Event)] == ["meeting"]


def test_a_long_sentence_is_read() -> None:
    sentence = read_marked("[春晖社区|DIS]召开居民议事会，" + "甲乙丙丁" * 900 + "。").sentence
    assert len(sentence.text) < LONGEST
    assert unread_sentences([sentence]) == []
    assert [
        d.end for d in unread_sentences([sentence.model_copy(update={"text": "甲" * (LONGEST + 1), "end": 9})])
    ] == [9]
    headline = sentence.model_copy(update={"text": "甲" * (LONGEST + 1), "role": "headline"})
    assert unread_sentences([headline]) == []  # no headline is read for events, long or short
