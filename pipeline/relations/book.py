"""The rule tables of this room, built in and the user's."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from pipeline.records import RelationType
from pipeline.rules import RuleBook, load_rules

BUILT_IN = Path(__file__).with_name("rules")
HELPERS = ("subject", "blocked", "activity", "quoted", "scene")
SLOTS = ("head", "tail", "tail2", "pair", "role", "unit", "word", "x")
OPTIONS = ("status", "polarity", "modality", "given", "levels")


def relation_rules(user: Path | None = None) -> RuleBook:
    """The built-in relation rules, with a user's folder or file of tables added.

    >>> relation_rules()["office_before_name"].type
    'holds_position'

    Raises RuleError, naming file, rule and position.
    """
    paths = [BUILT_IN, *([user] if user else [])]
    return load_rules(paths, types=(*get_args(RelationType), *HELPERS), slots=SLOTS, options=OPTIONS)
