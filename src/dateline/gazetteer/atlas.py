"""What every reader of news knows of the world: countries, peoples, names of divisions and regions."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.gazetteer.names import fold, without_division_word
from dateline.gazetteer.place import Place

_DATA = files("dateline.gazetteer") / "data"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO code, the press's name for it, its place, its capital, and the adjectives of its people."""

    code: str
    name: str
    place: Place
    capital: str | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A first division by one of its names: the country, the name the press writes, the name GeoNames writes."""

    country_code: str
    name: str
    formal: str


class Atlas:
    """Countries, peoples, divisions' press names and informal regions, ready to be asked by folded name."""

    def __init__(self, countries: dict[str, Any], divisions: dict[str, Any], regions: dict[str, Any]) -> None:
        self.countries: dict[str, Country] = {}
        self._peoples: dict[str, str] = {}
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._divisions: dict[str, list[Division]] = defaultdict(list)
        self._press_names: dict[tuple[str, str], str] = {}
        self.capitals: dict[str, str] = {}
        for code, entry in countries.items():
            self._add_country(code, entry)
        for code, names in divisions.items():
            for formal, spellings in names.items():
                self._add_division(code, formal, spellings)
        for name, entry in regions["region"].items():
            self._add_region(name, entry)

    def _add_country(self, code: str, entry: dict[str, Any]) -> None:
        lat, lon = entry["at"]
        place = Place(entry["id"], entry["name"], "PCLI", code, lat, lon, pack="world")
        people = tuple(entry["people"])
        self.countries[code] = Country(code, entry["name"], place, entry.get("capital"), people)
        for name in (entry["name"], *entry.get("aliases", ())):
            self._places[fold(name)].append(place)
        for adjective in people:
            self._peoples.setdefault(fold(adjective), code)
        if "capital" in entry:
            self.capitals.setdefault(fold(entry["capital"]), code)

    def _add_division(self, code: str, formal: str, spellings: list[str]) -> None:
        for spelling in {formal, *spellings}:
            self._press_names[code, fold(spelling)] = spellings[0]
            division = Division(code, spellings[0], formal)
            if division not in self._divisions[fold(spelling)]:
                self._divisions[fold(spelling)].append(division)

    def _add_region(self, name: str, entry: dict[str, Any]) -> None:
        lat, lon = entry["at"]
        place = Place(0, name, "RGN", entry.get("country", ""), lat, lon, admin1=entry.get("admin1"), pack="regions")
        for spelling in (name, *entry.get("aliases", ())):
            self._places[fold(spelling)].append(place)

    def places(self, key: str) -> list[Place]:
        """Return the countries and regions of a folded name."""
        return self._places.get(key, [])

    def divisions(self, key: str) -> list[Division]:
        """Return the first divisions that the press calls by a folded name and GeoNames by another."""
        return self._divisions.get(key, [])

    def people(self, word: str) -> str | None:
        """Return the code of the country whose people or adjective ``word`` is, singular or plural.

        >>> read_atlas().people("Malian"), read_atlas().people("Afghans"), read_atlas().people("Martian")
        ('ML', 'AF', None)
        """
        key = fold(word)
        return self._peoples.get(key) or (self._peoples.get(key[:-1]) if key.endswith("s") else None)

    def division_name(self, country: str, formal: str | None) -> str | None:
        """Return the name under which the press knows a first division.

        >>> read_atlas().division_name("SY", "Ar-Raqqah"), read_atlas().division_name("NG", "Imo State")
        ('Raqqa', 'Imo')
        """
        if not formal:
            return None
        return self._press_names.get((country, fold(formal))) or without_division_word(formal)

    def country_name(self, code: str) -> str | None:
        """Return a country's name in the press, None for an unknown code."""
        country = self.countries.get(code)
        return country.name if country else None


@cache
def read_atlas() -> Atlas:
    """Return the atlas that ships with the package, read once."""
    return Atlas(*(tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8")) for name in _TABLES))


_TABLES = ("countries", "divisions", "regions")
