"""Where places lie that no pack knows: the country and division the report puts them in, never a namesake elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.place_names import PlaceName
from dateline.coding.place_senses import Clues
from dateline.coding.place_stands import dateline_spans
from dateline.coding.place_uses import uses_of
from dateline.gazetteer import Gazetteer, Place
from dateline.gazetteer.names import fold
from dateline.language.document import Document
from dateline.model import Location

#: How far, in sentences and steps of coarseness, an unknown place takes the division of a known one.
REACH = 3.5

#: What a country counts that the report names as holding a place.
_SURE = 1000.0

#: The precision of a pin on a place of each level.
PRECISIONS = {0: "country", 1: "admin1", 2: "admin2", 3: "exact"}


def give_homes(
    document: Document,
    names: list[PlaceName],
    keys: list[str],
    located: list[Location],
    clues: Mapping[str, Clues],
    chosen: Mapping[str, Place | None],
    spoken_of: Mapping[str, float],
    gazetteer: Gazetteer,
) -> list[Location]:
    """Give places that no pack knows the country and division that the report puts them in."""
    given: dict[str, Location | None] = {}
    for index, (key, name, location) in enumerate(zip(keys, names, located, strict=True)):
        if location.precision != "unknown":
            continue
        holder = next((chosen[k] for k in clues[key].within if chosen.get(k)), None)
        if holder is not None and holder.level > 0:
            given[key] = _like(_under(location, holder, gazetteer), gazetteer)
        elif key not in given:
            held_by = {holder.country_code: _SURE} if holder is not None else spoken_of
            near = _nearest(document, names, located, index, held_by, gazetteer) or _home_of(held_by, gazetteer)
            if near is not None:
                home = Location(name.text, admin1=near.admin1, country=near.country, country_code=near.country_code)
                given[key] = _like(home, gazetteer)
    result = []
    for key, name, location in zip(keys, names, located, strict=True):
        found = given.get(key)
        unknown = location.precision == "unknown" and found is not None
        result.append(replace(found, name=name.text) if unknown and found else location)
    return result


def _like(location: Location, gazetteer: Gazetteer) -> Location:
    """Return an unknown place as the town of its country whose name is romanised otherwise, if there is just one."""
    place = gazetteer.lookup_like(location.name, location.country_code) if location.country_code else None
    if place is None:
        return location
    return replace(
        location,
        geonameid=place.id if place.id > 0 else None,
        feature=place.feature,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        precision=PRECISIONS[place.level],
    )


def _home_of(spoken_of: Mapping[str, float], gazetteer: Gazetteer) -> Location | None:
    """Return the country whose people the report speaks of most, as the home of places in a report that names none."""
    if not spoken_of:
        return None
    code = max(sorted(spoken_of), key=lambda c: spoken_of[c])
    return Location("", country=gazetteer.atlas.country_name(code), country_code=code)


def _under(location: Location, holder: Place, gazetteer: Gazetteer) -> Location:
    country = gazetteer.atlas.country_name(holder.country_code)
    return Location(location.name, admin1=holder.admin1, country=country, country_code=holder.country_code or None)


def _nearest(
    document: Document,
    names: list[PlaceName],
    located: list[Location],
    index: int,
    spoken_of: Mapping[str, float],
    gazetteer: Gazetteer,
) -> Location | None:
    """Return the resolved place nearest to an unknown one: a division before it, then a town, in two sentences' reach;
    beyond, only what division all the others lie in, or else what country."""
    known = [i for i, location in enumerate(located) if location.precision != "unknown" and location.country_code]
    if not known:
        return None
    home = _home_country([located[i] for i in known], spoken_of)
    at_home = [i for i in known if located[i].country_code == home]
    if not at_home:
        return _home_of(spoken_of, gazetteer)
    heads = dateline_spans(document.text)

    def distance(other: int) -> tuple[float, int]:
        apart = names[index].sentence - names[other].sentence
        coarse = {"admin1": 0.0, "admin2": 0.0, "region": 0.5}.get(located[other].precision, 0.8)
        in_head = any(start <= names[other].start < end for start, end in heads)
        no_division = 3.0 * (located[other].admin1 is None)
        off = 4.0 * (located[other].precision == "exact" and _is_off(document, names[other]))
        return (abs(apart) + (apart < 0) * 0.5 + coarse + 6.0 * in_head + no_division + off, abs(other - index))

    best = min(at_home, key=distance)
    if distance(best)[0] <= REACH:
        return located[best]
    others = [i for i in at_home if not _is_capital(located[i], gazetteer)]
    divisions = {located[i].admin1 for i in others if located[i].admin1}
    return replace(located[at_home[0]], admin1=divisions.pop() if len(divisions) == 1 else None)


def _is_capital(location: Location, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is the capital of its country, from which news of all of it is sent."""
    return gazetteer.atlas.capitals.get(fold(location.name)) == location.country_code


def _is_off(document: Document, name: PlaceName) -> bool:
    """Tell whether a name only says how far a place is, who speaks, or what an organisation is called."""
    sentence = document.sentences[name.sentence]
    inside = any(n.kind == "ORG" and n.first <= name.first and name.last <= n.last for n in sentence.names)
    return inside or not uses_of(sentence, name.first, name.last).isdisjoint({"bearing", "seat", "away", "capital"})


def _home_country(located: Sequence[Location], spoken_of: Mapping[str, float]) -> str:
    """Return the country that most of a report's places lie in or whose people it speaks of."""
    weight: dict[str, float] = defaultdict(float, spoken_of)
    for location in located:
        weight[location.country_code or ""] += 1.0
    return max(sorted(weight), key=lambda code: weight[code])
