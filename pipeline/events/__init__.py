"""Sentence + Mentions -> Event: what was done, by whom, where, when, with how many."""

from pipeline.events.read import find_events
from pipeline.events.table import load_event_rules

__all__ = ["find_events", "load_event_rules"]
