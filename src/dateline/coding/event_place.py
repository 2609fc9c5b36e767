"""Choose the place of an event among the places of its report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.codebook import load_lines, load_table
from dateline.coding.place_stands import Stand, stand_of
from dateline.coding.place_ties import tie
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document, Sentence
from dateline.model import Location, PlaceMention

#: What one more trigger counts against the one before it, and what further triggers add.
DECAY, MORE = 0.85, 0.3
#: What a place in a sentence before or after the trigger's counts, and what each sentence further takes away.
BEFORE, AFTER, APART = 1.6, 0.6, 0.25
#: A place so firmly tied to a trigger is where that happened.
FIRM = 2.5
#: What is taken from a dateline and from a street or building;
#: what the country most spoken of adds.
DATELINE, BUILDING, HOME = 2.5, 1.5, 3.0

#: From how many places on a wave is told by its area, and the tie beyond which the earlier mention wins.
WAVE, SURE = 3, 4.0
#: What "here" ties the dateline's place to a trigger.
HERE = 4.0

_AREAS = frozenset({"country", "region", "admin1"})


def choose_place(
    document: Document,
    places: Sequence[PlaceMention],
    triggers: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
) -> tuple[Location | None, tuple[str, ...]]:
    """Return where an event happened and the names of its further places.

    ``triggers`` are (sentence index, word index) of the words that tell of the event, the most important first.
    The most specific place tied to them by syntax wins, then the nearest named before, the dateline, and the
    country of the people spoken of; None when the report gives none.
    """
    stands = [stand for stand in stand_of(document, places) if stand.free]
    if not stands:
        return _country_of_people(document, triggers, gazetteer), ()
    home = _home(stands, document, gazetteer)
    scored = [(_score(document, stand, triggers, home), stand) for stand in stands]
    ties = _ties(document, stands, triggers)
    _, best = max(scored, key=lambda pair: (pair[0], -pair[1].start))
    best = _descend(best, stands, ties, triggers)
    others = {
        stand.key: stand.location.name
        for stand in stands
        if stand.key != best.key and ties[stand.key] >= FIRM and not _holds(stand, best) and not stand.dateline
    }
    return _at_home(best.location, home, gazetteer), tuple(others.values())


def _at_home(location: Location, home: Mapping[str, float], gazetteer: Gazetteer) -> Location:
    """Return a place of no country of its own ("Lake Chad") in the country that the report speaks of most."""
    if location.country_code or not home:
        return location
    code = max(sorted(home), key=lambda c: home[c])
    return replace(location, country=gazetteer.atlas.country_name(code), country_code=code)


def _country(share: Mapping[str, float], gazetteer: Gazetteer) -> Location | None:
    """Return the country with the largest share, as a place."""
    if not share:
        return None
    place = gazetteer.atlas.countries[max(sorted(share), key=lambda code: share[code])].place
    return Location(place.name, place.id, "PCLI", None, place.name, place.country_code, place.lat, place.lon, "country")


def _home(stands: Sequence[Stand], document: Document, gazetteer: Gazetteer) -> Mapping[str, float]:
    """Return the share of each country in what the report names and whose people it speaks of."""
    counts: Counter[str] = Counter(s.location.country_code for s in stands if s.location.country_code)
    counts.update(code for sentence in document.sentences for code in _peoples(sentence, gazetteer))
    total = sum(counts.values()) or 1
    return {code: count / total for code, count in counts.items()}


def _score(document: Document, stand: Stand, triggers: Sequence[tuple[int, int]], home: Mapping[str, float]) -> float:
    """Return how well a mention fits the triggers and the report."""
    total, best, weight = 0.0, 0.0, 1.0
    for sentence, word in triggers or [(0, -1)]:
        if sentence == stand.sentence:
            strength = tie(document.sentences[sentence], stand.first, stand.last, word)
        elif stand.dateline and _says_here(document, sentence):
            strength = HERE
        else:
            strength = _from_afar(sentence - stand.sentence) * stand.locative
        best = max(best, strength * weight)
        total += strength * weight
        weight *= DECAY
    score = best + MORE * total + _specific(stand, best)
    score += HOME * home.get(stand.location.country_code or "", 0.0)
    return score - DATELINE * (stand.dateline and best < HERE) - BUILDING * _is_building(stand)


def _specific(stand: Stand, best: float) -> float:
    """Return what being specific adds; a name that nobody knows is specific only where it is tied to the event."""
    levels = load_table("event_place.toml")["levels"]
    precision = stand.location.precision
    if stand.area and precision in {"exact", "unknown"}:
        precision = "admin2"
    if precision == "unknown" and best < BEFORE:
        return 0.0
    return float(levels[precision])


def _says_here(document: Document, sentence: int) -> bool:
    """Tell whether a sentence means the dateline's place: "were wounded here on Friday"."""
    return any(word.lower == "here" for word in document.sentences[sentence].words)


def _from_afar(apart: int) -> float:
    """Return what a place counts that stands ``apart`` sentences before (positive) or after the trigger's."""
    return max(0.1, BEFORE - APART * (apart - 1) if apart > 0 else AFTER + APART * (apart + 1))


def _is_building(stand: Stand) -> bool:
    words = stand.location.name.lower().split()
    return len(words) > 1 and bool(set(words) & set(load_lines("building_words.txt")))


def _is_doubtful(stand: Stand) -> bool:
    return stand.location.precision == "unknown" and stand.locative < 0.8


def _ties(document: Document, stands: Sequence[Stand], triggers: Sequence[tuple[int, int]]) -> dict[str, float]:
    """Return how firmly any mention of each place is tied to any trigger."""
    ties: dict[str, float] = defaultdict(float)
    for stand in stands:
        here = [word for sentence, word in triggers if sentence == stand.sentence]
        sentence = document.sentences[stand.sentence]
        firmest = max((tie(sentence, stand.first, stand.last, word) for word in here), default=0.0)
        ties[stand.key] = max(ties[stand.key], firmest)
    return ties


def _descend(
    best: Stand, stands: Sequence[Stand], ties: Mapping[str, float], triggers: Sequence[tuple[int, int]]
) -> Stand:
    """Return the specific place inside a chosen area that is tied to the event too, else the area.

    So many such places in one area are a wave, and the area is its place.
    """
    said = [sentence for sentence, _ in triggers]
    inside = [
        stand
        for stand in stands
        if _holds(best, stand)
        and not (stand.dateline or _is_building(stand) or _is_doubtful(stand))
        and (ties[stand.key] >= FIRM or (_spans(said, stand.sentence) and stand.locative >= 0.9))
    ]
    narrow = [stand for stand in inside if not any(_holds(stand, other) for other in inside)]
    if not narrow or (len({stand.key for stand in narrow}) >= WAVE and best.location.precision != "country"):
        return best
    return min(narrow, key=lambda stand: (-min(ties[stand.key], SURE), stand.sentence, stand.start))


def _spans(said: Sequence[int], sentence: int) -> bool:
    """Tell whether a sentence lies among those that tell of an event, when those are the report's own story."""
    return len(said) > 2 and min(said) <= sentence <= max(said) + 1


def _holds(outer: Stand, inner: Stand) -> bool:
    """Tell whether one place of the report lies in another, by the gazetteer or by the report's own words."""
    a, b = outer.location, inner.location
    if outer.key == inner.key or b.precision == "country":
        return False
    if outer.key in inner.within:
        return True
    if a.precision == "country":
        return a.country_code == b.country_code
    if outer.area and not inner.area and a.precision not in _AREAS:
        return a.admin1 == b.admin1 is not None and b.precision == "unknown"
    return a.precision in {"admin1", "region"} and b.precision not in _AREAS and a.admin1 == b.admin1 is not None


def _peoples(sentence: Sentence, gazetteer: Gazetteer) -> list[str]:
    """Return the country of every adjective or name of a people in a sentence."""
    words = (word.text for word in sentence.words if word.text[0].isupper())
    return [code for word in words if (code := gazetteer.atlas.people(word))]


def _country_of_people(
    document: Document, triggers: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> Location | None:
    """Return the country whose people the triggers' sentences, or else the report, speak of most."""
    near = {sentence for sentence, _ in triggers}
    weight: dict[str, float] = defaultdict(float)
    for sentence in document.sentences:
        for code in _peoples(sentence, gazetteer):
            weight[code] += 3.0 if sentence.index in near else 1.0
    return _country(weight, gazetteer)
