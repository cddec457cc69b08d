"""What the reading view calls things, in English and Chinese."""

from __future__ import annotations

Names = dict[str, tuple[str, str]]

TYPES: Names = {
    "person": ("person", "人物"), "organisation": ("organisation", "机构"), "district": ("district", "区域"),
    "campaign": ("campaign", "活动"), "place": ("place", "地点"), "policy": ("policy", "文件"),
}  # fmt: skip
PLURALS = {
    "person": "People", "organisation": "Organisations", "district": "Districts", "campaign": "Campaigns",
    "place": "Places", "policy": "Documents",
}  # fmt: skip
RELATIONS: Names = {
    "holds_position": ("holds a position in", "任职于"), "affiliated_with": ("is affiliated with", "属于"),
    "part_of": ("is part of", "隶属"), "located_in": ("is located in", "位于"), "organises": ("organises", "组织"),
    "participates_in": ("takes part in", "参与"), "held_in": ("is held in", "举办于"),
    "cooperates_with": ("cooperates with", "合作"),
}  # fmt: skip
EVENTS: Names = {
    "meeting": ("meeting", "会议"), "training": ("training", "培训"), "publicity": ("publicity", "宣传"),
    "inspection": ("inspection", "检查"), "visit": ("visit", "走访"), "remediation": ("remediation", "整治"),
    "service": ("service", "服务"), "finance": ("finance", "资金"), "launch": ("launch", "启动"),
    "culture": ("culture", "文体"), "award": ("award", "表彰"), "statement": ("statement", "表态"),
}  # fmt: skip
ARGUMENTS: Names = {
    "agent": ("agent", "施事"), "participant": ("participant", "参加者"), "target": ("target", "对象"),
    "place": ("place", "地点"), "campaign": ("campaign", "活动"),
}  # fmt: skip
ODD: Names = {
    "negative": ("denied", "否定"), "planned": ("planned", "计划"), "hearsay": ("hearsay", "传闻"),
    "former": ("former", "前任"), "acting": ("acting", "代理"), "elect": ("elect", "候任"),
    "appointed": ("appointed", "任命"), "removed": ("removed", "免职"), "current": ("current", "现任"),
}  # fmt: skip


def odd(*values: str | None) -> list[tuple[str, str]]:
    """What deserves a badge: a status, a denial, a plan; the usual case has none.

    >>> odd("positive", "planned", None)
    [('planned', '计划')]
    """
    return [ODD[value] for value in values if value in ODD]
