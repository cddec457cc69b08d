"""What a reader keeps in mind from one sentence of an article to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Argument


@dataclass
class Anchor:
    """The happening that an article reports on at the moment: what follows in it shares time, place and campaign."""

    type: str
    agents: tuple[str, ...] | None
    places: tuple[str, ...]
    campaigns: tuple[str, ...]
    time: str | None
    gathering: bool
    sentence: int
    event: int  # its number among the article's events, so that participants can be added later


@dataclass
class Draft:
    """An event before it gets its id."""

    type: str
    sentence: int
    start: int
    end: int
    rule: str
    confidence: float
    stance: str
    time: str | None
    count: str | None = None
    amount: str | None = None
    content: tuple[int, int] | None = None
    more: tuple[tuple[int, int], ...] = ()
    light: str = ""
    words: str = ""
    dated: bool = False  # by a time printed in its own sentence
    roles: dict[str, list[str]] = field(default_factory=dict)

    def add(self, role: str, ids: tuple[str, ...] | list[str]) -> None:
        """Add arguments of a role, each once, in order; nobody is agent and participant at once."""
        have = self.roles.setdefault(role, [])
        for i in ids:
            if i not in have:
                have.append(i)

    def arguments(self) -> tuple[Argument, ...]:
        """The arguments in the order of their roles."""
        return tuple(
            Argument(role=role, entity_id=i)
            for role in ("agent", "participant", "target", "place", "campaign")
            for i in self.roles.get(role, [])
        )


@dataclass
class Report:
    """The state of reading an article."""

    unit: tuple[str, str] = ("", "")
    firm: bool = True  # whether a headline or kicker names the unit
    subject: tuple[str, ...] | None = None
    anchor: Anchor | None = None
    speaker: tuple[str, ...] | None = None
    person: tuple[str, ...] = ()
    demand: bool = False
    within: bool = False
    days: list[str] = field(default_factory=list)  # days printed so far, of what was done
    last_day: tuple[str, int] = ("", -9)  # the day last printed, and in which sentence
    scene: bool = False  # every sentence since the happening reported has stayed with it
    passed: bool = False  # a sentence led out of the happening: 今年以来, 近年来
    open_speech: bool = False
    quoted: bool = False  # the sentence before was direct speech to its end
    bodies: dict[str, str] = field(default_factory=dict)  # organisations named so far, by id
    people: set[str] = field(default_factory=set)  # persons named so far
    areas: dict[str, str] = field(default_factory=dict)  # area last named, by the last character of its name
    names: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
