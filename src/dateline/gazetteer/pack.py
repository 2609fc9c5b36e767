"""A pack: one SQLite file of places with the names that lead to them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import PackUnreadable
from dateline.gazetteer.place import Place

#: Written into every pack as SQLite's user_version; a pack of another schema is refused.
SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE pack (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT NOT NULL,
    admin1 INTEGER, admin2 INTEGER,         -- places of this pack: the divisions that hold this one
    lat INTEGER NOT NULL, lon INTEGER NOT NULL,   -- ten-thousandths of a degree
    population INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_PLACES = """
SELECT n.key, p.id, p.name, p.feature, p.country, p.lat, p.lon, p.population, a.name, b.name
FROM name n JOIN place p ON p.id = n.place LEFT JOIN place a ON a.id = p.admin1 LEFT JOIN place b ON b.id = p.admin2
WHERE """
_LOOKUP = _PLACES + "n.key IN ({})"
_BEGIN = _PLACES + "n.key >= ? AND n.key < ? AND p.country = ?"
_BATCH = 500  # below SQLite's oldest limit of 999 parameters


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a pack says of itself: name, version, licence, source, and how many places it holds."""

    name: str
    version: str
    licence: str
    source: str
    places: int


class Pack:
    """An opened pack, read only. Opening reads one page; places are read as they are asked for."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            (schema,) = self._connection.execute("PRAGMA user_version").fetchone()
            if schema != SCHEMA_VERSION:
                raise PackUnreadable(str(path), f"it has schema {schema}, not {SCHEMA_VERSION}")
            said = dict(self._connection.execute("SELECT key, value FROM pack"))
            self.info = PackInfo(said["name"], said["version"], said["licence"], said["source"], int(said["places"]))
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            raise PackUnreadable(str(path), str(error)) from error

    def lookup(self, keys: Iterable[str]) -> dict[str, list[Place]]:
        """Return the places of each folded name that the pack knows, in one query for all of them."""
        found: dict[str, list[Place]] = defaultdict(list)
        for batch in _batches(sorted(set(keys))):
            query = _LOOKUP.format(",".join("?" * len(batch)))
            for key, place in self._places(query, batch):
                found[key].append(place)
        return found

    def begin(self, letters: str, country: str) -> list[tuple[str, Place]]:
        """Return the folded names in one country that begin with ``letters``, each with its place."""
        return list(self._places(_BEGIN, [letters, letters + "\x7f", country]))

    def _places(self, query: str, parameters: list[str]) -> Iterator[tuple[str, Place]]:
        for key, id_, name, feature, country, lat, lon, population, admin1, admin2 in self._connection.execute(
            query, parameters
        ):
            lat, lon = lat / 1e4, lon / 1e4
            yield key, Place(id_, name, feature, country, lat, lon, population, admin1, admin2, self.info.name)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _batches(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))
