"""Waves and their parts: an event with its own place inside another event of the same report and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.linking.actors import known_actors
from dateline.linking.places import is_inside, place_key
from dateline.model import Event, ReportedEvent, Role


def find_parts(events: Sequence[ReportedEvent]) -> dict[str, str]:
    """Return for each event (by key) that is a part of another event of its report the key of that whole.

    A whole is a main event of an area, or of several places, that holds the part's own place, on days that hold
    the part's, and of the same side where both name one. Parts are kept apart and never added to their whole.
    """
    reports: dict[str, list[ReportedEvent]] = defaultdict(list)
    for one in sorted(events, key=lambda one: one.key):
        if one.event.role is Role.MAIN:
            reports[one.report.id].append(one)
    return {
        one.key: whole.key
        for told in reports.values()
        for one in told
        for whole in [next((other for other in told if _is_part(one.event, other.event)), None)]
        if whole is not None
    }


def _is_part(part: Event, whole: Event) -> bool:
    if part is whole or part.location is None or whole.location is None:
        return False
    if place_key(part.location.name) == place_key(whole.location.name):
        return False
    named = place_key(part.location.name) in map(place_key, whole.other_locations)
    return (named or is_inside(part.location, whole.location)) and _in_days(part, whole) and _one_side(part, whole)


def _in_days(part: Event, whole: Event) -> bool:
    if part.date_start is None or whole.date_start is None:
        return part.date_start is None
    first, last = whole.date_start, whole.date_end or whole.date_start
    return first <= part.date_start and (part.date_end or part.date_start) <= last


def _one_side(part: Event, whole: Event) -> bool:
    """Tell whether both may be one side's doing: it goes by many words, so only known actors speak against."""
    ours, theirs = known_actors(part), known_actors(whole)
    return not ours or not theirs or bool(ours & theirs)
