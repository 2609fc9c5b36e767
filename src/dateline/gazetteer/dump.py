"""Compile a GeoNames dump, or a file in its columns, into a pack."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

from dateline.errors import InputMissing, InputUnreadable, PlacesMalformed
from dateline.gazetteer.folder import pack_path
from dateline.gazetteer.names import without_division_word
from dateline.gazetteer.pack import PackInfo
from dateline.gazetteer.writing import Row, write_pack

COLUMNS = 19
#: The feature codes that places are kept for: countries, divisions and populated places.
_KEPT = ("PCLI", "ADM1", "ADM2", "ADM3", "PPL")


def compile_pack(
    file: Path, country: str | None = None, name: str | None = None, target: Path | None = None
) -> PackInfo:
    """Compile ``file`` (text, .gz or GeoNames' .zip) into a pack and return what it holds.

    ``country`` keeps only the places of one ISO code. The pack goes to the data directory under ``name``, by default
    the file's name, unless ``target`` is given. A wrong line raises PlacesMalformed with its number, and an older
    pack of that name stays as it was.
    """
    if not file.is_file():
        raise InputMissing(str(file))
    wanted = country.upper() if country else None
    rows = [row for row in _read(file) if wanted in {None, row.country}]
    if not rows:
        raise InputUnreadable(str(file), f"it holds no places{f' of {wanted}' if wanted else ''}.")
    name = name or file.name.split(".")[0]
    info = PackInfo(
        name=name,
        version=hashlib.sha256(file.read_bytes()).hexdigest()[:8],
        licence="CC BY 4.0",
        source=f"{file.name}, in GeoNames' columns",
        places=0,
    )
    return write_pack(target or pack_path(name), info, _join_divisions(rows))


def _open(file: Path) -> IO[bytes]:
    if file.suffix == ".gz":
        return cast(IO[bytes], gzip.open(file))
    if file.suffix == ".zip":
        archive = zipfile.ZipFile(file)
        inner = next((n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()), None)
        if inner is None:
            raise InputUnreadable(str(file), "the archive holds no .txt file of places.")
        return archive.open(inner)
    return file.open("rb")


def _read(file: Path) -> Iterator[Row]:
    """Yield the places of a dump; a division's own codes stand in its ``names`` until they are joined."""
    try:
        with _open(file) as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    row = _row(file, number, line.rstrip("\r\n").split("\t"))
                    if row is not None:
                        yield row
    except (UnicodeDecodeError, OSError, zipfile.BadZipFile, EOFError) as error:
        raise InputUnreadable(str(file), f"it cannot be read ({error}).") from error


def _row(file: Path, number: int, cells: list[str]) -> Row | None:
    """Return a line as a row with its division codes in front of its names, None for a feature not kept."""
    if len(cells) < COLUMNS:
        raise PlacesMalformed(str(file), number, f"{len(cells)} columns instead of {COLUMNS}")
    id_, name, plain, others, lat, lon, _, feature, country = cells[:9]
    if not feature.startswith(_KEPT):
        return None
    try:
        row = Row(int(id_), name, feature, country, float(lat), float(lon), int(cells[14] or 0))
    except ValueError as error:
        raise PlacesMalformed(str(file), number, str(error)) from error
    if not name or not -90 <= row.lat <= 90 or not -180 <= row.lon <= 180:
        raise PlacesMalformed(str(file), number, "no name, or coordinates off the earth")
    return replace(row, names=(cells[10], cells[11], plain, *others.split(",")))


def _join_divisions(rows: list[Row]) -> Iterator[Row]:
    """Replace division codes by the ids of the rows that they stand for.

    GeoNames writes codes ("02"), Who's On First the ids themselves; a second division's code counts within its first.
    """
    first: dict[tuple[str, str], int] = {}
    second: dict[tuple[str, str, str], int] = {}
    for row in rows:
        code1, code2 = row.names[:2]
        if row.feature == "ADM1":
            first[row.country, code1 or str(row.id)] = row.id
            first.setdefault((row.country, str(row.id)), row.id)
        elif row.feature == "ADM2":
            second[row.country, code1, code2] = row.id
    titles = {(row.country, name) for row in rows if row.feature == "ADM2" for name in (row.name, *row.names[2:3])}
    homes = _homes(rows, first, second)
    for row in rows:
        code1, code2, *names = row.names
        own1, own2 = first.get((row.country, code1)), second.get((row.country, code1, code2))
        if row.feature.startswith("ADM"):  # Who's On First gives a district the names of its neighbours and parts
            names = [*(n for n in names if (row.country, n) not in titles), without_division_word(row.name)]
        elif own1 is None:
            own1, own2 = homes.get(_cell(row), (None, None))
        yield replace(
            row,
            admin1=own1 if row.feature != "PCLI" else None,
            admin2=own2 if not row.feature.startswith("ADM") else None,
            names=tuple(names),
        )


def _cell(row: Row) -> tuple[str, int, int]:
    """Return the square of a fifth of a degree that a place lies in."""
    return row.country, round(row.lat * 5), round(row.lon * 5)


def _homes(
    rows: list[Row], first: dict[tuple[str, str], int], second: dict[tuple[str, str, str], int]
) -> dict[tuple[str, int, int], tuple[int | None, int | None]]:
    """Return the divisions of each square where all places agree on the first, for those whose dump does not say."""
    seen: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    homes: dict[tuple[str, int, int], tuple[int | None, int | None]] = {}
    for row in rows:
        code1, code2 = row.names[:2]
        if own := first.get((row.country, code1)):
            seen[_cell(row)].add(own)
            homes[_cell(row)] = (own, second.get((row.country, code1, code2)))
    return {cell: home for cell, home in homes.items() if len(seen[cell]) == 1}
