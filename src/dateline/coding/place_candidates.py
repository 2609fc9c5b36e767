"""The places that an event may have happened at: each place of a report once, with all its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import load_lines
from dateline.coding.peoples import peoples_of
from dateline.coding.place_stands import Stand, stand_of
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.model import Location, PlaceMention, Span

#: Uses of a mention that place no event.
OFF = frozenset({"bearing", "seat", "away"})
_AREAS = frozenset({"country", "region", "admin1"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of a report with its mentions; none for a country that the report only implies.

    ``level`` is the precision of its location, "admin2" for a name that its words make a division.
    ``keys`` are the spellings of it, ``within`` those of the places that the report says hold it.
    """

    location: Location
    level: str
    stands: tuple[Stand, ...] = ()
    keys: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()

    @property
    def placing(self) -> tuple[Stand, ...]:
        """The mentions that may say where something happened, not who speaks, who lives there or how far it is."""
        return tuple(stand for stand in self.stands if not stand.uses & OFF)

    @property
    def is_area(self) -> bool:
        """Tell whether the place is a country, a region or a first division."""
        return self.level in _AREAS


@dataclass(frozen=True, slots=True)
class Candidates:
    """All candidates of a report, the share of each country in it, and which candidates hold which."""

    places: tuple[Candidate, ...]
    home: Mapping[str, float]
    inside: Mapping[int, tuple[int, ...]]


def find_candidates(
    document: Document, places: Sequence[PlaceMention], gazetteer: Gazetteer, taken: Sequence[Span] = ()
) -> Candidates:
    """Return the places of a report that its events may have happened at.

    Streets and buildings are none, nor names that no pack knows inside ``taken``, the spans of actors and people.
    A country is one as soon as the report speaks of it or of its people.
    """
    words = {start for span in taken for start in range(span.start, span.end)}
    stands = [
        stand
        for stand in stand_of(document, places)
        if stand.free and not is_building(document, stand) and not _is_taken(stand, words)
    ]
    home = _home(document, [p.location for p in places], gazetteer)
    found = _merge(stands, home, gazetteer)
    named = {c.location.country_code for c in found if c.level == "country"}
    found += [
        _country(code, gazetteer) for code in sorted(home) if code not in named and code in gazetteer.atlas.countries
    ]
    return Candidates(tuple(found), home, _inside(found))


def is_building(document: Document, stand: Stand) -> bool:
    """Tell whether a mention names a street, a building or a shop."""
    kinds = frozenset(load_lines("building_words.txt"))
    words = stand.location.name.lower().split()
    if len(words) > 1 and (
        words[-1] in kinds or (stand.location.precision == "unknown" and not kinds.isdisjoint(words))
    ):
        return True
    after = document.sentences[stand.sentence].words[stand.last + 1 : stand.last + 2]
    return stand.location.precision == "unknown" and any(word.lower in kinds for word in after)


def _is_taken(stand: Stand, starts: Collection[int]) -> bool:
    return stand.location.precision == "unknown" and stand.start in starts


def _merge(stands: Iterable[Stand], home: Mapping[str, float], gazetteer: Gazetteer) -> list[Candidate]:
    """Return one candidate for all mentions of one place."""
    groups: dict[object, list[Stand]] = defaultdict(list)
    for stand in stands:
        groups[stand.location.geonameid or stand.key].append(stand)
    return [_candidate(group, home, gazetteer) for group in groups.values()]


def _candidate(stands: Sequence[Stand], home: Mapping[str, float], gazetteer: Gazetteer) -> Candidate:
    best = next((stand for stand in stands if not stand.location.name.isupper()), stands[0])
    level = best.location.precision
    if level in {"exact", "unknown"} and any(stand.area for stand in stands):
        level = "admin2"
    return Candidate(
        _at_home(best.location, home, gazetteer),
        level,
        tuple(stands),
        frozenset(stand.key for stand in stands),
        frozenset(key for stand in stands for key in stand.within),
    )


def _at_home(location: Location, home: Mapping[str, float], gazetteer: Gazetteer) -> Location:
    """Return a place of no country of its own ("Lake Chad") in the country that the report speaks of most."""
    if location.country_code or not home:
        return location
    code = max(sorted(home), key=lambda c: home[c])
    return replace(location, country=gazetteer.atlas.country_name(code), country_code=code)


def _country(code: str, gazetteer: Gazetteer) -> Candidate:
    place = gazetteer.atlas.countries[code].place
    location = Location(place.name, place.id, "PCLI", None, place.name, code, place.lat, place.lon, "country")
    return Candidate(location, "country", (), frozenset({place.name.casefold()}))


def _home(document: Document, locations: Iterable[Location], gazetteer: Gazetteer) -> dict[str, float]:
    """Return the share of each country in what the report names and whose people it speaks of."""
    counts: Counter[str] = Counter(location.country_code for location in locations if location.country_code)
    counts.update(code for sentence in document.sentences for code in peoples_of(sentence, gazetteer.atlas))
    total = sum(counts.values()) or 1
    return {code: count / total for code, count in counts.items()}


def _inside(found: Sequence[Candidate]) -> dict[int, tuple[int, ...]]:
    """Return for each area the candidates in it, by the gazetteer or by the report's own words."""
    return {
        number: tuple(i for i, inner in enumerate(found) if i != number and holds(outer, inner))
        for number, outer in enumerate(found)
        if outer.is_area or any(outer.keys & inner.within for inner in found)
    }


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Tell whether one place of a report lies in another."""
    a, b = outer.location, inner.location
    if inner.level == "country":
        return False
    if outer.keys & inner.within:
        return True
    if a.country_code != b.country_code or not outer.is_area:
        return False
    return outer.level == "country" or (not inner.is_area and a.admin1 is not None and a.admin1 == b.admin1)
