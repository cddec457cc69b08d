"""Campaigns and policies: marked-up cases, each row's own examples, laws, page memory, and the floor on annotated pages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import load_lexicon
from pipeline.mentions.campaigns.drives import Drive, find_drives, load_drives
from pipeline.mentions.campaigns.evidence import Evidence, load_evidence, set_phrases, zones
from pipeline.mentions.campaigns.find import find_campaigns, weigh_quotations
from pipeline.mentions.campaigns.quotes import PAIRS, TITLES, find_quotations
from pipeline.mentions.candidate import Candidate
from pipeline.mentions.policies import find_policies
from pipeline.mentions.view import SentenceView
from pipeline.records import Article, Page, Role
from pipeline.rules.notation import read_marked
from tests import oracle

HERE = Path(__file__).parent
LEXICON = load_lexicon()
PAGE = Page(page_id="case", path="", sha256="", encoding="utf-8")
ARTICLE = Article(article_id="case-a01", page_id="case", text="", spans=())
CHARACTERS = st.text(
    alphabet='“”‘’《》"、，。：开展举办活动行动为主题的以专项整治大赛文明实践垃圾分类学党人一二三A3·', max_size=40
)


def view(text: str, page_text: str = "", role: Role = "body") -> SentenceView:
    sentence = read_marked(text, role=role).sentence
    return SentenceView(sentence=sentence, page=PAGE, article=ARTICLE, lexicon=LEXICON, page_text=page_text or text)


def outermost(found: list[Candidate]) -> list[tuple[int, int]]:
    spans = {(c.start, c.end) for c in found}
    return sorted(s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans))


def names(text: str, page_text: str = "", role: Role = "body") -> list[str]:
    return [text[start:end] for start, end in outermost(find_campaigns(view(text, page_text, role)))]


def in_headline(text: str, page_text: str, role: Role = "headline") -> list[str]:
    one = replace(view(text, page_text, role), page_names={"修武县": "district"})
    return [text[start:end] for start, end in outermost(find_campaigns(one))]


def cases(name: str, code: str) -> list[object]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    marked = ((n, re.sub(r"\[([^\]|]+)\]", rf"[\1|{code}]", line)) for n, line in enumerate(lines, 1))
    return [pytest.param(line, id=f"{name}:{n}") for n, line in marked if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("line", cases("campaigns_cases.txt", "CAM"))
def test_campaign_case(line: str) -> None:
    case = read_marked(line)
    found = outermost(find_campaigns(view(case.sentence.text)))
    assert found == [(m.sent_start, m.sent_end) for m in case.mentions]


@pytest.mark.parametrize("line", cases("policies_cases.txt", "POL"))
def test_policy_case(line: str) -> None:
    case = read_marked(line)
    found = outermost(find_policies(view(case.sentence.text)))
    assert found == [(m.sent_start, m.sent_end) for m in case.mentions]


def test_half_of_the_cases_are_near_misses() -> None:
    for name in ("campaigns_cases.txt", "policies_cases.txt"):
        lines = [case.values[0] for case in cases(name, "CAM")]  # type: ignore[attr-defined]
        assert sum("|CAM]" not in line for line in lines) >= 0.45 * len(lines), name


def rows(name: str, pairs: tuple[str, ...]) -> list[object]:
    return [pytest.param(row, pairs, id=f"{name}:{row.name}") for row in load_evidence(name)]


@pytest.mark.parametrize(
    ("row", "pairs"), [*rows("campaign_evidence.toml", PAIRS), *rows("policy_evidence.toml", TITLES)]
)
def test_evidence_row_keeps_its_examples(row: Evidence, pairs: tuple[str, ...]) -> None:
    def seen(text: str) -> bool:
        return bool(row.pattern.search(zones(text, find_quotations(text, pairs)[0], "body")[row.zone]))

    assert row.hits or row.zone == "role"
    assert [text for text in row.hits if not seen(text)] == []
    assert [text for text in row.misses if seen(text)] == []


@pytest.mark.parametrize("row", load_drives().rows, ids=lambda row: row.name)
def test_drive_row_keeps_its_examples(row: Drive) -> None:
    assert row.hits
    assert row.misses
    for hit in row.hits:
        wanted = re.findall(r"\[(.+?)\]", hit)
        text = re.sub(r"[\[\]]", "", hit)
        assert wanted[0] in [text[f.start : f.end] for f in find_drives(text)]
    for miss in row.misses:
        assert row.name not in [f.row for f in find_drives(miss)], miss


@given(CHARACTERS)
def test_every_candidate_is_a_span_of_its_sentence_with_a_reason(text: str) -> None:
    found = find_campaigns(view(text)) + find_policies(view(text)) if text else []
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip("“”《》")
        assert 0 < one.score <= 1
        assert one.reasons


@given(CHARACTERS)
def test_quotations_lie_between_their_marks_and_nest(text: str) -> None:
    spans = [(q.start, q.end) for q in find_quotations(text)]
    for start, end in spans:
        assert text[start - 1] + text[end] in PAIRS
    for a in spans:
        assert all(
            a[1] <= b[0] or b[1] <= a[0] or a[0] <= b[0] <= b[1] <= a[1] or b[0] <= a[0] <= a[1] <= b[1] for b in spans
        )


@pytest.mark.parametrize("phrase", sorted(set_phrases()))
def test_set_phrase_is_no_campaign_after_a_launching_verb(phrase: str) -> None:
    assert f"{phrase}" not in names(f"大力推进“{phrase}”，取得实效。")


def test_brand_is_known_again_on_its_page() -> None:
    page = "河湾街道启动“银杏管家”项目。\n“银杏管家”让楼道亮起来\n他说，有了银杏管家真方便。"
    assert names("“银杏管家”让楼道亮起来", page, "headline") == ["银杏管家"]
    assert names("他说，有了银杏管家真方便。", page) == ["银杏管家"]
    assert names("“银杏管家”让楼道亮起来", role="headline") == []


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("修武县第三届职工 气排球大赛决赛举行", ["修武县第三届职工 气排球大赛"]),
        ("第五届农民 趣味运动会开幕", ["第五届农民 趣味运动会"]),
        ("首届社区 邻里美食节热闹开场", ["首届社区 邻里美食节"]),
        ("修武县 第三届职工气排球大赛落幕", ["修武县 第三届职工气排球大赛"]),
        ("我市举办第十二届 青少年书法大赛", ["第十二届 青少年书法大赛"]),
    ],
)
def test_counted_contest_of_a_headline_set_in_two_lines(headline: str, wanted: list[str]) -> None:
    page = "修武县动员部署。"
    assert in_headline(headline, page) == wanted
    assert in_headline(headline, page, role="body") != wanted


@pytest.mark.parametrize(
    "headline",
    [
        "第三届职工运动会开幕 气排球大赛同日举行",  # two clauses
        "第三届人民代表大会第二次会议闭幕 气排球大赛举行",
        "首届读书节启动 书法大赛报名",
        "市第六届道德模范表彰会召开 气排球大赛举行",
        "我市办好第三届 这场 职工气排球大赛",  # two blanks
        "职工热情高 气排球大赛精彩多",  # no count
        "喜讯传遍修武县 第三届职工气排球大赛举行",  # the area ends another clause
    ],
)
def test_a_blank_of_a_headline_parts_two_clauses(headline: str) -> None:
    assert [name for name in in_headline(headline, "修武县动员部署。") if " " in name] == []


def test_theme_is_known_again_without_its_marks() -> None:
    page = "社区举办以“粽叶飘香，邻里情长”为主题的活动。\n粽叶飘香邻里情长"
    assert names("粽叶飘香邻里情长", page, "headline") == ["粽叶飘香邻里情长"]


def test_common_words_are_no_brand_when_printed_again() -> None:
    page = "街道开展“安全生产”宣传活动。\n企业要落实安全生产责任。"
    assert names("企业要落实安全生产责任。", page) == []


def test_two_brands_in_one_pair_of_marks_are_two() -> None:
    page = "各小区推行“桶边督导”行动。\n打造“桶边督导、错时投放”试点小区。"
    assert names("打造“桶边督导、错时投放”试点小区。", page) == ["桶边督导", "错时投放"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("社区开展“清洁小巷”行动。", "environment"),
        ("开展“消防平安夜校”活动。", "safety"),
        ("举办“反诈小课堂”活动。", "fraud prevention"),
        ("举办“戏曲大舞台”活动。", "culture"),
        ("开展“温暖过冬”慰问活动。", "welfare"),
        ("开展“法律夜市”活动。", "rule of law"),
        ("开展“健康义诊”活动。", "health"),
        ("开展“银企恳谈”活动。", "finance"),
        ("扎实推进移风易俗。", "civility"),
        ("党支部开展“初心领航”活动。", "party building"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [c.kind for c in find_campaigns(view(text))] == [kind]


def test_rejected_quotations_say_why() -> None:
    weighed = weigh_quotations(view("打通服务群众的“最后一公里”。"))
    assert weighed[0].total < 0
    assert "set_phrase_inside -8.0" in weighed[0].reasons


def test_user_row_adds_and_overrides(tmp_path: Path) -> None:
    table = "name\tkind\tnot_before\tnot_after\n河畔大扫除\tenvironment\t\t\n垃圾分类\tgovernance\t\t\n"
    (tmp_path / "campaigns.tsv").write_text(table, encoding="utf-8")
    seen = view("大家参加河畔大扫除和垃圾分类。")
    seen = SentenceView(seen.sentence, PAGE, ARTICLE, load_lexicon(tmp_path))
    assert [(seen.text[c.start : c.end], c.kind) for c in find_campaigns(seen)] == [
        ("河畔大扫除", "environment"),
        ("垃圾分类", "governance"),
    ]


@cache
def figures() -> dict[str, tuple[int, int, int]]:
    """Right, found and annotated outermost mentions by type, over all annotated pages, on perfect sentences."""
    total = {"campaign": [0, 0, 0], "policy": [0, 0, 0]}
    for gold in oracle.gold_pages():
        text = "\n".join(s.text for s in gold.sentences)
        for sentence in gold.sentences:
            seen = SentenceView(sentence, gold.page, gold.articles[0], LEXICON, page_text=text)
            marked = [m for m in gold.mentions if m.sentence_id == sentence.sentence_id]
            others = {(m.sent_start, m.sent_end) for m in marked if m.outermost and m.type not in total}
            found = find_campaigns(seen) + find_policies(seen)
            outer = {s for s in outermost(found) if not any(o[0] <= s[0] and s[1] <= o[1] for o in others)}
            for kind, sums in total.items():
                want = {(m.sent_start, m.sent_end) for m in marked if m.outermost and m.type == kind}
                have = {(c.start, c.end) for c in found if c.type == kind} & outer
                for i, n in enumerate((len(want & have), len(have), len(want))):
                    sums[i] += n
    return {kind: (sums[0], sums[1], sums[2]) for kind, sums in total.items()}


@pytest.mark.parametrize(("kind", "floor"), [("campaign", 0.95), ("policy", 0.95)])
def test_floor_on_annotated_pages(kind: str, floor: float) -> None:
    right, found, annotated = figures()[kind]
    assert 2 * right / (found + annotated) >= floor
