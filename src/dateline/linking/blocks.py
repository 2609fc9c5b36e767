"""Blocks: the keys that two events share if they can be one happening, for a ledger to index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.linking.actors import known_actors
from dateline.linking.dates import period
from dateline.linking.places import place_key
from dateline.model import ReportedEvent, Role

#: Days in a block, and days by which two reports of one event may differ.
_BLOCK_DAYS, _SLACK = 4, 2
#: An event whose period touches more blocks is sought by its years, over at most so many.
_MOST_BLOCKS, _MOST_YEARS = 6, 3


def block_keys(event: ReportedEvent) -> frozenset[str]:
    """Return the keys under which an event is filed: two events without a key in common are never compared.

    Country and days for an event of a known day; country or place, type or actor, with the year for one of a vague
    day ("last year's attack on the train"), and without it for one of no day at all. An event with neither day nor
    place has no key: nothing could link it.

    >>> from dateline.model import Event, Location, Report, Role, Span
    >>> there = Location("Quetta", 1167528, country_code="PK", precision="exact")
    >>> one = Event("e1", Role.MAIN, "", "Attack", Span(0, 0, ""), 1.0, date(2026, 1, 31), location=there)
    >>> sorted(block_keys(ReportedEvent(Report(""), one)))[:3]
    ['PK day 184911', 'day 184911 quetta', 'ever PK Attack']
    """
    return lookup_keys(event) | frozenset(_filed(event))


def lookup_keys(event: ReportedEvent) -> frozenset[str]:
    """Return those of an event's keys that have to be looked up to find its candidates among the filed.

    The wide keys (a year, or ever) are looked up only for an event of a vague day or none; an event of a known
    day finds those under keys of their own, which few are filed under.
    """
    return frozenset(_looked_up(event))


def _looked_up(event: ReportedEvent) -> Iterator[str]:
    days = period(event)
    names = _wide_names(event)
    if days is None:
        yield from (f"{word} {name}" for word in ("ever", "undated") for name in names)
    elif blocks := _blocks(*days):
        yield from _day_keys(event, blocks)
        yield from (f"vague {year} {name}" for year in _years(*days) for name in names)
        yield from (f"undated {name}" for name in names)
    else:
        yield from (f"{word} {year} {name}" for word in ("year", "vague") for year in _years(*days) for name in names)
        yield from (f"undated {name}" for name in names)


def _filed(event: ReportedEvent) -> Iterator[str]:
    """Yield the wide keys under which others find an event."""
    days = period(event)
    for name in _wide_names(event):
        yield f"ever {name}"
        yield from (f"year {year} {name}" for year in (_years(*days) if days else ()))


def _day_keys(event: ReportedEvent, blocks: range) -> Iterator[str]:
    place = event.event.location
    for block in blocks:
        yield f"{place.country_code} day {block}" if place and place.country_code else f"day {block}"
        if place:
            yield f"day {block} {place_key(place.name)}"


def _wide_names(event: ReportedEvent) -> list[str]:
    """Return what an event is sought by where days do not help: its place, its actors, and a main event's country."""
    place, kind = event.event.location, event.event.sub_event_type
    names = [f"{actor} {kind}" for actor in sorted(known_actors(event.event))]
    if place and place.precision != "country":
        names.append(place_key(place.name))
    if place and place.country_code and event.event.role is Role.MAIN:
        names.append(f"{place.country_code} {kind}")
    return names


def _years(first: date, last: date) -> range:
    return range(first.year, min(last.year, first.year + _MOST_YEARS) + 1)


def _blocks(first: date, last: date) -> range:
    """Return the numbers of the blocks of days that a period touches; none for a period too long for days."""
    start = (first.toordinal() - _SLACK) // _BLOCK_DAYS
    end = (last.toordinal() + _SLACK) // _BLOCK_DAYS
    return range(start, end + 1) if end - start < _MOST_BLOCKS else range(0)
