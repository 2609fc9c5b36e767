"""Choose the sense of each place name in context: countries spoken of, containment, company, population."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Gazetteer, Place
from dateline.gazetteer.names import division_words, fold

#: Senses of one name that are weighed; the rest are smaller namesakes of a country that already has one.
MOST_SENSES = 60
#: What a country and a first division that the rest of the report speaks of count against population.
COUNTRY_WEIGHT = 1.0
DIVISION_WEIGHT = 1.3
#: What other places named nearby count, how little none counts as, and how wide, in degrees, a square of the map is.
NEAR_WEIGHT, NEAR_FLOOR, SQUARE = 0.7, 0.1, 1.0
#: What ten times the population counts for a town.
PEOPLE_WEIGHT = 0.9
#: What a division none of the report speaks of counts as.
DIVISION_FLOOR = 0.1
#: A country none of the report speaks of still has this share.
FLOOR = 0.02
ROUNDS = 2
#: A town of so many people whose name no other country has is meant wherever its name stands.
WELL_KNOWN = 50_000
#: A report speaks of a country from this weight on; a place in another of less than this share of it is not meant.
SPOKEN, LEAST_DIVISION, LEAST_TOWN = 0.6, 0.02, 0.15
#: How sharply the senses of a name are told apart before the company they keep is known, and after.
OPEN, CLOSED = 1.0, 1.5


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands around a name: the word of division on it, and the names said to hold it."""

    feature: str | None = None
    within: tuple[str, ...] = ()


Shares = dict[object, float]


def choose_senses(
    senses: Mapping[str, Sequence[Place]],
    clues: Mapping[str, Clues],
    counts: Mapping[str, int],
    spoken_of: Mapping[str, float],
    gazetteer: Gazetteer,
) -> dict[str, Place | None]:
    """Return one sense a name for the whole report, None where no sense is at home in it.

    ``senses`` are the candidates by name, ``counts`` how often each name stands in the report and
    ``spoken_of`` the weight of countries known from elsewhere (the people's adjectives, the dateline).
    """
    names = sorted(name for name in senses if senses[name])
    pools = {name: _pool(senses[name]) for name in names}
    priors = {name: [_prior(p, name, clues[name], pools[name], gazetteer) for p in pools[name]] for name in names}
    weights = {name: _shares(priors[name], OPEN) for name in names}
    for _ in range(ROUNDS):
        total = _company(names, pools, weights, counts, spoken_of)
        weights = {
            name: _shares(
                [
                    prior
                    + _fit(place, name, weights[name], pools[name], total, counts)
                    + _held(place, clues[name], pools)
                    for prior, place in zip(priors[name], pools[name], strict=True)
                ],
                CLOSED,
            )
            for name in names
        }
    total = _company(names, pools, weights, counts, spoken_of)
    best = {name: _best(name, pools[name], weights[name], total, counts) for name in names}
    return {name: None if _is_namesake(best[name], clues[name], best) else best[name] for name in names}


def _is_namesake(place: Place | None, clues: Clues, best: Mapping[str, Place | None]) -> bool:
    """Tell whether a small town lies in another first division than the one its report names right after it."""
    holder = best.get(clues.within[0]) if clues.within else None
    if place is None or holder is None or place.level < 3 or place.population >= WELL_KNOWN:
        return False
    same_country = holder.feature == "ADM1" and holder.country_code == place.country_code
    return same_country and place.admin1 is not None and holder.admin1 != place.admin1


def _pool(places: Sequence[Place]) -> list[Place]:
    """Return the senses worth weighing."""
    return sorted(places, key=lambda p: (p.level == 3, -p.population, p.id))[:MOST_SENSES]


def _prior(place: Place, name: str, clues: Clues, siblings: Sequence[Place], gazetteer: Gazetteer) -> float:
    """Return the log weight of a sense by itself: kind, population, and the word of division beside it."""
    if place.feature == "PCLI":
        score = 12.0
    elif place.feature == "RGN":
        score = 9.5
    elif place.feature == "ADM1":
        score = 5.5 + 0.3 * math.log10(place.population + 1000)
    elif place.level == 2:
        score = 2.0 + 0.3 * math.log10(place.population + 1000)
    else:
        score = 1.0 + PEOPLE_WEIGHT * math.log10(place.population + 300)
        if gazetteer.atlas.capitals.get(fold(name)) == place.country_code:
            score += 3.0
    if clues.feature and place.level > 0:
        score += 6.0 * (place.level in {1, 2})
    elif place.level in {1, 2} and place.feature != "RGN" and _has_namesake_town(place, siblings):
        score -= 4.0
    elif fold(place.name) != fold(name) and place.level == 3:
        score -= 0.5
    if place.level == 3 and _is_dwarfed(place, siblings):
        score -= 2.0
    return score


def _has_namesake_town(place: Place, siblings: Sequence[Place]) -> bool:
    """Tell whether a division bears the name of a town inside it, which the bare name then means."""
    return any(
        town.level == 3
        and town.country_code == place.country_code
        and town.admin1 == place.admin1
        and town.population > 5000
        for town in siblings
    )


def _is_dwarfed(place: Place, siblings: Sequence[Place]) -> bool:
    """Tell whether a metropolis bears the same name, a hundred times as large as the town."""
    return any(town.level == 3 and town.population >= max(1_000_000, 100 * place.population) for town in siblings)


def _shares(scores: list[float], sharpness: float) -> list[float]:
    top = max(scores)
    raw = [math.exp(sharpness * (score - top)) for score in scores]
    total = sum(raw)
    return [value / total for value in raw]


def _company(
    names: Iterable[str],
    pools: Mapping[str, list[Place]],
    weights: Mapping[str, list[float]],
    counts: Mapping[str, int],
    spoken_of: Mapping[str, float],
) -> Shares:
    """Return how much of the report speaks of each country and each first division."""
    total: Shares = defaultdict(float)
    total.update(spoken_of)
    for name in names:
        for key, share in _votes(pools[name], weights[name], counts[name]).items():
            total[key] += share
    return total


def _votes(pool: list[Place], weights: list[float], count: int) -> Shares:
    """Return what one name says for each country and division."""
    votes: Shares = defaultdict(float)
    times = 1 + math.log(count)
    for place, weight in zip(pool, weights, strict=True):
        if place.country_code:
            votes[place.country_code] += weight * times
            if place.admin1:
                votes[place.country_code, place.admin1] += weight * times
            if place.level > 1:
                votes[_square(place)] += weight * times
    return votes


def _square(place: Place) -> tuple[int, int]:
    """Return the square of the map that a place lies in."""
    return math.floor(place.lat / SQUARE), math.floor(place.lon / SQUARE)


def _around(place: Place) -> list[tuple[int, int]]:
    """Return the nine squares of the map around a place."""
    row, column = _square(place)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _fit(
    place: Place, name: str, weights: list[float], pool: list[Place], total: Shares, counts: Mapping[str, int]
) -> float:
    """Return how well a sense fits what the other names speak of."""
    if not place.country_code:
        return 0.0
    own = _votes(pool, weights, counts[name])
    country = total.get(place.country_code, 0.0) - own.get(place.country_code, 0.0)
    division = (place.country_code, place.admin1)
    near = total.get(division, 0.0) - own.get(division, 0.0) if place.admin1 else 0.0
    fit = COUNTRY_WEIGHT * math.log(FLOOR + max(0.0, country)) + DIVISION_WEIGHT * math.log(
        DIVISION_FLOOR + max(0.0, near)
    )
    if place.level < 2:
        return fit
    beside = sum(total.get(square, 0.0) - own.get(square, 0.0) for square in _around(place))
    return fit + NEAR_WEIGHT * math.log(NEAR_FLOOR + max(0.0, beside))


def _held(place: Place, clues: Clues, pools: Mapping[str, list[Place]]) -> float:
    """Return the weight of being held by a place that the report names as holder: "Kharan, Balochistan"."""
    for holder in clues.within:
        if any(holds(outer, place) for outer in pools.get(holder, ())):
            return 5.0
    return 0.0


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether a country or division holds a place, as far as the gazetteer knows.

    >>> mali, gao = Place(1, "Mali", "PCLI", "ML", 17, -4), Place(2, "Gao", "PPL", "ML", 16.3, 0, admin1="Gao")
    >>> holds(mali, gao), holds(gao, mali)
    (True, False)
    """
    if not outer.country_code or outer.country_code != inner.country_code or outer.level >= inner.level:
        return False
    if outer.feature == "PCLI":
        return True
    if outer.level == 1:
        return outer.admin1 == inner.admin1 and outer.admin1 is not None
    return outer.name == inner.admin2


def _best(name: str, pool: list[Place], weights: list[float], total: Shares, counts: Mapping[str, int]) -> Place | None:
    """Return the heaviest sense, or None when it is a small namesake in a country nobody speaks of."""
    index = max(range(len(pool)), key=lambda i: (weights[i], -i))
    place = pool[index]
    is_own_name = fold(place.name) == fold(name)
    if place.level == 0 or place.feature == "RGN" or (place.population >= 500_000 and is_own_name):
        return place
    if is_own_name and place.population >= WELL_KNOWN and len({other.country_code for other in pool}) == 1:
        return place
    own = _votes(pool, weights, counts[name])
    others = {key: value - own.get(key, 0.0) for key, value in total.items() if isinstance(key, str)}
    spoken = max(others.values(), default=0.0)
    least = LEAST_DIVISION if place.level == 1 else LEAST_TOWN
    if spoken >= SPOKEN and others.get(place.country_code, 0.0) < least * spoken:
        return None
    return place


def feature_of(word: str) -> str | None:
    """Return the kind of feature that a word beside a name says it is: ADM for "province", None for others."""
    return "ADM" if word.lower() in division_words() else None
