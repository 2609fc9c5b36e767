"""How the places of two events stand to each other: one spot, near, one inside the other, or apart."""

from __future__ import annotations

import math
from functools import lru_cache

from dateline.gazetteer.names import fold, without_division_word
from dateline.model import Event, Location

_NOWHERE = "a place is not said"
_AREAS = frozenset({"admin1", "region", "country"})
_NEAR_KM, _AROUND_KM = 10.0, 50.0


def compare_places(a: Event, b: Event) -> str:
    """Return in words how the places of two events stand to each other.

    >>> from dateline.model import Role, Span
    >>> def at(place): return Event("e1", Role.MAIN, "Battles", "Armed clash", Span(0, 0, ""), 1.0, location=place)
    >>> quetta = Location("Quetta", 1, admin1="Balochistan", country_code="PK", lat=30.18, lon=66.99, precision="exact")
    >>> province = Location("Balochistan", 2, admin1="Balochistan", country_code="PK", precision="admin1")
    >>> compare_places(at(quetta), at(province))
    'one place is inside the other'
    """
    one, other = a.location, b.location
    if one is None or other is None:
        return _NOWHERE
    if _is_same(one, other):
        return "the same area" if one.precision in _AREAS else "the same place"
    apart = kilometres(one, other)
    if apart is not None and not _AREAS & {one.precision, other.precision} and apart <= _AROUND_KM:
        return f"within {_NEAR_KM if apart <= _NEAR_KM else _AROUND_KM:.0f} km"
    if _abroad(one, other):
        return "another country"
    if is_inside(one, other) or is_inside(other, one):
        return "one place is inside the other"
    if _names(a) & _names(b):
        return "a place of one is named by the other"
    if not (one.country_code and other.country_code):
        return _NOWHERE
    if "country" in (one.precision, other.precision):
        return "one is only placed in the country"
    if one.admin1 and other.admin1 and place_key(one.admin1) == place_key(other.admin1):
        return "another place of the division"
    return "another place of the country"


def is_inside(small: Location, large: Location) -> bool:
    """Tell whether a place lies in an area, as far as first divisions can say."""
    if not large.country_code or small.country_code != large.country_code or small.precision in ("country", "region"):
        return False
    if large.precision == "admin1":
        return bool(small.admin1) and place_key(small.admin1 or "") == place_key(large.admin1 or large.name)
    return large.precision == "region" and (kilometres(small, large) or math.inf) < 4 * _AROUND_KM


def kilometres(a: Location, b: Location) -> float | None:
    """Return the great-circle distance between two places; None where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Return a name as it is compared: folded, without the word for its kind.

    >>> place_key("Nushki District") == place_key("nushki")
    True
    """
    return without_division_word(fold(name))


def _is_same(a: Location, b: Location) -> bool:
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    if place_key(a.name) != place_key(b.name):
        return False
    apart = kilometres(a, b)
    return apart <= _AROUND_KM if apart is not None else "unknown" in (a.precision, b.precision) or not _abroad(a, b)


def _abroad(a: Location, b: Location) -> bool:
    return bool(a.country_code and b.country_code) and a.country_code != b.country_code


def _names(event: Event) -> set[str]:
    place = event.location
    return {place_key(name) for name in (*event.other_locations, place.name if place else "") if name}
