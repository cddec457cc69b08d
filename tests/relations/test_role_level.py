"""The level of an office: what a body's or area's own name and link say, and nothing where they do not."""

from __future__ import annotations

import pytest

from pipeline.records import Article, Entity, Level, Page, Relation
from pipeline.relations import find_relations, relation_rules
from pipeline.rules import read_case

BOOK = relation_rules()


def offices(
    case: str, *, kinds: dict[str, str] | None = None, linked: dict[str, tuple[str, Level]] | None = None
) -> list[Relation]:
    """The offices of a marked-up line; `kinds` of bodies, and the division (code, level) that a name is linked to."""
    sentences, _ = read_case(case)
    entities: dict[str, Entity] = {}
    for one in (entity for sentence in sentences for entity in sentence.entities):
        code, level = (linked or {}).get(one.name, (None, None))
        if one.type == "organisation":
            area = [name for name in (linked or {}) if name != one.name] if code == "lean" else []
            new = {"kind": (kinds or {}).get(one.name), "district": f"dis:{area[0]}" if area else None}
        else:
            new = {"code": code, "level": level}
        entities.setdefault(one.entity_id, one.model_copy(update=new))
    page = Page(page_id="case", path="case", sha256="", encoding="utf-8")
    article = Article(article_id="case-a01", page_id="case", text="", spans=())
    mentions = [m for s in sentences for m in s.mentions]
    found = find_relations(
        page, [article], [s.sentence for s in sentences], mentions, [], list(entities.values()), rules=BOOK
    )
    return [r for r in found if r.type == "holds_position"]


@pytest.mark.parametrize(
    ("case", "level", "deputy", "acting"),
    [
        ("[省发改委|ORG]主任[罗敏|PER]讲话。", "province", False, False),
        ("[自治区党委|ORG]副书记[罗敏|PER]讲话。", "province", True, False),
        ("[区委|ORG]书记[罗敏|PER]讲话。", "county", False, False),
        ("[县委|ORG]常务副书记[罗敏|PER]讲话。", "county", True, False),
        ("[县政府|ORG]副县长[罗敏|PER]讲话。", "county", True, False),
        ("[镇党委|ORG]书记[罗敏|PER]讲话。", "town", False, False),
        ("[村党支部|ORG]书记[罗敏|PER]讲话。", "village", False, False),
        ("[社区党总支|ORG]副书记[罗敏|PER]讲话。", "village", True, False),
        ("[团县委|ORG]书记[罗敏|PER]讲话。", "county", False, False),
        ("[临水镇|DIS]镇长[罗敏|PER]讲话。", "town", False, False),
        ("[临水镇|DIS]代镇长[罗敏|PER]讲话。", "town", False, True),
        ("[安平县|DIS]副县长[罗敏|PER]讲话。", "county", True, False),
        ("[全国妇联|ORG]主席[罗敏|PER]讲话。", "country", False, False),
        # the name begins with an area of the page
        ("[安平县|DIS]开会，[安平县委|ORG]书记[罗敏|PER]讲话。", "county", False, False),
        ("[安平县|DIS][临水镇|DIS]开会，[安平县临水镇党委|ORG]副书记[罗敏|PER]讲话。", "town", True, False),
        ("[春晖社区|DIS]开会，[春晖社区居委会|ORG]主任[罗敏|PER]讲话。", "village", False, False),
        ("[安平县|DIS]开会，[安平县应急局执法大队|ORG]副大队长[罗敏|PER]讲话。", "county", True, False),
        # nothing tells: 市 is a prefecture or a county, a zone is no level, a firm or a branch is no body of its area
        ("[市民政局|ORG]局长[罗敏|PER]讲话。", None, False, False),
        ("[安平市|DIS]副市长[罗敏|PER]讲话。", None, True, False),
        ("[高新区|DIS]开会，[高新区管委会|ORG]主任[罗敏|PER]讲话。", None, False, False),
        ("[安平县|DIS]开会，[安平县供水公司党委|ORG]书记[罗敏|PER]讲话。", None, False, False),
        ("[安平县|DIS]开会，[安平县人民医院|ORG]院长[罗敏|PER]讲话。", None, False, False),
        ("[安平县|DIS]开会，[永和银行安平支行|ORG]行长[罗敏|PER]讲话。", None, False, False),
        ("[安平县|DIS]开会，[安平县公安局城关派出所|ORG]所长[罗敏|PER]讲话。", None, False, False),
        ("[安平县|DIS]开会，[安平县交警支队和平大队|ORG]大队长[罗敏|PER]讲话。", None, False, False),
        ("[安平县第一中学|ORG]校长[罗敏|PER]讲话。", None, False, False),
        ("[红星商会|ORG]会长[罗敏|PER]讲话。", None, False, False),
        ("[区电力公司|ORG]经理[罗敏|PER]讲话。", None, False, False),
    ],
)
def test_level_deputy_and_acting(case: str, level: str | None, deputy: bool, acting: bool) -> None:
    found = offices(case)
    assert [(r.role_level, r.role_deputy, r.role_acting) for r in found] == [(level, deputy, acting)]


@pytest.mark.parametrize(
    ("code", "level", "wanted"),
    [
        ("410600", "city", "city"),
        ("410581", "county", "county"),
        ("110000", "province", "province"),
        (None, "city", None),
    ],
)
def test_a_city_has_the_level_of_the_division_it_is_linked_to(
    code: str | None, level: Level, wanted: str | None
) -> None:
    linked = {"安平市": (code, level), "市民政局": ("lean", level)}
    case = "[安平市|DIS]开会，[市民政局|ORG]局长[罗敏|PER]讲话。"
    assert [r.role_level for r in offices(case, linked=linked)] == [wanted]  # type: ignore[arg-type]
    assert [r.role_level for r in offices("[安平市|DIS]市长[罗敏|PER]讲话。", linked=linked)] == [wanted]  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "level"), [("government", "county"), ("culture", None), ("school", None)])
def test_only_an_areas_own_bodies_have_a_level(kind: str, level: str | None) -> None:
    assert [r.role_level for r in offices("[县文化馆|ORG]馆长[罗敏|PER]讲话。", kinds={"县文化馆": kind})] == [level]


@pytest.mark.parametrize("case", ["[春晖社区|DIS]居民[罗敏|PER]说。", "[区委|ORG]举办“[万家灯火|CAM]”活动。"])
def test_what_is_no_office_has_no_level(case: str) -> None:
    sentences, _ = read_case(case)
    page = Page(page_id="case", path="case", sha256="", encoding="utf-8")
    found = find_relations(
        page, [], [s.sentence for s in sentences], [m for s in sentences for m in s.mentions], [],
        [e for s in sentences for e in s.entities], rules=BOOK,
    )  # fmt: skip
    assert [(r.role_level, r.role_deputy, r.role_norm) for r in found] == [(None, False, None)]
