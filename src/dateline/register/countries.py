"""Countries as reporters name them, and the forces that every one of them has."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.register.actor import Actor, ActorKind
from dateline.register.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, name, further names, and adjectives ("Malian")."""

    code: str
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]

    def forces(self) -> Iterator[Actor]:
        """Yield the government, the military and the police of the country."""
        for branch, words in _BRANCHES.items():
            adjectives = tuple(f"{adjective} {word}" for adjective in self.adjectives for word in words)
            yield Actor(
                id=f"{self.code.lower()}-{branch}",
                name=_NAMES[branch].format(self.name),
                kind=ActorKind.STATE_FORCES,
                aliases=(*adjectives, *(f"{self.name} {word}" for word in words[:1])),
                ucdp_type="government",
                countries=(self.code,),
                source="ISO 3166-1",
            )


_BRANCHES = {
    "government": ("government forces", "government"),
    "military": ("army", "military", "armed forces"),
    "police": ("police",),
}
_NAMES = {
    "government": "Government of {}",
    "military": "Military Forces of {}",
    "police": "Police Forces of {}",
}


@cache
def load_countries() -> tuple[Country, ...]:
    """Return the countries of the world, and a few that are no more.

    >>> next(country.adjectives for country in load_countries() if country.code == "ML")
    ('Malian',)
    """
    text = (files("dateline.register") / "data" / "countries.csv").read_text(encoding="utf-8")
    return tuple(
        Country(row["code"], row["name"], _parts(row["also"]), _parts(row["adjectives"]))
        for row in csv.DictReader(text.splitlines())
    )


@cache
def nationalities() -> Phrases[str]:
    """Return country names, adjectives and peoples ("Malians"), each standing for the country's code."""
    phrases = Phrases[str]()
    for country in load_countries():
        peoples = tuple(f"{adjective}s" for adjective in country.adjectives if adjective[-1] not in "hse")
        for name in (country.name, *country.also, *country.adjectives, *peoples):
            phrases.add(name, country.code)
    return phrases


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";") if part.strip())
