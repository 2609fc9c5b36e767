"""Incidents: events of many reports that tell of one happening, and the judgements that join them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.event import Event
from dateline.model.report import Report


class Verdict(StrEnum):
    """What a judgement says of two events: one happening, two, or nobody knows."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event with the report that tells of it: what linking compares.

    >>> from dateline.model import Role, Span
    >>> event = Event("e1", Role.MAIN, "Battles", "Armed clash", Span(0, 6, "Clash."), 0.9)
    >>> ReportedEvent(Report("Clash.", id="r1"), event).key
    'r1/e1'
    """

    report: Report
    event: Event

    @property
    def key(self) -> str:
        """The event's name in a ledger: report and event ids."""
        return f"{self.report.id}/{self.event.id}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two events (by key, ``first`` before ``second`` in order) are one happening.

    ``author`` is a person's name, or the versioned name of the linker; what a person judged outranks every machine.
    ``score`` is the probability that they are the same, 0 to 1.
    """

    first: str
    second: str
    verdict: Verdict
    score: float
    author: str
    time: datetime | None
    reason: str
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """One real-world happening: the keys of its events, and the incident of which it is a part, if any.

    The id is a content hash of the earliest event's key, so it stays when later reports join.
    """

    id: str
    events: tuple[str, ...]
    part_of: str | None = None
