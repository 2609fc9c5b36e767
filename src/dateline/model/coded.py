"""A coded report: everything the coder found in one report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.claim import Statement
from dateline.model.event import Event
from dateline.model.mentions import ActorMention, Dateline, DateMention, Person, PlaceMention
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class Coder:
    """The versions of everything that made a coding, so that a row can be traced and repeated."""

    name: str
    version: str
    codebook: str
    gazetteer: str
    model: str


@dataclass(frozen=True, slots=True)
class CodedReport:
    """One report with its coding."""

    report: Report
    coder: Coder
    language: str = "en"
    dateline: Dateline | None = None
    statements: tuple[Statement, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def relevant(self) -> bool:
        """Whether the report tells of an event of political violence or unrest."""
        return bool(self.events)


@dataclass(frozen=True, slots=True)
class Issue:
    """An input that could not be coded, kept in its place so that nothing is lost."""

    id: str
    code: str
    message: str
