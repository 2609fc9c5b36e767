"""What a time expression says, before it is resolved to days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an expression says."""

    CALENDAR = "calendar"  # a day, month, season or year, perhaps in part: "31 January", "Friday night"
    DECADE = "decade"  # "the 1990s"
    CENTURY = "century"  # "the 19th century"
    AWAY = "away"  # so many days from the day of the report: "yesterday", "two weeks ago"
    SHIFT = "shift"  # so much before or after the date told before: "a day earlier"
    PERIOD = "period"  # the last, this or the next week, month, year: "last year"
    DURATION = "duration"  # "two weeks"
    CLOCK = "clock"  # "5.30 p.m."
    REFERENCE = "reference"  # "now", "former", "daily"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression over tokens ``first`` to ``last``, not yet resolved to days.

    ``move`` is -1 for last, earlier and ago, 1 for next and later. ``is_anaphoric`` says that the
    expression counts from the date told before, not from the day of the report; ``is_since`` that the
    words after it tell what it counts from: "a day after the attack".
    """

    kind: Kind
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    clock: str | None = None
    unit: str | None = None
    count: int | None = None
    move: int | None = None
    is_anaphoric: bool = False
    is_since: bool = False
    edge: str | None = None
    value: str | None = None
