"""Code the places of a report: every name of a place at its span, with the sense it has there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.coding.peoples import peoples_of
from dateline.coding.place_homes import PRECISIONS, give_homes
from dateline.coding.place_names import PlaceName, find_place_names
from dateline.coding.place_senses import Clues, choose_senses, feature_of
from dateline.coding.place_ties import leads_to
from dateline.gazetteer import Gazetteer, Place
from dateline.language.document import Document, Sentence
from dateline.model import Location, PlaceMention, Span

#: What an adjective of a people, and the dateline, say for their country, in mentions of a place there.
PEOPLE_WEIGHT = 0.6
DATELINE_WEIGHT = 1.5
#: Forces and officials of a power abroad are named everywhere; its adjective says little of where.
ABROAD = frozenset({"US", "GB", "FR", "RU", "CN"})


def code_places(document: Document, gazetteer: Gazetteer, dateline_place: str | None = None) -> list[PlaceMention]:
    """Return the places that a report names, in text order, each resolved to one sense for the whole report.

    A place that no pack knows keeps its name, with the country and division the words around it give,
    and precision "unknown". Adjectives of nations are no places; names of places inside other names are.
    """
    names, senses = find_place_names(document, gazetteer)
    if not names:
        return []
    keys = [name.asked.casefold() for name in names]
    pools: dict[str, Sequence[Place]] = {}
    for key, name in zip(keys, names, strict=True):
        pools[key] = pools.get(key) or senses[name.asked]
    clues = _gather_clues(document, names, keys)
    if dateline_place and (home := gazetteer.lookup(dateline_place)):
        pools.setdefault(dateline_place.casefold(), home)
    counts = Counter(keys)
    spoken_of = _spoken_of(document, gazetteer)
    for key in pools:
        counts.setdefault(key, 1)
        clues.setdefault(key, Clues())
    chosen = choose_senses(pools, clues, counts, spoken_of, gazetteer)
    located = [_locate(name, chosen.get(key), gazetteer) for key, name in zip(keys, names, strict=True)]
    located = give_homes(document, names, keys, located, clues, chosen, spoken_of, gazetteer)
    return [
        PlaceMention(Span(name.start, name.end, name.text), location)
        for name, location in zip(names, located, strict=True)
    ]


def _spoken_of(document: Document, gazetteer: Gazetteer) -> dict[str, float]:
    """Return the weight of each country by the adjectives and names of its people in the report."""
    weight: dict[str, float] = defaultdict(float)
    for sentence in document.sentences:
        for code in peoples_of(sentence, gazetteer.atlas):
            weight[code] += PEOPLE_WEIGHT * (0.3 if code in ABROAD else 1.0)
    return {code: min(value, 4.0) for code, value in weight.items()}


def _gather_clues(document: Document, names: list[PlaceName], keys: list[str]) -> dict[str, Clues]:
    """Return what the words around all mentions of a name say of it."""
    feature: dict[str, str] = {}
    within: dict[str, list[str]] = defaultdict(list)
    for index, (name, key) in enumerate(zip(names, keys, strict=True)):
        sentence = document.sentences[name.sentence]
        said = _division_word(sentence, name)
        if said:
            feature.setdefault(key, said)
        for other in range(index + 1, min(index + 3, len(names))):
            if names[other].sentence != name.sentence or not leads_to(
                sentence, names[other - 1].last, names[other].first
            ):
                break
            within[key].append(keys[other])
    return {key: Clues(feature.get(key), tuple(dict.fromkeys(within[key]))) for key in set(keys)}


def _division_word(sentence: Sentence, name: PlaceName) -> str | None:
    """Return the feature that "province", "district" beside or at the end of a name says it is."""
    words = sentence.words
    if name.last > name.first and (feature := feature_of(words[name.last].text)):
        return feature
    after = words[name.last + 1].text if name.last + 1 < len(words) else ""
    if feature := feature_of(after):
        return feature
    if name.first >= 2 and words[name.first - 1].lower == "of":
        return feature_of(words[name.first - 2].text)
    return None


def _locate(name: PlaceName, place: Place | None, gazetteer: Gazetteer) -> Location:
    if place is None:
        return Location(name.text)
    precision = "region" if place.feature == "RGN" else PRECISIONS[place.level]
    return Location(
        name=name.text,
        geonameid=place.id if place.id > 0 else None,
        feature=place.feature,
        admin1=place.admin1,
        country=gazetteer.atlas.country_name(place.country_code),
        country_code=place.country_code or None,
        lat=place.lat,
        lon=place.lon,
        precision=precision,
    )
