"""Blocks: the keys that two events share if they can be one happening, for a ledger to index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.linking.actors import known_actors
from dateline.linking.dates import period
from dateline.linking.people import SOUGHT, full_names
from dateline.linking.places import place_key
from dateline.linking.words import event_text
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
    ['PK day 184911', 'PK day 184912', 'day 184911 quetta']
    """
    return frozenset(_filed(event))


def lookup_keys(event: ReportedEvent) -> frozenset[str]:
    """Return the keys to look up for the candidates of an event among the filed.

    They are not those it is filed under: all that happened at a place in a year, or ever, is looked up only for an
    event of a vague day, or none; an event of a known day finds such events under "vague" and "undated", where few are.
    Whether two events meet does not depend on which of them is filed.
    """
    return frozenset(_looked_up(event))


def _filed(event: ReportedEvent) -> Iterator[str]:
    days, names = period(event), _wide_names(event)
    blocks = _blocks(*days) if days else range(0)
    yield from _day_keys(event, blocks)
    yield from _name_keys(event, (0,))
    for name in names:
        yield f"ever {name}"
        if days is None:
            yield f"undated {name}"
        else:
            yield from (
                f"{word} {year} {name}" for year in _years(*days) for word in ("year", "vague")[: 2 - bool(blocks)]
            )


def _looked_up(event: ReportedEvent) -> Iterator[str]:
    days, names = period(event), _wide_names(event)
    blocks = _blocks(*days) if days else range(0)
    yield from _day_keys(event, blocks)
    yield from _name_keys(event, (-1, 0, 1))
    for name in names:
        yield f"undated {name}"
        if days is None:
            yield f"ever {name}"
        else:
            word = "vague" if blocks else "year"
            yield from (f"{word} {year} {name}" for year in _years(*days))


def _day_keys(event: ReportedEvent, blocks: range) -> Iterator[str]:
    place = event.event.location
    for block in blocks:
        yield f"{place.country_code} day {block}" if place and place.country_code else f"day {block}"
        if place:
            yield f"day {block} {place_key(place.name)}"


def _name_keys(event: ReportedEvent, years: tuple[int, ...]) -> Iterator[str]:
    """Yield the full names in an event's text with its year: an arrest or a trial is told months later."""
    days = period(event)
    for name in full_names(event_text(event))[:SOUGHT] if days else ():
        yield from (f"named {days[0].year + year} {name}" for year in years if days)


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
