"""Write a pack: whole and checked before it takes the place of an older one."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.gazetteer.names import fold, is_latin, without_article
from dateline.gazetteer.pack import SCHEMA, SCHEMA_VERSION, PackInfo

#: Countries whose names come with and without the Arabic article.
_ARABIC = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY"}
    | {"MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One place to be written; ``admin1`` and ``admin2`` are the ids of other rows."""

    id: int
    name: str
    feature: str
    country: str
    lat: float
    lon: float
    population: int = 0
    admin1: int | None = None
    admin2: int | None = None
    names: tuple[str, ...] = ()


def write_pack(path: Path, info: PackInfo, rows: Iterable[Row]) -> PackInfo:
    """Write ``rows`` as the pack at ``path``, replacing what was there only when all of it is written.

    Returns the info with the number of places that were written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, suffix=".part", delete=False) as file:
        draft = Path(file.name)
    try:
        places = _fill(draft, info, rows)
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return PackInfo(info.name, info.version, info.licence, info.source, places)


def _fill(draft: Path, info: PackInfo, rows: Iterable[Row]) -> int:
    connection = sqlite3.connect(draft)
    try:
        connection.executescript(f"PRAGMA page_size = 4096; PRAGMA user_version = {SCHEMA_VERSION}; {SCHEMA}")
        names: set[tuple[str, int]] = set()
        places = 0
        for row in rows:
            connection.execute(
                "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*(row.id, row.name, row.feature, row.country, row.admin1, row.admin2), *_point(row), row.population),
            )
            names.update((key, row.id) for key in keys_of(row))
            places += 1
        connection.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
        said = (("name", info.name), ("version", info.version), ("licence", info.licence))
        connection.executemany(
            "INSERT INTO pack VALUES (?, ?)", (*said, ("source", info.source), ("places", str(places)))
        )
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    return places


def _point(row: Row) -> tuple[int, int]:
    return round(row.lat * 1e4), round(row.lon * 1e4)


def keys_of(row: Row) -> set[str]:
    """Return the folded names under which a place is found; codes such as "UET" are left out.

    >>> sorted(keys_of(Row(1, "Al Hasakah", "PPL", "SY", 36.5, 40.7, names=("Hasakeh", "الحسكة", "HSK"))))
    ['al hasakah', 'hasakah', 'hasakeh']
    """
    spelt = [row.name] + [name for name in row.names if is_latin(name) and not (name.isupper() and len(name) <= 4)]
    keys = {fold(name) for name in spelt}
    if row.country in _ARABIC:
        keys |= {without_article(key) for key in keys}
    return {key for key in keys if len(key) > 1 and not key.isdigit()}
