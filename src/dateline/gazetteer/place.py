"""A place as a gazetteer knows it."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Feature codes of GeoNames that stand for areas, with how large they are: smaller numbers are larger areas.
LEVELS = {"RGN": 1, "PCLI": 0, "ADM1": 1, "ADM2": 2, "ADM3": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """One sense of a name: what it is, where it lies, and which pack says so.

    ``id`` is the GeoNames (or Who's On First) id; negative for a division that the pack's source names
    without an id. ``feature`` is a GeoNames feature code: PCLI a country, ADM1 and ADM2 divisions, PPL and
    its kin populated places, RGN a region that no law draws. ``lat`` and ``lon`` are degrees;
    ``population`` is 0 where unknown.
    """

    id: int
    name: str
    feature: str
    country_code: str
    lat: float
    lon: float
    population: int = 0
    admin1: str | None = None
    admin2: str | None = None
    pack: str = "world"

    @property
    def level(self) -> int:
        """How specific the place is: 0 country, 1 first division or region, 2 second division, 3 a town or site."""
        return LEVELS.get(self.feature, 3)


def kilometres(a: Place, b: Place) -> float:
    """Return the great-circle distance between two places.

    >>> quetta = Place(1, "Quetta", "PPL", "PK", 30.18, 66.99)
    >>> round(kilometres(quetta, Place(2, "Nushki", "PPL", "PK", 29.55, 66.02)))
    117
    """
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
