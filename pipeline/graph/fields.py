"""The columns of the graph: one table for nodes, one for edges, each column with one type and its meaning.

Names are ASCII and avoid what Gephi takes for itself; `label`, `weight`, `size`, `r`, `g`, `b` are meant for Gephi.
Lists are joined by `|`, which is forbidden inside values. A value that is not known is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

Scalar = str | int | float | bool
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its type in Python, and what it holds in English and Chinese."""

    kind: type[Scalar]
    english: str
    chinese: str


NODE_FIELDS: dict[str, Field] = {
    "label": Field(str, "short name", "显示名"),
    "name_full": Field(str, "canonical name", "规范全称"),
    "node_type": Field(str, "person, organisation, district, campaign, place, policy, article or event", "节点类型"),
    "subtype": Field(str, "level of an area, kind of a body or campaign, type of an event", "细类"),
    "code": Field(str, "official code of an area, 6, 9 or 12 digits", "统计用区划代码"),
    "district": Field(str, "name of the area it belongs to", "所在区域"),
    "aliases": Field(str, "other printed names", "别名"),
    "mentions": Field(int, "printed namings", "提及次数"),
    "articles": Field(int, "articles that name it", "涉及文章数"),
    "first_date": Field(str, "first day it is reported on, YYYY-MM-DD", "首次日期"),
    "last_date": Field(str, "last day it is reported on", "末次日期"),
    "year": Field(int, "year of the first day", "年份"),
    "date_precision": Field(
        str, "day, month or year: how exactly the dates behind first and last day are known", "日期精度"
    ),
    "date": Field(str, "date as known, EDTF", "日期（原精度）"),
    "count": Field(str, "how many, as printed", "数量"),
    "amount": Field(str, "how much, as printed", "金额"),
    "happening": Field(
        str, "id of the first report of what happened: reports that share it tell of one thing", "同一事件编号"
    ),
    "polarity": Field(str, "positive or negative", "肯定否定"),
    "modality": Field(str, "actual, planned or hearsay", "情态"),
    "newspaper": Field(str, "newspaper", "报纸"),
    "page": Field(str, "page it was first found on", "版面"),
    "article": Field(str, "article it was first found in", "文章"),
    "quote": Field(str, "printed line it was first found in", "原文"),
    "decided_by": Field(str, "how its identity or code was decided", "判定依据"),
    "rule": Field(str, "rule that found it", "规则"),
    "confidence": Field(float, "how sure, 0 to 1", "置信度"),
    "x": Field(float, "position from left to right", "横坐标"),
    "y": Field(float, "position from bottom to top", "纵坐标"),
    "size": Field(float, "size in Gephi, by degree", "大小"),
    "r": Field(int, "red", "红"),
    "g": Field(int, "green", "绿"),
    "b": Field(int, "blue", "蓝"),
}

EDGE_FIELDS: dict[str, Field] = {
    "label": Field(str, "relation in Chinese", "关系（中文）"),
    "relation": Field(str, "relation; in the merged graph also the type of a shared event", "关系"),
    "weight": Field(
        float, "number of printed evidences; in the merged graph a happening told of twice counts once", "证据数"
    ),
    "symmetric": Field(bool, "true where direction has no meaning", "是否对称"),
    "role": Field(str, "office or capacity as printed", "职务"),
    "tail_as": Field(
        str, "in the merged graph, edges out of events: what the tail is there (target, place ...)", "对方角色"
    ),
    "status": Field(str, "status of the office", "任职状态"),
    "first_date": Field(str, "first day of evidence", "首次日期"),
    "last_date": Field(str, "last day of evidence", "末次日期"),
    "year": Field(int, "year of the first day", "年份"),
    "date_precision": Field(
        str, "day, month or year: how exactly the dates behind first and last day are known", "日期精度"
    ),
    "polarity": Field(str, "positive or negative", "肯定否定"),
    "modality": Field(str, "actual, planned or hearsay", "情态"),
    "page": Field(str, "page of the first evidence", "版面"),
    "article": Field(str, "article of the first evidence", "文章"),
    "quote": Field(str, "printed line of the first evidence", "原文"),
    "evidence": Field(str, "ids of all evidences, see relations.jsonl and events.jsonl", "证据编号"),
    "reasons": Field(str, "edges same_as: what speaks for one happening, with its points", "判为同一事件的依据"),
    "rule": Field(str, "rules that found it", "规则"),
    "confidence": Field(float, "best confidence", "置信度"),
}

RELATION_NAMES = {
    "holds_position": "任职", "affiliated_with": "隶属", "part_of": "属于", "located_in": "位于", "organises": "组织",
    "participates_in": "参与", "held_in": "举办地", "cooperates_with": "合作", "mentions": "提及", "reported_in": "报道", "same_as": "同一事件",
    "agent": "施事", "participant": "参加者", "target": "对象", "place": "地点", "campaign": "活动",
}  # fmt: skip

EVENT_NAMES = {
    "meeting": "会议", "training": "培训", "publicity": "宣传", "inspection": "检查", "visit": "走访", "remediation": "整治",
    "service": "服务", "finance": "资金", "launch": "启动", "culture": "文体", "award": "表彰", "statement": "表态",
}  # fmt: skip

TYPE_NAMES = {
    "person": "人物", "organisation": "机构", "district": "行政区域", "campaign": "专项活动", "place": "地点", "policy": "文件",
    "article": "文章", "event": "事件",
}  # fmt: skip

# Okabe and Ito (2008), told apart by colour-blind readers too.
COLOURS = {
    "person": (213, 94, 0), "organisation": (0, 114, 178), "district": (0, 158, 115), "campaign": (204, 121, 167),
    "place": (86, 180, 233), "policy": (230, 159, 0), "article": (153, 153, 153), "event": (240, 228, 66),
}  # fmt: skip
