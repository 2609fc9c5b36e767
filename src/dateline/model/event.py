"""Events: what one report says happened, and the toll that its claims add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.model.claim import Claim, Responsibility
from dateline.model.mentions import Location
from dateline.model.reason import Reason
from dateline.model.span import Span
from dateline.model.vocabulary import DateBasis, DatePrecision, Role


@dataclass(frozen=True, slots=True)
class Bounds:
    """Low, best and high of a toll, with the claims that carry each and the rule that chose *best*.

    ``high`` is None when no source sets an upper bound. A bound that adds claims up names every one of them, by its
    index among the event's claims; ``rule`` is a code of the codebook's ``tolls.toml``, which says it in words.
    """

    low: int
    best: int
    high: int | None
    rule: str = ""
    low_claims: tuple[int, ...] = ()
    best_claims: tuple[int, ...] = ()
    high_claims: tuple[int, ...] = ()


#: Bounds by status and by group; the group "total" stands for all people together.
Toll = Mapping[str, Mapping[str, Bounds]]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a report says happened, with ACLED's names for its type.

    ``date_basis`` tells whether the report states the day, in the words ``date_span``, or only implies it; it is None
    where the day is unknown. ``reasons`` say what decided each field; they are no part of what the event is.
    """

    id: str
    role: Role
    event_type: str
    sub_event_type: str
    trigger: Span
    confidence: float
    date_start: date | None = None
    date_end: date | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN
    location: Location | None = None
    other_locations: tuple[str, ...] = ()
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    casualties: tuple[Claim, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    disruptions: tuple[str, ...] = ()
    toll: Toll = field(default_factory=dict)
    incident: str | None = None
    date_basis: DateBasis | None = None
    date_span: Span | None = None
    reasons: tuple[Reason, ...] = field(default=(), compare=False)
