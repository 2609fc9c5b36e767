"""How exact a place is, as ACLED (geo_precision 1-3) and UCDP (where_prec 1-7) write it."""

from __future__ import annotations

from dateline.model import Location

_ACLED = {"exact": 1, "near": 2, "admin2": 2, "unknown": 2, "admin1": 3, "region": 3}
_UCDP = {"exact": 1, "near": 2, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
#: Features that are no land with borders: UCDP counts them as linear or fuzzy, or as sea and air.
_WATERS = frozenset({"SEA", "GULF", "OCN", "BAY", "STRT", "CHN"})


def acled_geo_precision(location: Location | None) -> int | None:
    """Return ACLED's geo_precision: 1 a town, 2 a part of a division, 3 a region; None for what ACLED leaves out.

    A village that no gazetteer knows is pinned to its division, so it is 2; a country alone is no place in ACLED.

    >>> acled_geo_precision(Location("Quetta", precision="exact"))
    1
    >>> acled_geo_precision(Location("Mali", precision="country")) is None
    True
    """
    if location is None or (location.precision == "unknown" and location.admin1 is None):
        return None
    return _ACLED.get(location.precision)


def ucdp_where_precision(location: Location | None) -> int | None:
    """Return UCDP's where_prec: 1 the place itself, 2 within about 25 km of it, 3 the second division, 4 the first,
    5 a region or a line, 6 the country, 7 the sea; None where the report names no place.

    A village that no gazetteer knows has the precision of what it is pinned to: its division, else its country.

    >>> ucdp_where_precision(Location("Djibo", precision="near"))
    2
    >>> ucdp_where_precision(Location("Tawoos", admin1="Zabul", country_code="AF"))
    4
    """
    if location is None:
        return None
    if location.feature in _WATERS:
        return 7
    if location.precision == "unknown":
        return 4 if location.admin1 else 6 if location.country_code else None
    return _UCDP[location.precision]
