"""Sentence + Mentions -> Event: what was done, by whom, where, when, with how many."""

from pipeline.events.check import check_event_rules, silent_event_rules
from pipeline.events.corpus import Areas, Linked, link_reports
from pipeline.events.read import find_events, unread_sentences
from pipeline.events.triggers.table import load_event_rules

__all__ = [
    "Areas",
    "Linked",
    "check_event_rules",
    "find_events",
    "link_reports",
    "load_event_rules",
    "silent_event_rules",
    "unread_sentences",
]
