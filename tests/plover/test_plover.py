"""PLOVER-style records: the traps of the mapping, and the form of every record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.plover import BUILT_IN, Mapping, MappingError, load_mapping, write_plover
from pipeline.plover.dates import when
from pipeline.plover.mapping import CATEGORIES
from pipeline.recordfiles import RecordWriter
from pipeline.records import Argument, Entity, Event, EventType, Page, Relation, Trigger

PEOPLE = [
    Entity(entity_id="org:gov", type="organisation", name="云溪县水利局", kind="government"),
    Entity(entity_id="org:firm", type="organisation", name="金桥物业公司", kind="enterprise"),
    Entity(entity_id="org:party", type="organisation", name="春晖社区党委", kind="party"),
    Entity(entity_id="org:rc", type="organisation", name="春晖社区居委会"),
    Entity(entity_id="dis:town", type="district", name="临水镇", level="street", code="410621102"),
    Entity(entity_id="dis:com", type="district", name="春晖社区", level="community"),
    Entity(entity_id="dis:home", type="district", name="丽景小区", level="residential"),
    Entity(entity_id="per:head", type="person", name="李航"),
    Entity(entity_id="per:other", type="person", name="王芳"),
    Entity(entity_id="loc:hall", type="place", name="文化广场"),
    Entity(entity_id="cam:green", type="campaign", name="清洁家园", kind="environment"),
]


def records(
    folder: Path, kind: EventType, words: str, roles: dict[str, list[str]], *, mapping: Mapping | None = None,
    time: str | None = "2024-08-02", issue: str | None = "2024-08-05", **more: Any,
) -> list[dict[str, Any]]:  # fmt: skip
    event = Event(
        event_id="p-a01-s001-e01", type=kind, trigger=Trigger(text=words[:2], start=0, end=2), page_id="p", article_id="p-a01",
        sentence_id="p-a01-s001", time=time, quote=words, rule="t",
        arguments=tuple(Argument(role=r, entity_id=i) for r, ids in roles.items() for i in ids), **more,
    )  # fmt: skip
    office = Relation(
        relation_id="r1", type="holds_position", head="per:head", tail="org:party", role="书记", page_id="p", article_id="p-a01",
        sentence_id="p-a01-s001", start=0, end=1, rule="t",
    )  # fmt: skip
    folder.mkdir(exist_ok=True)
    with RecordWriter(folder) as writer:
        writer.write("pages", [Page(page_id="p", path="p", sha256="", encoding="utf-8", date=issue)])
        writer.write("articles", [])
        writer.write("entities", PEOPLE)
        writer.write("relations", [office])
        writer.write("events", [event])
    write_plover(folder, folder / "out", mapping)
    return [
        json.loads(line) for line in (folder / "out" / "events.plover.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize(
    ("kind", "words", "event", "mode"),
    [
        ("inspection", "检查加油站12家。", [], []),  # a routine check accuses nobody
        ("inspection", "立案调查违法排污。", ["ACCUSE"], ["investigate"]),
        ("remediation", "拆除违建三处。", ["COERCE"], ["restrict"]),  # never ASSAULT
        ("remediation", "拆除旧公告栏。", [], []),
        ("remediation", "清理垃圾9车。", [], []),
        ("remediation", "查获假酒30箱。", ["COERCE"], ["seize"]),
        ("remediation", "抓获嫌疑人两名。", ["COERCE"], ["arrest"]),
        ("meeting", "召开例会。", ["CONSULT"], []),
        ("visit", "调研水库。", ["CONSULT"], ["visit"]),
        ("training", "培训网格员。", ["COOPERATE"], ["training"]),
        ("publicity", "宣传禁毒。", ["COOPERATE"], ["outreach"]),
        ("service", "慰问老人。", ["AID"], ["humanitarian"]),
        ("service", "理发120人次。", ["COOPERATE"], ["outreach"]),
        ("finance", "签约两个项目。", ["SUPPORT"], []),  # a signature is more than AGREE
        ("finance", "放款200万元。", ["AID"], ["economic"]),
        ("finance", "投资3亿元。", [], []),
        ("award", "表彰先进。", ["SUPPORT"], []),
        ("launch", "启动专项行动。", [], []),
        ("culture", "演出戏曲。", [], []),
        ("statement", "表示满意。", [], []),
        ("statement", "投诉噪声。", ["REQUEST"], []),
    ],
)
def test_types(tmp_path: Path, kind: EventType, words: str, event: list[str], mode: list[str]) -> None:
    (line,) = records(tmp_path, kind, words, {"agent": ["org:gov"]})
    assert (line["event"], line["mode"], line["domain_type"]) == (event, mode, kind)
    assert line["has_event"] is bool(event)
    assert "quad_code" not in line


def test_in_a_meeting_everybody_is_an_actor(tmp_path: Path) -> None:
    (line,) = records(
        tmp_path, "meeting", "座谈产业合作。", {"agent": ["org:gov"], "participant": ["org:firm", "per:other"]}
    )
    assert [a["entity_text"] for a in line["actor"]] == ["云溪县水利局", "金桥物业公司", "王芳"]
    assert line["recipient"] == []


def test_a_host_is_recipient_and_several_actors_stay_a_list(tmp_path: Path) -> None:
    (line,) = records(
        tmp_path,
        "visit",
        "走访企业。",
        {"agent": ["org:gov", "dis:town"], "target": ["org:firm"], "place": ["loc:hall"]},
    )
    assert len(line["actor"]) == 2
    assert [r["sector"] for r in line["recipient"]] == [["BUS"]]
    assert line["event_loc"][0]["extracted_place"] == "文化广场"


def test_the_people_stand_in_where_a_recipient_is_needed_and_none_is_named(tmp_path: Path) -> None:
    (line,) = records(tmp_path, "publicity", "宣传禁毒。", {"agent": ["org:gov"]})
    assert line["recipient"] == [{"code": "CHN", "sector": ["CVL"], "entity_text": ""}]
    (line,) = records(tmp_path / "b", "award", "表彰先进。", {"agent": ["org:gov"]})
    assert line["recipient"] == []


def test_sectors(tmp_path: Path) -> None:
    table = load_mapping()
    found = {e.entity_id: table.sector(e) for e in PEOPLE if e.type in ("organisation", "district")}
    assert found == {
        "org:gov": "GOV", "org:firm": "BUS", "org:party": "PTY", "org:rc": "RCM", "dis:town": "GOV", "dis:com": "RCM", "dis:home": "CVL",
    }  # fmt: skip
    (line,) = records(tmp_path, "statement", "表示满意。", {"agent": ["per:head", "per:other"]})
    assert [(a["sector"], a.get("office")) for a in line["actor"]] == [(["PTY"], "书记"), (["CVL"], None)]


def test_the_committee_falls_back_to_government_and_quad_codes_come_when_asked(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    text = BUILT_IN.read_text(encoding="utf-8")
    own.write_text(
        text.replace("own_sectors = true", "own_sectors = false")
        .replace("quad_code = false", "quad_code = true")
        .replace('"1.0"', '"9"'),
        encoding="utf-8",
    )
    (line,) = records(
        tmp_path, "meeting", "召开例会。", {"agent": ["org:rc"], "campaign": ["cam:green"]}, mapping=load_mapping(own)
    )
    assert line["actor"][0]["sector"] == ["GOV"]
    assert line["quad_code"] == 1
    assert line["cite_info"]["version"] == "9"
    assert line["context"] == ["enviro_disaster"]


def test_denied_and_planned_are_told(tmp_path: Path) -> None:
    (line,) = records(tmp_path, "meeting", "召开例会。", {}, modality="planned", polarity="negative")
    assert line["mode"] == ["future", "negation"]


@pytest.mark.parametrize(
    ("time", "issue", "wanted"),
    [
        ("2024-08-02", None, ("2024-08-02", "day")),
        ("2024-02", None, ("2024-02-01", "month")),
        ("../2024-02", "2024-08-05", ("2024-02-29", "until")),
        ("2024-08-02/..", None, ("2024-08-02", "day")),
        ("../XXXX-02-03", "2024-08-05", None),
        (None, "2024-08-05", ("2024-08-05", "issue")),
        (None, None, None),
        ("XXXX-07-31", "2024-08-05", None),  # the issue's day would contradict the print
    ],
)
def test_dates(tmp_path: Path, time: str | None, issue: str | None, wanted: tuple[str, str] | None) -> None:
    lines = records(tmp_path, "meeting", "召开例会。", {}, time=time, issue=issue)
    assert [(x["date"], x["date_precision"]) for x in lines] == ([wanted] if wanted else [])
    left = (tmp_path / "out" / "left_out.jsonl").read_text(encoding="utf-8")
    assert bool(left) is (wanted is None)


@given(st.text("0123456789-/X", max_size=22) | st.dates().map(str))
def test_no_time_breaks_the_dates(time: str) -> None:
    found = when(time, None)
    assert found is None or date.fromisoformat(found["date"])
    assert found is None or (len(found["date"]) == 10 and found["date"] <= found.get("enddate", "9999"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('event = "CONSULT"', 'event = "CONSLT"', "no PLOVER category"),
        ('type = "meeting"', 'type = "meetings"', "no event type"),
        ("reciprocal = true", "recip = true", "number 1: unknown key recip; is reciprocal meant"),
        ("reciprocal = true", 'reciprocal = "yes"', "reciprocal must be true or false"),
        ("quad_code = false", "quadcode = false", "unknown key quadcode; is quad_code meant"),
        ("AGREE = 1", "AGREES = 1", "'AGREES' is no PLOVER category"),
        ("AGREE = 1", 'AGREE = "1"', "AGREE must be a number"),
        ('level = "community"', 'level = "shequ"', "'shequ' is no level of area"),
        ('code = "PTY"', 'kode = "PTY"', "unknown key kode; is code meant"),
        ('version = "1.0"', "version = 2", "version must be a text in quotes"),
        ('words = "投诉|', 'words = "(投诉|', "bad pattern"),
        ('version = "1.0"', "", "no version"),
        ("[quad]", "[quad", "cannot be read"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(BUILT_IN.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MappingError, match=message):
        load_mapping(own)


def test_a_table_of_ones_own_on_the_command_line(seed_run: Path, tmp_path: Path) -> None:
    """Print, edit, hand over; what is wrong is said before anything is written."""
    from typer.testing import CliRunner

    from pipeline.cli import app

    invoke = CliRunner().invoke
    printed = invoke(app, ["export", "--print-mapping"])
    assert (printed.exit_code, printed.output) == (0, BUILT_IN.read_text(encoding="utf-8"))
    own = tmp_path / "own.toml"
    own.write_text(
        "\ufeff" + printed.output.replace('event = "CONSULT"', 'event = "AGREE"').replace('"1.0"', '"mine 3"')
    )
    given = ["export", str(seed_run), "--format", "plover", "--out", str(tmp_path / "x"), "--mapping"]
    assert invoke(app, [*given, str(own)]).exit_code == 0
    lines = (tmp_path / "x" / "plover" / "events.plover.jsonl").read_text(encoding="utf-8").splitlines()
    found = {
        tuple(x["event"]): x["cite_info"]["version"] for x in map(json.loads, lines) if x["domain_type"] == "meeting"
    }
    assert found == {("AGREE",): "mine 3"}
    missing = invoke(app, [*given, str(tmp_path / "none.toml")])
    assert missing.exit_code == 2
    assert "none.toml: cannot be read: No such file" in missing.output
    assert "--print-mapping" in missing.output
    own.write_bytes("版本".encode("gb18030"))
    assert "save it as UTF-8" in invoke(app, [*given, str(own)]).output
    elsewhere = invoke(
        app, ["export", str(seed_run), "--format", "csv", "--out", str(tmp_path / "y"), "--mapping", str(own)]
    )
    assert (elsewhere.exit_code, (tmp_path / "y").exists()) == (2, False)
    assert "--format plover" in elsewhere.output
    assert "--mapping" in invoke(app, ["export", "--help"], env={"COLUMNS": "200"}).output


def test_a_run_over_the_seeds(seed_run: Path, tmp_path: Path) -> None:
    write_plover(seed_run, tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "events.plover.jsonl").read_text(encoding="utf-8").splitlines()]
    events = (seed_run / "events.jsonl").read_text(encoding="utf-8").count("\n")
    left = (tmp_path / "left_out.jsonl").read_text(encoding="utf-8").count("\n")
    assert len(lines) + left == events
    for line in lines:
        assert set(line["event"]) <= set(CATEGORIES)
        assert not {"ASSAULT", "ACCUSE"} & set(line["event"])
        if line["domain_type"] == "meeting":
            assert line["recipient"] == []
        if set(line["event"]) & {"AID", "COOPERATE"}:
            assert line["recipient"]
        assert len(line["date"]) == 10
