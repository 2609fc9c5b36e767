"""What speaks for a mention of a place being where an event happened, and what against it: each reason a number."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import load_lines
from dateline.coding.place_candidates import Candidate, Candidates
from dateline.coding.place_stands import Stand
from dateline.coding.place_ties import DIRECT, tie
from dateline.language.document import Document, Word

#: From this tie on a place is that of the event.
FIRM = 0.5
#: How firmly "here" ties the dateline's place to what it stands beside.
HERE = 0.8
#: So many triggers of an event are looked at; what each counts against the one before it.
MOST_TRIGGERS, DECAY = 12, 0.6
_LEAD = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that tell of an event, (sentence index, word index), the surest first.

    ``role`` is "background", "main", or "story" for the only main event of a report.
    """

    triggers: tuple[tuple[int, int], ...]
    role: str = "main"


@dataclass(frozen=True, slots=True)
class Scene:
    """An event before the places of its report: how firmly each is tied to it, to any other event, and its sentences.

    ``many`` (0 to 1) is how much it is told as many deeds in several places, ``length`` in how many sentences it is
    told, and ``opens`` tells that it is the first of several main events, which often is the wave they are parts of.
    """

    telling: Telling
    ties: Sequence[float]
    elsewhere: Sequence[float]
    own: Mapping[int, float]
    many: float
    length: int
    opens: bool


def set_scenes(document: Document, candidates: Candidates, tellings: Sequence[Telling]) -> list[Scene]:
    """Return the scene of each event of a report."""
    ties = [_ties(document, candidates, telling) for telling in tellings]
    owned = _own_sentences(document, tellings)
    mains = [min(telling.triggers) for telling in tellings if telling.role == "main" and telling.triggers]
    scenes = []
    for number, telling in enumerate(tellings):
        rest = [ties[i] for i in range(len(tellings)) if i != number]
        elsewhere = [max((row[place] for row in rest), default=0.0) for place in range(len(candidates.places))]
        length = len({sentence for sentence, _ in telling.triggers})
        opens = telling.role == "main" and bool(telling.triggers) and min(telling.triggers) == min(mains)
        many = _many(document, telling)
        scenes.append(Scene(telling, ties[number], elsewhere, owned[number], many, length, opens))
    return scenes


def reasons(
    document: Document, candidates: Candidates, number: int, stand: Stand | None, scene: Scene
) -> dict[str, float]:
    """Return the reasons for and against a mention of candidate ``number``, by their names in the codebook.

    ``stand`` is None for a country that the report only implies.
    """
    place, role = candidates.places[number], scene.telling.role
    said = {
        f"{place.level}_{role}": 1.0,
        f"many_{place.level if place.is_area else 'spot'}": scene.many,
        "elsewhere": max(0.0, scene.elsewhere[number] - scene.ties[number]),
        "home": candidates.home.get(place.location.country_code or "", 0.0),
    }
    if place.is_area:
        said |= _breadth(candidates, number, scene)
    if stand is None:
        return said | {"unnamed": 1.0}
    said |= _nearness(document, stand, scene)
    said |= _standing(document, stand, role)
    said |= _often(place, role)
    said |= _company(candidates, number, scene.ties)
    if place.is_area and _is_wave(document, stand):
        said[f"wave_said_{role}"] = 1.0
    return said


def _breadth(candidates: Candidates, number: int, scene: Scene) -> dict[str, float]:
    """Return what speaks for an area because its event is broad: told at length, the first, over many of its towns."""
    inner = [candidates.places[i] for i in candidates.inside.get(number, ())]
    towns = sum(not place.is_area and any(not s.dateline for s in place.placing) for place in inner)
    role = scene.telling.role
    return {
        f"length_{role}": math.log(max(1, scene.length)),
        "opens": float(scene.opens),
        f"towns_{role}": math.log1p(towns),
        "many_tied": scene.many * scene.ties[number],
    }


def _is_wave(document: Document, stand: Stand) -> bool:
    """Tell whether the sentence of a mention tells of many deeds."""
    words = load_lines("wave_words.txt")
    return any(word.lower in words for word in document.sentences[stand.sentence].words)


def _ties(document: Document, candidates: Candidates, telling: Telling) -> list[float]:
    """Return how firmly each place is tied to the words that tell of an event, 0 to 1."""
    return [max((_tie(document, s, telling, decay=1.0) for s in c.stands), default=0.0) for c in candidates.places]


def _tie(document: Document, stand: Stand, telling: Telling, decay: float) -> float:
    best, weight = 0.0, 1.0
    for sentence, word in telling.triggers[:MOST_TRIGGERS]:
        if sentence == stand.sentence:
            best = max(best, weight * tie(document.sentences[sentence], stand.first, stand.last, word) / DIRECT)
        elif stand.dateline and any(w.lower == "here" for w in document.sentences[sentence].words):
            best = max(best, weight * HERE)
        weight *= decay
    return best


def _own_sentences(document: Document, tellings: Sequence[Telling]) -> list[dict[int, float]]:
    """Return for each event how far each sentence is its own, 0 to 1: what tells of it, and what follows that."""
    tells = [{sentence for sentence, _ in telling.triggers} for telling in tellings]
    share: list[dict[int, float]] = [{} for _ in tellings]
    current: list[int] = []
    for sentence in range(len(document.sentences)):
        current = [i for i, told in enumerate(tells) if sentence in told] or current
        for i in current:
            share[i][sentence] = 1 / len(current)
    return share


def _many(document: Document, telling: Telling) -> float:
    """Return how much an event is told as many deeds: "raids", "coordinated attacks at 12 locations"."""
    words = load_lines("wave_words.txt")
    told = [document.sentences[s].words[w] for s, w in telling.triggers]
    lead = {sentence for sentence, _ in (*telling.triggers[:1], *sorted(telling.triggers)[:1])}
    spread = any(word.lower in words for s in lead for word in document.sentences[s].words)
    return 0.5 * any(_is_plural(word) for word in told) + 0.5 * spread


def _is_plural(word: Word) -> bool:
    return word.upos == "NOUN" and word.lower.endswith("s") and word.lemma != word.lower


def _nearness(document: Document, stand: Stand, scene: Scene) -> dict[str, float]:
    """Return how near a mention stands to the words that tell of the event."""
    sentences = [sentence for sentence, _ in scene.telling.triggers[:MOST_TRIGGERS]]
    gaps = [sentence - stand.sentence for sentence in sentences]
    role = scene.telling.role
    return {
        "tie": _tie(document, stand, scene.telling, decay=1.0),
        "surest": _tie(document, stand, scene.telling, decay=DECAY),
        "same_sentence": float(0 in gaps),
        "surest_sentence": float(gaps[:1] == [0]),
        f"before_{role}": max((1 / gap for gap in gaps if gap > 0), default=0.0),
        f"after_{role}": max((-1 / gap for gap in gaps if gap < 0), default=0.0),
        f"own_{role}": scene.own.get(stand.sentence, 0.0),
    }


def _standing(document: Document, stand: Stand, role: str) -> dict[str, float]:
    """Return what the place of a mention in the report, and the words around it, say."""
    return {
        f"lead_{role}": float(stand.sentence < _LEAD and not stand.dateline),
        "locative": stand.locative,
        f"dateline_{role}": float(stand.dateline),
        "spread": float(_is_spread(document, stand)),
        "within": float(bool(stand.within)),
        "row": float(stand.row > 1),
        "row_first": float(stand.heads_row),
        "long_row": float(stand.row > 2),
        **{f"{use}_{role}" if use in _BY_ROLE else use: 1.0 for use in stand.uses},
    }


_BY_ROLE = frozenset({"introduced", "scene"})


def _is_spread(document: Document, stand: Stand) -> bool:
    """Tell whether a place is said to be the field of several deeds: "attacks across Balochistan"."""
    before = document.sentences[stand.sentence].words[max(0, stand.first - 4) : stand.first]
    return any(word.lower in load_lines("spread_words.txt") for word in before)


def _often(place: Candidate, role: str) -> dict[str, float]:
    """Return what the other mentions of the place say."""
    stands = [stand for stand in place.stands if not stand.dateline]
    return {
        f"often_{role}": math.log(max(1, len(stands))),
        "in_dateline": float(len(stands) < len(place.stands)),
        "doubtful": float(place.level == "unknown" and not any(_is_sure(stand) for stand in place.stands)),
    }


def _is_sure(stand: Stand) -> bool:
    return stand.locative >= 0.8 or "introduced" in stand.uses or stand.dateline


def _company(candidates: Candidates, number: int, ties: Sequence[float]) -> dict[str, float]:
    """Return what the places inside and around a candidate say of it."""
    places = candidates.places
    here = places[number]
    inner = [i for i in candidates.inside.get(number, ()) if not places[i].is_area]
    tied = sum(ties[i] >= FIRM for i in inner)
    said = sum(bool(here.keys & places[i].within) for i in inner)
    outer = [i for i, inside in candidates.inside.items() if number in inside]
    divisions = [i for i in outer if places[i].level != "country"]
    telling = [i for i in outer if places[i].keys & here.within]
    kind = "area" if here.is_area else "spot"
    return {
        "holds_none": float(here.is_area and tied == 0),
        "holds_one": float(here.is_area and tied == 1),
        "holds_two": float(here.is_area and tied == 2),
        f"wave_{here.level}": float(here.is_area and tied >= 3),
        f"{kind}_of_one": float(said == 1),
        f"{kind}_of_more": float(said > 1),
        "rows": float(here.is_area and any(stand.row > 1 for i in inner for stand in places[i].stands)),
        "held": max((ties[i] for i in outer), default=0.0),
        "division_tied": max((ties[i] for i in divisions), default=0.0),
        "division_said": float(bool(divisions)),
        "within_tied": max((ties[i] for i in telling), default=0.0),
    }
