"""Blocks: the keys that two events share if they can be one happening, for a ledger to index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.linking.actors import known_actors
from dateline.linking.dates import period
from dateline.linking.places import place_key
from dateline.model import ReportedEvent

#: Days around an event within which another report may date it; a block is as many days long.
_BLOCK_DAYS = 4
_SLACK = 2
_MOST_BLOCKS = 10
_MOST_YEARS = 3


def block_keys(event: ReportedEvent) -> frozenset[str]:
    """Return the keys under which an event is filed: two events without a key in common are never compared.

    Country and days for events of known days; place or actor and year beside them, so that "last year's attack
    on the train" finds the day. An event with neither day nor place has no key: nothing could link it.

    >>> from dateline.model import Event, Location, Report, Role, Span
    >>> there = Location("Quetta", 1167528, country_code="PK")
    >>> one = Event("e1", Role.MAIN, "", "", Span(0, 0, ""), 1.0, date(2026, 1, 31), location=there)
    >>> sorted(block_keys(ReportedEvent(Report(""), one)))
    ['PK 2026 quetta', 'PK day 184877', 'PK day 184878', 'day 184877 quetta', 'day 184878 quetta']
    """
    days = period(event)
    return frozenset(_keys(event, *days)) if days else frozenset()


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
