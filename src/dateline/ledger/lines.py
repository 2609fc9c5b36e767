"""What a ledger keeps beside the coding: the lines of incidents, what lists are narrowed to, and edits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model import Bounds


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """What a list says of an incident: its days, place, type, toll, and how many reports and sources tell of it.

    ``killed`` and ``injured`` are None where no source gives a figure. ``sources`` are independent: copies of one wire
    text count once. ``background`` tells that no report is about it: it is only told for context.
    """

    id: str
    part_of: str | None
    first_day: date | None
    last_day: date | None
    place: str | None
    admin1: str | None
    country: str | None
    country_code: str | None
    event_type: str
    sub_event_type: str
    killed: Bounds | None
    injured: Bounds | None
    reports: int
    sources: int
    background: bool


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents a list is narrowed to; None narrows nothing.

    An incident is within ``first`` and ``last`` when one of its days is; without a known day it is within none.
    ``kind`` is an event type or sub-event type in ACLED's spelling, ``killed`` the least best figure.
    """

    country_code: str | None = None
    first: date | None = None
    last: date | None = None
    kind: str | None = None
    killed: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person corrected: the field of a report (by id) or event (by key), its new value, and why."""

    subject: str
    field: str
    value: object
    author: str
    time: datetime
    reason: str
