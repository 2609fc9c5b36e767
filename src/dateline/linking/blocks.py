"""Blocks: the keys that two events share if they can be one happening, for a ledger to index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.linking.actors import known_actors
from dateline.linking.dates import period
from dateline.linking.places import place_key
from dateline.model import ReportedEvent, Role

#: Days around an event within which another report may date it; a block is as many days long.
_BLOCK_DAYS = 4
_SLACK = 2
_MOST_BLOCKS = 10
_MOST_YEARS = 3


def block_keys(event: ReportedEvent) -> frozenset[str]:
    """Return the keys under which an event is filed: two events without a key in common are never compared.

    Country and days for events of known days; place or actor and year beside them, so that "last year's attack
    on the train" finds the day. An event without any day has its place alone, and one with neither has no key:
    nothing could link it.

    >>> from dateline.model import Event, Location, Report, Role, Span
    >>> there = Location("Quetta", 1167528, country_code="PK")
    >>> one = Event("e1", Role.MAIN, "", "", Span(0, 0, ""), 1.0, date(2026, 1, 31), location=there)
    >>> sorted(block_keys(ReportedEvent(Report(""), one)))[:3]
    ['PK 2026 quetta', 'PK day 184911', 'PK day 184912']
    """
    return lookup_keys(event) | {f"ever {name}" for name in _undated_names(event)}


def lookup_keys(event: ReportedEvent) -> frozenset[str]:
    """Return those of an event's keys that have to be looked up to find its candidates among filed events.

    Everything ever filed under a place is looked up only for an event without any day; an event with a day finds
    those without one under "undated".
    """
    days = period(event)
    names = _undated_names(event)
    if days is None:
        return frozenset(f"{word} {name}" for word in ("ever", "undated") for name in names)
    return frozenset([*_keys(event, *days), *(f"undated {name}" for name in names)])


def _undated_names(event: ReportedEvent) -> list[str]:
    """Return the places under which an event without a day is sought: its own, and for a main event its country."""
    place = event.event.location
    if place is None:
        return []
    country = f"{place.country_code} {event.event.sub_event_type}"
    names = [place_key(place.name)] if place.precision != "country" else []
    return [*names, country] if place.country_code and event.event.role is Role.MAIN else names


def _keys(event: ReportedEvent, first: date, last: date) -> Iterator[str]:
    place = event.event.location
    country = place.country_code if place else None
    names = {place_key(place.name)} if place else set()
    blocks = _blocks(first, last)
    for block in blocks:
        if country:
            yield f"{country} day {block}"
        yield from (f"day {block} {name}" for name in names)
        if not place:
            yield f"day {block}"
    for year in range(first.year, min(last.year, first.year + _MOST_YEARS) + 1):
        yield from (f"{country} {year} {name}" for name in names if country)
        yield from (f"{year} {actor} {event.event.sub_event_type}" for actor in known_actors(event.event))


def _blocks(first: date, last: date) -> range:
    """Return the numbers of the blocks of days that a period touches; none for a period too long for days."""
    start = (first.toordinal() - _SLACK) // _BLOCK_DAYS
    end = (last.toordinal() + _SLACK) // _BLOCK_DAYS
    return range(start, end + 1) if end - start < _MOST_BLOCKS else range(0)
