"""Read register files: comma-separated tables, one actor a line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import RegisterMalformed
from dateline.register.actor import Actor, ActorKind

COLUMNS = ("id", "name", "acronyms", "aliases", "kind", "ucdp_type", "countries", "from", "to", "parent", "source")


def read_actors(path: Path) -> list[Actor]:
    """Return the actors of a register file.

    The first line names the columns; ``id``, ``name`` and ``kind`` are needed, the others of
    :data:`COLUMNS` may be left out. Lists are parted by semicolons, country codes by spaces.
    Raises RegisterMalformed with the line that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterMalformed(str(path), str(error)) from error
    return list(parse_actors(text.splitlines(), str(path)))


def parse_actors(lines: Iterable[str], where: str) -> Iterator[Actor]:
    """Yield the actors of a table's lines; ``where`` names the table in errors.

    >>> rows = ["id,name,kind,acronyms,countries,from", "x-mx,Movement for X,Rebel Group,MX,ML NE,2020"]
    >>> next(parse_actors(rows, "rows")).countries
    ('ML', 'NE')
    """
    reader = csv.reader(lines, strict=True)
    try:
        header = next(reader, [])
        missing = [column for column in ("id", "name", "kind") if column not in header]
        if missing:
            raise RegisterMalformed(f"{where}:1", f"the column {missing[0]!r} is missing")
        for row in reader:
            if row:
                yield _actor(dict(zip(header, row, strict=False)), f"{where}:{reader.line_num}")
    except csv.Error as error:
        raise RegisterMalformed(f"{where}:{reader.line_num}", str(error)) from error


def _actor(row: dict[str, str], where: str) -> Actor:
    if not row.get("id") or not row.get("name"):
        raise RegisterMalformed(where, "an actor needs an id and a name")
    try:
        return Actor(
            row["id"],
            row["name"],
            ActorKind(row.get("kind", "")),
            _parts(row.get("acronyms", "")),
            _parts(row.get("aliases", "")),
            row.get("ucdp_type", ""),
            tuple(row.get("countries", "").upper().split()),
            _year(row.get("from", "")),
            _year(row.get("to", "")),
            row.get("parent") or None,
            row.get("source", ""),
        )
    except ValueError as error:
        raise RegisterMalformed(where, str(error)) from error


def _parts(field: str) -> tuple[str, ...]:
    return tuple([part.strip() for part in field.split(";") if part.strip()]) if field else ()


def _year(field: str) -> int | None:
    return int(field) if field else None
