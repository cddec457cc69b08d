"""What names carry by themselves: 安平区和平街道纪工委 lies in 和平街道, 和平街道 in 安平区, 永和银行新安支行 belongs to 永和银行."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.records import Entity, Mention, Page
from pipeline.relations.levels import LEANS, level_of
from pipeline.relations.stems import AHEAD, BELOW, branch_of, served, stems_of

SUFFIX = re.compile("[省市区县旗镇乡村院苑]$|街道$|社区$|小区$|办事处$")
# A body's name that leans on its area; not 市场, 市民中心, 乡村, 区域 …
LEAN = re.compile(
    "(?:共青?团|团)?(省(?!道)|市(?![场区道集井值])(?!民(?!政|族|宗|革|建|盟|进))(?!政(?![协府务法]))|区(?![域块间])|县(?![域级道])|旗(?![袍舰])|镇(?![江])|乡(?![村镇愁道音贤情土亲韵邻间味里])|街道(?!办事处$|办$)|办事处|社区|村(?![民镇超晚播歌]))(?=.{1,})"
)
GENERIC = re.compile(
    "(?:新时代)?(?:文明实践(?:站|所|中心)|党群(?:服务)?中心|便民服务中心|日间照料中心|综治中心|居委会|村委会|党支部|党委|党总支|党工委|业委会|"
    "文化站|卫生服务(?:中心|站)|廉洁文化站|红色驿站|矛盾调解中心|人民调解委员会|幸福食堂|爱心食堂|老年大学|图书室|农家书屋|便民服务站|养老服务中心)$"
)
PARTY = re.compile("([省市区县旗镇乡](?:委|政府|人大|政协|纪委监委|纪委))(?=..)(?!员|会|常务|常委会)")
STATIONED = re.compile(
    "驻([一-龥]{1,6}?(?:村|社区|镇|乡|街道|县|区))[一-龥]{0,6}(?:工作[队组站]|服务队|专班|工作室|联络[站点])$"
)
# What follows a body's name and makes it another, not a lower one: 市委党校, 安居物业|管理有限公司.
OTHER = re.compile("党校|公[厅室]|机关大院|大院|大楼|家属院|[^省市区县分]{0,8}(?:集团|公司|厂|合作社)$|银行股份|股份")
SECTION = re.compile(
    "(?<!支)(?<!总)(?<!乐)(?<!武装)(?<!门市)(?<!营业)(?<!项目)(?:部|科|(?<!管理)(?<!办事)(?<!联络)处|室|股)$"
)
# Ministries stand for themselves: 教育部 is no section of the body named before it.
# source: the constituent departments of the State Council and of the Central Committee
MINISTRY = re.compile(
    "(?:国家|中华人民共和国|中共)?(?:外交|国防|教育|科学?技术?|工业和信息化|工信|国家安全|公安|民政|司法|财政|人力资源和?社会保障|人社|自然资源|生态环境|"
    "住房和?城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|文旅|退役军人(?:事务)?|应急管理|铁道|卫生|中央[一-龥]{2,4}|中[宣组]|统战)部$"
)


@dataclass
class Names:
    """The areas and bodies of a page, by every name they are called."""

    page: Page
    entities: Mapping[str, Entity]
    areas: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    brands: Mapping[str, frozenset[str]] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)  # entities that stand by themselves somewhere
    opening: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # areas by the first character
    stems: Mapping[str, str] = field(default_factory=dict)  # areas by their short names
    levels: dict[str, int | None] = field(default_factory=dict)  # what `level` said
    branches: dict[str, str | None] = field(default_factory=dict)  # what `branch` said
    chains: dict[str, list[str]] = field(default_factory=dict)  # what `chain` said of names without nested ones

    @classmethod
    def of(
        cls, page: Page, entities: Iterable[Entity], mentions: Sequence[Mention], brands: Mapping[str, frozenset[str]]
    ) -> Names:
        """Index the entities of a page, and how its mentions name them."""
        names = cls(page, {e.entity_id: e for e in entities}, brands=brands)
        called = [(n, e.entity_id, e.type) for e in names.entities.values() for n in (e.name, *e.aliases)]
        called += [(m.text, m.entity_id, m.type) for m in mentions if m.entity_id and not m.anaphor]
        for name, entity, kind in called:
            if kind == "district":
                names.areas.setdefault(name, entity)
            elif kind == "organisation" and len(name) > 1:
                names.bodies.setdefault(name, entity)
        for name, entity in names.areas.items():
            names.opening.setdefault(name[0], []).append((name, entity))
        names.stems = stems_of(names.areas, names.level)
        names.printed.update(m.entity_id for m in mentions if m.entity_id and m.outermost)
        names.counts.update(m.entity_id for m in mentions if m.entity_id and m.type == "district")
        return names

    def called(self, entity: str) -> str:
        """An entity's name."""
        return self.entities[entity].name if entity in self.entities else entity

    def level(self, entity: str) -> int | None:
        """How high an area stands."""
        if entity not in self.levels:
            found = self.entities.get(entity)
            self.levels[entity] = level_of(found, found.name if found else "")
        return self.levels[entity]

    @cached_property
    def often(self) -> list[str]:
        """The areas of the page, those named most often first."""
        areas = (e for e in self.entities if self.entities[e].type == "district")
        return sorted(areas, key=lambda e: (-self.counts[e], e))

    def chain(self, text: str, inside: Sequence[Mention] = (), offset: int = 0) -> list[str]:
        """The areas that a name begins with, from the highest down: 安平区和平街道纪工委 -> 安平区, 和平街道."""
        if inside:
            return self._chain(text, inside, offset)
        if text not in self.chains:
            self.chains[text] = self._chain(text, (), 0)
        return self.chains[text]

    def _chain(self, text: str, inside: Sequence[Mention], offset: int) -> list[str]:
        nested = {(m.sent_start - offset, m.text): m.entity_id for m in inside if m.type == "district" and m.entity_id}
        ahead = AHEAD.match(text)  # 共青团|平邑县委
        at, found = ahead.end() if ahead else 0, list[str]()
        while at < len(text):
            here = [(n, e) for (start, n), e in nested.items() if start == at]
            here += [
                (n, e)
                for n, e in self.opening.get(text[at], ())
                if text.startswith(n, at) and self._trusted(n, e, text, at)
            ]
            here = [(n, e) for n, e in here if (len(n) < len(text) - at or at) and self.level(e) != 0 and n != "中国"]
            if not here:
                break
            name, entity = max(here, key=lambda x: (len(x[0]), x[1]))
            found += [entity] if entity not in found else []
            at += len(name)
        return found

    def stationed(self, text: str) -> str | None:
        """Where a team sent out works: 市住建局驻大柳村工作队 -> 大柳村."""
        sent = STATIONED.search(text)
        return self.areas.get(sent[1]) if sent else None

    def branch(self, text: str) -> str | None:
        """The area that a branch is named after: 永和银行新安支行 -> 新安."""
        if text not in self.branches:
            self.branches[text] = self._branch(text)
        return self.branches[text]

    def _branch(self, text: str) -> str | None:
        below = BELOW.search(text)
        ends = {below.start(), *(below.end(n) for n in (1, 2))} if below else set()
        hits = [
            (len(n), e) for n, e in self.areas.items()
            if below and not text.startswith(n) and any(text.endswith(n, 0, end) for end in ends if end > 0)
        ]  # fmt: skip
        return max(hits)[1] if hits else branch_of(text, self.stems) or served(text, self.stems)

    def lean(self, text: str, before: Sequence[Mention], after: Sequence[Mention]) -> str | None:
        """The area that a name leans on: 市民政局 -> the paper's city, 区城管局 -> the district the article is about."""
        match = LEAN.match(text)
        if not match:
            return None
        level = LEANS[match[1][:2] if match[1][:2] in LEANS else match[1][0]]
        if level <= 2 and self.page.place:
            place = self.areas.get(self.page.place) or self.areas.get(self.page.place.removesuffix("市"))
            return place if level == 2 else self._province(place)
        near = [m.entity_id for m in (*reversed(before), *after) if m.type == "district" and m.entity_id]
        for entity in [*near, *self.often]:
            if self.level(entity) == level:
                return entity
        if level == 3:
            return next((e for e in near if self.level(e) == 4), None)
        return None

    def _province(self, place: str | None) -> str | None:
        """The province above the paper's city, or the only province of the page."""
        above = self.entities[place].parent if place and place in self.entities else None
        if above and above in self.entities and self.level(above) == 1:
            return above
        all_ = sorted(
            e.entity_id for e in self.entities.values() if e.type == "district" and self.level(e.entity_id) == 1
        )
        return all_[0] if len(all_) == 1 else None

    def parent(self, text: str, own: str) -> str | None:
        """The body that a name begins with: 市民政局养老服务科 -> 市民政局, the longest there is."""
        hits = [
            (len(n), e) for n, e in self.bodies.items()
            if text.startswith(n) and len(text) > len(n) + 1 and e != own and e in self.entities and not OTHER.match(text, len(n))
        ]  # fmt: skip
        own_head = PARTY.match(text)
        if not hits and own_head:  # 区委社工部 and 安平区委, named elsewhere on the page
            hits = [
                (len(n), e)
                for n, e in self.bodies.items()
                if n.endswith(own_head[1]) and e != own and e in self.entities and self._same_area(text, n)
            ]
            hits = [] if OTHER.match(text, own_head.end()) else hits
        if hits:
            return max(hits)[1]
        short = re.search(
            "(?<=[院校行司店馆团学])[^院校行司店馆团学]{2,5}(?:分[院校行店馆]|支行|分公司|支公司|校区|院区)$", text
        )
        if not hits and short:  # 沂州医院探沂分院 and 临沂沂州医院
            hits = [
                (len(n), e) for n, e in self.bodies.items()
                if n.endswith(text[: short.start()]) and e != own and e in self.entities and self.chain(n)
            ]  # fmt: skip
            if hits:
                return max(hits)[1]
        if not re.search("(?:分行|支行|分公司|支公司|营业部)$", text):
            return None
        for brand in sorted(self.brands, key=lambda b: (-len(b), b)):
            if text.startswith(brand):
                same = [
                    self.bodies[n] for n in sorted(self.brands[brand]) if n in self.bodies and self.bodies[n] != own
                ]
                return same[0] if same else None
        return None

    def branded(self, body: str) -> bool:
        """Whether a body is a bank or company of the whole country, whose name every branch bears: 中国银行, 国网."""
        entity = self.entities.get(body)
        called = (entity.name, *entity.aliases) if entity else ()
        return any(name in self.brands or AHEAD.fullmatch(name) for name in called)

    def _same_area(self, text: str, body: str) -> bool:
        """Whether 市委宣传部 and 永和市委 can speak of one area: the paper's city and its own committee can."""
        own, other = self.lean(text, (), ()), self.chain(body)
        return not own or not other or other[-1] == own

    def _trusted(self, name: str, entity: str, text: str, at: int) -> bool:
        # A short name (中原 for 中原区) opens many names that have nothing to do with the area (中原银行); a city's does not.
        if SUFFIX.search(name) and len(name) > 1:
            return True
        return len(name) > 1 and self.level(entity) in (1, 2) and at == 0


def own_areas(names: Names, text: str, inside: Sequence[Mention], offset: int) -> Iterator[tuple[str, str]]:
    """Child and parent for the areas that stand side by side at the beginning of a name."""
    chain = names.chain(text, inside, offset)
    for parent, child in itertools.pairwise(chain):
        high, low = names.level(parent), names.level(child)
        if low is None or high is None or high < low:
            yield child, parent
