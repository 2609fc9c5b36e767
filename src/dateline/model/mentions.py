"""What a report names: places, dates, actors and people, each at its span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.span import Span
from dateline.model.vocabulary import DatePrecision, PersonRole


@dataclass(frozen=True, slots=True)
class Location:
    """A resolved place: name, divisions, point, and how precise the pin is.

    ``precision`` is the kind of place the point stands for: ``exact`` (a town, village or site),
    ``near`` (close to one), ``admin2``, ``admin1``, ``region`` or ``country``; ``unknown`` when no
    gazetteer knows the name, and then latitude and longitude are None. ``phrase`` are the report's words
    that put an event near the place rather than in it: "20 km south of Quetta".
    """

    name: str
    geonameid: int | None = None
    feature: str | None = None
    admin1: str | None = None
    country: str | None = None
    country_code: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a report, with what it resolves to."""

    span: Span
    location: Location


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: TIMEX3-style ``value`` and the days that bound it.

    ``value``, ``start`` and ``end`` are None when the words are relative and nothing anchors them.
    """

    span: Span
    value: str | None
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An armed or political actor named in a report, with its entry in the register if it has one."""

    span: Span
    name: str
    register_id: str | None = None
    kind: str | None = None
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a report, at the first mention."""

    span: Span
    name: str
    role: PersonRole


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a dispatch: "QUETTA, Jan 31 (AFP) —"."""

    place: str | None
    date: date | None
    agency: str | None
